"""Audit entries as people read them: the names of things, and each change as one line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from flask import url_for
from sqlalchemy import Column, Date, Enum

from crm import formats
from crm.audit.models import AuditEntry
from crm.audit.queries import names_of
from crm.audit.things import FIELDS, THINGS
from crm.db import EncryptedText, UTCDateTime
from crm.extensions import Model
from crm.i18n import _, in_language
from crm.web import tuples

#: Words of operations that hold several values at once, not old and new.
SEVERAL = frozenset({"moved", "needs_added", "needs_removed"})
HIDDEN = "…"
LONGEST = 200


@dataclass
class Words:
    """The words of a page of entries. The names of all things on it are read once a table."""

    names: dict[tuple[str, int], str] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[AuditEntry]) -> "Words":
        wanted: dict[str, set[int]] = {}
        for entry in entries:
            if entry.thing_id is not None:
                wanted.setdefault(entry.thing, set()).add(entry.thing_id)
            for name, change in entry.changes.items():
                if target := _points_at(_column(entry.thing, name)):
                    ids = {part for part in _parts(change) if isinstance(part, int)}
                    wanted.setdefault(target, set()).update(ids)
        words = cls()
        for table, ids in wanted.items():
            statement = names_of(table, ids)
            for record in tuples(statement) if statement is not None and ids else ():
                words.names[table, record.id] = in_language(record)
        return words

    def thing(self, entry: AuditEntry) -> str:
        """Woman Aygün Həsənova; User № 7 where it has no name or is gone."""
        known = THINGS.get(entry.thing)
        label = str(known.label) if known else entry.thing
        if entry.thing_id is None:
            return label
        name = self.names.get((entry.thing, entry.thing_id))
        return f"{label} {name or f'№ {entry.thing_id}'}"

    def url(self, entry: AuditEntry) -> str | None:
        """The page of the thing, when it has one and still exists."""
        known = THINGS.get(entry.thing)
        if known is None or not known.endpoint or (entry.thing, entry.thing_id) not in self.names:
            return None
        values: dict[str, Any] = {known.argument: entry.thing_id}
        return url_for(known.endpoint, **values)

    def lines(self, entry: AuditEntry) -> list[str]:
        return [self._line(entry.thing, name, change) for name, change in entry.changes.items()]

    def _line(self, thing: str, name: str, change: Any) -> str:
        column = _column(thing, name)
        label = str(FIELDS.get(name) or name.replace("_", " "))
        texts = [self._value(column, part) for part in _parts(change)]
        if len(texts) == 2 and name not in SEVERAL:  # old and new
            return f"{label}: {texts[0]} → {texts[1]}"
        return f"{label}: {', '.join(texts)}"

    def _value(self, column: "Column[Any] | None", value: Any) -> str:
        if value is None or value == "":
            return "–"
        if isinstance(value, bool):
            return str(_("yes") if value else _("no"))
        if column is not None:
            if isinstance(column.type, EncryptedText):
                return HIDDEN
            if (table := _points_at(column)) and isinstance(value, int):
                return self.names.get((table, value), f"№ {value}")
            value = _typed(column, value)
        return str(value)[:LONGEST]


def _parts(change: Any) -> list[Any]:
    return change if isinstance(change, list) else [change]


def _column(table: str, name: str) -> "Column[Any] | None":
    known: Mapping[str, Any] = Model.metadata.tables
    return known[table].columns.get(name) if table in known else None


def _points_at(column: "Column[Any] | None") -> str | None:
    """The table a foreign key points at."""
    key = next(iter(column.foreign_keys), None) if column is not None else None
    return key.column.table.name if key else None


def _typed(column: "Column[Any]", value: Any) -> Any:
    """Labels of choices and dates as people write them; anything else as it is."""
    try:
        if isinstance(column.type, Enum):
            kind: Any = column.type.enum_class
            return kind(value).label if kind else value
        if isinstance(column.type, UTCDateTime):
            return formats.moment(datetime.fromisoformat(value))
        if isinstance(column.type, Date):
            return formats.day(date.fromisoformat(value))
    except (ValueError, AttributeError, TypeError):
        return value  # written by an earlier version that had other choices
    return value
