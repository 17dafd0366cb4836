"""What is sent to an owner, in the owner's language: the invitation with its link."""

from collections.abc import Sequence

from flask_babel import force_locale

from crm.i18n import _
from crm.info_sessions.models import InfoSession
from crm.partners.letters import Letter, to_whom
from crm.partners.models import Contact


def invitation(info_session: InfoSession, contacts: Sequence[Contact], url: str) -> Letter:
    person, host = to_whom(contacts), info_session.host
    with force_locale(person.language if person else "az"):
        subject = str(_("A visit of the women's centre"))
        words = _(
            "Hello! We would like to come to %(name)s for %(minutes)s minutes. Please tap the time that suits you:",
            name=host.name,
            minutes=info_session.minutes,
        )
    return Letter.to(person, host, subject, f"{words}\n{url}")
