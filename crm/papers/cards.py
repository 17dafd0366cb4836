"""The membership card: the size of a bank card, ten on a sheet. The square leads to the sign-in page with the code."""

from collections.abc import Sequence
from dataclasses import dataclass

import segno
from flask import render_template
from markupsafe import Markup

from crm import links
from crm.accounts.models import Pin
from crm.config import ROOT
from crm.members.models import Member
from crm.paper import pdf

STYLE = ROOT / "crm" / "data" / "card.css"


@dataclass(frozen=True)
class Card:
    """`square` never holds the PIN."""

    member: Member
    code: str
    square: Markup


def card(member: Member, pin: Pin) -> Card:
    address = links.absolute("accounts.sign_in", card=pin.shown_code)
    drawn = segno.make(address, micro=False, error="m").svg_inline(scale=3, border=0, omitsize=True)
    return Card(member, pin.shown_code, Markup(drawn))  # noqa: S704 - drawn by us


def as_pdf(cards: Sequence[Card], *, only_code: bool) -> bytes:
    """`only_code`: nothing on it tells whose it is, nor from whom. Raises CannotWrite."""
    return pdf(render_template("papers/cards_paper.html", cards=cards, only_code=only_code), STYLE)
