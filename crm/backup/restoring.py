"""Restoring: first into a scratch database, where the backup proves itself; then into the real one, in one transaction."""

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from alembic import command
from alembic.config import Config as AlembicConfig
from alembic.util import CommandError
from flask import current_app
from sqlalchemy import Column, Connection, Engine, MetaData, Table, create_engine, func, inspect, select, text
from sqlalchemy.schema import AddConstraint, DropConstraint, ForeignKeyConstraint

from crm.backup.making import BATCH
from crm.backup.rows import as_stored, reader
from crm.backup.sealed import NotReadable, opened
from crm.extensions import db


@dataclass(frozen=True)
class Proved:
    """A backup that was read to its end: of which moment and schema, and its rows by table after the newest schema."""

    made_at: str
    revision: str
    rows: Mapping[str, int]


def prove(file: Path, keys: tuple[bytes, ...]) -> Proved:
    """Restores it into a scratch database, which is thrown away. Raises NotReadable and OSError."""
    with TemporaryDirectory(prefix="korpu-restore-") as folder:
        return _scratch(file, keys, Path(folder))[0]


def restore(file: Path, keys: tuple[bytes, ...]) -> Proved:
    """Proves it, then puts its rows in the place of all others. Whoever reads meanwhile sees the old or the new.

    Raises NotReadable, before anything is touched, and whatever the database says, then nothing is changed."""
    with TemporaryDirectory(prefix="korpu-restore-") as folder:
        proved, scratch = _scratch(file, keys, Path(folder))
        with scratch.connect() as source, db.engine.connect() as target:
            _replace(source, target)
        scratch.dispose()
        return proved


def _scratch(file: Path, keys: tuple[bytes, ...], folder: Path) -> tuple[Proved, Engine]:
    engine = create_engine(f"sqlite:///{folder / 'scratch.db'}")
    lines = _lines(file, keys)
    head = json.loads(next(lines))
    with engine.connect() as connection:
        _migrate(connection, head["revision"])
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.commit()
        with connection.begin():
            _pour(connection, lines)
            if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
                raise NotReadable(f"The backup does not hold together: {len(broken)} rows point nowhere.")
        _migrate(connection, "head")
        rows = {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in db.metadata.sorted_tables
        }
    return Proved(head["made_at"], head["revision"], rows), engine


def _migrate(connection: Connection, revision: str) -> None:
    migrate = current_app.extensions["migrate"]
    settings: AlembicConfig = migrate.migrate.get_config(migrate.directory)
    settings.attributes["connection"] = connection
    try:
        command.upgrade(settings, revision)
        connection.commit()
    except CommandError as wrong:
        raise NotReadable(
            "The backup was made by a newer program than this one. Bring the program up to date, then restore."
        ) from wrong


def _pour(connection: Connection, lines: Iterator[bytes]) -> None:
    """Fills the tables. The last line says how many rows there are and what all of it adds up to."""
    known, waiting, rows = MetaData(), list[Mapping[str, Any]](), dict[str, int]()
    table, read = None, None
    for found in lines:
        if not found.startswith(b"{"):
            if table is None or read is None:
                raise NotReadable("The backup begins with a row of no table.")
            waiting.append(read(found))
            rows[table.name] += 1
            if len(waiting) == BATCH:
                connection.execute(table.insert(), waiting)
                waiting.clear()
            continue
        if table is not None and waiting:
            connection.execute(table.insert(), waiting)
            waiting.clear()
        record = json.loads(found)
        if "table" in record:
            table = _shape(connection, record["table"], known)
            connection.execute(table.delete())  # what migrations wrote of their own
            read, rows[table.name] = reader(table, record["columns"]), 0
        elif record["rows"] != rows:
            raise NotReadable("The backup does not hold as many rows as it says.")


def _shape(connection: Connection, name: str, known: MetaData) -> Table:
    """The table as it was at the backup's revision, with our types where the column is still there."""
    table = Table(name, known, autoload_with=connection)
    ours = db.metadata.tables.get(name)
    for column in table.columns:
        if ours is not None and column.name in ours.c:
            column.type = as_stored(ours.c[column.name]).type
    return table


def _lines(file: Path, keys: tuple[bytes, ...]) -> Iterator[bytes]:
    """Every line; the last is compared with the digest of all before it."""
    unpacked, rest, digest, last = zlib.decompressobj(), b"", sha256(), b""
    with file.open("rb") as source:
        for piece in opened(source, keys):
            whole = (rest + unpacked.decompress(piece)).split(b"\n")
            rest = whole.pop()
            for found in whole:
                if last:
                    digest.update(last + b"\n")
                    yield last
                last = found
    if not last or json.loads(last).get("sha256") != digest.hexdigest():
        raise NotReadable("The backup is not whole. Take another copy of it, or an older one.")
    yield last


def _replace(source: Connection, target: Connection) -> None:
    sqlite = target.dialect.name == "sqlite"
    if sqlite:
        target.exec_driver_sql("PRAGMA foreign_keys=OFF")
        target.commit()
    with target.begin():
        keys = [] if sqlite else _foreign_keys(target)
        for key in keys:
            target.execute(DropConstraint(key))
        for table in reversed(db.metadata.sorted_tables):
            target.execute(table.delete() if sqlite else text(f'TRUNCATE "{table.name}"'))
        for table in db.metadata.sorted_tables:
            _copy(source, target, table)
        for key in keys:
            target.execute(AddConstraint(key))
        if sqlite and target.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
            raise NotReadable("The restored rows do not hold together. Nothing was changed.")
    if sqlite:
        target.exec_driver_sql("PRAGMA foreign_keys=ON")
        target.commit()


def _copy(source: Connection, target: Connection, table: Table) -> None:
    shape = Table(table.name, MetaData(), *_plain(table))
    read = source.execution_options(yield_per=BATCH).execute(select(*(as_stored(column) for column in table.columns)))
    for rows in read.mappings().partitions(BATCH):
        target.execute(shape.insert(), [dict(row) for row in rows])
    if target.dialect.name == "postgresql" and table.autoincrement_column is not None:
        column = table.autoincrement_column
        last = func.coalesce(func.max(column), 1)
        sequence = func.pg_get_serial_sequence(table.name, column.name)
        target.execute(select(func.setval(sequence, last, func.count() > 0)).select_from(table))


def _plain(table: Table) -> Iterator[Any]:
    """Columns that take encrypted fields as they are and ask for no default: every value comes from the backup."""
    for column in table.columns:
        yield Column(column.name, as_stored(column).type)


def _foreign_keys(target: Connection) -> list[ForeignKeyConstraint]:
    known = MetaData()
    known.reflect(target)
    inspector = inspect(target)
    names = {table: {key["name"] for key in inspector.get_foreign_keys(table)} for table in known.tables}
    return [
        constraint
        for table in known.tables.values()
        for constraint in table.foreign_key_constraints
        if constraint.name in names[table.name]
    ]
