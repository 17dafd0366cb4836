"""A list taken back within 30 days: women it brought go if nobody has done anything with them since, and a field it
changed gets its old text where nobody has changed it after. What stays says why."""

import json
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Date, delete, select

from crm.audit.enums import Action
from crm.audit.operations import record
from crm.db import now
from crm.extensions import db
from crm.i18n import _
from crm.imports.enums import ImportState, RowState
from crm.imports.models import ImportRun
from crm.imports.row_models import ImportRow, packed
from crm.imports.taking import plain
from crm.members import operations
from crm.members.belongings import belongings
from crm.members.enums import ConceptSource
from crm.members.models import Member

WITHIN = timedelta(days=30)
TAKEN = (RowState.CREATED, RowState.UPDATED)
#: What hangs on a woman as soon as she is stored, without anybody doing anything.
BY_ITSELF = frozenset(
    {
        "import_rows.known_id", "import_rows.member_id", "likely_pairs.one_id", "likely_pairs.other_id",
        "member_concepts.member_id", "member_keys.member_id", "phrase_sightings.member_id",
    }
)  # fmt: skip


def can_revert(run: ImportRun) -> bool:
    return run.state == ImportState.DONE and run.taken_at is not None and run.taken_at > now() - WITHIN


def revert(*, run: ImportRun) -> None:
    """The last row first: two rows may be about one woman."""
    db.session.refresh(run, with_for_update=True)
    if not can_revert(run):
        return
    asked = select(ImportRow).where(ImportRow.run_id == run.id, ImportRow.state.in_(TAKEN))
    back = _Back(run)
    for row in db.session.scalars(asked.order_by(ImportRow.line.desc())).all():
        back.take(row)
    run.state = ImportState.REVERTED
    record(Action.CHANGED, run, state=["done", "reverted"])
    db.session.flush()


class _Back:
    """What the list left, and who had more done with her since."""

    def __init__(self, run: ImportRun) -> None:
        self._titles = run.titles
        hers = select(ImportRow.member_id).where(ImportRow.run_id == run.id, ImportRow.member_id.is_not(None))
        left = select(ImportRow.member_id, ImportRow.version_after, ImportRow.undo)
        self._left: dict[int, int] = {}
        self._wished: set[int] = set()
        for member_id, version, undo in db.session.execute(left.where(ImportRow.run_id == run.id)):
            if member_id is not None and undo:
                self._left[member_id] = max(version or 0, self._left.get(member_id, 0))
                self._wished |= set(json.loads(undo).get("wished", []))
        self._touched: set[int] = set()
        for one in belongings():
            if one.name not in BY_ITSELF:
                self._touched |= set(db.session.scalars(select(one.column).where(one.column.in_(hers))))
        elsewhere = select(ImportRow.member_id).where(ImportRow.run_id != run.id, ImportRow.member_id.in_(hers))
        self._in_others = set(db.session.scalars(elsewhere))

    def take(self, row: ImportRow) -> None:
        member, created = row.member, row.state == RowState.CREATED
        stays = [] if member is None else self._why_not(member) if created else self._give_back(row, member)
        row.reason = ", ".join(stays)[:500]
        row.state = RowState.KEPT if stays else RowState.REVERTED
        if created and not stays:
            row.cells, row.undo = packed({}), None
            if member is not None:
                _remove(member)

    def _why_not(self, member: Member) -> list[str]:
        """Nothing when she may go."""
        if member.version != self._left[member.id]:
            return [_("her record was changed since")]
        if any(one.source != ConceptSource.TEXT and one.id not in self._wished for one in member.concepts):
            return [_("somebody has gone through her skills")]
        if member.id in self._touched:
            return [_("something was done with her since, such as a consent, a visit or an offer")]
        return [_("another list brought her as well")] if member.id in self._in_others else []

    def _give_back(self, row: ImportRow, member: Member) -> list[str]:
        """The fields that stay, by the title of their column."""
        restored: dict[str, Any] = {}
        stays = []
        for name, (was, new) in row.written.get("changed", {}).items():
            if plain(getattr(member, name)) == new:
                restored[name] = _value(name, was)
            else:
                stays.append(_("“%(field)s” was changed since", field=self._titles.get(name, name)))
        wished = set(row.written.get("wished", []))
        for one in list(member.concepts):
            if one.id in wished and one.level is None:
                member.concepts.remove(one)
        as_left = member.version == self._left[member.id]
        operations.change_member(member=member, **restored)
        if as_left:
            self._left[member.id] = member.version
        return stays


def _value(name: str, said: Any) -> Any:
    is_day = isinstance(Member.__table__.columns[name].type, Date)
    return date.fromisoformat(said) if is_day and said else said


def _remove(member: Member) -> None:
    record(Action.CHANGED, member, taken_back=member.id)
    db.session.flush()
    member_id = member.id
    for one in belongings():
        if one.name in BY_ITSELF and not one.column.nullable:
            db.session.execute(delete(one.table).where(one.column == member_id))
    db.session.execute(delete(Member).where(Member.id == member_id))
    db.session.expire_all()
