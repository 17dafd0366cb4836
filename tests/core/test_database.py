"""What the database promises: an answered save is on the disk, no row points nowhere, reads do not wait for writes."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlalchemy.exc import IntegrityError, StatementError

from crm.db import may_write
from crm.extensions import db
from crm.info_sessions.models import InfoSession
from crm.partners.models import Contact
from tests import factories


def is_sqlite() -> bool:
    return db.engine.dialect.name == "sqlite"


def test_an_answered_save_is_on_the_disk(own_app: Flask) -> None:
    with own_app.app_context(), db.engine.connect() as connection:
        if is_sqlite():
            wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
            found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
            assert found == wanted
            assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() >= 5000
        else:
            assert connection.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"


def test_reading_does_not_wait_for_somebody_who_writes(own_app: Flask) -> None:
    """A read begins without the write lock; a write takes it at once, so that it cannot fail half way."""
    with own_app.app_context(), db.engine.connect() as writer:
        if is_sqlite():
            assert writer.in_transaction() is False
        writer.execute(sa.text("DELETE FROM centres WHERE id = -1"))
        token = may_write.set(False)
        try:
            with db.engine.connect() as reader:
                assert reader.execute(sa.text("SELECT count(*) FROM centres")).scalar() == 0
        finally:
            may_write.reset(token)


def test_no_row_points_nowhere(app: Flask) -> None:
    with pytest.raises(IntegrityError, match=r"(?i)foreign key"):
        db.session.execute(sa.insert(Contact).values(partner_id=2**30, name="Nobody", language="az"))
    db.session.rollback()


def test_a_moment_keeps_its_zone(app: Flask) -> None:
    baku = datetime(2026, 3, 1, 9, 30, tzinfo=timezone(timedelta(hours=4)))
    visit: InfoSession = factories.info_session(starts_at=baku)
    db.session.expire(visit)
    assert visit.starts_at == baku
    assert visit.starts_at.tzinfo == UTC


def test_a_moment_without_a_zone_is_refused(app: Flask) -> None:
    with pytest.raises(StatementError, match="time zone"):
        factories.info_session(starts_at=datetime(2026, 3, 1, 9, 30))
