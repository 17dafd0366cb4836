"""Fixtures of all tests: the app on a real database (SQLite and PostgreSQL), a rollback after each test, signed-in clients."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, g
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings
from werkzeug.test import TestResponse

from crm import create_app
from crm.access import Role
from crm.accounts.models import User
from crm.config import Config
from crm.db import may_write
from crm.extensions import db, limiter
from tests import factories
from tests.postgres import binaries, cluster, fresh_database

KEY = bytes(range(32))

# How fast this machine is decides no test.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


class Browser(FlaskClient):
    """Tests and requests share one app context, hence one database session. Nothing else of a request may stay."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        for name in list(g):
            g.pop(name)
        return super().open(*args, **kwargs)


def config_for(url: str, folder: Path) -> Config:
    return Config(
        secret_key="a test secret of more than thirty-two characters",
        encryption_keys=(KEY,),
        database_url=url,
        instance=folder,
        testing=True,
    )


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A running throw-away PostgreSQL; skipped where none is installed, except under CI."""
    if binaries() is None:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL is not installed")
        pytest.skip("PostgreSQL is not installed")
    with cluster() as url:
        yield url


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def whole_app(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The app with its tables and the shipped facts, once per database."""
    folder = tmp_path_factory.mktemp(request.param)
    url = f"sqlite:///{folder / 'test.db'}"
    if request.param == "postgresql":
        url = fresh_database(request.getfixturevalue("postgres_url"), "korpu_tests")
    app = create_app(config_for(url, folder))
    app.test_client_class = Browser
    with app.app_context():
        db.create_all()
        factories.facts()
        db.session.commit()
    yield app
    with app.app_context():
        db.session.remove()
        for engine in db.engines.values():
            engine.dispose()


@contextmanager
def undone(app: Flask) -> Iterator[None]:
    """One outer transaction that is undone at the end, whatever the requests inside commit."""
    token = may_write.set(True)
    with app.app_context():
        engines = db._app_engines[app]
        engine = engines[None]
        connection = engine.connect()
        outer = connection.begin()
        engines[None] = connection
        db.session.remove()
        db.session.configure(join_transaction_mode="create_savepoint")
        limiter.reset()
        try:
            yield
        finally:
            db.session.remove()
            outer.rollback()
            connection.close()
            engines[None] = engine
    may_write.reset(token)


@pytest.fixture
def app(whole_app: Flask) -> Iterator[Flask]:
    """The app, and after the test a database as before it."""
    with undone(whole_app):
        yield whole_app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A signed-out browser."""
    return app.test_client()


@pytest.fixture
def sign_in(app: Flask) -> Callable[[User], FlaskClient]:
    """`sign_in(user)` gives a browser signed in as that user (factories give everybody the same password)."""

    def signed_in(user: User) -> FlaskClient:
        db.session.commit()
        browser = app.test_client()
        answer = factories.post(browser, "/sign-in", login=user.login, password=factories.PASSWORD)
        assert answer.status_code == 303, answer.text
        return browser

    return signed_in


@pytest.fixture
def staff(app: Flask, sign_in: Callable[[User], FlaskClient]) -> FlaskClient:
    """A browser of staff of the centre "Sabirabad"."""
    return sign_in(factories.user(Role.STAFF, centre=factories.centre("Sabirabad")))
