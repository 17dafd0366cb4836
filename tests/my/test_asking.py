"""She asks for something and sees who has seen her record; the centre learns of it and answers."""

from collections.abc import Callable

from flask.testing import FlaskClient

from crm.access import Role
from crm.accounts.models import User
from crm.extensions import db
from crm.members.request_models import MemberRequest
from tests import factories

SignIn = Callable[[User], FlaskClient]


def test_a_deletion_she_asks_for_stands_on_todays_list_with_its_day(sign_in: SignIn, staff: FlaskClient) -> None:
    her = factories.member("Zərnigar")
    browser = sign_in(factories.member_user(her))
    assert factories.post(browser, "/my/ask/deletion", text="Köçürəm").status_code == 422
    assert factories.post(browser, "/my/ask/deletion", sure="y", text="Köçürəm").location == "/my/asked"
    assert "Zərnigar" in staff.get("/today").text
    assert "Zərnigar" in staff.get("/today/requests").text
    page = f"/members/{her.id}/requests"
    assert page in staff.get(f"/members/{her.id}").text
    assert "Köçürəm" in staff.get(page).text
    other = sign_in(factories.user(centre=factories.centre("Neftçala")))
    assert other.get(page).status_code == 404
    assert "Zərnigar" not in other.get("/today/requests").text
    asked = db.session.query(MemberRequest).one()
    assert (asked.due_on - asked.created_at.date()).days in (29, 30, 31)
    assert factories.post(browser, f"/my/asked/{asked.id}/take-back", form_at="/my/asked").status_code == 303
    assert "Zərnigar" not in staff.get("/today/requests").text


def test_her_new_number_is_hers_when_staff_say_so(sign_in: SignIn, staff: FlaskClient) -> None:
    her = factories.member(phone="050 111 22 33")
    browser = sign_in(factories.member_user(her))
    assert factories.post(browser, "/my/ask/phone", text="zəng").status_code == 422
    for number in ("055 444 55 66", "055 777 88 99"):
        assert factories.post(browser, "/my/ask/phone", text=number).status_code == 303
    asked = db.session.query(MemberRequest).one()
    assert "050 111 22 33" in browser.get("/my/profile").text
    way = f"/members/{her.id}/requests/{asked.id}/write-in"
    assert factories.post(staff, way, form_at=f"/members/{her.id}/requests").status_code == 303
    assert "055 777 88 99" in browser.get("/my/profile").text
    assert factories.post(staff, way, form_at=f"/members/{her.id}/requests").status_code in (404, 409)


def test_nobody_takes_back_what_another_woman_asked(sign_in: SignIn) -> None:
    browser = sign_in(factories.member_user(factories.member()))
    assert factories.post(browser, "/my/ask/change", text="Kəndim başqadır").status_code == 303
    asked = db.session.query(MemberRequest).one()
    stranger = sign_in(factories.member_user(factories.member("Nigar")))
    assert factories.post(stranger, f"/my/asked/{asked.id}/take-back", form_at="/my/asked").status_code == 404
    assert stranger.get("/my/ask/everything").status_code == 404


def test_she_sees_who_has_seen_her_record_but_no_names(sign_in: SignIn) -> None:
    her, sister = factories.member("Zərnigar"), factories.member("Nigar")
    browser = sign_in(factories.member_user(her))
    browser.get("/my/who-looked")
    assert 'class="empty"' in browser.get("/my/who-looked").text
    clerk = factories.user(name="Fəridə Məmmədli")
    of_centre = sign_in(clerk)
    of_centre.get(f"/members/{her.id}")
    of_centre.get(f"/members/{her.id}")
    sign_in(factories.user(Role.ADMINISTRATOR)).get(f"/members/{sister.id}")
    of_centre.get("/members/list.xlsx")
    browser.get("/language/en")
    page = browser.get("/my/who-looked").text
    assert "Your centre: Sabirabad" in page
    assert "(2 times)" in page
    assert "saved a list of many women" in page
    assert "Fəridə" not in page
    assert "administration" not in page


def test_what_waits_for_her_stands_first(sign_in: SignIn) -> None:
    browser = sign_in(factories.member_user(factories.member()))
    assert 'id="waits"' not in browser.get("/my/").text
    factories.post(browser, "/my/ask/change", text="Adım səhv yazılıb")
    assert 'id="waits"' in browser.get("/my/").text
