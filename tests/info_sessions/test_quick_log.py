"""A visit written down at the doorstep in six fields, at once or when the phone finds signal again."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from crm.db import now
from crm.extensions import db
from crm.forms import today
from crm.info_sessions.enums import SessionState
from crm.info_sessions.models import InfoSession
from crm.partners.enums import Stage
from crm.partners.models import Contact, Partner
from tests import factories

QUICK = "/info-sessions/quick"


@pytest.fixture
def shop(staff: FlaskClient) -> Partner:
    made = factories.partner("Muğan Balıq")
    factories.contact(made, "Elçin Məmmədov", decides=True)
    db.session.commit()
    return made


def sessions() -> list[InfoSession]:
    db.session.expire_all()
    return list(db.session.scalars(select(InfoSession)))


def test_six_fields_make_a_session_that_was_held_now(staff: FlaskClient, shop: Partner) -> None:
    page = staff.get(f"{QUICK}?partner={shop.id}").text
    for field in ("partner_id", "who", "heard", "next_step", "soon", "next_step_due"):
        assert f'name="{field}"' in page
    assert "Elçin Məmmədov" in page
    said = {"who": "elcin, Sevda Əliyeva", "heard": "Payızda adam lazımdır", "next_step": "Üç qadın göstər"}
    answer = factories.post(staff, QUICK, partner_id=shop.id, soon="week", **said)
    assert answer.status_code == 303
    shown = staff.get(answer.location).text
    for text in (*said.values(), "Elçin Məmmədov", "Sevda Əliyeva"):
        assert text in shown or text == said["who"]
    (made,) = sessions()
    assert made.state == SessionState.HELD
    assert now() - made.starts_at < timedelta(minutes=1)
    assert [(seat.contact.name, seat.decided_there) for seat in made.attendances] == [
        ("Elçin Məmmədov", True),
        ("Sevda Əliyeva", False),
    ]
    assert shop.stage == Stage.SESSION_HELD
    assert shop.next_step_due == today() + timedelta(days=7)


def test_the_session_planned_for_that_day_is_the_one_written_down(staff: FlaskClient, shop: Partner) -> None:
    planned = factories.info_session(shop, starts_at=now() - timedelta(minutes=1))
    db.session.commit()
    assert factories.post(staff, QUICK, partner_id=shop.id, heard="Razıdır").status_code == 303
    assert [(one.id, one.state) for one in sessions()] == [(planned.id, SessionState.HELD)]


def test_a_log_sent_later_was_held_when_it_was_written(staff: FlaskClient, shop: Partner) -> None:
    yesterday = now() - timedelta(days=1)
    factories.post(staff, QUICK, partner_id=shop.id, heard="Dünən", written_at=yesterday.isoformat())
    assert abs(sessions()[0].starts_at - yesterday) < timedelta(seconds=1)


@pytest.mark.parametrize("clock", ["2199-01-01T00:00:00Z", "2001-01-01T00:00:00Z", "not a clock", ""])
def test_a_clock_that_cannot_be_right_means_now(staff: FlaskClient, shop: Partner, clock: str) -> None:
    factories.post(staff, QUICK, partner_id=shop.id, heard="İndi", written_at=clock)
    assert now() - sessions()[0].starts_at < timedelta(minutes=1)


def test_the_same_log_sent_twice_is_one_session(staff: FlaskClient, shop: Partner) -> None:
    same = {"partner_id": shop.id, "who": "Yeni Adam", "heard": "Razıdır", "client_key": "0" * 31 + "1"}
    first, second = (factories.post(staff, QUICK, **same) for _ in range(2))
    assert (first.status_code, second.location) == (303, first.location)
    assert len(sessions()) == 1
    assert db.session.scalar(select(func.count()).select_from(Contact)) == 2


def test_without_a_partner_or_a_sentence_it_is_asked_back(staff: FlaskClient, shop: Partner) -> None:
    stranger = factories.partner("Yad", centre=factories.centre("Neftçala"))
    db.session.commit()
    for wrong in ({"partner_id": "", "heard": "x"}, {"partner_id": shop.id}, {"partner_id": stranger.id, "heard": "x"}):
        answer = factories.post(staff, QUICK, who="Kimsə", **wrong)
        assert answer.status_code == 422
        assert "Kimsə" in answer.text
    assert sessions() == []
