"""What the server gives a phone that loses its signal: whose page it is, whether it may be kept, keys, worker, manifest."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import update

from crm.access import Role
from crm.accounts.models import SignInSession, User
from crm.db import now
from crm.extensions import db
from tests import factories

SignIn = Callable[[User], FlaskClient]


def test_pages_of_the_field_may_be_kept_and_pages_of_women_may_not(staff: FlaskClient) -> None:
    woman, shop = factories.member(), factories.partner()
    session = factories.info_session(shop)
    db.session.commit()
    for address in ("/today/", f"/partners/{shop.id}", f"/info-sessions/{session.id}/log", "/members/new", "/offline"):
        assert staff.get(address).headers.get("Page-Keep") == "yes", address
    for address in ("/members/", f"/members/{woman.id}", "/referrals/", "/results/"):
        assert "Page-Keep" not in staff.get(address).headers, address


def test_every_page_says_whose_it_is(staff: FlaskClient, client: FlaskClient, sign_in: SignIn) -> None:
    other = sign_in(factories.user(Role.STAFF))
    owners = {browser.get("/offline").headers["Page-Of"] for browser in (staff, other)}
    assert len(owners) == 2
    assert client.get("/sign-in").headers["Page-Of"] == "nobody"
    assert staff.get("/offline/who").json["owner"] in owners
    assert client.get("/offline/who").json["owner"] == ""


def test_each_person_has_a_key_of_her_own_and_a_stranger_none(
    staff: FlaskClient, client: FlaskClient, sign_in: SignIn
) -> None:
    other = sign_in(factories.user(Role.STAFF))
    keys = [browser.get("/offline").text.split('data-keys="')[1].split('"')[0] for browser in (staff, other)]
    assert keys[0] != keys[1]
    assert "data-keys" not in client.get("/sign-in").text


def test_nothing_is_kept_on_the_phone_of_a_woman(sign_in: SignIn) -> None:
    her = sign_in(factories.member_user(factories.member()))
    for address in ("/my/", "/offline"):
        assert "Page-Keep" not in her.get(address).headers


def test_a_copy_fetched_to_be_kept_leaves_the_message_for_the_person(staff: FlaskClient) -> None:
    made = factories.post(staff, "/partners/new", name="Muğan Balıq")
    assert "alert-success" not in staff.get(made.location, headers={"X-Keep": "1"}).text
    assert "alert-success" in staff.get(made.location).text


def test_a_form_sent_by_the_script_is_told_where_to_go(staff: FlaskClient) -> None:
    page = staff.get("/partners/new").text
    token = page.split('name="csrf_token"')[1].split('value="')[1].split('"')[0]
    fields = {"csrf_token": token, "client_key": "0" * 31 + "1", "name": "Muğan Balıq"}
    first, again = (staff.post("/partners/new", data=fields, headers={"X-Sent-By": "script"}) for _ in range(2))
    assert first.status_code == again.status_code == 200
    assert first.headers["HX-Redirect"] == again.headers["HX-Redirect"]


def test_whoever_works_in_the_field_stays_signed_in_for_the_day_and_a_woman_does_not(
    client: FlaskClient, app: object
) -> None:
    for user, stays in ((factories.user(Role.STAFF), True), (factories.member_user(factories.member()), False)):
        db.session.commit()
        answer = factories.post(client, "/sign-in", login=user.login, password=factories.PASSWORD)
        cookie = next(text for text in answer.headers.getlist("Set-Cookie") if text.startswith("korpu="))
        assert ("Expires=" in cookie) is stays
        factories.post(client, "/sign-out", form_at="/account")


@pytest.mark.parametrize("address", ["/service-worker.js", "/manifest.webmanifest"])
def test_the_browser_asks_anew_for_worker_and_manifest(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-cache"


def test_the_program_can_be_put_on_the_home_screen(client: FlaskClient, staff: FlaskClient) -> None:
    said = client.get("/manifest.webmanifest").json
    assert said is not None
    assert (said["display"], said["scope"], said["start_url"]) == ("standalone", "/", "/")
    assert {icon["sizes"] for icon in said["icons"]} == {"192x192", "512x512"}
    assert staff.get("/manifest.webmanifest").json["start_url"].startswith("/today")


def test_after_a_working_day_a_copied_cookie_of_the_field_is_worth_nothing(client: FlaskClient) -> None:
    user = factories.user(Role.STAFF)
    db.session.commit()
    factories.post(client, "/sign-in", login=user.login, password=factories.PASSWORD)
    assert client.get("/offline").status_code == 200
    db.session.execute(update(SignInSession).values(created_at=now() - timedelta(hours=15)))
    db.session.commit()
    assert client.get("/offline").status_code == 302
    assert client.get("/offline/who").json["owner"] == ""
