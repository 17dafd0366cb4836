"""Making a backup: one reading transaction sees one moment, whatever others write meanwhile."""

import json
import os
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, select, text

from crm.backup.rows import as_stored, line
from crm.backup.sealed import MAGIC, Writer
from crm.db import may_write, now
from crm.extensions import db

#: Rows fetched at a time.
BATCH = 1_000


@dataclass(frozen=True)
class Made:
    """What went into a backup: rows by table, and bytes of the file."""

    made_at: str
    revision: str
    rows: dict[str, int]
    size: int


def make_backup(file: Path, key: bytes) -> Made:
    """Writes the whole file beside its place, waits for the disk and only then puts it there.

    Raises OSError where it cannot be written and FileExistsError where another thing than a backup would be lost."""
    if file.exists() and file.stat().st_size and not _is_ours(file):
        raise FileExistsError(file)
    beside = file.with_name(file.name + ".part")
    try:
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as target:
            sealed = Writer(target, key)
            made_at, revision, rows = _pour(sealed)
            sealed.close()
            target.flush()
            os.fsync(target.fileno())
        size = beside.stat().st_size
        beside.replace(file)
        _sync_folder(file.parent)
    finally:
        beside.unlink(missing_ok=True)
    return Made(made_at, revision, rows, size)


def as_json(made: Made) -> dict[str, Any]:
    return {**asdict(made), "rows": sum(made.rows.values()), "tables": made.rows}


def _pour(sealed: Writer) -> tuple[str, str, dict[str, int]]:
    packed, rows, digest = zlib.compressobj(6), {}, sha256()

    def write(text: bytes) -> None:
        digest.update(text)
        sealed.write(packed.compress(text))

    token = may_write.set(False)
    try:
        with db.engine.connect() as connection, _one_moment(connection).begin():
            made_at, revision = now().isoformat(), _revision(connection)
            write(_json({"made_at": made_at, "revision": revision, "database": connection.dialect.name}))
            for table in db.metadata.sorted_tables:
                names = [column.name for column in table.columns]
                write(_json({"table": table.name, "columns": names}))
                rows[table.name] = 0
                for row in _streamed(connection, select(*(as_stored(table.c[name]) for name in names))):
                    write(line(tuple(row)))
                    rows[table.name] += 1
            connection.rollback()
    finally:
        may_write.reset(token)
    end = _json({"rows": rows, "sha256": digest.hexdigest()})
    sealed.write(packed.compress(end) + packed.flush())
    return made_at, revision, rows


def _one_moment(connection: Connection) -> Connection:
    """SQLite in WAL reads one moment in any transaction; PostgreSQL has to be asked."""
    if connection.dialect.name == "postgresql":
        return connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return connection


def _streamed(connection: Connection, statement: Select[Any]) -> Iterator[Any]:
    return iter(connection.execution_options(yield_per=BATCH).execute(statement))


def _revision(connection: Connection) -> str:
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def _json(record: dict[str, Any]) -> bytes:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _is_ours(file: Path) -> bool:
    with file.open("rb") as source:
        return source.read(len(MAGIC)) == MAGIC


def _sync_folder(folder: Path) -> None:
    """The name of the file is on the disk too; Windows has no such thing."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
