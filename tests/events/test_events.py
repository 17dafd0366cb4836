"""Staff plan an event, put women on its list, note who was there; a job fair has tables too."""

from collections.abc import Callable
from datetime import UTC, datetime

from flask.testing import FlaskClient
from sqlalchemy import select

from crm.access import Role
from crm.accounts.models import User
from crm.events.enums import EventKind, Participation
from crm.events.models import Event, EventParticipant
from crm.extensions import db
from tests import factories
from tests.counting import queries


def event_of(kind: EventKind = EventKind.TRAINING, centre: str = "Sabirabad") -> str:
    made = factories.event(kind, centre=factories.centre(centre), title="Tikiş dərsi")
    db.session.commit()
    return f"/events/{made.id}"


def test_staff_plan_an_event_and_find_it_by_its_title_with_a_typo(staff: FlaskClient) -> None:
    answer = factories.post(
        staff,
        "/events/new",
        kind="training",
        title="Tikiş dərsi",
        starts_at="2026-03-01T10:00",
        centre_id=factories.centre().id,
    )
    assert answer.status_code == 303, answer.text
    assert "10:00" in staff.get(answer.location).text
    event = db.session.scalars(select(Event)).one()
    assert event.starts_at == datetime(2026, 3, 1, 6, tzinfo=UTC)
    for search in ("tikis", "tikşi", "DƏRSİ"):
        assert "Tikiş dərsi" in staff.get("/events", query_string={"q": search}).text
    assert "Tikiş dərsi" not in staff.get("/events?kind=job_fair").text


def test_staff_change_an_event_and_a_stale_copy_is_answered_with_both(staff: FlaskClient) -> None:
    url = event_of()
    fields = {"kind": "workshop", "starts_at": "2026-03-01T10:00", "version": "1"}
    assert factories.post(staff, f"{url}/edit", title="Yeni ad", **fields).status_code == 303
    assert "Yeni ad" in staff.get(f"{url}/edit").text
    stale = factories.post(staff, f"{url}/edit", title="Köhnə nüsxə", **fields)
    assert stale.status_code == 409
    assert "Yeni ad" in stale.text
    assert "Köhnə nüsxə" in stale.text


def test_staff_with_wrong_input_keep_what_they_typed(staff: FlaskClient) -> None:
    answer = factories.post(staff, "/events/new", kind="training", title="", starts_at="sabah", venue="Mədəniyyət evi")
    assert answer.status_code == 422
    assert "Mədəniyyət evi" in answer.text
    assert "sabah" in answer.text


def test_staff_add_a_woman_and_note_who_was_there(staff: FlaskClient) -> None:
    url = event_of()
    came, absent = factories.member("Kəmalə"), factories.member("Zərifə")
    stranger = factories.member("Yad", centre=factories.centre("Neftçala"))
    db.session.commit()
    assert "Kəmalə" in staff.get(f"{url}?find=kemale").text
    assert ">Yad" not in staff.get(f"{url}?find=yad").text
    for woman in (came, absent, absent, stranger):
        factories.post(staff, f"{url}/women", f"{url}", member_id=woman.id)
    listed = {one.member_id: one for one in db.session.scalars(select(EventParticipant))}
    assert set(listed) == {came.id, absent.id}
    version = str(db.session.scalars(select(Event.version)).one())
    answer = factories.post(staff, f"{url}/attendance", url, came=listed[came.id].id, version=version)
    assert answer.status_code == 303
    assert (listed[came.id].participation, listed[absent.id].participation) == (
        Participation.CAME,
        Participation.ABSENT,
    )
    stale = factories.post(staff, f"{url}/attendance", url, came=listed[absent.id].id, version=version)
    assert stale.status_code == 409
    assert factories.post(staff, f"{url}/women/{listed[absent.id].id}/take-off", url).status_code == 303
    assert "Zərifə" not in staff.get(url).text


def test_staff_write_down_a_table_at_a_fair_and_correct_it(staff: FlaskClient) -> None:
    url = event_of(EventKind.JOB_FAIR)
    employer = factories.partner("Balıq zavodu")
    db.session.commit()
    for places in ("3", "5"):
        answer = factories.post(staff, f"{url}/tables", url, partner_id=employer.id, places_offered=places)
        assert answer.status_code == 303, answer.text
    wrong = factories.post(staff, f"{url}/tables", url, partner_id=employer.id, places_offered="çox")
    assert wrong.status_code == 422
    assert "çox" in wrong.text
    page = staff.get(url).text
    assert "5 places" in page or "5 yer" in page


def test_staff_of_another_centre_find_no_event(staff: FlaskClient) -> None:
    url = event_of(centre="Neftçala")
    assert "Tikiş dərsi" not in staff.get("/events").text
    for path in (url, f"{url}/edit"):
        assert staff.get(path).status_code == 404
    assert factories.post(staff, f"{url}/attendance", "/events/new").status_code == 404


def test_only_staff_and_administrators_open_events(sign_in: Callable[[User], FlaskClient]) -> None:
    for role, status in ((Role.ADMINISTRATOR, 200), (Role.OBSERVER, 403)):
        assert sign_in(factories.user(role)).get("/events").status_code == status
    assert sign_in(factories.partner_user(factories.partner())).get("/events").status_code == 403


def test_pages_read_the_same_number_of_times_however_many_women_came(staff: FlaskClient) -> None:
    url = event_of(EventKind.JOB_FAIR)
    event = db.session.scalars(select(Event)).one()
    counts = []
    for number in (1, 3):
        for _ in range(number):
            woman = factories.member(settlement=factories.settlement())
            factories.save(EventParticipant(event_id=event.id, member_id=woman.id))
            factories.event(settlement=factories.settlement())
        db.session.commit()
        with queries() as one:
            staff.get(url)
        with queries() as all_of_them:
            staff.get("/events")
        counts.append((one.number, all_of_them.number))
    assert counts[0] == counts[1]
