"""Writing down how she is reached safely."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from crm.audit.enums import Action
from crm.audit.operations import record, record_changes
from crm.extensions import db
from crm.members.models import Member
from crm.members.safe_models import SafeContact

NEVER_NULL = frozenset({"whose_words", "may_answer"})


def contact_of(member: Member) -> SafeContact:
    """Hers; a new one, not yet saved, where nobody asked her."""
    return db.session.scalar(select(SafeContact).filter_by(member_id=member.id)) or SafeContact(
        member_id=member.id, days="", hour_from=0, hour_until=24
    )


def keep_safe_contact(*, member: Member, note: str | None, days: Sequence[str], **values: Any) -> SafeContact:
    """`note` is in her own words, the rest is what a person who is about to call has to know."""
    safe = contact_of(member)
    is_new = safe.id is None
    member.contact_note = note or ""
    record_changes(member)
    safe.days = "".join(sorted(set(days)))
    for name, value in values.items():
        setattr(safe, name, "" if value is None and name in NEVER_NULL else value)
    if is_new:
        db.session.add(safe)
        member.safe_contact = safe
    else:
        record_changes(safe)
    db.session.flush()
    if is_new:
        record(Action.CREATED, safe, member=member.id)
    return safe
