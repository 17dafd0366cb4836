"""A partner's openings: posted in one text, put right, changed while the centre has not opened them, closed."""

import re
from collections.abc import Callable

from flask.testing import FlaskClient

from crm.access import Role
from crm.accounts.models import User
from crm.extensions import db
from crm.vacancies import operations
from crm.vacancies.enums import VacancyState
from crm.vacancies.models import Vacancy
from tests import factories

SignIn = Callable[[User], FlaskClient]
TEXT = "Sexə 2 tikişçi axtarırıq, səhər saatları, maaş 400 manat."


def the_opening() -> Vacancy:
    return db.session.query(Vacancy).one()


def test_partner_posts_one_text_and_puts_right_what_was_understood(sign_in: SignIn) -> None:
    owner = factories.partner("Ulduz Tikiş")
    browser = sign_in(factories.partner_user(owner))
    empty = factories.post(browser, "/portal/new", text=" ", title="Aşpaz <lazım>")
    assert empty.status_code == 422
    assert "Aşpaz &lt;lazım&gt;" in empty.text
    preview = factories.post(browser, "/portal/read", form_at="/portal/new", text=TEXT)
    assert "400 ₼" in preview.text
    assert "“maaş 400 manat”" in preview.text
    assert db.session.query(Vacancy).all() == []

    answer = factories.post(browser, "/portal/new", text=TEXT)
    assert answer.status_code == 303
    opening = the_opening()
    assert (opening.state, opening.openings, opening.partner_id) == (VacancyState.WAITING, 2, owner.id)
    address = f"/portal/{opening.public_id}"
    assert answer.location == address
    assert opening.title not in browser.get("/jobs").text

    kept = opening.needs[0].concept_id
    version = re.search(r'name="version"[^>]*value="(\d+)"', browser.get(address).text)
    assert version
    unknown = factories.post(
        browser, f"{address}/needs", form_at=address, needs=kept, more="qwxzqwxz", version=version.group(1)
    )
    assert unknown.status_code == 422
    assert "qwxzqwxz" in unknown.text
    more = {"needs": kept, "more": "kassa", "version": version.group(1)}
    assert factories.post(browser, f"{address}/needs", form_at=address, **more).status_code == 303
    assert {need.concept.code for need in opening.needs} >= {"cash-register"}
    assert all(need.confirmed for need in opening.needs)
    assert factories.post(browser, f"{address}/needs", form_at=address, **more).status_code == 409


def test_partner_says_what_is_meant_where_the_reading_is_not_sure(sign_in: SignIn) -> None:
    browser = sign_in(factories.partner_user(factories.partner()))
    text = "Operator tələb olunur"
    asked = factories.post(browser, "/portal/read", form_at="/portal/new", text=text).text.replace("&gt;", ">")
    assert 'value="data-entry>data-entry"' in asked
    meant = "data-entry>petrol-station"
    again = factories.post(browser, "/portal/read", form_at="/portal/new", text=text, meant=meant)
    assert again.text.count(" checked") == 1
    assert factories.post(browser, "/portal/new", text=text, meant=meant).status_code == 303
    assert {need.concept.code for need in the_opening().needs if need.confirmed} == {"petrol-station"}


def test_partner_changes_what_was_sent_back_and_it_waits_again(sign_in: SignIn) -> None:
    owner, colleague = factories.partner(), factories.user()
    opening = factories.vacancy(owner, state=VacancyState.WAITING, title="Aşpaz", text="Aşpaz lazımdır")
    operations.send_back(vacancy=opening, reason="Maaşı yazın, zəhmət olmasa")
    browser = sign_in(factories.partner_user(owner))
    address = f"/portal/{opening.public_id}"
    assert "Maaşı yazın" in browser.get("/portal").text
    changed = {"text": "Aşpaz lazımdır, 500 manat", "title": "Aşpaz", "openings": 1, "pay_min": 500}
    stale = factories.post(browser, f"{address}/edit", **changed, version=opening.version - 1)
    assert stale.status_code == 409
    wrong = factories.post(browser, f"{address}/edit", **{**changed, "pay_max": 5}, version=opening.version)
    assert wrong.status_code == 422
    assert factories.post(browser, f"{address}/edit", **changed, version=opening.version).status_code == 303
    assert (opening.state, opening.pay_min, opening.state_reason) == (VacancyState.WAITING, 500, "")

    operations.publish(vacancy=opening, by=colleague)
    db.session.commit()
    page = browser.get(address).text
    assert f"{address}/edit" not in page
    assert browser.get(f"{address}/edit").status_code == 303
    assert factories.post(browser, f"{address}/needs", form_at=f"{address}/closing").status_code == 303
    assert opening.text == changed["text"]


def test_partner_closes_an_opening_and_says_why(sign_in: SignIn) -> None:
    owner = factories.partner()
    opening = factories.vacancy(owner)
    browser = sign_in(factories.partner_user(owner))
    address = f"/portal/{opening.public_id}/closing"
    assert factories.post(browser, address).status_code == 422
    assert factories.post(browser, address, reason="found", words="Bacım gəldi").status_code == 303
    assert opening.state == VacancyState.CLOSED
    assert opening.state_reason.endswith("Bacım gəldi")
    assert factories.post(browser, address, reason="found").status_code == 303
    assert opening.state == VacancyState.CLOSED


def test_partner_finds_an_opening_and_turns_pages(sign_in: SignIn) -> None:
    owner = factories.partner()
    for number in range(30):
        factories.vacancy(owner, title=f"İş {number}")
    factories.vacancy(owner, title="Çörəkçi")
    browser = sign_in(factories.partner_user(owner))
    assert "Çörəkçi" in browser.get("/portal?q=corekci").text
    assert "İş 7<" not in browser.get("/portal?q=corekci").text
    second = browser.get("/portal?page=2").text
    assert "İş 0<" in second
    assert "Çörəkçi" not in second
    part = browser.get("/portal?q=corek", headers={"HX-Request": "true"}).text
    assert part.lstrip().startswith("<div")


def test_partner_of_the_same_centre_does_not_reach_the_opening(sign_in: SignIn, staff: FlaskClient) -> None:
    opening = factories.vacancy(factories.partner(), title="Gizli vakansiya", state=VacancyState.WAITING)
    stranger = sign_in(factories.partner_user(factories.partner()))
    for path in ("", "/edit", "/closing"):
        assert stranger.get(f"/portal/{opening.public_id}{path}").status_code == 404
    for path in ("/needs", "/edit", "/closing", "/candidates/1/meet"):
        away = factories.post(stranger, f"/portal/{opening.public_id}{path}", form_at="/portal/new", reason="found")
        assert away.status_code == 404
    assert "Gizli" not in stranger.get("/portal").text
    assert staff.get("/portal").status_code == 403


def test_whoever_is_linked_to_no_company_is_told_so(sign_in: SignIn) -> None:
    browser = sign_in(factories.user(Role.PARTNER, centre=None))
    assert browser.get("/portal").status_code == 200
    assert browser.get("/portal/new").location == "/portal/"


def test_partner_does_not_read_why_the_centre_closed_an_opening(sign_in: SignIn) -> None:
    owner = factories.partner()
    opening = factories.vacancy(owner)
    operations.close(vacancy=opening, filled=False, reason="Nigar daha istəmir")
    browser = sign_in(factories.partner_user(owner))
    for path in ("/portal", f"/portal/{opening.public_id}"):
        assert "Nigar" not in browser.get(path).text
