"""Rows changed and taken out by one act, written down so exactly that all of it can be undone."""

import json
import uuid
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Table, delete, insert, select, update

from crm.extensions import db

#: Grow with each save, also with the undoing of one: what was opened before is still told that it is old.
NEVER_BACK = frozenset({"version", "updated_at"})

_TAGGED: tuple[tuple[type, str, Callable[[Any], str], Callable[[str], Any]], ...] = (
    (datetime, "moment", datetime.isoformat, datetime.fromisoformat),
    (date, "day", date.isoformat, date.fromisoformat),
    (Decimal, "number", str, Decimal),
    (uuid.UUID, "uuid", str, uuid.UUID),
    (bytes, "bytes", bytes.hex, bytes.fromhex),
)


class CannotUndo(Exception):
    """What came later stands in the way; the table it stands in."""

    def __init__(self, table: str) -> None:
        super().__init__(table)
        self.table = table


class Journal:
    """Changes rows and remembers them as they were."""

    def __init__(self, written: str = "[]") -> None:
        self.entries: list[list[Any]] = json.loads(written)

    def change(self, table: Table, row_id: int, **after: Any) -> None:
        row = row_of(table, row_id)
        changed = {name: new for name, new in after.items() if row[name] != new}
        if changed:
            before = {name: _plain(row[name]) for name in changed}
            self.entries.append([table.name, row_id, before, {name: _plain(new) for name, new in changed.items()}])
            db.session.execute(update(table).where(table.c.id == row_id).values(**changed))

    def take_out(self, table: Table, row_id: int) -> None:
        row = row_of(table, row_id)
        self.entries.append([table.name, row_id, {name: _plain(one) for name, one in row.items()}, None])
        db.session.execute(delete(table).where(table.c.id == row_id))

    def written(self) -> str:
        return json.dumps(self.entries, ensure_ascii=False)

    def undo(self) -> None:
        """Raises CannotUndo before anything is changed."""
        for name, row_id, _before, after in self.entries:
            self._check(db.metadata.tables[name], row_id, after)
        for name, row_id, before, after in reversed(self.entries):
            table = db.metadata.tables[name]
            was = {column: _value(one) for column, one in before.items()}
            if after is None:
                db.session.execute(insert(table).values(**was))
            else:
                db.session.execute(update(table).where(table.c.id == row_id).values(**was))

    def _check(self, table: Table, row_id: int, after: dict[str, Any] | None) -> None:
        row = find_row(table, row_id)
        if after is None:
            if row is not None:
                raise CannotUndo(table.name)
            return
        last = self._last(table.name, row_id)
        if last is None:  # taken out later by the same act
            return
        if row is None or any(row[name] != _value(one) for name, one in last.items() if name in after):
            raise CannotUndo(table.name)

    def _last(self, table: str, row_id: int) -> dict[str, Any] | None:
        """How the act left the row; None where it took it out."""
        left: dict[str, Any] = {}
        for name, one, _before, after in self.entries:
            if (name, one) == (table, row_id):
                if after is None:
                    return None
                left |= after
        return left


def find_row(table: Table, row_id: int) -> dict[str, Any] | None:
    row = db.session.execute(select(table).where(table.c.id == row_id)).mappings().first()
    return None if row is None else {str(name): value for name, value in row.items()}


def row_of(table: Table, row_id: int) -> dict[str, Any]:
    row = find_row(table, row_id)
    if row is None:
        raise LookupError(f"{table.name} {row_id}")
    return row


def _plain(value: Any) -> Any:
    for kind, tag, write, _read in _TAGGED:
        if isinstance(value, kind):
            return {tag: write(value)}
    return {"json": value} if isinstance(value, dict | list) else value


def _value(plain: Any) -> Any:
    if not isinstance(plain, dict):
        return plain
    ((tag, said),) = plain.items()
    return said if tag == "json" else next(read for _kind, one, _write, read in _TAGGED if one == tag)(said)
