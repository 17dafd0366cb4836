"""When the owner can be visited: told by staff, told by the owner through a link, shown, and used for proposals."""

import re
import time
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from crm.db import now
from crm.extensions import db
from crm.forms import BAKU, today
from crm.info_sessions.enums import NotHeldReason, SessionState
from crm.partners import windows
from crm.partners.free_time import Window
from crm.partners.models import Availability, Partner
from tests import factories


@pytest.fixture
def partner(staff: FlaskClient) -> Partner:
    made = factories.partner("Muğan Balıq", phone="+994 50 111 22 33", address="Sahil küçəsi 7")
    factories.contact(made, "Elçin Məmmədov")
    db.session.commit()
    return made


def told(partner: Partner) -> list[tuple[int, int, int]]:
    db.session.expire_all()
    found = db.session.scalars(select(Availability).where(Availability.partner_id == partner.id)).one()
    return [(one.weekday, one.starts, one.ends) for one in found.windows]


def address(staff: FlaskClient, partner: Partner) -> str:
    page = staff.get(f"/partners/{partner.id}/windows/link").text
    found = re.search(r"http://[^\s<\"]+/partners/windows/[^\s<\"]+", page)
    assert found
    return urlsplit(found.group()).path


def test_staff_taps_the_week_and_sees_it_on_the_page(staff: FlaskClient, partner: Partner) -> None:
    answer = factories.post(
        staff,
        f"/partners/{partner.id}/windows",
        slots=["1-morning", "1-noon", "3-evening"],
        hours1_weekday="4",
        hours1_starts="08:15",
        hours1_ends="09:00",
        season1_begins="2026-10-01",
        season1_ends="2026-11-15",
        season1_reason="Məhsul yığımı",
        contacts_a_month="2",
        days_ahead="3",
    )
    assert answer.status_code == 303
    assert told(partner) == [(1, 540, 840), (3, 1020, 1200), (4, 495, 540)]
    page = staff.get(f"/partners/{partner.id}").text
    for text in ("9:00–14:00", "17:00–20:00", "8:15–9:00", "Məhsul yığımı"):
        assert text in page
    form = staff.get(f"/partners/{partner.id}/windows").text
    assert 'value="08:15"' in form
    assert re.search(r'value="1-noon" checked', form)
    assert not re.search(r'value="1-evening" checked', form)


def test_hours_that_end_before_they_begin_are_refused_beside_the_field(staff: FlaskClient, partner: Partner) -> None:
    hours = {"hours1_weekday": "4", "hours1_starts": "10:00", "hours1_ends": "09:00", "season1_begins": "2026-10-01"}
    answer = factories.post(staff, f"/partners/{partner.id}/windows", **hours)
    assert answer.status_code == 422
    assert "hours1_ends-error" in answer.text
    assert "season1_begins-error" in answer.text


def test_a_stale_page_does_not_overwrite_what_a_colleague_saved(staff: FlaskClient, partner: Partner) -> None:
    url = f"/partners/{partner.id}/windows"
    assert 'name="version" type="hidden" value="0"' in staff.get(url).text
    assert factories.post(staff, url, slots="1-morning", version="0").status_code == 303
    assert factories.post(staff, url, slots="2-morning", version="0").status_code == 409
    assert told(partner) == [(1, 540, 720)]


def test_the_owner_answers_by_the_link_without_an_account(
    app: Flask, client: FlaskClient, staff: FlaskClient, partner: Partner
) -> None:
    windows.tell_windows(partner=partner, windows=[], seasons=[], days_ahead=17)
    db.session.commit()
    url = address(staff, partner)
    page = client.get(url).text
    assert "Muğan Balıq" in page
    for known in ("Elçin", "111 22 33", "Sahil", 'value="17"'):
        assert known not in page
    answer = factories.post(client, url, slots=["0-noon"], contacts_a_month="1")
    assert answer.status_code == 303
    assert told(partner) == [(0, 720, 840)]
    db.session.refresh(partner)
    assert partner.availability is not None
    assert (partner.availability.days_ahead, partner.availability.told_by_owner) == (17, True)
    thanks = client.get(answer.location)
    assert thanks.status_code == 200
    later = factories.post(client, url, slots=["2-noon"])
    assert told(partner) == [(2, 720, 840)]
    assert client.get(later.location).status_code == 200


