"""`flask user` and `flask centre`: setting up and mending without the web."""

import json
from typing import Any

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import select

from crm.access import Role
from crm.accounts.models import User
from crm.centres.models import Centre
from crm.extensions import db
from tests import factories

ADD = ("user", "add", "--login", "Leyla@example.com", "--name", "Leyla Əliyeva")


def run(app: Flask, *arguments: str, **more: Any) -> Result:
    return app.test_cli_runner().invoke(args=list(arguments), **more)


def signs_in(app: Flask, login: str, password: str) -> bool:
    return factories.post(app.test_client(), "/sign-in", login=login, password=password).status_code == 303


def test_first_administrator_signs_in_with_the_printed_password(app: Flask) -> None:
    result = run(app, *ADD, "--role", "administrator")
    assert result.exit_code == 0, result.stderr
    password = result.stdout.strip()
    assert "\n" not in password
    assert password not in result.stderr
    assert signs_in(app, "leyla@example.com", password)


def test_password_from_stdin_is_used_and_never_printed(app: Flask) -> None:
    factories.centre("Sabirabad")
    choice = ("--role", "staff", "--centre", "sabirabad", "--language", "ru", "--password-stdin")
    result = run(app, *ADD, *choice, input="a password of mine\n")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == ""
    assert "of mine" not in result.stderr
    assert signs_in(app, "leyla@example.com", "a password of mine")
    user = db.session.scalars(select(User).where(User.name == "Leyla Əliyeva")).one()
    assert (user.language, user.centre and user.centre.name) == ("ru", "Sabirabad")


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("--role", "staff"), 1, "--centre"),
        (("--role", "staff", "--centre", "Nowhere"), 1, "There is no centre called Nowhere"),
        (("--role", "observer", "--password-stdin"), 1, "10 to 200"),
        (("--role", "member"), 2, "--role"),
        ((), 2, "--role"),
    ],
)
def test_wrong_user_is_refused_with_a_remedy(app: Flask, arguments: tuple[str, ...], status: int, told: str) -> None:
    result = run(app, *ADD, *arguments, input="short\n")
    assert (result.exit_code, result.stdout) == (status, "")
    assert told in result.stderr
    assert db.session.scalar(select(User).where(User.login == "leyla@example.com")) is None


def test_login_that_is_taken_is_refused_whatever_its_case(app: Flask) -> None:
    factories.user(login="leyla@example.com")
    result = run(app, *ADD, "--role", "observer")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "flask user reset" in result.stderr


def test_reset_gives_a_new_password_and_signs_the_old_one_out(app: Flask) -> None:
    factories.user(login="leyla@example.com")
    db.session.commit()
    browser = app.test_client()
    factories.post(browser, "/sign-in", login="leyla@example.com", password=factories.PASSWORD)
    result = run(app, "user", "reset", "LEYLA@example.com")
    assert result.exit_code == 0, result.stderr
    assert browser.get("/account").status_code == 302
    assert not signs_in(app, "leyla@example.com", factories.PASSWORD)
    assert signs_in(app, "leyla@example.com", result.stdout.strip())


def test_reset_of_nobody_says_how_to_find_the_name(app: Flask) -> None:
    result = run(app, "user", "reset", "nobody")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "flask user list" in result.stderr


def test_lists_are_one_json_object_or_lines(app: Flask) -> None:
    factories.user(Role.OBSERVER, login="anna@example.com", name="Anna Meyer", active=False)
    factories.member(centre=factories.centre("Sabirabad"))
    users = json.loads(run(app, "user", "list", "--json").stdout)["users"]
    anna = next(user for user in users if user["login"] == "anna@example.com")
    assert anna == {
        "login": "anna@example.com",
        "name": "Anna Meyer",
        "role": "observer",
        "centre": None,
        "language": "az",
        "active": False,
    }
    assert "switched off" in run(app, "user", "list").stdout
    centres = json.loads(run(app, "centre", "list", "--json").stdout)["centres"]
    assert [(centre["name"], centre["members"]) for centre in centres] == [("Sabirabad", 1)]
    assert "Sabirabad" in run(app, "centre", "list").stdout


def test_centre_is_added_once(app: Flask) -> None:
    result = run(app, "centre", "add", "Biləsuvar QRM", "--rayon", "bilesuvar", "--kind", "ngo")
    assert (result.exit_code, result.stdout) == (0, ""), result.stderr
    centre = db.session.scalars(select(Centre)).one()
    assert (centre.name, centre.kind.value, centre.rayon and centre.rayon.name_az) == (
        "Biləsuvar QRM",
        "ngo",
        "Biləsuvar",
    )
    again = run(app, "centre", "add", "bilesuvar qrm")
    assert again.exit_code == 1
    assert "already" in again.stderr


@pytest.mark.parametrize(
    ("arguments", "status"), [(("X", "--rayon", "Atlantis"), 1), (("  ",), 1), (("X", "--kind", "bank"), 2), ((), 2)]
)
def test_wrong_centre_is_refused(app: Flask, arguments: tuple[str, ...], status: int) -> None:
    assert run(app, "centre", "add", *arguments).exit_code == status
    assert db.session.scalar(select(Centre)) is None
