"""Two records of one woman made one, and undone again within 30 days. Generic over what hangs on her (belongings.py)."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import Index, Table, UniqueConstraint, delete, insert, select, update

from crm.accounts.models import User
from crm.audit.enums import Action
from crm.audit.operations import record
from crm.db import EncryptedText, now, table_of
from crm.extensions import db
from crm.members import duplicates, keys, names
from crm.members.belongings import AtMerge, Belonging, belongings, pointing_at
from crm.members.duplicate_models import MemberKey, Merge
from crm.members.journal import CannotUndo, Journal, row_of
from crm.members.models import Consent, Member
from crm.members.safe_models import SafeContact

UNDO_WITHIN = timedelta(days=30)
#: A person may choose each of these; all others stay as they are in the record that stays.
FIELDS = tuple(
    column.key
    for column in Member.__table__.columns
    if column.key not in {"id", "public_id", "centre_id", "created_at", "updated_at", "version", "search_text"}
)
_members = table_of(Member)


class CannotMerge(Exception):
    """One and the same record, or women of two centres, who are linked on request and never merged."""


def merge(
    *, one: Member, other: Member, chosen: Mapping[str, Any], safe_from: int | None = None, by: User | None = None
) -> Merge:
    """`chosen`: fields of the record that stays. The newer number stays, so that no database gives the older one out
    again. `safe_from`: whose way of being reached safely counts, where both have one. Raises CannotMerge."""
    if one.id == other.id or one.centre_id != other.centre_id:
        raise CannotMerge
    db.session.flush()
    goes, stays = sorted((one.id, other.id))
    centre_id, journal = one.centre_id, Journal()
    if safe_from is not None:
        _choose_safe(journal, {goes, stays} - {safe_from})
    _withdraw_as_she_said(journal, goes, stays)
    duplicates.forget_pairs(goes, stays)
    for belonging in belongings():
        if belonging.fate.merge == AtMerge.MOVES:
            _move(journal, belonging, goes, stays)
    values = {name: value for name, value in chosen.items() if name in FIELDS}
    journal.take_out(_members, goes)  # first, for what only one of them may have: the number in the papers
    row = row_of(_members, stays) | values
    found_by = (row["first_name"], row["last_name"], row["father_name"], row["phone"], row["reference"])
    journal.change(_members, stays, **values, search_text=names.search_text(*found_by))
    _touch(stays)
    made = Merge(
        centre_id=centre_id, member_id=stays, gone_id=goes, by_id=by.id if by else None, journal=journal.written()
    )
    db.session.expire_all()
    db.session.expunge(db.session.get_one(Member, stays))
    _keys_anew(stays)
    db.session.add(made)
    db.session.flush()
    duplicates.keep_pairs(db.session.get_one(Member, stays))
    record(Action.CHANGED, db.session.get_one(Member, stays), merged=goes)
    return made


def undo(*, merge: Merge) -> None:
    """Both records as they were. Raises CannotUndo."""
    if merge.undone_at is not None or merge.merged_at < now() - UNDO_WITHIN:
        raise CannotUndo("merges")
    if db.session.scalar(select(Merge.id).where(Merge.gone_id == merge.member_id, Merge.undone_at.is_(None))):
        raise CannotUndo("merges")
    db.session.flush()
    stays = merge.member_id
    Journal(merge.journal).undo()
    duplicates.forget_pairs(stays)
    _touch(stays)
    merge.undone_at = now()
    db.session.flush()
    db.session.expire_all()
    for member_id in (stays, merge.gone_id):
        _keys_anew(member_id)
        record(Action.CHANGED, db.session.get_one(Member, member_id), merge_undone=merge.gone_id)
    for member_id in (stays, merge.gone_id):
        duplicates.keep_pairs(db.session.get_one(Member, member_id))
    db.session.flush()


def where_now(member_id: int) -> int | None:
    """The number that a merged one leads to; None where it was never merged."""
    asked = select(Merge.member_id).where(Merge.gone_id == member_id, Merge.undone_at.is_(None))
    found: int | None = db.session.scalar(asked.order_by(Merge.id.desc()).limit(1))
    return found


def _choose_safe(journal: Journal, not_from: set[int]) -> None:
    asked = select(SafeContact.id).where(SafeContact.member_id.in_(not_from))
    for row_id in db.session.scalars(asked).all():
        journal.take_out(table_of(SafeContact), row_id)


def _withdraw_as_she_said(journal: Journal, *both: int) -> None:
    """What she took back in one record she took back in the other, unless she agreed there afterwards."""
    consents = db.session.scalars(select(Consent).where(Consent.member_id.in_(both))).all()
    for one in consents:
        later = [
            other.withdrawn_on
            for other in consents
            if (other.purpose, other.partner_id) == (one.purpose, one.partner_id)
            and other.member_id != one.member_id
            and other.withdrawn_on is not None
            and other.withdrawn_on >= one.given_on
        ]
        if one.withdrawn_on is None and later:
            journal.change(table_of(Consent), one.id, withdrawn_on=max(later))


def _move(journal: Journal, belonging: Belonging, goes: int, stays: int) -> None:
    table, column = belonging.table, belonging.column
    between = [one.column.name for one in belongings() if one.table is table and one.column is not column]
    for row in db.session.execute(select(table).where(column == goes).order_by(table.c.id)).mappings().all():
        if any(row[name] == stays for name in between):  # the two of them as a pair: there are no two any more
            journal.take_out(table, row["id"])
            continue
        twin = _twin(table, {**row, column.name: stays})
        if twin is None:
            journal.change(table, row["id"], **{column.name: stays})
        elif _fullness(table, row["id"]) > _fullness(table, twin):
            _absorb(journal, table, twin, row["id"])
            journal.change(table, row["id"], **{column.name: stays})
        else:
            _absorb(journal, table, row["id"], twin)


def _twin(table: Table, row: Mapping[str, Any]) -> int | None:
    """The row that a rule of the table does not let stand beside this one."""
    rules = [rule for rule in (*table.constraints, *table.indexes) if isinstance(rule, UniqueConstraint | Index)]
    for rule in rules:
        if isinstance(rule, Index) and not rule.unique:
            continue
        values = {column.name: row[column.name] for column in rule.columns}
        if None in values.values():
            continue
        same = [table.c[name] == value for name, value in values.items()]
        found: int | None = db.session.scalar(select(table.c.id).where(*same, table.c.id != row["id"]).limit(1))
        if found is not None:
            return found
    return None


def _fullness(table: Table, row_id: int) -> tuple[int, str]:
    """Of two rows the one with more of a history stays, else the one touched last."""
    hung = sum(
        len(db.session.execute(select(child.table.c.id).where(child.column == row_id)).all())
        for child in pointing_at(table.name)
    )
    row = row_of(table, row_id)
    return hung, max((str(row[name]) for name in ("state_since", "updated_at") if row.get(name)), default="")


def _absorb(journal: Journal, table: Table, gone: int, kept: int) -> None:
    """What hangs on the one row goes to the other; protected texts are kept side by side; then the row is taken out."""
    for child in pointing_at(table.name):
        for row in db.session.execute(select(child.table).where(child.column == gone)).mappings().all():
            twin = _twin(child.table, {**row, child.column.name: kept})
            if twin is None:
                journal.change(child.table, row["id"], **{child.column.name: kept})
            elif child.column.nullable:
                journal.change(child.table, row["id"], **{child.column.name: None})
            else:
                _absorb(journal, child.table, row["id"], twin)
    lost, held = row_of(table, gone), row_of(table, kept)
    for column in table.columns:
        texts = [text for text in (held[column.name], lost[column.name]) if text]
        if isinstance(column.type, EncryptedText) and len(set(texts)) > 1:
            journal.change(table, kept, **{column.name: "\n\n".join(texts)})
    if table.name == "member_users":  # she keeps one way in
        journal.change(table_of(User), lost["user_id"], active=False)
    journal.take_out(table, gone)


def _touch(member_id: int) -> None:
    version = row_of(_members, member_id)["version"] + 1
    touched = update(_members).where(_members.c.id == member_id).values(version=version, updated_at=now())
    db.session.execute(touched)


def _keys_anew(member_id: int) -> None:
    row = row_of(_members, member_id)
    db.session.execute(delete(MemberKey).where(MemberKey.member_id == member_id))
    db.session.execute(insert(MemberKey), keys.rows(row))
