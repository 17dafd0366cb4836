"""The database: reachable, up to date, careful with what was answered, readable with the keys, in good hands."""

from collections.abc import Iterator
from pathlib import Path

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from cryptography.exceptions import InvalidTag
from sqlalchemy import Connection, LargeBinary, create_engine, func, select, type_coerce
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from crm.access import Role
from crm.accounts.models import User
from crm.centres.models import Installation
from crm.config import ROOT
from crm.crypto import decrypt
from crm.db import may_write
from crm.doctor.finding import Finding, look, ok, wrong
from crm.members.models import SpecialNote
from crm.places.models import Rayon
from crm.skills.models import Concept

WHAT = "CRM_DATABASE_URL"
#: Tables, not models: those need every slice to be loaded, and there may be no application.
USERS, INSTALLATION, NOTES = User.__table__, Installation.__table__, SpecialNote.__table__
RAYONS, CONCEPTS = Rayon.__table__, Concept.__table__
NEW_ADMINISTRATOR = "flask user add --role administrator --login ... --name ..."


def check(address: str, keys: tuple[bytes, ...], production: bool) -> Iterator[Finding]:
    """`keys` are empty where the setting itself is wrong."""
    url = make_url(address)
    shown = url.render_as_string(hide_password=True)
    if url.get_backend_name() == "sqlite" and not _file_of(url).exists():
        yield look(WHAT, f"{shown} is not there yet.", "it is made by the first start, or by flask db upgrade.")
        return
    token = may_write.set(False)
    try:
        options = {} if url.get_backend_name() == "sqlite" else {"connect_timeout": 5}
        with create_engine(url, poolclass=NullPool, connect_args=options).connect() as connection:
            yield ok(WHAT, f"{shown} answers.")
            yield from _inside(connection, keys, production)
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0][:200]
        yield wrong(
            WHAT, f"{shown} cannot be read ({reason}).", "is the server running, and are name and password right?"
        )
    finally:
        may_write.reset(token)


def _file_of(url: URL) -> Path:
    return Path(url.database or "")


def _inside(connection: Connection, keys: tuple[bytes, ...], production: bool) -> Iterator[Finding]:
    yield from _sqlite(connection) if connection.dialect.name == "sqlite" else _postgresql(connection)
    here = set(MigrationContext.configure(connection).get_current_heads())
    newest = set(ScriptDirectory(str(ROOT / "migrations")).get_heads())
    if here != newest:
        found = "is older or newer than the program." if here else "has no tables yet."
        yield wrong("schema", found, "flask db upgrade (after a backup)")
        return
    yield ok("schema", "is the newest.")
    yield _facts(connection)
    if keys:
        yield _protected(connection, keys)
    yield _administrators(connection)
    yield _examples(connection, production)


def _sqlite(connection: Connection) -> Iterator[Finding]:
    """As every connection of the program sets them; a file on a network drive may refuse WAL."""
    for name, good in (("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)):
        value = connection.exec_driver_sql(f"PRAGMA {name}").scalar()
        if value != good:
            found = f"{name} is {value}: what was answered could be lost."
            yield wrong("SQLite", found, "keep the database on a disk of this computer, not on a network drive.")
            return
    yield ok("SQLite", "WAL, every commit on the disk, foreign keys on.")


def _postgresql(connection: Connection) -> Iterator[Finding]:
    for name, good in (("fsync", ("on",)), ("synchronous_commit", ("on", "remote_write", "remote_apply"))):
        value = connection.exec_driver_sql(f"SHOW {name}").scalar()
        if value not in good:
            yield wrong("PostgreSQL", f"{name} is {value}: what was answered could be lost.", f"set {name} = on.")
            return
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
    if encoding != "UTF8":
        yield wrong("PostgreSQL", f"the encoding is {encoding}.", "create the database with ENCODING 'UTF8'.")
        return
    yield ok("PostgreSQL", "every commit is on the disk, UTF-8.")


def _facts(connection: Connection) -> Finding:
    what = "places and vocabulary"
    if all(connection.scalar(select(func.count()).select_from(table)) for table in (RAYONS, CONCEPTS)):
        return ok(what, "are there.")
    return look(what, "are missing: no text is understood.", "the next start brings them, or flask facts load.")


def _protected(connection: Connection, keys: tuple[bytes, ...]) -> Finding:
    """The oldest and the newest protected note, read with the keys at hand."""
    stored_text = type_coerce(NOTES.c.text, LargeBinary)  # as it lies there, not decrypted by the column
    for order in (NOTES.c.id, NOTES.c.id.desc()):
        stored = connection.scalar(select(stored_text).order_by(order).limit(1))
        if stored is None:
            return ok("protected notes", "there are none yet.")
        try:
            decrypt(bytes(stored), keys)
        except InvalidTag:
            mend = "put the key they were written with behind the new one in CRM_ENCRYPTION_KEYS."
            return wrong("protected notes", "cannot be read with these keys.", mend)
    return ok("protected notes", "can be read with these keys.")


def _administrators(connection: Connection) -> Finding:
    active = connection.scalar(select(func.count()).where(USERS.c.role == Role.ADMINISTRATOR, USERS.c.active))
    if active:
        return ok("administrators", f"{active}.")
    if connection.scalar(select(func.count()).select_from(USERS)):
        return wrong("administrators", "nobody can manage users.", NEW_ADMINISTRATOR)
    return look("administrators", "nobody can sign in yet.", f"open /start in the browser, or {NEW_ADMINISTRATOR}")


def _examples(connection: Connection, production: bool) -> Finding:
    demo = connection.scalar(select(INSTALLATION.c.is_demo).where(INSTALLATION.c.id == 1))
    if demo and production:
        found = "the database holds the invented examples, whose passwords everybody knows."
        return wrong("examples", found, "flask demo remove, or another CRM_DATABASE_URL.")
    return ok("examples", "the invented ones, for trying out." if demo else "none in this database.")
