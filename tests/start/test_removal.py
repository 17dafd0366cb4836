"""Examples that were loaded into the real database are taken out again; real people never are."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from crm import create_app
from crm.centres.models import Centre
from crm.demo import remove as removal
from crm.demo.load import is_empty, load
from crm.demo.logins import PASSWORD
from crm.extensions import db, limiter
from tests import factories
from tests.conftest import config_for


def filled_tables() -> set[str]:
    return {
        table.name for table in db.metadata.sorted_tables if db.session.scalar(select(func.count()).select_from(table))
    }


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Flask]:
    app = create_app(config_for(f"sqlite:///{tmp_path / 'demo.db'}", tmp_path))
    with app.app_context():
        db.create_all()
    assert app.test_cli_runner().invoke(args=["demo", "load", "--members", "60"]).exit_code == 0
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


def test_facts_alone_are_left(app: Flask) -> None:
    before = filled_tables()
    load(members=60)
    assert filled_tables() > before
    removal.remove()
    assert filled_tables() == before | {"installation"} and is_empty()


def test_real_people_are_not_removed(app: Flask) -> None:
    factories.member()
    with pytest.raises(removal.NotExamples):
        removal.remove()
    assert db.session.scalar(select(func.count(Centre.id))) == 1


def test_administrator_removes_the_examples_and_starts_anew(demo: Flask, tmp_path: Path) -> None:
    limiter.reset()
    browser = demo.test_client()
    factories.post(browser, "/sign-in", login="admin@korpu.example.com", password=PASSWORD)
    assert "/start/clear" in browser.get("/imports/").text
    assert factories.post(browser, "/start/clear").status_code == 422
    assert factories.post(browser, "/start/clear", sure="y").headers["Location"] == "/start/"
    assert "/start/empty" in browser.get("/start/").text
    files = b"".join(path.read_bytes() for path in tmp_path.glob("demo.db*"))
    assert "Leyla Əliyeva".encode() not in files


def test_staff_of_the_examples_cannot_remove_them(demo: Flask) -> None:
    limiter.reset()
    browser = demo.test_client()
    factories.post(browser, "/sign-in", login="gunel@sabirabad.example.com", password=PASSWORD)
    assert browser.get("/start/clear").status_code == 403


def test_command_removes_them_and_the_next_start_does_not_bring_them_back(demo: Flask) -> None:
    runner = demo.test_cli_runner()
    assert runner.invoke(args=["demo", "remove"], input="n\n").exit_code == 1
    assert runner.invoke(args=["demo", "remove", "--yes"]).exit_code == 0
    assert runner.invoke(args=["demo", "remove", "--yes"]).exit_code == 1
    assert runner.invoke(args=["demo", "load", "--if-empty"]).exit_code == 0
    with demo.app_context():
        assert is_empty()
    assert runner.invoke(args=["demo", "load", "--members", "60"]).exit_code == 0
