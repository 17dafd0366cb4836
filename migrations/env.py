"""Alembic's environment: the app's own engine, batch mode for SQLite, foreign keys checked afterwards."""

from alembic import context
from flask import current_app
from sqlalchemy import Connection

from crm.db import EncryptedText, UTCDateTime
from crm.extensions import db


def plain_type(kind: str, item: object, _context: object) -> str | bool:
    """Migrations name the database's own types, so that they outlive changes of ours."""
    if kind == "type" and isinstance(item, UTCDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, EncryptedText):
        return "sa.LargeBinary()"
    return False


def run_migrations(connection: Connection) -> None:
    sqlite = connection.dialect.name == "sqlite"
    if sqlite:
        # A batch rebuild drops the old table; with foreign keys on, that would delete the rows of its children.
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.commit()
    context.configure(
        connection=connection,
        target_metadata=db.metadata,
        render_as_batch=True,
        compare_type=True,
        render_item=plain_type,
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()
    if sqlite:
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        connection.commit()
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")
        if broken:
            raise RuntimeError(f"rows that point nowhere after the migration: {broken[:5]}")


if context.is_offline_mode():
    raise RuntimeError("migrations need the database itself; run them with `python3 run.py flask db upgrade`")

handed_over: Connection | None = context.config.attributes.get("connection")
if handed_over is not None:
    run_migrations(handed_over)
else:
    with current_app.extensions["migrate"].db.engine.connect() as own:
        run_migrations(own)
