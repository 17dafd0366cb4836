"""The first page of an installation nobody uses yet, and the first centre that is written down there."""

import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from crm.access import Role
from crm.accounts.models import User
from crm.centres.models import Centre
from crm.extensions import db
from crm.start import setup_code
from tests import factories

FILLED_IN = {
    "centre_name": "Salyan",
    "rayon": "Salyan",
    "name": "Nərgiz Salmanova",
    "login": "nergiz@example.com",
    "password": "three words together",
    "language": "ru",
}


@pytest.fixture
def on_the_network(app: Flask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Flask:
    """The installation as production has it: strangers can open its pages."""
    config = replace(app.extensions["config"], production=True, instance=tmp_path)
    monkeypatch.setitem(app.extensions, "config", config)
    return app


@pytest.mark.parametrize("address", ["/", "/sign-in"])
def test_empty_installation_begins_with_the_choice(client: FlaskClient, address: str) -> None:
    answer = client.get(address, follow_redirects=True)
    assert answer.request.path == "/start/"
    assert "/start/examples" in answer.text and "/start/empty" in answer.text


def test_installation_in_use_shows_its_usual_first_page(client: FlaskClient) -> None:
    factories.user()
    db.session.commit()
    assert client.get("/").status_code == 200
    assert client.get("/sign-in").status_code == 200
    for address in ("/start", "/start/empty", "/start/examples", "/start/examples/remove"):
        assert client.get(address).headers["Location"] == "/sign-in"


def test_administrator_may_try_the_examples_later(sign_in: Callable[[User], FlaskClient]) -> None:
    browser = sign_in(factories.user(Role.ADMINISTRATOR))
    page = browser.get("/start/").text
    assert "/start/examples" in page and "/start/empty" not in page


def test_staff_do_not_open_the_examples(staff: FlaskClient, app: Flask) -> None:
    answer = factories.post(staff, "/start/examples", form_at="/partners/new")
    assert answer.headers["Location"] == "/sign-in" and "Set-Cookie" not in answer.headers
    assert not app.extensions["examples"].being_made


def test_first_person_becomes_administrator_and_brings_her_list(client: FlaskClient) -> None:
    answer = factories.post(client, "/start/empty", **FILLED_IN)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/imports/new")
    her = db.session.scalars(select(User)).one()
    assert (her.login, her.role, her.language) == ("nergiz@example.com", Role.ADMINISTRATOR, "ru")
    assert her.centre and her.centre.name == "Salyan" and her.centre.rayon and her.centre.rayon.name_az == "Salyan"
    page = client.get("/imports/new")
    assert page.status_code == 200 and 'lang="ru"' in page.text and "Nərgiz Salmanova" in page.text


def test_second_first_person_is_sent_to_the_sign_in(app: Flask, client: FlaskClient) -> None:
    late = app.test_client()
    late.get("/start/empty")
    factories.post(client, "/start/empty", **FILLED_IN)
    answer = factories.post(late, "/start/empty", form_at="/sign-in", **{**FILLED_IN, "login": "late@example.com"})
    assert answer.headers["Location"] == "/sign-in"
    assert [user.login for user in db.session.scalars(select(User))] == ["nergiz@example.com"]


def test_mistakes_stand_beside_their_fields_and_the_rest_stays(client: FlaskClient) -> None:
    answer = factories.post(client, "/start/empty", **{**FILLED_IN, "login": "nergiz", "password": "2short"})
    assert answer.status_code == 422
    assert 'id="login-error"' in answer.text and 'id="password-error"' in answer.text
    assert 'value="Nərgiz Salmanova"' in answer.text and "2short" not in answer.text
    assert db.session.scalar(select(Centre)) is None


def test_stranger_without_the_code_cannot_take_the_installation(on_the_network: Flask, client: FlaskClient) -> None:
    for wrong in ({}, {"code": ""}, {"code": "aaaa-bbbb-cccc-dddd"}):
        answer = factories.post(client, "/start/empty", **FILLED_IN, **wrong)
        assert answer.status_code == 422 and 'id="code-error"' in answer.text
    assert db.session.scalar(select(User)) is None


def test_code_of_the_log_opens_the_installation_once(on_the_network: Flask, client: FlaskClient) -> None:
    config = on_the_network.extensions["config"]
    code = setup_code.current(config)
    file = config.instance / "setup-code"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600 and setup_code.current(config) == code
    typed = code.upper().replace("-", " ")
    assert factories.post(client, "/start/empty", **FILLED_IN, code=typed).status_code == 303
    assert not file.exists()
