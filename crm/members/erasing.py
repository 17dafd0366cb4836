"""A woman's data is erased: the person goes everywhere, a record that says nobody stays, so that counts stay true.

What hangs on her is read from the tables themselves (belongings.py). Backups made before age out (docs/retention.md)."""

import uuid
from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import JSON, Column, Enum, LargeBinary, String, Table, delete, func, null, select, update
from sqlalchemy.sql.elements import ColumnElement

from crm.audit.enums import Action
from crm.audit.models import AuditEntry
from crm.audit.operations import record
from crm.db import EncryptedText, now, table_of
from crm.extensions import db
from crm.forms import today
from crm.members import erasing_texts, her_user
from crm.members.belongings import NOT_HERS, AtErasure, belongings, pointing_at
from crm.members.enums import Purpose
from crm.members.models import Consent, Member
from crm.places.enums import SettlementKind
from crm.places.models import Settlement
from crm.skills.models import PhraseSighting, UnknownPhrase
from crm.stored_file import StoredFile

#: What stays of her own row: what reports count by. All else is emptied, whatever column comes later.
KEPT = frozenset({"id", "centre_id", "joined_on", "birth_year", "seeking", "created_at"})
#: Words that say nothing about her.
KEPT_WORDS = frozenset({"consents.text_version", "consents.language"})
_members, _files = table_of(Member), table_of(StoredFile)


def erase(*, member: Member) -> None:
    """For good. The caller commits, then calls `forget_on_disk`."""
    db.session.flush()
    member_id, centre_id = member.id, member.centre_id
    found = erasing_texts.traces_of(member)
    start_ups = erasing_texts.start_ups_of(member_id)
    phrases = db.session.scalars(select(PhraseSighting.phrase_id).where(PhraseSighting.member_id == member_id)).all()
    reports = select(Consent.id).where(Consent.member_id == member_id, Consent.purpose == Purpose.REPORTS)
    others = select(Consent.id).where(Consent.member_id == member_id, Consent.id.not_in(reports))
    hers = _Hers()
    hers.delete(table_of(Consent), db.session.scalars(others).all())
    her_user.end(member_id=member_id)
    for belonging in belongings():
        if belonging.name in NOT_HERS:
            continue
        ids = db.session.scalars(select(belonging.table.c.id).where(belonging.column == member_id)).all()
        if belonging.fate.erasure == AtErasure.DELETED:
            hers.delete(belonging.table, ids)
        else:
            hers.empty(belonging.table, ids)
    unseen = ~select(PhraseSighting.id).where(PhraseSighting.phrase_id == UnknownPhrase.id).exists()
    undecided = UnknownPhrase.concept_id.is_(None), unseen
    db.session.execute(delete(UnknownPhrase).where(UnknownPhrase.id.in_(phrases), *undecided))
    _empty_herself(member)
    hers.touched["members"].update({member_id, *found.former_ids})
    _silence_audit(hers)
    erasing_texts.sweep(found, start_ups, centre_id)
    if hers.files:
        db.session.execute(delete(_files).where(_files.c.id.in_(hers.files)))
    db.session.expire_all()
    record(Action.CHANGED, db.session.get_one(Member, member_id), erased=[None, today().isoformat()])
    db.session.flush()


def forget_on_disk() -> bool:
    """After the commit: SQLite writes what was deleted over with zeros, and its log goes. False where a reader kept the
    log from going; the next call does it. PostgreSQL does the same by itself (autovacuum)."""
    engine = db.engine
    if engine.dialect.name != "sqlite":
        return True
    raw = engine.raw_connection()
    try:
        busy: int = raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    finally:
        raw.close()
    return not busy


class _Hers:
    """Rows that go or are emptied, with what hangs on them; the papers they point at go too."""

    def __init__(self) -> None:
        self.touched: defaultdict[str, set[int]] = defaultdict(set)
        self.files: set[int] = set()

    def delete(self, table: Table, ids: Collection[int]) -> None:
        if not ids:
            return
        self._note(table, ids)
        for child in pointing_at(table.name):
            if child.column.nullable:
                db.session.execute(update(child.table).where(child.column.in_(ids)).values({child.column.name: None}))
            else:
                self.delete(
                    child.table, db.session.scalars(select(child.table.c.id).where(child.column.in_(ids))).all()
                )
        db.session.execute(delete(table).where(table.c.id.in_(ids)))

    def empty(self, table: Table, ids: Collection[int]) -> None:
        """Free texts and papers; days, states and numbers stay."""
        if not ids:
            return
        self._note(table, ids)
        values = {one.name: _nothing(one) for one in table.columns if _says_something(one)}
        if values:
            db.session.execute(update(table).where(table.c.id.in_(ids)).values(values))
        for child in pointing_at(table.name):
            if child.table is not table:
                found = select(child.table.c.id).where(child.column.in_(ids))
                self.empty(child.table, db.session.scalars(found).all())

    def _note(self, table: Table, ids: Collection[int]) -> None:
        self.touched[table.name].update(ids)
        for column in table.columns:
            if _is_paper(column):
                papers = select(column).where(table.c.id.in_(ids), column.is_not(None))
                self.files.update(db.session.scalars(papers).all())


def _is_paper(column: Column[Any]) -> bool:
    return any(key.column.table is _files for key in column.foreign_keys)


def _says_something(column: Column[Any]) -> bool:
    if _is_paper(column):
        return True
    if column.foreign_keys or f"{column.table.name}.{column.name}" in KEPT_WORDS or isinstance(column.type, Enum):
        return False
    return isinstance(column.type, String | JSON | LargeBinary | EncryptedText)


def _nothing(column: Column[Any]) -> Any:
    if column.nullable:
        return null()
    if isinstance(column.type, JSON):
        default: Any = column.default  # makes an empty list or object
        return default.arg(None) if default is not None else None
    return b"" if isinstance(column.type, LargeBinary) else ""


def _empty_herself(member: Member) -> None:
    values: dict[str, Any] = {}
    for column in _members.columns:
        if column.name in KEPT:
            continue
        values[column.name] = _nothing(column) if column.nullable or _says_something(column) else _default(column)
    values |= {
        "public_id": uuid.uuid4(),
        "settlement_id": _stand_in(member.settlement_id),
        "erased_on": today(),
        "updated_at": now(),
        "version": member.version + 1,
    }
    db.session.execute(update(_members).where(_members.c.id == member.id).values(values))


def _default(column: Column[Any]) -> Any:
    default: Any = column.default
    return default.arg if default is not None and not default.is_callable else 0


def _stand_in(settlement_id: int | None) -> int | None:
    """The first village of the rayon for any of its villages, its first town for any town: reports count no closer."""
    if settlement_id is None:
        return None
    hers = db.session.get_one(Settlement, settlement_id)
    is_village: ColumnElement[bool] = Settlement.kind == SettlementKind.VILLAGE
    alike = is_village if hers.kind == SettlementKind.VILLAGE else ~is_village
    first: int | None = db.session.scalar(
        select(func.min(Settlement.id)).where(Settlement.rayon_id == hers.rayon_id, alike)
    )
    return first


def _silence_audit(hers: _Hers) -> None:
    """That something was done, when and by whom stays; what stood there goes."""
    for name, ids in hers.touched.items():
        entries = AuditEntry.thing == name, AuditEntry.thing_id.in_(ids)
        db.session.execute(update(AuditEntry).where(*entries).values(changes={}))
