"""The examples in a database of their own: made when asked for, apart from the real one, gone when removed."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select, text

from crm import create_app
from crm.accounts.models import User
from crm.config import Config
from crm.examples import COOKIE, MOST_PAGES, Examples
from crm.extensions import db, limiter
from crm.members.models import Member
from tests import factories
from tests.conftest import config_for


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """A real installation that nobody uses yet."""
    folder = tmp_path_factory.mktemp("real")
    app = create_app(config_for(f"sqlite:///{folder / 'real.db'}", folder))
    with app.app_context():
        db.create_all()
    yield app
    app.extensions["examples"].remove()
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def visitor(real: Flask) -> FlaskClient:
    """A browser that asked for the examples and waited for them."""
    limiter.reset()
    browser = real.test_client()
    answer = factories.post(browser, "/start/examples", form_at="/start/")
    assert answer.headers["Location"] == "/start/examples"
    for _ in range(600):
        page = browser.get("/start/examples")
        if page.status_code == 303:
            return browser
        assert page.headers["Refresh"] == "2", page.text
        time.sleep(0.1)
    raise AssertionError("the examples were not made")


def real_counts(app: Flask) -> tuple[int | None, int | None]:
    with app.app_context():
        return db.session.scalar(select(func.count(User.id))), db.session.scalar(select(func.count(Member.id)))


def test_visitor_becomes_one_of_the_invented_people(real: Flask, visitor: FlaskClient) -> None:
    people = visitor.get("/", follow_redirects=True)
    assert people.text.count("/start/examples/sign-in") == 8
    answer = factories.post(visitor, "/start/examples/sign-in", form_at="/start/", login="aysel@neftchala.example.com")
    assert answer.status_code == 303
    page = visitor.get("/members/")
    assert page.status_code == 200 and "/start/examples/leave" in page.text
    assert real_counts(real) == (0, 0)


def test_others_stay_in_the_real_installation(real: Flask, visitor: FlaskClient) -> None:
    stranger = real.test_client()
    assert "/start/empty" in stranger.get("/start/").text
    stranger.set_cookie(COOKIE, "examples")
    assert "/start/empty" in stranger.get("/start/").text
    assert stranger.get("/sign-in").status_code == 302


def test_nobody_else_can_be_signed_in_with_the_button(visitor: FlaskClient) -> None:
    answer = factories.post(visitor, "/start/examples/sign-in", form_at="/start/", login="somebody@example.com")
    assert answer.status_code == 404


def test_health_is_that_of_the_real_installation(real: Flask, visitor: FlaskClient) -> None:
    with real.app_context():
        db.session.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
        db.session.commit()
    assert visitor.get("/readyz").text == "migration"  # made without migrations, as the examples are not
    assert visitor.get("/healthz").text == "ok"


def test_administrator_of_the_examples_is_nobody_in_the_real_installation(real: Flask, visitor: FlaskClient) -> None:
    factories.post(visitor, "/start/examples/sign-in", form_at="/start/", login="admin@korpu.example.com")
    assert visitor.get("/imports/").status_code == 200
    theirs = visitor.get_cookie("korpu_examples")
    assert theirs
    thief = real.test_client()
    thief.set_cookie("korpu", theirs.value)
    assert thief.get("/imports/").status_code == 302
    assert visitor.get("/start/clear").status_code == 404


def test_visitor_leaves_and_is_back_in_the_real_installation(visitor: FlaskClient) -> None:
    answer = factories.post(visitor, "/start/examples/leave", form_at="/start/")
    assert answer.headers["Location"] == "/" and visitor.get_cookie(COOKIE) is None
    assert "/start/empty" in visitor.get("/start/").text


def test_examples_cannot_fill_the_disk(real: Flask, visitor: FlaskClient) -> None:
    theirs = real.extensions["examples"]._opened()
    with theirs.app_context():
        assert db.session.scalar(text("PRAGMA max_page_count")) == MOST_PAGES


def test_removal_on_the_network_needs_the_code(
    real: Flask, visitor: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = replace(real.extensions["config"], production=True)
    monkeypatch.setitem(real.extensions, "config", config)
    answer = factories.post(real.test_client(), "/start/examples/remove", sure="y")
    assert answer.status_code == 422 and real.extensions["examples"].ready


def test_removed_examples_leave_nothing_and_can_be_made_again(real: Flask, visitor: FlaskClient) -> None:
    browser = real.test_client()
    assert factories.post(browser, "/start/examples/remove").status_code == 422
    assert factories.post(browser, "/start/examples/remove", sure="y").headers["Location"] == "/start/"
    folder: Path = real.extensions["config"].instance
    assert not list(folder.glob("examples*"))
    assert "/start/empty" in visitor.get("/start/").text  # her cookie leads nowhere now
    real.extensions["examples"].begin()
    assert real.extensions["examples"].being_made


def test_failed_making_is_said_and_can_be_tried_again(tmp_path: Path) -> None:
    app = create_app(config_for(f"sqlite:///{tmp_path / 'real.db'}", tmp_path))
    with app.app_context():
        db.create_all()

    def full_disk(config: Config) -> Flask:
        raise OSError(28, "No space left on device")

    app.extensions["examples"] = examples = Examples(app, full_disk)
    examples.begin()
    for _ in range(100):
        if not examples.being_made:
            break
        time.sleep(0.05)
    page = app.test_client().get("/start/examples")
    assert "Refresh" not in page.headers and "/start/" in page.text
    assert not examples.ready and not list(tmp_path.glob("examples*"))
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
