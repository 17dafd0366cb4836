"""The administrator gives people access, takes it away, and cannot lock everybody out."""

import re
import uuid
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from crm.access import Role
from crm.accounts.models import User
from crm.audit.models import AuditEntry
from crm.extensions import db
from tests import factories
from tests.counting import queries


@pytest.fixture
def admin(sign_in: Callable[[User], FlaskClient]) -> FlaskClient:
    return sign_in(factories.user(Role.ADMINISTRATOR, login="boss@example.com", name="Leyla Əliyeva"))


def somebody(**more: object) -> tuple[User, str]:
    user = factories.user(**more)
    db.session.commit()
    return user, f"/users/{user.id}"


def password_on(page: str) -> str:
    found = re.search(r"[a-z2-9]{4}(-[a-z2-9]{4}){3}", page)
    assert found, page
    return found.group()


def can_sign_in(app: Flask, login: str, password: str = factories.PASSWORD) -> bool:
    return factories.post(app.test_client(), "/sign-in", login=login, password=password).status_code == 303


def test_administrator_adds_staff_who_sign_in_with_the_password_shown(app: Flask, admin: FlaskClient) -> None:
    centre = factories.centre()
    db.session.commit()
    page = factories.post(
        admin,
        "/users/new",
        name="Aysel Quliyeva",
        login="Aysel@example.com",
        role="staff",
        centre_id=centre.id,
        language="ru",
    )
    assert page.status_code == 200
    assert can_sign_in(app, "aysel@example.com", password_on(page.text))
    listed = admin.get("/users?q=quliyeva").text
    assert "aysel@example.com" in listed


def test_form_sent_twice_makes_one_user_and_says_that_the_password_was_shown(admin: FlaskClient) -> None:
    centre = factories.centre()
    db.session.commit()
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', admin.get("/users/new").text)
    assert token
    form = {
        "csrf_token": token.group(1),
        "client_key": uuid.uuid4().hex,
        "name": "Aysel",
        "login": "aysel",
        "role": "staff",
        "centre_id": centre.id,
        "language": "az",
    }
    password = password_on(admin.post("/users/new", data=form).text)
    second = admin.post("/users/new", data=form, follow_redirects=True)
    assert second.status_code == 200
    assert second.request.path.endswith("/password")
    assert password not in second.text
    assert len(db.session.scalars(select(User).where(User.login == "aysel")).all()) == 1
    renewed = factories.post(admin, second.request.path)
    assert password_on(renewed.text) != password


@pytest.mark.parametrize(
    ("changed", "typed"),
    [
        ({"role": "staff", "centre_id": ""}, "Aysel"),
        ({"login": "BOSS@example.com"}, "BOSS@example.com"),
        ({"name": "  "}, "aysel"),
        ({"role": "partner"}, "aysel"),
        ({"language": "de"}, "aysel"),
    ],
)
def test_administrator_with_wrong_input_keeps_what_was_typed(
    admin: FlaskClient, changed: dict[str, str], typed: str
) -> None:
    form = {"name": "Aysel", "login": "aysel", "role": "observer", "centre_id": "", "language": "az"} | changed
    answer = factories.post(admin, "/users/new", **form)
    assert answer.status_code == 422
    assert typed in answer.text
    assert db.session.scalar(select(User).where(User.name == "Aysel")) is None


def test_administrator_changes_name_role_and_centre(admin: FlaskClient) -> None:
    user, url = somebody(name="Aysel")
    answer = factories.post(
        admin, f"{url}/edit", name="Aysel Quliyeva", role="observer", centre_id="", language="en", version=user.version
    )
    assert answer.status_code == 303, answer.text
    page = admin.get(url).text
    assert "Aysel Quliyeva" in page
    assert "English" in page
    entry = db.session.scalars(select(AuditEntry).where(AuditEntry.thing == "users").order_by(AuditEntry.id)).all()[-1]
    assert entry.changes["role"] == ["staff", "observer"]


def test_administrator_with_a_stale_copy_sees_both_versions(admin: FlaskClient) -> None:
    user, url = somebody(name="Aysel")
    form = {"role": "staff", "centre_id": user.centre_id, "language": "az", "version": user.version}
    assert factories.post(admin, f"{url}/edit", name="Yeni ad", **form).status_code == 303
    stale = factories.post(admin, f"{url}/edit", name="Köhnə nüsxə", **form)
    assert stale.status_code == 409
    assert "Yeni ad" in stale.text and "Köhnə nüsxə" in stale.text


