"""Everybody looks after the own account: language, password, and where she or he is signed in."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from crm.access import Role
from crm.accounts.models import SignInSession, User
from crm.extensions import db
from tests import factories

NEW = "dörd söz yadda qalar"


def another_browser(app: Flask, user: User, password: str = factories.PASSWORD) -> FlaskClient:
    browser = app.test_client()
    answer = factories.post(browser, "/sign-in", login=user.login, password=password)
    assert answer.status_code == 303, answer.text
    return browser


def somebody(role: Role) -> User:
    if role == Role.PARTNER:
        return factories.partner_user(factories.partner())
    return factories.member_user(factories.member()) if role == Role.MEMBER else factories.user(role)


@pytest.mark.parametrize("role", list(Role))
def test_everybody_opens_the_own_account_from_the_menu(role: Role, sign_in: Callable[[User], FlaskClient]) -> None:
    user = somebody(role)
    browser = sign_in(user)
    assert 'href="/account"' in browser.get("/account").text
    assert user.login in browser.get("/account").text


def test_user_chooses_a_language_that_the_next_browser_speaks(
    app: Flask, sign_in: Callable[[User], FlaskClient]
) -> None:
    user = factories.user()
    browser = sign_in(user)
    assert factories.post(browser, "/account/language", "/account", language="ru").status_code == 303
    assert 'lang="ru"' in browser.get("/account").text
    assert '<html lang="ru"' in another_browser(app, user).get("/account").text


def test_new_password_ends_the_other_sign_ins_but_not_this_one(
    app: Flask, sign_in: Callable[[User], FlaskClient]
) -> None:
    user = factories.user()
    here = sign_in(user)
    elsewhere = another_browser(app, user)
    answer = factories.post(here, "/account/password", old=factories.PASSWORD, new=NEW, again=NEW)
    assert answer.status_code == 303, answer.text
    assert here.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 302
    assert another_browser(app, user, NEW).get("/account").status_code == 200


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [("not this one", NEW, NEW), (factories.PASSWORD, "short", "short"), (factories.PASSWORD, NEW, NEW + "?")],
)
def test_password_stays_when_something_is_wrong(
    app: Flask, sign_in: Callable[[User], FlaskClient], old: str, new: str, again: str
) -> None:
    user = factories.user()
    answer = factories.post(sign_in(user), "/account/password", old=old, new=new, again=again)
    assert answer.status_code == 422
    assert NEW not in answer.text
    another_browser(app, user)


def test_who_guesses_at_the_old_password_must_wait(sign_in: Callable[[User], FlaskClient]) -> None:
    browser = sign_in(factories.user())
    for _ in range(10):
        answer = factories.post(browser, "/account/password", old="a guess at it", new=NEW, again=NEW)
        assert answer.status_code == 422
    right = factories.post(browser, "/account/password", old=factories.PASSWORD, new=NEW, again=NEW)
    assert right.status_code == 429


def test_user_signs_out_one_browser_and_then_all_others(app: Flask, sign_in: Callable[[User], FlaskClient]) -> None:
    user = factories.user()
    here = sign_in(user)
    others = [another_browser(app, user) for _ in range(3)]
    newest = here.get("/account").text.split("/account/sign-ins/")[1].split("/end")[0]
    assert factories.post(here, f"/account/sign-ins/{newest}/end", "/account").status_code == 303
    assert [browser.get("/account").status_code for browser in others] == [200, 200, 302]
    assert factories.post(here, "/account/sign-ins/end", "/account").status_code == 303
    assert [browser.get("/account").status_code for browser in others] == [302, 302, 302]
    assert here.get("/account").status_code == 200


def test_nobody_ends_the_sign_in_of_somebody_else(app: Flask, sign_in: Callable[[User], FlaskClient]) -> None:
    victim = sign_in(factories.user())
    browser = sign_in(factories.user(Role.ADMINISTRATOR))
    theirs = db.session.scalars(select(SignInSession.id).order_by(SignInSession.id)).first()
    assert factories.post(browser, f"/account/sign-ins/{theirs}/end", "/account").status_code == 404
    assert victim.get("/account").status_code == 200
