"""She signs in with a card and a PIN: her own after the first time, hard to guess, and never shut out for good."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from crm.accounts.models import Pin, SignInWait, User
from crm.accounts.pin_rules import is_easy
from crm.accounts.signing import LONGEST_PAUSE, PIN_SEEN
from crm.db import now
from crm.extensions import db
from crm.members import operations
from crm.members.models import Member
from tests import factories

SignIn = Callable[[User], FlaskClient]


def _card(member: Member, by_phone: bool = False) -> tuple[str, str]:
    card, pin = operations.give_access(member=member, by_phone=by_phone)
    db.session.commit()
    return card.shown_code, pin


def _in(client: FlaskClient, login: str, pin: str) -> int:
    return factories.post(client, "/sign-in", login=login, password=pin).status_code


def test_the_pin_of_the_centre_opens_nothing_but_the_page_where_she_chooses_her_own(client: FlaskClient) -> None:
    code, pin = _card(factories.member("Zərnigar"))
    assert _in(client, code.upper().replace("-", " "), pin) == 303
    for page in ("/my/", "/my/profile", "/my/consents"):
        answer = client.get(page)
        assert (answer.status_code, answer.location) == (303, "/my/pin")
    for easy in ("123456", "111111", "121212", "12345", "abcdef"):
        assert factories.post(client, "/my/pin", new=easy, again=easy).status_code == 422
    assert factories.post(client, "/my/pin", new="470913", again="470914").status_code == 422
    assert factories.post(client, "/my/pin", new="470913", again="470913").location == "/my/"
    assert "Zərnigar" in client.get("/my/").text
    assert factories.post(client, "/my/pin", old=pin, new="831604", again="831604").status_code == 422


def test_her_number_works_in_every_writing_but_only_where_she_wants_it(client: FlaskClient) -> None:
    _code, pin = _card(factories.member(phone="050 333 22 11"), by_phone=True)
    _other, other_pin = _card(factories.member("Nigar", phone="051 444 33 22"))
    assert _in(client, "+994 (50) 333-22-11", pin) == 303
    assert _in(client.application.test_client(), "051 444 33 22", other_pin) == 422


def test_one_number_is_one_womans(staff: FlaskClient) -> None:
    _card(factories.member(phone="050 333 22 11"), by_phone=True)
    sister = factories.member("Nigar", phone="0503332211")
    db.session.commit()
    assert factories.post(staff, f"/members/{sister.id}/access", way="phone").status_code == 422
    assert factories.post(staff, f"/members/{sister.id}/access", way="card").status_code == 200


def test_a_corrected_number_is_the_one_she_types(client: FlaskClient) -> None:
    member = factories.member(phone="050 333 22 11")
    _code, pin = _card(member, by_phone=True)
    operations.change_member(member=member, phone="055 999 88 77")
    db.session.commit()
    assert _in(client, "0559998877", pin) == 303
    assert _in(client.application.test_client(), "0503332211", pin) == 422


@pytest.mark.parametrize("exists", [True, False])
def test_wrong_pins_make_the_next_one_wait_and_tell_nobody_whether_the_card_exists(
    client: FlaskClient, exists: bool
) -> None:
    code, pin = _card(factories.member())
    typed = code if exists else "wxyz-wxyz"
    for _time in range(5):
        assert _in(client, typed, "000001") == 422
    answer = factories.post(client, "/sign-in", login=typed, password=pin)
    assert answer.status_code == 422
    assert "Please wait" in client.get("/language/en").text or re.search(r"class=\"mistake\"", answer.text)
    wait = db.session.query(SignInWait).one()
    assert wait.wait_until is not None
    assert wait.wait_until - now() <= timedelta(hours=1)
    wait.wait_until = now() - timedelta(seconds=1)
    db.session.commit()
    assert _in(client, typed, pin) == (303 if exists else 422)


def test_a_new_pin_ends_the_waiting_and_every_sign_in(client: FlaskClient, staff: FlaskClient) -> None:
    member = factories.member()
    code, pin = _card(member)
    assert _in(client, code, pin) == 303
    stranger = client.application.test_client()
    for _time in range(5):
        _in(stranger, code, "000001")
    page = factories.post(staff, f"/members/{member.id}/access/renew", form_at=f"/members/{member.id}/access").text
    _code, new = re.findall(r'class="h2 num">([^<]+)<', page)
    assert client.get("/my/").status_code == 302
    assert _in(client, code, new) == 303


def test_a_woman_with_a_password_keeps_it_and_may_get_a_card(staff: FlaskClient, client: FlaskClient) -> None:
    member = factories.member()
    user = factories.member_user(member)
    db.session.commit()
    page = factories.post(staff, f"/members/{member.id}/access/renew", form_at=f"/members/{member.id}/access").text
    code, pin = re.findall(r'class="h2 num">([^<]+)<', page)
    assert _in(client, code, pin) == 303
    assert _in(client.application.test_client(), user.login, factories.PASSWORD) == 303


def test_after_a_pause_the_phone_asks_for_the_pin_again(client: FlaskClient) -> None:
    code, pin = _card(factories.member("Zərnigar"))
    _in(client, code, pin)
    factories.post(client, "/my/pin", new="470913", again="470913")
    with client.session_transaction() as session:
        session[PIN_SEEN] -= LONGEST_PAUSE + 1
    answer = client.get("/my/consents")
    assert (answer.status_code, "Zərnigar" in answer.text) == (303, False)
    assert answer.location.startswith("/sign-in")


def test_a_card_opens_the_sign_in_with_its_code_and_never_holds_the_pin(staff: FlaskClient) -> None:
    member = factories.member("Zərnigar")
    code, _pin = _card(member)
    page = staff.application.test_client().get(f"/sign-in?card={code}").text
    assert f'value="{code}"' in page
    for address in (
        f"/members/{member.id}/card.pdf",
        f"/members/{member.id}/card.pdf?shows=code",
        "/members/cards.pdf",
    ):
        assert staff.get(address).data.startswith(b"%PDF")
    assert db.session.query(Pin).one().pin_hash.startswith("$argon2")


def test_easy_pins() -> None:
    assert all(is_easy(pin) for pin in ("123456", "654321", "000000", "121212", "123123", "112233", "901234"))
    assert not any(is_easy(pin) for pin in ("470913", "831604", "275081"))
    assert is_easy("333221", ["503332211"])
