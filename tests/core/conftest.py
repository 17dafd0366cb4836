"""Somebody who uses the installation; an app of its own, whose database really commits."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from crm import create_app
from crm.accounts.models import User
from crm.db import may_write
from crm.extensions import db, limiter
from tests import factories
from tests.conftest import config_for
from tests.postgres import fresh_database


@pytest.fixture
def user(app: Flask) -> User:
    made = factories.user(login="gunel@example.com")
    db.session.commit()
    return made


@pytest.fixture(params=["sqlite", "postgresql"])
def own_app(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    url = f"sqlite:///{tmp_path / 'own.db'}"
    if request.param == "postgresql":
        url = fresh_database(request.getfixturevalue("postgres_url"), "korpu_own")
    yield from _with_tables(create_app(config_for(url, tmp_path)))


def _with_tables(app: Flask) -> Iterator[Flask]:
    token = may_write.set(True)
    limiter.reset()
    with app.app_context():
        db.create_all()
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    may_write.reset(token)
