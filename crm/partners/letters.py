"""Texts ready to be shared with somebody at a partner, in her or his language. Nothing is sent from here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from flask_babel import force_locale

from crm.formats import day
from crm.i18n import _
from crm.partners.enums import CommitmentState
from crm.partners.models import Commitment, Contact, Partner


@dataclass(frozen=True)
class Letter:
    """`phone` and `email` are empty where we know none."""

    subject: str
    text: str
    phone: str = ""
    email: str = ""

    @classmethod
    def to(cls, person: Contact | None, partner: Partner, subject: str, text: str) -> Self:
        """To the person, at the company's own number where she or he has none."""
        phone, email = (person.phone, person.email) if person else ("", "")
        return cls(subject, text, phone or partner.phone, email or partner.email)


def to_whom(contacts: Sequence[Contact]) -> Contact | None:
    """Whoever decides there, else the first who still works there."""
    there = [one for one in contacts if one.inactive_on is None]
    return next((one for one in there if one.decides), there[0] if there else None)


def letter_about(partner: Partner, promise: Commitment) -> Letter:
    """About a promise: thanks, and a kind reminder while it is open."""
    person = to_whom(partner.contacts)
    with force_locale(person.language if person else "az"):
        what = f"{promise.kind.label} × {promise.quantity}" if promise.quantity > 1 else str(promise.kind.label)
        hello = _("Hello %(name)s!", name=person.name) if person else _("Hello!")
        subject = str(_("Thank you from the women's centre"))
        if promise.state == CommitmentState.KEPT:
            words = _("Thank you for keeping your word: %(what)s. The women here feel it.", what=what)
        else:
            words = _(
                "Thank you for what you promised on %(made)s: %(what)s. "
                "We noted %(due)s for it. How does it stand, and can we help?",
                made=day(promise.made_on),
                what=what,
                due=day(promise.due_on),
            )
    return Letter.to(person, partner, subject, f"{hello} {words}")
