"""What a woman was before: the records that became part of hers, and what her own said earlier."""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from crm.audit.models import AuditEntry
from crm.extensions import db
from crm.members.duplicate_models import Merge


def former_records(member_id: int) -> list[dict[str, Any]]:
    """Her record as each merge took it out of the table, values as the journal writes them."""
    return [before for before in _taken_out(member_id, "members") if "first_name" in before]


def former_users(member_id: int) -> list[int]:
    return [before["user_id"] for before in _taken_out(member_id, "member_users")]


def earlier_values(member_ids: list[int], names: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """What these fields were before each change of hers, as the audit has it."""
    entries = AuditEntry.thing == "members", AuditEntry.thing_id.in_(member_ids)
    for changes in db.session.scalars(select(AuditEntry.changes).where(*entries)):
        old = {name: changes[name][0] for name in names if isinstance(changes.get(name), list) and changes[name]}
        yield {name: value for name, value in old.items() if isinstance(value, str)}


def _taken_out(member_id: int, table: str) -> list[dict[str, Any]]:
    journals = db.session.scalars(select(Merge.journal).where(Merge.member_id == member_id, Merge.undone_at.is_(None)))
    entries = [entry for journal in journals for entry in json.loads(journal)]
    return [before for name, _row_id, before, after in entries if name == table and after is None]
