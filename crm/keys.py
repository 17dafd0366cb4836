"""A new key for everything that is encrypted: each stored value is read with the key it has and written with the newest.

Which columns those are the models say; one that comes later is found too. What is done already is skipped, so a rotation
that was interrupted goes on where it stopped, and people may work meanwhile."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from sqlalchemy import ColumnElement, LargeBinary, func, select, type_coerce, update
from sqlalchemy.schema import Column

from crm.crypto import KEY_ID, decrypt, encrypt, id_of
from crm.db import EncryptedText
from crm.extensions import db

BATCH = 500


@dataclass
class Rotated:
    """One encrypted column, and how far it is. `unreadable`: ids of rows none of the keys opens; they stay as they are."""

    table: str
    column: str
    left: int
    done: int = 0
    unreadable: tuple[int, ...] = ()


def encrypted_columns() -> list[Column[str]]:
    tables = db.metadata.sorted_tables
    return [column for table in tables for column in table.columns if isinstance(column.type, EncryptedText)]


def waiting(keys: Sequence[bytes]) -> list[Rotated]:
    """Every encrypted column and how many values still need an older key."""
    found = []
    for column in encrypted_columns():
        number = db.session.scalar(select(func.count()).select_from(column.table).where(_old(column, keys[0])))
        found.append(Rotated(column.table.name, column.name, number or 0))
    return found


def rotate(keys: Sequence[bytes], batch: int = BATCH) -> Iterator[Rotated]:
    """Yields after each batch how far a column is; the caller commits there."""
    plan = {(one.table, one.column): one for one in waiting(keys)}
    for column in encrypted_columns():
        state, last = plan[column.table.name, column.name], 0
        while rows := _batch(column, keys[0], last, batch):
            for row_id, stored in rows:
                _renew(column, row_id, bytes(stored), keys, state)
            last = rows[-1][0]
            yield state


def _batch(column: Column[str], newest: bytes, after: int, size: int) -> list[tuple[int, bytes]]:
    key = _id(column)
    statement = select(key, _stored(column)).where(key > after, _old(column, newest)).order_by(key).limit(size)
    return [(row_id, stored) for row_id, stored in db.session.execute(statement)]


def _renew(column: Column[str], row_id: int, stored: bytes, keys: Sequence[bytes], state: Rotated) -> None:
    """A value somebody changed meanwhile is left to them: they wrote it with the newest key."""
    try:
        fresh = encrypt(decrypt(stored, keys), keys[0])
    except InvalidTag:
        state.unreadable += (row_id,)
        return
    table = db.metadata.tables[state.table]
    same = {"updated_at": table.c.updated_at} if "updated_at" in table.c else {}  # nobody changed what it says
    as_it_was = _id(column) == row_id, _stored(column) == stored
    db.session.execute(update(table).where(*as_it_was).values({column: type_coerce(fresh, LargeBinary), **same}))
    state.done += 1


def _old(column: Column[str], newest: bytes) -> ColumnElement[bool]:
    return func.substr(_stored(column), 1, KEY_ID, type_=LargeBinary) != id_of(newest)


def _stored(column: Column[str]) -> ColumnElement[bytes]:
    """As it lies there, not decrypted by the column."""
    return type_coerce(column, LargeBinary)


def _id(column: Column[str]) -> Column[int]:
    (key,) = column.table.primary_key.columns
    return key
