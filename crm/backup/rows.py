"""Rows as lines of JSON that say the same in every database, and back. Protected fields stay as they are encrypted."""

import base64
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Date, DateTime, LargeBinary, Numeric, Table, Uuid, type_coerce

from crm.db import EncryptedText, UTCDateTime

#: What JSON has no word for, by the type of its column.
_READERS: tuple[tuple[type, Callable[[str], Any]], ...] = (
    (UTCDateTime, datetime.fromisoformat),
    (DateTime, datetime.fromisoformat),
    (Date, date.fromisoformat),
    (EncryptedText, base64.b64decode),
    (LargeBinary, base64.b64decode),
    (Uuid, lambda text: UUID(hex=text)),
)


def as_stored(column: Column[Any]) -> Any:
    """The column in a select: what is encrypted is not opened."""
    return type_coerce(column, LargeBinary) if isinstance(column.type, EncryptedText) else column


def line(row: tuple[Any, ...]) -> bytes:
    return json.dumps([_plain(value) for value in row], ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _plain(value: Any) -> Any:
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    if isinstance(value, date):  # a datetime is one
        return value.isoformat()
    if isinstance(value, UUID):
        return value.hex
    return str(value) if isinstance(value, Decimal) else value


def reader(table: Table, names: list[str]) -> Callable[[bytes], Mapping[str, Any]]:
    """What reads the lines of a table whose columns stand in this order."""
    readers = [_reader(table.c[name]) for name in names]

    def read(text: bytes) -> Mapping[str, Any]:
        values = json.loads(text)
        return {
            name: value if value is None or read is None else read(value)
            for name, read, value in zip(names, readers, values, strict=True)
        }

    return read


def _reader(column: Column[Any]) -> Callable[[Any], Any] | None:
    if isinstance(column.type, Numeric) and column.type.asdecimal:
        return Decimal
    return next((read for kind, read in _READERS if isinstance(column.type, kind)), None)
