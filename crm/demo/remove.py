"""The examples out of the database they were loaded into. Real data cannot be removed this way."""

from sqlalchemy import delete

from crm.centres.models import Installation
from crm.centres.queries import holds_examples
from crm.extensions import db

#: What every installation has, with or without people. Every other table is emptied, also one that is added later.
FACTS = frozenset(
    {"economic_regions", "rayons", "settlements", "concepts", "concept_forms", "concept_neighbours", "alembic_version"}
)
#: A reader elsewhere may hold the checkpoint up; the next one then does it.
PATIENCE_MS = 2000


class NotExamples(Exception):
    """This database holds real people, or nobody."""


def remove() -> None:
    """Leaves an empty installation that remembers not to load them by itself again. The caller commits.

    Raises NotExamples."""
    if not holds_examples():
        raise NotExamples("There are no examples in this database; real data are never removed this way.")
    db.session.expunge_all()
    for table in reversed(db.metadata.sorted_tables):
        if table.name not in FACTS:
            db.session.execute(delete(table))
    db.session.add(Installation(id=1, is_demo=False))
    db.session.flush()


def checkpoint() -> None:
    """After the commit: on SQLite the removed people leave the write-ahead log too, not only the tables."""
    if db.engine.dialect.name != "sqlite":
        return
    connection = db.engine.engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={PATIENCE_MS}")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute("PRAGMA busy_timeout=30000")
    finally:
        connection.close()
