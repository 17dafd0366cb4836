"""What people see when something goes wrong: in their language, with a way on, and nothing of the inside."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from crm import create_app
from crm.access import public
from crm.extensions import db
from crm.i18n import LANGUAGES
from tests import factories
from tests.conftest import config_for

CODES = (400, 403, 404, 413, 429)
INSIDE = "the inside of the program"


@public
def fail_with(code: int) -> str:
    if code == 500:
        raise RuntimeError(INSIDE)
    abort(code)


@pytest.fixture(scope="module")
def failing_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """An app in use with a view for each mistake; failures are answered as in production."""
    folder: Path = tmp_path_factory.mktemp("failing")
    app = create_app(config_for(f"sqlite:///{folder / 'failing.db'}", folder))
    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.add_url_rule("/fail/<int:code>", "fail", fail_with)
    with app.app_context():
        db.create_all()
        factories.user()
        db.session.commit()
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def browser(failing_app: Flask) -> FlaskClient:
    return failing_app.test_client()


def heading(answer: TestResponse) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", answer.text, re.S)
    assert found
    return found.group(1).strip()


@pytest.mark.parametrize("code", [*CODES, 500])
def test_each_mistake_is_explained_in_each_language(browser: FlaskClient, code: int) -> None:
    headings = set()
    for language in LANGUAGES:
        browser.set_cookie("language", language)
        answer = browser.get(f"/fail/{code}")
        assert answer.status_code == code
        assert f'<html lang="{language}">' in answer.text
        assert re.search(r'<main.*<a class="btn[^"]*" href="/"', answer.text, re.S), "a way on"
        headings.add(heading(answer))
    assert len(headings) == len(LANGUAGES)


def test_what_has_no_page_of_its_own_is_explained_too(browser: FlaskClient) -> None:
    assert browser.get("/no-such-page").status_code == 404
    assert browser.post("/healthz").status_code in (400, 405)
    assert heading(browser.get("/fail/418"))


def test_a_failure_shows_a_reference_that_the_log_knows_and_nothing_else(
    browser: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    answer = browser.get("/fail/500")
    assert INSIDE not in answer.text
    assert "Traceback" not in answer.text
    logged = re.search(r"error ([0-9a-f]{8})", caplog.text)
    assert logged
    assert logged.group(1) in answer.text
    assert INSIDE in caplog.text


def test_a_failure_is_explained_even_when_the_database_is_gone(failing_app: Flask, browser: FlaskClient) -> None:
    with failing_app.app_context():
        login = db.session.scalars(db.select(factories.User.login)).first()
    factories.post(browser, "/sign-in", login=login, password=factories.PASSWORD)
    with failing_app.app_context():
        db.drop_all()
    try:
        answer = browser.get("/partners/")
        assert answer.status_code == 500
        assert heading(answer)
        assert browser.get("/healthz").status_code == 200
        assert browser.get("/readyz").status_code == 503
    finally:
        with failing_app.app_context():
            db.create_all()
            factories.user()
            db.session.commit()


def test_a_form_without_its_token_is_refused(browser: FlaskClient) -> None:
    answer = browser.post("/sign-in", data={"login": "gunel@example.com", "password": "x"})
    assert answer.status_code == 400
    assert heading(answer)


def test_too_large_a_form_is_refused(browser: FlaskClient) -> None:
    assert browser.post("/sign-in", data={"login": "x" * (11 * 1024 * 1024)}).status_code == 413