def test_user_switched_off_is_signed_out_and_comes_back_when_switched_on(
    app: Flask, admin: FlaskClient, sign_in: Callable[[User], FlaskClient]
) -> None:
    user, url = somebody()
    browser = sign_in(user)
    assert user.name in admin.get(f"{url}/switch").text
    assert factories.post(admin, f"{url}/switch", on="no").status_code == 303
    assert browser.get("/account").status_code == 302
    assert not can_sign_in(app, user.login)
    assert user.login in admin.get("/users?active=off").text
    assert user.login not in admin.get("/users?active=on").text
    assert factories.post(admin, f"{url}/switch", on="yes").status_code == 303
    assert can_sign_in(app, user.login)


def test_administrator_cannot_take_away_the_own_rights(app: Flask, admin: FlaskClient) -> None:
    factories.user(Role.ADMINISTRATOR)
    me = db.session.scalars(select(User).where(User.login == "boss@example.com")).one()
    db.session.commit()
    url = f"/users/{me.id}"
    assert factories.post(admin, f"{url}/switch", on="no").status_code == 422
    edit = factories.post(admin, f"{url}/edit", name="Leyla", role="observer", language="az", version=me.version)
    assert edit.status_code == 422
    assert admin.get("/users").status_code == 200


def test_another_administrator_can_be_switched_off(app: Flask, admin: FlaskClient) -> None:
    other, url = somebody(role=Role.ADMINISTRATOR)
    assert factories.post(admin, f"{url}/switch", on="no").status_code == 303
    assert not can_sign_in(app, other.login)


def test_administrator_ends_the_sign_ins_of_a_user(admin: FlaskClient, sign_in: Callable[[User], FlaskClient]) -> None:
    user, url = somebody()
    browsers = [sign_in(user), sign_in(user), sign_in(user)]
    one = admin.get(url).text.split(f"{url}/sign-ins/")[1].split("/end")[0]
    assert factories.post(admin, f"{url}/sign-ins/{one}/end", url).status_code == 303
    assert [browser.get("/account").status_code for browser in browsers] == [200, 200, 302]
    assert factories.post(admin, f"{url}/sign-ins/end", url).status_code == 303
    assert [browser.get("/account").status_code for browser in browsers] == [302, 302, 302]


def test_administrator_finds_people_by_role_centre_and_misspelt_name(admin: FlaskClient) -> None:
    somebody(name="Aysel Quliyeva")
    somebody(name="Günel Həsənova", centre=factories.centre("Neftçala"))
    factories.partner_user(factories.partner())
    db.session.commit()

    def found(**asked: object) -> set[str]:
        page = admin.get("/users", query_string=asked).text
        return {name for name in ("Aysel", "Günel", "Leyla") if f"{name} " in page.split("accounts-users", 1)[1]}

    assert found() == {"Aysel", "Günel", "Leyla"}
    assert found(q="gunel hasanova") == {"Günel"}
    assert found(q="gunle") == {"Günel"}
    assert found(role="administrator") == {"Leyla"}
    assert found(centre=factories.centre("Neftçala").id) == {"Günel"}
    assert found(role="partner") == set()


def test_sign_in_of_a_partner_keeps_its_role(admin: FlaskClient) -> None:
    partner = factories.partner("Kür Balıq")
    user = factories.partner_user(partner)
    db.session.commit()
    assert f"/partners/{partner.id}/access" in admin.get(f"/users/{user.id}").text
    form = {"name": "Rəşad", "role": "administrator", "language": "az", "version": user.version}
    assert factories.post(admin, f"/users/{user.id}/edit", **form).status_code == 303
    db.session.refresh(user)
    assert (user.name, user.role) == ("Rəşad", Role.PARTNER)


def test_only_the_administrator_manages_users(staff: FlaskClient) -> None:
    user, url = somebody()
    for address in ("/users", "/users/new", url, f"{url}/edit", f"{url}/password", f"{url}/switch"):
        assert staff.get(address).status_code == 403
    assert user.active


def test_list_reads_the_same_number_of_times_however_many_users(admin: FlaskClient) -> None:
    counts = []
    for number in (1, 5):
        for _ in range(number):
            somebody(centre=factories.centre("Neftçala"))
        with queries() as listed:
            admin.get("/users")
        counts.append(listed.number)
    assert counts[0] == counts[1]
