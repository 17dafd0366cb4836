"""Informational sessions as staff walk them: planned, held and written down on one screen, or called off."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from crm.access import Role
from crm.accounts.models import User
from crm.db import now
from crm.extensions import db
from crm.forms import today
from crm.info_sessions.enums import Attendance, NotHeldReason, Objection, SessionKind, SessionState
from crm.info_sessions.models import InfoSession
from crm.info_sessions.objections import ready_answers
from crm.partners.enums import Stage
from crm.partners.models import Contact, Partner
from crm.vacancies.enums import VacancyState
from crm.vacancies.models import Vacancy
from tests import factories
from tests.counting import queries


@pytest.fixture
def host(staff: FlaskClient) -> Partner:
    made = factories.partner("Muğan Balıq")
    factories.contact(made, "Elçin Məmmədov", position="sahibi", decides=True)
    db.session.commit()
    return made


@pytest.fixture
def session(host: Partner) -> InfoSession:
    made = factories.info_session(host)
    db.session.commit()
    return made


def test_staff_plans_a_session_with_little_and_the_partner_moves_on(staff: FlaskClient, host: Partner) -> None:
    answer = factories.post(
        staff, "/info-sessions/new", host_id=host.id, starts_at="2026-12-01T10:00", topics="Balıq sexi"
    )
    assert answer.status_code == 303
    page = staff.get(answer.location).text
    assert "Muğan Balıq" in page
    assert "Balıq sexi" in page
    made = db.session.scalars(select(InfoSession)).one()
    assert made.starts_at.hour == 6  # ten o'clock in Baku
    assert made.state == SessionState.PLANNED
    assert host.stage == Stage.SESSION_PLANNED
    assert "Muğan Balıq" in staff.get("/info-sessions?state=planned&q=mugan").text
    assert "Muğan Balıq" not in staff.get("/info-sessions?state=held").text


def test_a_session_that_goes_on_now_is_written_down_at_once(staff: FlaskClient, host: Partner) -> None:
    answer = factories.post(staff, "/info-sessions/new", host_id=host.id, then="now")
    assert answer.status_code == 303
    assert answer.location.endswith("/log")
    assert "Elçin Məmmədov" in staff.get(answer.location).text


def test_guests_make_it_a_small_group_and_only_the_own_centres_may_come(staff: FlaskClient, host: Partner) -> None:
    guest, stranger = factories.partner("Qonaq"), factories.partner("Yad", centre=factories.centre("Neftçala"))
    db.session.commit()
    plan = {"host_id": host.id, "starts_at": "2026-12-01T10:00"}
    answer = factories.post(staff, "/info-sessions/new", **plan, guest_ids=[guest.id])
    assert answer.status_code == 303
    made = db.session.scalars(select(InfoSession)).one()
    assert made.kind == SessionKind.SMALL_GROUP
    assert {one.partner_id for one in made.guests} == {host.id, guest.id}
    wrong = factories.post(staff, "/info-sessions/new", **plan, guest_ids=[stranger.id])
    assert wrong.status_code == 422
    assert "guest_ids-error" in wrong.text
    assert factories.post(staff, "/info-sessions/new", **{**plan, "host_id": stranger.id}).status_code == 422


def test_a_plan_without_host_or_time_is_asked_back_and_stays(staff: FlaskClient, host: Partner) -> None:
    answer = factories.post(staff, "/info-sessions/new", host_id="", starts_at="2026-13-45T10:00", topics="Kredit")
    assert answer.status_code == 422
    for kept in ("host_id-error", "starts_at-error", "Kredit"):
        assert kept in answer.text
    assert factories.post(staff, "/info-sessions/new", host_id=host.id).status_code == 422


def test_everything_heard_is_written_down_on_one_screen(staff: FlaskClient, session: InfoSession) -> None:
    url = f"/info-sessions/{session.id}/log"
    elchin = db.session.scalars(select(Contact)).one()
    assert "textarea" in staff.get(url).text
    answer = factories.post(
        staff,
        url,
        version=session.version,
        outcome="held",
        said=["no_time", "paperwork"],
        heard="Payızda adam lazım olur",
        interest="high",
        promise1_kind="vacancy",
        promise1_quantity="2",
        promise1_words="İki tikişçi götürəcəyik",
        promise1_due="2026-12-20",
        promise2_kind="venue",
        promise2_due="2026-12-24",
        opening="Operator tələb olunur, maaş 450 manat",
        meant="data-entry>petrol-station",
        next_step="Üç qadın göstər",
        soon="week",
        new1_there="y",
        new1_name="Sevda Əliyeva",
        new1_position="mühasib",
        **{f"came{elchin.id}": "came", f"decides{elchin.id}": "y"},
    )
    assert answer.status_code == 303
    page = staff.get(answer.location).text
    for shown in ("Payızda adam lazım olur", "İki tikişçi götürəcəyik", "Sevda Əliyeva", "Üç qadın göstər"):
        assert shown in page
    draft = db.session.scalars(select(Vacancy)).one()
    assert f'href="/vacancies/{draft.id}"' in page
    assert (draft.state, draft.info_session_id) == (VacancyState.DRAFT, session.id)
    assert {need.concept.code for need in draft.needs if need.confirmed} == {"petrol-station"}
    db.session.expire_all()
    assert {one.contact.name: one.attendance for one in session.attendances} == {
        "Elçin Məmmədov": Attendance.CAME,
        "Sevda Əliyeva": Attendance.CAME,
    }
    assert [one.decided_there for one in session.attendances] == [True, False]
    assert {one.code for one in session.objections} == {Objection.NO_TIME, Objection.PAPERWORK}
    host = session.host
    assert (host.stage, host.next_step) == (Stage.COMMITTED, "Üç qadın göstər")
    assert host.next_step_due == today() + timedelta(days=7)
    assert [promise.quantity for promise in host.commitments] == [2, 1]
    assert "İki tikişçi götürəcəyik" in staff.get(f"/partners/{host.id}").text


def test_a_session_written_down_again_shows_what_was_saved_and_keeps_promises(
    staff: FlaskClient, session: InfoSession
) -> None:
    url = f"/info-sessions/{session.id}/log"
    first = {"heard": "Birinci", "promise1_kind": "loan", "promise1_due": "2026-12-20", "said": "slow_down"}
    opened = session.version
    assert factories.post(staff, url, version=opened, **first).status_code == 303
    form = staff.get(url).text
    assert "Birinci" in form
    assert factories.post(staff, url, version=session.version, heard="İkinci").status_code == 303
    db.session.expire_all()
    assert len(session.host.commitments) == 1
    assert session.objections == []
    stale = factories.post(staff, url, version=opened, heard="Köhnə")
    assert stale.status_code == 409
    assert "İkinci" in stale.text
    assert "Köhnə" in stale.text


def test_half_a_line_is_asked_back_and_nothing_typed_is_lost(staff: FlaskClient, session: InfoSession) -> None:
    answer = factories.post(
        staff,
        f"/info-sessions/{session.id}/log",
        version=session.version,
        heard="Uzun söhbət",
        promise2_words="Bir otaq verəcək",
        new1_there="y",
        new1_position="mühasib",
        next_step_due="9999-99-99",
    )
    assert answer.status_code == 422
    for kept in ("Uzun söhbət", "Bir otaq verəcək", "promise2_kind-error", "promise2_due-error", "new1_name-error"):
        assert kept in answer.text
    db.session.expire_all()
    assert session.state == SessionState.PLANNED


def test_a_session_that_did_not_take_place_says_why(staff: FlaskClient, session: InfoSession) -> None:
    url = f"/info-sessions/{session.id}/log"
    silent = factories.post(staff, url, version=session.version, outcome="not_held")
    assert silent.status_code == 422
    assert "not_held_why-error" in silent.text
    said = factories.post(
        staff, url, version=session.version, outcome="not_held", not_held_reason="Sahibi Bakıya getdi", heard="yox"
    )
    assert session.not_held_why == NotHeldReason.OTHER
    assert said.status_code == 303
    assert "Sahibi Bakıya getdi" in staff.get(said.location).text
    assert session.host.stage == Stage.PROSPECT
    again = factories.post(staff, f"/info-sessions/{session.id}/restore", form_at=said.location)
    assert again.status_code == 303
    assert session.state == SessionState.PLANNED


def test_a_reason_tapped_is_enough_but_another_one_wants_words(staff: FlaskClient, session: InfoSession) -> None:
    url = f"/info-sessions/{session.id}/log"
    other = factories.post(staff, url, version=session.version, outcome="not_held", not_held_why="other")
    assert other.status_code == 422
    assert "not_held_reason-error" in other.text
    tapped = factories.post(staff, url, version=session.version, outcome="not_held", not_held_why="season")
    staff.get("/language/en?next=/")
    for page in (tapped.location, f"/partners/{session.host_id}"):
        assert "Busy season in the shop" in staff.get(page).text
    assert re.search(r'value="season"[^>]* checked', staff.get(url).text)


def test_a_planned_session_is_moved_and_called_off(staff: FlaskClient, session: InfoSession) -> None:
    page = f"/info-sessions/{session.id}"
    moved = factories.post(
        staff, f"{page}/edit", version=session.version, host_id=session.host_id, starts_at="2026-12-02T15:30"
    )
    assert moved.status_code == 303
    assert "15:30" in staff.get(page).text
    assert factories.post(staff, f"{page}/call-off").status_code == 422
    assert factories.post(staff, f"{page}/call-off", why="season").status_code == 303
    assert (session.state, session.not_held_why) == (SessionState.CANCELLED, NotHeldReason.SEASON)
    assert session.next_step_due


def test_a_partner_further_along_is_not_moved_back_and_an_absent_guest_stays(
    staff: FlaskClient, session: InfoSession
) -> None:
    session.host.stage = Stage.HIRING
    guest = factories.partner("Qonaq")
    person = factories.contact(guest, "Rəna")
    session.guests.append(type(session.guests[0])(partner=guest))
    db.session.commit()
    url = f"/info-sessions/{session.id}/log"
    answer = factories.post(staff, url, version=session.version, **{f"came{person.id}": "absent"})
    assert answer.status_code == 303
    assert (session.host.stage, guest.stage) == (Stage.HIRING, Stage.PROSPECT)


def test_an_answer_of_nothing_but_spaces_is_no_answer(staff: FlaskClient, session: InfoSession) -> None:
    person = factories.contact(session.host, "Rəna")
    db.session.commit()
    url = f"/info-sessions/{session.id}/log"
    answer = factories.post(staff, url, version=session.version, **{f"came{person.id}": "  "})
    assert answer.status_code == 303
    assert session.attendances == []


def test_staff_of_another_centre_finds_nothing(staff: FlaskClient, host: Partner) -> None:
    theirs = factories.info_session(factories.partner("Gizli MMC", centre=factories.centre("Neftçala")))
    db.session.commit()
    assert "Gizli" not in staff.get("/info-sessions").text
    assert "Gizli" not in staff.get("/info-sessions/new").text
    for part in ("", "/edit", "/log"):
        assert staff.get(f"/info-sessions/{theirs.id}{part}").status_code == 404
    for verb in ("call-off", "restore", "log"):
        url = f"/info-sessions/{theirs.id}/{verb}"
        assert factories.post(staff, url, form_at="/info-sessions/new").status_code == 404


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.PARTNER, Role.MEMBER])
def test_others_than_staff_may_not_open_sessions(sign_in: Callable[[User], FlaskClient], role: Role) -> None:
    assert sign_in(factories.user(role)).get("/info-sessions").status_code == 403


def test_every_objection_has_a_ready_answer_in_three_languages() -> None:
    for code, ready in ready_answers().items():
        assert all((ready.answer_az, ready.answer_ru, ready.answer_en, ready.text_az)), code
    assert set(ready_answers()) == set(Objection)


def test_pages_need_as_many_queries_for_many_rows_as_for_few(staff: FlaskClient, session: InfoSession) -> None:
    def grow() -> None:
        for number in range(3):
            guest = factories.partner(settlement=factories.settlement())
            factories.contact(guest, f"Adam {number}")
            session.guests.append(type(session.guests[0])(partner=guest))
            factories.info_session(guest, facilitator=factories.user(), starts_at=now())
            factories.vacancy(guest, info_session=session)
        db.session.commit()

    def reads(url: str) -> int:
        db.session.expire_all()
        with queries() as counted:
            assert staff.get(url).status_code == 200
        return counted.number

    page = f"/info-sessions/{session.id}"
    urls = ("/info-sessions", page, f"{page}/log", f"{page}/edit")
    grow()
    before = [reads(url) for url in urls]
    grow()
    assert [reads(url) for url in urls] == before


def test_a_session_with_a_partner_nobody_knows_yet_can_be_written_down(staff: FlaskClient) -> None:
    nobody_known = factories.info_session(factories.partner("Tanışsız MMC"))
    db.session.commit()
    page = staff.get(f"/info-sessions/{nobody_known.id}/log")
    assert page.status_code == 200
    assert "Tanışsız MMC" in page.text


def test_a_promise_written_twice_is_one_and_another_of_the_kind_is_asked_about(
    staff: FlaskClient, session: InfoSession
) -> None:
    url = f"/info-sessions/{session.id}/log"

    def write(**fields: str) -> Any:
        db.session.expire_all()
        said = {"promise1_kind": "loan", "promise1_quantity": "2", "promise1_due": "2026-12-20"} | fields
        return factories.post(staff, url, version=session.version, **said)

    assert write().status_code == 303
    assert write(promise1_words="İki kredit").status_code == 303
    assert len(session.commitments) == 1
    asked = write(promise1_quantity="3")
    assert asked.status_code == 422
    assert "promise1_more-error" in asked.text
    assert write(promise1_quantity="3", promise1_more="y").status_code == 303
    db.session.expire_all()
    assert [one.quantity for one in session.commitments] == [2, 3]
