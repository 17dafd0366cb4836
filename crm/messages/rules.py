"""When a woman may be written to: asked at the moment of sending, since she may have changed her mind meanwhile."""

from datetime import datetime, timedelta

from crm.forms import BAKU
from crm.members.models import Member
from crm.messages.enums import Channel
from crm.partners.models import Contact

#: Nobody's telephone rings before or after these hours in Baku.
QUIET_UNTIL, QUIET_FROM = 9, 20


def may_be_written_to(member: Member) -> bool:
    """Her own phone unless she said no, another only if she chose it; where nobody asked her: no."""
    return member.safe_contact is not None and member.safe_contact.messages_reach_only_her


def wants(contact: Contact, channel: Channel) -> bool:
    """A person at a partner may have switched one of the ways off."""
    return contact.may_sms if channel == Channel.SMS else contact.may_email


def next_good_moment(member: Member | None, at: datetime) -> datetime:
    """`at` itself, or the first full hour after it that is one of hers and not a quiet one. Hours of hers that are all
    quiet ones win over the quiet hours: she knows best."""
    safe = member.safe_contact if member else None
    low, high = (safe.hour_from, safe.hour_until) if safe else (0, 24)
    if max(low, QUIET_UNTIL) < min(high, QUIET_FROM):
        low, high = max(low, QUIET_UNTIL), min(high, QUIET_FROM)
    days = safe.days if safe and safe.days else "0123456"
    local = at.astimezone(BAKU)
    while not (str(local.weekday()) in days and low <= local.hour < high):
        local = local.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return local
