"""Staff finds who fits together, changes the plan, makes it sessions in one step and takes the sheet of the day along."""

import re
from collections.abc import Callable
from datetime import datetime, time, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from crm.access import Role
from crm.accounts.models import User
from crm.extensions import db
from crm.forms import BAKU, today
from crm.info_sessions.enums import SessionKind
from crm.info_sessions.models import InfoSession
from crm.partners.free_time import Window
from crm.partners.models import Partner
from crm.partners.windows import tell_windows
from tests import factories
from tests.counting import queries

SignIn = Callable[[User], FlaskClient]
URL = f"/info-sessions/compose?first={today() + timedelta(days=1)}&last={today() + timedelta(days=8)}"


def owner(name: str, *windows: Window, place: str = "Sabirabad", **more: object) -> Partner:
    made = factories.partner(name, settlement=factories.settlement(place), **more)
    if windows:
        tell_windows(partner=made, windows=windows, seasons=[])
    return made


@pytest.fixture
def owners(staff: FlaskClient) -> list[Partner]:
    made = [
        owner("Muğan Balıq", Window(2, 540, 720)),
        owner("Dəmirçi Sexi", Window(2, 540, 720)),
        owner("Uzaq Süd", Window(3, 540, 720), place="Neftçala"),
        owner("Sözsüz Market"),
    ]
    db.session.commit()
    return made


def fields(page: str) -> dict[str, str]:
    """Every field of the plan as a browser would send it."""
    form = page[page.index('name="number"') - 400 :]
    found = dict(re.findall(r'name="(visit\d+_\w+|number)"[^>]*?value="([^"]*)"', form))
    found |= {
        name: value
        for value, name in re.findall(r'value="([^"]*)"[^>]*?name="(visit\d+_\w+)"', form)
        if name not in found
    }
    return found


def test_neighbours_sit_together_and_the_reasons_are_said(staff: FlaskClient, owners: list[Partner]) -> None:
    page = staff.get(URL).text
    assert page.index("Muğan Balıq") and page.index("Dəmirçi Sexi") and page.index("Uzaq Süd")
    assert len(re.findall(r'name="visit\d+_keep"', page)) == 2
    assert f"/partners/{owners[3].id}/windows/link" in page


def test_the_plan_becomes_sessions_in_one_step_and_a_sheet_of_the_day(
    staff: FlaskClient, owners: list[Partner]
) -> None:
    sent = fields(staff.get(URL).text)
    answer = factories.post(staff, URL, **sent)
    assert answer.status_code == 303
    assert "/info-sessions/day?on=" in answer.location
    made = db.session.scalars(select(InfoSession).order_by(InfoSession.starts_at)).all()
    assert sorted(len(one.guests) for one in made) == [1, 2]
    assert {one.kind for one in made} == {SessionKind.INDIVIDUAL, SessionKind.SMALL_GROUP}
    sheet = staff.get(answer.location).text
    assert made[0].host.name in sheet
    again = staff.get(URL).text
    assert "visit0_keep" not in again


def test_a_plan_is_changed_before_it_is_made(staff: FlaskClient, owners: list[Partner]) -> None:
    sent = fields(staff.get(URL).text)
    kept = next(number for number in "01" if sent[f"visit{number}_host"] == str(owners[2].id))
    other = "1" if kept == "0" else "0"
    del sent[f"visit{other}_keep"]
    day = today() + timedelta(days=5)
    sent[f"visit{kept}_starts_at"] = f"{day}T15:30"
    assert factories.post(staff, URL, **sent).status_code == 303
    made = db.session.scalars(select(InfoSession)).one()
    assert made.starts_at == datetime.combine(day, time(15, 30), tzinfo=BAKU)


def test_visits_that_overlap_are_refused_beside_the_field(staff: FlaskClient, owners: list[Partner]) -> None:
    sent = fields(staff.get(URL).text)
    sent["visit1_starts_at"] = sent["visit0_starts_at"]
    answer = factories.post(staff, URL, **sent)
    assert answer.status_code == 422
    assert re.search(r"visit[01]_starts_at-error", answer.text)
    assert db.session.scalars(select(InfoSession)).all() == []


def test_a_stranger_partner_cannot_be_slipped_into_a_plan(staff: FlaskClient, owners: list[Partner]) -> None:
    foreign = factories.partner("Özgə", centre=factories.centre("Neftçala"))
    db.session.commit()
    sent = fields(staff.get(URL).text)
    sent["visit0_host"], sent["visit0_guests"] = str(foreign.id), ""
    sent["visit1_guests"] = str(foreign.id)
    factories.post(staff, URL, **sent)
    made = db.session.scalars(select(InfoSession)).all()
    assert foreign.id not in {seat.partner_id for one in made for seat in one.guests}


def test_another_centres_owners_are_not_in_the_plan(sign_in: SignIn, owners: list[Partner]) -> None:
    browser = sign_in(factories.user(Role.STAFF, centre=factories.centre("Neftçala")))
    assert "Muğan" not in browser.get(URL).text
    assert "Muğan" not in browser.get(f"{URL}&partner={owners[0].id}").text


def test_the_visitors_own_sessions_are_kept_free(staff: FlaskClient, owners: list[Partner]) -> None:
    me = db.session.scalars(select(User)).one()
    days = [today() + timedelta(days=number) for number in range(1, 9)]
    for day in days:
        at = datetime.combine(day, time(9), tzinfo=BAKU)
        factories.info_session(owner("Yer"), starts_at=at, facilitator_id=me.id, minutes=240)
    db.session.commit()
    assert "visit0_keep" not in staff.get(f"{URL}&who={me.id}").text


def test_the_number_of_statements_does_not_grow(staff: FlaskClient, owners: list[Partner]) -> None:
    def counted() -> int:
        with queries() as those:
            assert staff.get(URL).status_code == 200
        return those.number

    counted()
    few = counted()
    for number in range(8):
        more = owner(f"Yeni {number}", Window(number % 5, 540, 720))
        factories.info_session(more, starts_at=datetime.combine(today() - timedelta(days=9), time(11), tzinfo=BAKU))
    db.session.commit()
    assert counted() == few


def test_nonsense_in_the_address_is_no_error(staff: FlaskClient, owners: list[Partner]) -> None:
    for query in ("first=2020-01-01&last=2019-01-01", "first=x", "partner=99999999999&rayon=7", "who=0"):
        assert staff.get(f"/info-sessions/compose?{query}").status_code in (200, 422)
    for query in ("on=x", "on=2026-02-31", "who=99999"):
        assert staff.get(f"/info-sessions/day?{query}").status_code == 200
