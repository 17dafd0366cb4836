"""What is sent to an owner, in the owner's language: the invitation with its link, and where it can be sent to."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import force_locale

from crm.i18n import _
from crm.info_sessions.models import InfoSession
from crm.partners.models import Contact


@dataclass(frozen=True)
class Letter:
    """A text ready to be shared; `phone` and `email` are empty where we know none."""

    subject: str
    text: str
    phone: str = ""
    email: str = ""


def invitation(info_session: InfoSession, contacts: Sequence[Contact], url: str) -> Letter:
    """To whoever decides there, else to the first person, else to the company."""
    person = next((one for one in contacts if one.decides), contacts[0] if contacts else None)
    host = info_session.host
    with force_locale(person.language if person else "az"):
        subject = _("A visit of the women's centre")
        words = _(
            "Hello! We would like to come to %(name)s for %(minutes)s minutes. Please tap the time that suits you:",
            name=host.name,
            minutes=info_session.minutes,
        )
    return Letter(
        str(subject),
        f"{words}\n{url}",
        (person.phone if person else "") or host.phone,
        (person.email if person else "") or host.email,
    )
