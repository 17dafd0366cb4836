"""What a session is about, what is offered in it, and when to try again where it did not take place."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from crm.db import now
from crm.extensions import db
from crm.info_sessions import agenda
from crm.info_sessions.enums import SessionKind, SessionState, Topic
from crm.info_sessions.models import InfoSession
from crm.offers.enums import OfferKind, OfferState
from crm.offers.models import Offer
from crm.partners.models import Partner
from tests import factories


@pytest.fixture
def host(staff: FlaskClient) -> Partner:
    made = factories.partner("Muğan Balıq")
    factories.contact(made, "Elçin Məmmədov", decides=True)
    db.session.commit()
    staff.get("/language/en")
    return made


def plan(staff: FlaskClient, host: Partner, *topics: Topic, **more: object) -> str:
    """The page of a session that was planned with these topics."""
    chosen = [topic.value for topic in topics]
    fields = {"host_id": host.id, "starts_at": "2026-12-01T10:00", "minutes": 40, **more}
    answer = factories.post(staff, "/info-sessions/new", agenda=chosen, **fields)
    assert answer.status_code == 303
    return str(answer.location)


def test_ready_topics_come_with_what_to_say_and_stand_in_the_calendar(staff: FlaskClient, host: Partner) -> None:
    url = plan(staff, host, Topic.LAW, Topic.WOMEN, Topic.HOURS, Topic.PROMISES, topics="Fish")
    page = staff.get(url).text
    assert "ASAN" in page
    assert "Women near you, Hours and children, The law, and support of the state" in page
    assert "Fish" in staff.get(f"{url}/session.ics").text.replace("\r\n ", "")
    assert "tag t-warn" not in page
    assert db.session.scalars(select(InfoSession.agenda)).one() == ["women", "hours", "law", "promises"]


def test_it_is_told_when_the_topics_do_not_fit_the_time(staff: FlaskClient, host: Partner) -> None:
    assert "The topics take 65 minutes, and the visit has 30." in staff.get(plan(staff, host, *Topic, minutes=30)).text
    assert "this visit has 90" in staff.get(plan(staff, host, *Topic, minutes=90)).text
    assert "take only 10 minutes" in staff.get(plan(staff, host, Topic.LAW)).text


def test_the_usual_topics_are_chosen_beforehand_and_fit_into_the_half_hour(staff: FlaskClient, host: Partner) -> None:
    for usual in (agenda.USUAL, agenda.WITH_A_BANK, agenda.WITH_A_PUBLIC_BODY):
        assert agenda.SHORT <= agenda.minutes_of(usual) <= 40
    page = staff.get("/info-sessions/new").text
    assert page.count('name="agenda"') == len(Topic)
    assert page.count("checked>\n        <span>") >= len(agenda.USUAL)


def test_a_topic_nobody_knows_is_left_out(staff: FlaskClient, host: Partner) -> None:
    fields = {"host_id": host.id, "starts_at": "2026-12-01T10:00", "agenda": ["law", "magic"]}
    assert factories.post(staff, "/info-sessions/new", **fields).status_code == 303
    assert db.session.scalars(select(InfoSession.agenda)).one() == ["law"]


def test_an_offer_heard_becomes_a_draft_no_woman_sees_until_it_is_opened(staff: FlaskClient, host: Partner) -> None:
    session = factories.info_session(host)
    db.session.commit()
    url = f"/info-sessions/{session.id}/log"
    words = "Toyuq alarıq. Həftədə 50 ədəd."
    silent = factories.post(staff, url, version=session.version, outcome="held", offer=words)
    assert silent.status_code == 422
    assert "offer_kind-error" in silent.text
    said = factories.post(staff, url, version=session.version, outcome="held", offer=words, offer_kind="purchase")
    assert said.status_code == 303
    made = db.session.scalars(select(Offer)).one()
    assert (made.kind, made.state, made.title) == (OfferKind.PURCHASE, OfferState.DRAFT, "Toyuq alarıq")
    assert made.partner_id == host.id
    assert "Toyuq alarıq" in staff.get(said.location).text
    page = staff.get(f"/offers/{made.id}").text
    assert said.location in page
    factories.post(staff, f"/offers/{made.id}/reopen", form_at=f"/offers/{made.id}")
    db.session.expire_all()
    assert db.session.scalars(select(Offer.state)).one() == OfferState.OPEN


def test_after_a_session_that_did_not_take_place_the_next_times_are_there(staff: FlaskClient, host: Partner) -> None:
    held = now() - timedelta(days=30)
    factories.info_session(host, starts_at=held, state=SessionState.HELD)
    guest = factories.partner("Qonaq")
    db.session.commit()
    url = plan(staff, host, Topic.LAW, guest_ids=[guest.id])
    session = db.session.scalars(select(InfoSession).where(InfoSession.state == SessionState.PLANNED)).one()
    answer = factories.post(
        staff, f"{url}/log", version=session.version, outcome="not_held", not_held_reason="The owner was called away"
    )
    assert answer.location.endswith("#again")
    page = staff.get(url).text
    again = f"/info-sessions/new?after={session.id}"
    assert f"{again}&amp;at=" in page
    assert 'value="law"' in staff.get(again).text
    fields = {"host_id": host.id, "starts_at": "2026-12-08T10:00", "guest_ids": [guest.id], "agenda": ["law"]}
    assert factories.post(staff, again, **fields).status_code == 303
    newer = db.session.scalars(select(InfoSession).order_by(InfoSession.id.desc())).first()
    assert newer is not None
    assert newer.kind == SessionKind.SMALL_GROUP
    assert db.session.get_one(InfoSession, session.id).not_held_reason == "The owner was called away"
