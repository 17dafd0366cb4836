"""“Women near you” on the screen, to print, and as a PDF; in the owner's language unless another is chosen."""

import segno
from flask import Response, flash, make_response, render_template
from flask_babel import force_locale
from markupsafe import Markup

from crm import links
from crm.access import Permission, may
from crm.config import ROOT
from crm.forms import today
from crm.i18n import LANGUAGES
from crm.members.enums import Transport
from crm.paper import CannotWrite, pdf
from crm.partners.letters import to_whom
from crm.partners.models import Partner
from crm.partners.views import opened
from crm.partners.women_near import women_near
from crm.web import asked, go_to, page

STYLE = ROOT / "crm" / "data" / "women_near.css"


@may(Permission.PARTNERS_READ)
def show(partner_id: int) -> Response:
    partner = opened(partner_id)
    chosen = _language(partner)
    return page(
        "partners/women_near.html", partner=partner, chosen=chosen, offered=LANGUAGES, sheet=_sheet(partner, chosen)
    )


@may(Permission.PARTNERS_READ)
def as_pdf(partner_id: int) -> Response:
    partner = opened(partner_id)
    chosen = _language(partner)
    whole = render_template("partners/women_near_paper.html", chosen=chosen, sheet=_sheet(partner, chosen))
    try:
        response = make_response(pdf(whole, STYLE))
    except CannotWrite as missing:
        flash(str(missing), "warning")
        return go_to("partners.women_near", partner_id=partner_id)
    response.mimetype = "application/pdf"
    response.headers["Content-Disposition"] = f'attachment; filename="korpu-women-near-{chosen}.pdf"'
    return response


def _language(partner: Partner) -> str:
    person = to_whom(partner.contacts)
    wish = asked("in")
    return wish if wish in LANGUAGES else person.language if person else "az"


def _sheet(partner: Partner, chosen: str) -> Markup:
    """The matter of the page, the same on the screen and on paper. Which address the square holds: the public jobs."""
    address = links.absolute("jobs.index")
    square = Markup(segno.make(address, micro=False).svg_inline(scale=3, border=1))  # noqa: S704 - drawn by us
    matter = {"partner": partner, "centre": partner.centre, "address": address, "square": square, "on": today()}
    matter |= {"no_transport": Transport.NONE, "bus": Transport.BUS}
    with force_locale(chosen):
        text = render_template("partners/_women_near.html", **matter, near=women_near(partner))
    return Markup(text)  # noqa: S704 - our own template, escaped there
