"""An owner is invited by a link: staff proposes times, one tap picks one, calendars follow, reminders stop."""

import dataclasses
import re
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from icalendar import Calendar
from sqlalchemy import select

from crm import links
from crm.db import now
from crm.extensions import db
from crm.forms import on_the_clock, today
from crm.info_sessions.enums import SessionState
from crm.info_sessions.models import InfoSession, Invitation, SessionPartner
from crm.skills.fold import search_key
from tests import factories


def at(days: int) -> datetime:
    return (now() + timedelta(days=days)).replace(hour=8, minute=0, second=0, microsecond=0)


@pytest.fixture
def session(staff: FlaskClient) -> InfoSession:
    host = factories.partner("Muğan Balıq", phone="050 111 22 33", address="Sahil küçəsi 7")
    factories.contact(host, "Elçin Məmmədov", email="elchin@example.com", decides=True, phone="+994 55 222 33 44")
    goes = factories.user(login="aysel@example.com", name="Aysel")
    made: InfoSession = factories.info_session(host, starts_at=at(9), facilitator=goes)
    db.session.commit()
    return made


def propose(staff: FlaskClient, session: InfoSession, *days: int) -> str:
    """The path of the link."""
    url = f"/info-sessions/{session.id}/invitation"
    times = {f"time{number}": on_the_clock(at(one)).strftime("%Y-%m-%dT%H:%M") for number, one in enumerate(days, 1)}
    assert factories.post(staff, url, **times).status_code == 303
    found = re.search(r"http://[^\s<\"]+/info-sessions/invitation/[^\s<\"]+", staff.get(url).text)
    assert found
    return urlsplit(found.group()).path


def pick(browser: FlaskClient, link: str, choice: str, **more: str) -> None:
    assert factories.post(browser, f"{link}/answer", form_at=link, time=choice, **more).status_code == 303


def links_on(page: str) -> list[str]:
    """The paths of all links in the texts to send."""
    texts = re.findall(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)
    return [urlsplit(text.split()[-1]).path for text in texts]


@pytest.fixture
def group(session: InfoSession) -> InfoSession:
    """Two more owners are to come to the host's office; one of them reads Russian."""
    for name, person, language in (("Xəzər Şirniyyat", "Günel", "ru"), ("Şəfa Aptek", "Samir", "az")):
        guest = factories.partner(name)
        factories.contact(guest, person, email=f"{search_key(person)}@example.com", language=language, decides=True)
        factories.save(SessionPartner(info_session=session, partner=guest))
    db.session.commit()
    return session


def choices(page: str) -> list[str]:
    return re.findall(r'name="time"\s+value="(\d+)"', page)


def fresh(session: InfoSession) -> InfoSession:
    db.session.expire_all()
    return db.session.get_one(InfoSession, session.id)


def test_the_owner_picks_a_time_with_one_tap_and_a_second_tap_changes_nothing(
    staff: FlaskClient, client: FlaskClient, session: InfoSession
) -> None:
    link = propose(staff, session, 3, 4, 5)
    page = client.get(link).text
    first, second, _third = choices(page)
    assert "Elçin" not in page
    assert "222 33 44" not in page
    pick(client, link, second)
    assert fresh(session).starts_at == at(4)
    assert choices(client.get(link).text) == []
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get(link).text)
    assert token
    client.post(f"{link}/answer", data={"csrf_token": token.group(1), "time": first})
    assert fresh(session).starts_at == at(4)
    assert fresh(session).calendar_sequence == 1


def test_looking_at_the_link_answers_nothing(staff: FlaskClient, client: FlaskClient, session: InfoSession) -> None:
    link = propose(staff, session, 3)
    client.get(link)
    client.get(f"{link}/session.ics")
    assert db.session.scalars(select(Invitation.answered_at)).one() is None
    assert client.get(f"{link}/answer").status_code == 405


def test_staff_sees_the_answer_on_the_start_page_until_it_is_seen(
    staff: FlaskClient, client: FlaskClient, session: InfoSession
) -> None:
    link = propose(staff, session, 3, 4)
    assert "I phoned" not in staff.get("/today").text
    pick(client, link, choices(client.get(link).text)[0])
    staff.get("/language/en")
    assert "A time is picked" in staff.get("/today").text
    url = f"/info-sessions/{session.id}/invitation/handled?from=today"
    assert factories.post(staff, url, form_at="/today").status_code == 303
    assert "A time is picked" not in staff.get("/today").text


def test_the_reminder_stops_when_staff_has_phoned(staff: FlaskClient, session: InfoSession) -> None:
    propose(staff, session, 6)
    staff.get("/language/en")
    assert "I phoned" not in staff.get("/today").text
    db.session.scalars(select(Invitation)).one().sent_on = today() - timedelta(days=2)
    db.session.commit()
    assert "I phoned" in staff.get("/today").text
    factories.post(staff, f"/info-sessions/{session.id}/invitation/handled", form_at="/today")
    assert "I phoned" not in staff.get("/today").text


