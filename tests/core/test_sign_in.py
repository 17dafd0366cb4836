"""Signing in and out: who guesses must wait, a copied cookie is worth nothing, nobody learns which accounts exist."""

import re
from collections.abc import Callable

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from crm.accounts.models import SignInSession, User
from crm.extensions import db
from tests import factories

LIMIT = 10
WRONG, NOT_NOW, FOUND, SEE_OTHER = 422, 429, 302, 303
ONCE_ONLY = re.compile(r'(name="(?:csrf_token|client_key)"[^>]*value|X-CSRFToken": ?)="?"[^"]+"|"X-CSRFToken": "[^"]+"')


def attempt(browser: FlaskClient, login: str, password: str, address: str = "127.0.0.1", **more: str) -> TestResponse:
    """A try from an address of the network."""
    browser.environ_base["REMOTE_ADDR"] = address
    return factories.post(browser, "/sign-in", login=login, password=password, **more)


def test_who_guesses_must_wait_and_the_owner_elsewhere_need_not(client: FlaskClient, user: User) -> None:
    guesses = [attempt(client, user.login, "guess", "192.0.2.1").status_code for _time in range(LIMIT + 1)]
    assert guesses == [WRONG] * LIMIT + [NOT_NOW]
    assert attempt(client, user.login, factories.PASSWORD, "192.0.2.1").status_code == NOT_NOW
    assert attempt(client, user.login, factories.PASSWORD, "192.0.2.2").status_code == SEE_OTHER


def test_who_tries_many_accounts_must_wait_too(client: FlaskClient, user: User) -> None:
    tries = [attempt(client, f"user{number}@example.com", "guess").status_code for number in range(LIMIT + 1)]
    assert tries[-1] == NOT_NOW
    refused = attempt(client, user.login, factories.PASSWORD)
    assert refused.status_code == NOT_NOW
    assert refused.headers["Retry-After"]


def test_signing_in_well_is_never_counted(app: Flask, user: User) -> None:
    answers = [attempt(app.test_client(), user.login, factories.PASSWORD).status_code for _time in range(LIMIT + 3)]
    assert set(answers) == {SEE_OTHER}


def test_an_unknown_account_answers_like_a_known_one(
    client: FlaskClient, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked: list[str] = []
    verify = PasswordHasher.verify

    def counted(hasher: PasswordHasher, stored: str, password: str) -> bool:
        worked.append(stored.rsplit("$", 2)[0])
        return verify(hasher, stored, password)

    monkeypatch.setattr(PasswordHasher, "verify", counted)
    known = attempt(client, user.login, "guess")
    unknown = attempt(client, "nobody@example.com", "guess")
    assert (known.status_code, unknown.status_code) == (WRONG, WRONG)
    assert _same(known.text, user.login) == _same(unknown.text, "nobody@example.com")
    assert len(worked) == 2
    assert worked[0] == worked[1]  # the same work: algorithm, memory, passes


def _same(text: str, login: str) -> str:
    """The page without the login and without what differs on every page."""
    return ONCE_ONLY.sub("", text).replace(login, "")


def test_a_user_switched_off_cannot_sign_in(client: FlaskClient, user: User) -> None:
    user.active = False
    db.session.commit()
    assert attempt(client, user.login, factories.PASSWORD).status_code == WRONG


def test_after_signing_out_a_copied_cookie_is_worth_nothing(app: Flask, staff: FlaskClient) -> None:
    cookie = staff.get_cookie("korpu")
    assert cookie is not None
    thief = app.test_client()
    thief.set_cookie("korpu", cookie.value)
    assert thief.get("/partners/").status_code == 200
    assert factories.post(staff, "/sign-out", form_at="/partners/new").status_code == SEE_OTHER
    assert thief.get("/partners/").status_code == FOUND


def test_every_sign_in_has_a_new_row_and_a_new_cookie(app: Flask, user: User) -> None:
    cookies = set()
    for _time in range(2):
        browser = app.test_client()
        attempt(browser, user.login, factories.PASSWORD)
        cookie = browser.get_cookie("korpu")
        assert cookie is not None
        cookies.add(cookie.value)
    assert len(cookies) == 2
    assert db.session.scalar(select(func.count()).select_from(SignInSession)) == 2
    assert all(user.login not in row.token_digest for row in db.session.scalars(select(SignInSession)))


def test_nothing_of_the_session_before_signing_in_survives(client: FlaskClient, user: User) -> None:
    client.get("/sign-in")
    with client.session_transaction() as before:
        before["planted"] = "by somebody else"
    attempt(client, user.login, factories.PASSWORD)
    with client.session_transaction() as after:
        assert "planted" not in after


@pytest.mark.parametrize(("scheme", "secure"), [("http", False), ("https", True)])
def test_the_cookie_keeps_to_the_browser_and_over_tls_to_tls(
    client: FlaskClient, user: User, scheme: str, secure: bool
) -> None:
    cookie = client.get("/sign-in", base_url=f"{scheme}://localhost").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert ("Secure" in cookie) is secure


@pytest.mark.parametrize(
    "target",
    ["https://evil.example", "//evil.example", "/\\evil.example", "/x//evil.example", "javascript:alert(1)", "/a\nb"],
)
def test_signing_in_leads_nowhere_else(client: FlaskClient, user: User, target: str) -> None:
    page = client.get("/sign-in", query_string={"next": target})
    assert page.status_code == 200
    answer = client.post(
        "/sign-in",
        query_string={"next": target},
        data={
            "csrf_token": re.findall(r'name="csrf_token"[^>]*value="([^"]+)"', page.text)[0],
            "login": user.login,
            "password": factories.PASSWORD,
        },
    )
    assert answer.status_code == SEE_OTHER
    assert answer.location == "/today/"


def test_signing_in_leads_back_to_the_page_that_was_asked_for(client: FlaskClient, user: User) -> None:
    refused = client.get("/members/?q=aygun")
    assert refused.status_code == FOUND
    answer = factories.post(client, refused.location, login=user.login, password=factories.PASSWORD)
    assert answer.location == "/members/?q=aygun"


def test_a_signed_out_part_of_a_page_sends_the_browser_to_sign_in(client: FlaskClient) -> None:
    answer = client.get("/partners/", headers={"HX-Request": "true"})
    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"].startswith("/sign-in")
    assert answer.text == ""


def test_the_same_login_in_other_letters_signs_in(app: Flask, user: User, sign_in: Callable[..., FlaskClient]) -> None:
    assert attempt(app.test_client(), "  GUNEL@Example.com ", factories.PASSWORD).status_code == SEE_OTHER