def test_an_old_link_shows_nothing_but_can_be_exchanged_by_its_holder(
    client: FlaskClient, staff: FlaskClient, partner: Partner, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = address(staff, partner)
    clock = time.time
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: clock() - 61 * 24 * 3600)
    old = f"/partners/windows/{windows.link_token(partner)}"
    older = address_made(partner, monkeypatch, clock() - 366 * 24 * 3600)
    monkeypatch.setattr("itsdangerous.timed.time.time", clock)
    over = client.get(old)
    assert over.status_code == 410
    assert "Muğan" not in over.text
    renewed = factories.post(client, f"{old}/renew", form_at=old)
    assert renewed.status_code == 303
    assert client.get(renewed.location).status_code == 200
    assert client.get(older).status_code == 410
    assert "csrf_token" not in client.get(older).text
    assert client.get(url).status_code == 200


def address_made(partner: Partner, monkeypatch: pytest.MonkeyPatch, at: float) -> str:
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: at)
    return f"/partners/windows/{windows.link_token(partner)}"


def test_a_link_that_was_called_back_or_bent_opens_nothing(
    client: FlaskClient, staff: FlaskClient, partner: Partner
) -> None:
    url = address(staff, partner)
    assert client.get(url[:-2]).status_code == 410
    factories.post(
        staff, f"/partners/{partner.id}/windows/link/call-back", form_at=f"/partners/{partner.id}/windows/link"
    )
    assert client.get(url).status_code == 410
    assert client.get(address(staff, partner)).status_code == 200


def test_proposals_follow_what_became_of_earlier_visits(staff: FlaskClient, partner: Partner) -> None:
    windows.tell_windows(partner=partner, windows=windows_of_every_day(), seasons=[])
    tuesday = today() - timedelta(days=today().weekday() + 6)
    for hour, state in ((11, SessionState.HELD), (15, SessionState.NOT_HELD)):
        at = moment(tuesday, hour)
        factories.info_session(
            partner, starts_at=at, state=state, not_held_why=NotHeldReason.NO_TIME if hour == 15 else None
        )
    db.session.commit()
    page = staff.get(f"/partners/{partner.id}").text
    assert "11:00" in page
    at = re.search(r"at=(\d{4}-\d\d-\d\dT11:00)", page)
    assert at
    planning = staff.get(f"/info-sessions/new?partner={partner.id}&at={at.group(1)}").text
    assert f'value="{at.group(1)}"' in planning


def test_moving_a_planned_session_is_remembered(staff: FlaskClient, partner: Partner) -> None:
    visit = factories.info_session(partner)
    db.session.commit()
    agreed = visit.starts_at
    later = (now() + timedelta(days=9)).strftime("%Y-%m-%dT10:00")
    fields = {"host_id": str(partner.id), "kind": "individual", "starts_at": later, "version": visit.version}
    assert factories.post(staff, f"/info-sessions/{visit.id}/edit", **fields).status_code == 303
    db.session.refresh(visit)
    assert visit.moved_from == agreed


def windows_of_every_day() -> list[windows.Window]:
    return [windows.Window(day, 540, 1020) for day in range(7)]


def moment(on: date, hour: int) -> datetime:
    return datetime(on.year, on.month, on.day, hour, tzinfo=BAKU)


def test_all_five_parts_told_by_the_link_are_seen_and_kept_by_the_proposals(
    client: FlaskClient, staff: FlaskClient, partner: Partner
) -> None:
    """Weekly windows, a season, not before a day, visits a month, days ahead."""
    begins, ends = today() + timedelta(days=70), today() + timedelta(days=90)
    fields = {"slots": [f"{day}-morning" for day in range(7)], "contacts_a_month": "1", "days_ahead": "5"}
    season = {"season1_begins": begins.isoformat(), "season1_ends": ends.isoformat(), "season1_reason": "Balıq mövsümü"}
    not_before = today() + timedelta(days=69)
    given = factories.post(client, address(staff, partner), **fields, **season, not_before=not_before.isoformat())
    assert given.status_code == 303
    staff.get("/language/en?next=/")
    page = staff.get(f"/partners/{partner.id}").text
    for part in ("Balıq mövsümü", "Not before", "1 visit a month is welcome", "Wants to know 5 days ahead"):
        assert part in page
    proposed = [date.fromisoformat(on) for on in re.findall(r"at=(\d{4}-\d\d-\d\d)T", page)]
    assert proposed
    assert all(on == not_before or on > ends for on in proposed)


def test_a_month_with_all_welcome_visits_is_left_out_of_the_proposals(staff: FlaskClient, partner: Partner) -> None:
    every_morning = [Window(day, 9 * 60, 12 * 60) for day in range(7)]
    windows.tell_windows(partner=partner, windows=every_morning, seasons=[], contacts_a_month=1)
    visit = now() + timedelta(days=1)
    factories.info_session(partner, starts_at=visit)
    db.session.commit()
    page = staff.get(f"/partners/{partner.id}").text
    proposed = re.findall(r"at=(\d{4}-\d\d)-\d\dT", page)
    assert proposed
    assert f"{visit.astimezone(BAKU):%Y-%m}" not in proposed