def test_when_no_time_suits_staff_reads_what_would(
    staff: FlaskClient, client: FlaskClient, session: InfoSession
) -> None:
    link = propose(staff, session, 3)
    pick(client, link, "none", words="Cümə axşamı saat 5-dən sonra")
    assert "Cümə axşamı saat 5-dən sonra" in staff.get("/today").text
    assert fresh(session).starts_at == at(9)
    assert choices(client.get(propose(staff, session, 4)).text)


def test_an_old_link_is_exchanged_by_whoever_holds_it(
    app: Flask, staff: FlaskClient, client: FlaskClient, session: InfoSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = propose(staff, session, 3)
    monkeypatch.setattr(links, "LINK_DAYS", -1)
    page = client.get(link).text
    assert choices(page) == []
    monkeypatch.undo()
    answer = factories.post(client, f"{link}/renew", form_at=link)
    assert answer.status_code == 303
    assert choices(client.get(answer.location).text)
    assert client.get(link[:-3] + "abc").status_code == 410


def test_a_session_that_is_called_off_cannot_be_picked(
    staff: FlaskClient, client: FlaskClient, session: InfoSession
) -> None:
    link = propose(staff, session, 3)
    factories.post(staff, f"/info-sessions/{session.id}/call-off", why="season")
    assert choices(client.get(link).text) == []
    assert fresh(session).state == SessionState.CANCELLED


def read(browser: FlaskClient, url: str) -> tuple[Any, Any]:
    answer = browser.get(url)
    assert answer.mimetype == "text/calendar"
    calendar = Calendar.from_ical(answer.data)
    assert f"method={calendar['METHOD']}" in answer.headers["Content-Type"]
    assert all(len(line) <= 75 for line in answer.data.split(b"\r\n"))
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def test_invitation_change_and_cancellation_follow_rfc_5546(staff: FlaskClient, session: InfoSession) -> None:
    """One UID, SEQUENCE grows, the method says which of the three it is; what each must hold stands in RFC 5546, 3.2."""
    url = f"/info-sessions/{session.id}/session.ics"
    asked, first = read(staff, url)
    assert asked["METHOD"] == "REQUEST"
    assert asked["VERSION"] == "2.0"
    assert asked["PRODID"]
    assert first["STATUS"] == "CONFIRMED"
    edit = f"/info-sessions/{session.id}/edit"
    moved = on_the_clock(at(12)).strftime("%Y-%m-%dT%H:%M")
    page = staff.get(edit).text
    version = re.search(r'name="version"[^>]*value="(\d+)"', page)
    assert version
    fields = {"host_id": session.host_id, "starts_at": moved, "version": version.group(1), "minutes": 40}
    assert factories.post(staff, edit, facilitator_id=session.facilitator_id, **fields).status_code == 303
    changed, second = read(staff, url)
    assert changed["METHOD"] == "REQUEST"
    factories.post(staff, f"/info-sessions/{session.id}/call-off", why="season")
    cancelled, third = read(staff, url)
    assert cancelled["METHOD"] == "CANCEL"
    assert third["STATUS"] == "CANCELLED"
    events = [first, second, third]
    assert len({str(one["UID"]) for one in events}) == 1
    assert [int(one["SEQUENCE"]) for one in events] == [0, 1, 2]
    assert [one["DTSTART"].dt for one in events] == [at(9), at(12), at(12)]
    for one in events:
        assert one["DTSTART"].dt.utcoffset() == one["DTSTAMP"].dt.utcoffset() == timedelta(0)
        assert one["DTEND"].dt - one["DTSTART"].dt == timedelta(minutes=40)
        assert str(one["ORGANIZER"]) == "mailto:aysel@example.com"
        assert one["ORGANIZER"].params["CN"] == "Sabirabad"
        assert str(one["ATTENDEE"]) == "mailto:elchin@example.com"
        assert one["ATTENDEE"].params["RSVP"] == "TRUE"
        assert "Muğan Balıq" in str(one["SUMMARY"])
    raw = staff.get(url).data.decode()
    assert re.search(r"^DTSTART:\d{8}T\d{6}Z\r$", raw, re.MULTILINE)
    assert datetime.now(UTC) - third["DTSTAMP"].dt < timedelta(minutes=5)


def test_without_any_address_the_file_is_a_notice(staff: FlaskClient, session: InfoSession) -> None:
    """RFC 5546, 3.2.2: a REQUEST has attendees; 3.2.1: a PUBLISH has none."""
    session.host.contacts[0].email = ""
    db.session.commit()
    calendar, event = read(staff, f"/info-sessions/{session.id}/session.ics")
    assert calendar["METHOD"] == "PUBLISH"
    assert "ATTENDEE" not in event


def test_a_link_tells_nothing_of_the_other_companies(
    staff: FlaskClient, client: FlaskClient, session: InfoSession
) -> None:
    guest = factories.partner("Xəzər Şirniyyat")
    factories.contact(guest, "Günel", email="gunel@example.com")
    factories.save(SessionPartner(info_session=session, partner=guest))
    db.session.commit()
    assert "gunel@example.com" in staff.get(f"/info-sessions/{session.id}/session.ics").text
    link = propose(staff, session, 3)
    for text in (client.get(link).text, client.get(f"{link}/session.ics").text):
        assert "gunel@example.com" not in text
        assert "Xəzər" not in text


def test_each_company_of_a_group_gets_a_link_and_a_text_of_its_own(
    staff: FlaskClient, client: FlaskClient, group: InfoSession
) -> None:
    propose(staff, group, 3, 4)
    page = staff.get(f"/info-sessions/{group.id}/invitation").text
    host, gunel, samir = links_on(page)
    assert len({host, gunel, samir}) == 3
    assert "Здравствуйте!" in page
    seen = client.get(gunel).text
    assert '<html lang="ru"' in seen
    assert "Xəzər Şirniyyat" in seen
    assert "Muğan Balıq" in seen
    assert choices(seen) == []
    for other in ("Şəfa Aptek", "Samir", "Elçin", "elchin@example.com", "222 33 44"):
        assert other not in seen
    assert "Şəfa Aptek" in client.get(samir).text
    for path, hers in ((gunel, "gunel@example.com"), (samir, "samir@example.com"), (host, "elchin@example.com")):
        _calendar, event = read(client, f"{path}/session.ics")
        assert str(event["ATTENDEE"]) == f"mailto:{hers}"


def test_where_no_person_has_an_address_each_company_is_asked_at_its_own(
    staff: FlaskClient, client: FlaskClient, group: InfoSession
) -> None:
    propose(staff, group, 3, 4)
    host, gunel, samir = links_on(staff.get(f"/info-sessions/{group.id}/invitation").text)
    for seat in fresh(group).guests:
        seat.partner.email = f"office{seat.partner_id}@example.com"
        for person in seat.partner.contacts:
            person.email = ""
    db.session.commit()
    offices = {f"mailto:{seat.partner.email}" for seat in fresh(group).guests}
    assert len(offices) == 3
    asked = [str(read(client, f"{path}/session.ics")[1]["ATTENDEE"]) for path in (host, gunel, samir)]
    assert set(asked) == offices
    assert asked[0] == f"mailto:{fresh(group).host.email}"
    _calendar, event = read(staff, f"/info-sessions/{group.id}/session.ics")
    assert {str(one) for one in event["ATTENDEE"]} == offices


def test_the_calendar_of_staff_asks_all_who_are_invited(staff: FlaskClient, group: InfoSession) -> None:
    calendar, event = read(staff, f"/info-sessions/{group.id}/session.ics")
    assert calendar["METHOD"] == "REQUEST"
    asked = {str(one) for one in event["ATTENDEE"]}
    assert asked == {f"mailto:{name}@example.com" for name in ("elchin", "gunel", "samir")}


def test_a_guest_says_whether_she_comes_and_the_host_alone_chooses_the_time(
    staff: FlaskClient, client: FlaskClient, group: InfoSession
) -> None:
    propose(staff, group, 3, 4)
    host, gunel, samir = links_on(staff.get(f"/info-sessions/{group.id}/invitation").text)
    pick(client, gunel, "yes")
    pick(client, samir, "none", words="Yalnız səhərlər")
    assert fresh(group).starts_at == at(9)
    assert group.invitation
    assert group.invitation.answered_at is None
    pick(client, host, choices(client.get(host).text)[0])
    assert fresh(group).starts_at == at(3)
    staff.get("/language/en")
    shown = staff.get(f"/info-sessions/{group.id}").text
    assert "Comes" in shown
    assert "Yalnız səhərlər" in shown
    assert "Put it in my calendar" in client.get("/language/en?next=" + gunel, follow_redirects=True).text
    pick(client, gunel, "none")
    assert [one.coming for one in fresh(group).guests] == [None, False, False]


def test_a_guests_answer_is_on_the_start_page_until_staff_has_seen_it(
    staff: FlaskClient, client: FlaskClient, group: InfoSession
) -> None:
    staff.get("/language/en")
    host = propose(staff, group, 3)
    gunel = links_on(staff.get(f"/info-sessions/{group.id}/invitation").text)[1]
    pick(client, host, choices(client.get(host).text)[0])
    factories.post(staff, f"/info-sessions/{group.id}/invitation/handled", form_at="/today")
    assert "A time is picked" not in staff.get("/today").text
    pick(client, gunel, "none")
    assert "A time is picked" in staff.get("/today").text


def test_links_of_guests_are_called_back_and_renewed_like_the_hosts(
    staff: FlaskClient, client: FlaskClient, group: InfoSession
) -> None:
    propose(staff, group, 3)
    page = f"/info-sessions/{group.id}/invitation"
    gunel = links_on(staff.get(page).text)[1]
    answer = factories.post(client, f"{gunel}/renew", form_at=gunel)
    assert "Xəzər Şirniyyat" in client.get(answer.location).text
    factories.post(staff, f"{page}/call-back", form_at=page)
    assert client.get(gunel).status_code == 410
    newer = links_on(staff.get(page).text)[1]
    db.session.delete(fresh(group).guests[1])
    db.session.commit()
    assert client.get(newer).status_code == 410


def change(staff: FlaskClient, session: InfoSession, **fields: Any) -> None:
    edit = f"/info-sessions/{session.id}/edit"
    version = re.search(r'name="version"[^>]*value="(\d+)"', staff.get(edit).text)
    assert version
    known = {"host_id": session.host_id, "minutes": 40, "facilitator_id": session.facilitator_id}
    known |= {"starts_at": on_the_clock(session.starts_at).strftime("%Y-%m-%dT%H:%M"), "version": version.group(1)}
    assert factories.post(staff, edit, **(known | fields)).status_code == 303


def test_a_time_that_staff_moved_is_the_centres_word_until_the_owner_says_that_it_suits(
    staff: FlaskClient, client: FlaskClient, session: InfoSession
) -> None:
    link = propose(staff, session, 3, 4)
    client.get("/language/en")
    pick(client, link, choices(client.get(link).text)[0])
    assert "Agreed" in client.get(link).text
    change(staff, fresh(session), starts_at=on_the_clock(at(6)).strftime("%Y-%m-%dT%H:%M"))
    moved = client.get(link).text
    assert "Agreed" not in moved
    assert "The centre has set this time" in moved
    (only,) = choices(moved)
    pick(client, link, only)
    assert "Agreed" in client.get(link).text
    assert fresh(session).starts_at == at(6)


def test_an_owner_who_picked_a_time_may_still_ask_for_another(
    staff: FlaskClient, client: FlaskClient, session: InfoSession
) -> None:
    link = propose(staff, session, 3, 4)
    client.get("/language/en")
    first, second = choices(client.get(link).text)
    pick(client, link, first)
    factories.post(staff, f"/info-sessions/{session.id}/invitation/handled", form_at="/today")
    pick(client, link, "none", words="Uşaq xəstələndi")
    assert fresh(session).starts_at == at(3)
    assert "Uşaq xəstələndi" in staff.get("/today").text
    assert "Agreed" not in client.get(link).text
    pick(client, link, second)
    assert fresh(session).starts_at == at(4)
    assert "Uşaq xəstələndi" not in staff.get("/today").text


def test_another_hosts_visit_is_not_seen_through_the_link_of_the_host_before(
    staff: FlaskClient, client: FlaskClient, session: InfoSession
) -> None:
    link = propose(staff, session, 3)
    other = factories.partner("Xəzər Şirniyyat")
    db.session.commit()
    change(staff, fresh(session), host_id=other.id)
    assert client.get(link).status_code == 410


def test_the_calendar_knows_the_session_by_the_same_name_under_another_address(
    app: Flask, staff: FlaskClient, session: InfoSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"/info-sessions/{session.id}/session.ics"
    before = read(staff, url)[1]["UID"]
    moved = dataclasses.replace(app.extensions["config"], base_url="https://korpu.example.org")
    monkeypatch.setitem(app.extensions, "config", moved)
    assert read(staff, url)[1]["UID"] == before


def test_a_visit_that_failed_at_the_door_is_cancelled_in_calendars_by_a_newer_number(
    staff: FlaskClient, session: InfoSession
) -> None:
    url = f"/info-sessions/{session.id}/session.ics"
    first = int(read(staff, url)[1]["SEQUENCE"])
    log = f"/info-sessions/{session.id}/log"
    version = re.search(r'name="version"[^>]*value="(\d+)"', staff.get(log).text)
    assert version
    fields = {"outcome": "not_held", "not_held_why": "nobody_there", "version": version.group(1)}
    assert factories.post(staff, log, **fields).status_code == 303
    calendar, event = read(staff, url)
    assert calendar["METHOD"] == "CANCEL"
    assert int(event["SEQUENCE"]) == first + 1
    assert fresh(session).next_step_due == today() + timedelta(days=7)
