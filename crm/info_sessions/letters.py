"""What is sent to an owner, in the owner's language: the invitation with its link."""

from collections.abc import Sequence

from flask_babel import force_locale

from crm.i18n import _
from crm.info_sessions.models import InfoSession
from crm.partners.letters import Letter, to_whom
from crm.partners.models import Contact, Partner


def invitation(info_session: InfoSession, partner: Partner, contacts: Sequence[Contact], url: str) -> Letter:
    """To the host with times to choose from, to a guest with the question whether she or he comes."""
    person, minutes = to_whom(contacts), info_session.minutes
    with force_locale(person.language if person else "az"):
        subject = str(_("A visit of the women's centre"))
        if partner.id == info_session.host_id:
            words = _(
                "Hello! We would like to come to %(name)s for %(minutes)s minutes. Please tap the time that suits you:",
                name=partner.name,
                minutes=minutes,
            )
        else:
            words = _(
                "Hello! We meet a few owners for %(minutes)s minutes in the office of %(name)s. "
                "Please look when it is, and tap whether you come:",
                name=info_session.host.name,
                minutes=minutes,
            )
    return Letter.to(person, partner, subject, f"{words}\n{url}")
