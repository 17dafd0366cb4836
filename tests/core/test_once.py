"""Double clicks, replays and two people at one record: every save counts once, and none is lost in silence."""

import re
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from crm.extensions import db
from crm.partners.models import Partner
from tests import factories

AT_ONCE = 4
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


def token(browser: FlaskClient, address: str) -> str:
    found = TOKEN.search(browser.get(address).text)
    assert found
    return found.group(1)


def partners_called(name: str) -> int:
    return db.session.scalar(select(func.count()).where(Partner.name == name)) or 0


def test_a_form_sent_twice_makes_one_record_and_answers_alike(staff: FlaskClient) -> None:
    form = {"name": "Xəzər Balıq", "client_key": uuid.uuid4().hex}
    answers = [factories.post(staff, "/partners/new", **form) for _time in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert answers[0].location == answers[1].location
    assert partners_called("Xəzər Balıq") == 1


def test_a_form_that_was_wrong_may_be_sent_again_with_its_key(staff: FlaskClient) -> None:
    key = uuid.uuid4().hex
    assert factories.post(staff, "/partners/new", name="", client_key=key).status_code == 422
    assert factories.post(staff, "/partners/new", name="Xəzər Balıq", client_key=key).status_code == 303
    assert partners_called("Xəzər Balıq") == 1


def test_the_key_of_one_person_does_not_answer_another(staff: FlaskClient, sign_in: Callable[..., FlaskClient]) -> None:
    colleague, key = sign_in(factories.user()), uuid.uuid4().hex
    factories.post(staff, "/partners/new", name="Xəzər Balıq", client_key=key)
    factories.post(colleague, "/partners/new", name="Kür Un", client_key=key)
    assert (partners_called("Xəzər Balıq"), partners_called("Kür Un")) == (1, 1)


def test_a_save_from_a_stale_form_is_shown_both_versions_and_may_be_saved_after_all(staff: FlaskClient) -> None:
    partner = factories.partner("Xəzər Balıq")
    db.session.commit()
    address = f"/partners/{partner.id}/edit"
    mine = {"name": "Xəzər Balıq Zavodu", "kind": "company", "version": partner.version}
    assert factories.post(staff, address, **{**mine, "name": "Xəzər MMC"}).status_code == 303
    refused = factories.post(staff, address, **mine)
    assert refused.status_code == 409
    assert "Xəzər MMC" in refused.text
    assert "Xəzər Balıq Zavodu" in refused.text
    assert partners_called("Xəzər MMC") == 1
    kept = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', refused.text.split("<main")[1]))
    assert staff.post(address, data=kept).status_code == 303
    assert partners_called("Xəzər Balıq Zavodu") == 1


def at_once(app: Flask, address: str, forms: list[dict[str, Any]], login: str) -> list[TestResponse]:
    """The forms posted at the same moment, each from a browser of its own signed in as the same person."""
    browsers = [app.test_client() for _form in forms]
    for browser in browsers:
        assert factories.post(browser, "/sign-in", login=login, password=factories.PASSWORD).status_code == 303
    tokens = [token(browser, address) for browser in browsers]
    together = Barrier(len(forms))

    def send(number: int) -> TestResponse:
        together.wait()
        return browsers[number].post(address, data={"csrf_token": tokens[number], **forms[number]})

    with ThreadPoolExecutor(len(forms)) as threads:
        return list(threads.map(send, range(len(forms))))


def test_clicks_at_the_same_moment_make_one_record(own_app: Flask) -> None:
    with own_app.app_context():
        login = factories.user().login
        db.session.commit()
    form = {"name": "Xəzər Balıq", "client_key": uuid.uuid4().hex}
    answers = at_once(own_app, "/partners/new", [form] * AT_ONCE, login)
    assert {(answer.status_code, answer.location) for answer in answers} == {(303, answers[0].location)}
    with own_app.app_context():
        assert partners_called("Xəzər Balıq") == 1


def test_of_two_saves_at_the_same_moment_one_counts_and_the_other_is_told(own_app: Flask) -> None:
    with own_app.app_context():
        login, partner = factories.user().login, factories.partner("Xəzər Balıq")
        db.session.commit()
        address, version = f"/partners/{partner.id}/edit", partner.version
    forms = [
        {"name": f"Xəzər {number}", "kind": "company", "version": version, "client_key": uuid.uuid4().hex}
        for number in range(AT_ONCE)
    ]
    answers = at_once(own_app, address, forms, login)
    assert sorted(answer.status_code for answer in answers) == [303, *[409] * (AT_ONCE - 1)]
    saved = next(number for number, answer in enumerate(answers) if answer.status_code == 303)
    with own_app.app_context():
        assert db.session.scalars(select(Partner.name)).all() == [f"Xəzər {saved}"]


def test_no_write_of_many_at_once_is_lost_or_locked_out(own_app: Flask) -> None:
    with own_app.app_context():
        login = factories.user().login
        db.session.commit()
    forms = [{"name": f"Company {number}", "client_key": uuid.uuid4().hex} for number in range(2 * AT_ONCE)]
    answers = at_once(own_app, "/partners/new", forms, login)
    assert [answer.status_code for answer in answers] == [303] * len(forms)
    with own_app.app_context():
        names = set(db.session.scalars(select(Partner.name)))
    assert names == {form["name"] for form in forms}
