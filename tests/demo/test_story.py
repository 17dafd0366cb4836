"""Each company the examples visited has a story without contradictions, from the day nobody came to what became of it."""

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import select

from crm import create_app
from crm.accounts.models import User
from crm.demo.companies import VISITED
from crm.demo.logins import PASSWORD
from crm.extensions import db
from crm.info_sessions.enums import SessionState
from crm.info_sessions.models import InfoSession, SessionPartner
from crm.offers.enums import TalkState
from crm.offers.models import OfferTalk
from crm.partners.enums import CommitmentKind, CommitmentState, PartnerKind, Stage
from crm.partners.models import Commitment, Partner
from crm.vacancies.queries import going_stale
from tests import factories
from tests.conftest import config_for


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder = tmp_path_factory.mktemp("story")
    app = create_app(config_for(f"sqlite:///{folder / 'demo.db'}", folder))
    with app.app_context():
        db.create_all()
    assert app.test_cli_runner().invoke(args=["demo", "load"]).exit_code == 0
    with app.app_context():
        yield app
        db.session.remove()
        for engine in db.engines.values():
            engine.dispose()


def visited() -> list[Partner]:
    return list(db.session.scalars(select(Partner).where(Partner.name.in_([firm.name for firm in VISITED]))))


def test_stages_follow_the_sessions_and_promises(demo: Flask) -> None:
    for partner in visited():
        changes = partner.stage_changes
        assert [one.began_on for one in changes] == sorted(one.began_on for one in changes)
        assert (changes[-1].stage, changes[-1].began_on) == (partner.stage, partner.stage_since)
        began = {one.stage: one.began_on for one in changes}
        at = select(InfoSession.starts_at).join(SessionPartner).where(SessionPartner.partner_id == partner.id)
        first_held = db.session.scalars(
            at.where(InfoSession.state == SessionState.HELD).order_by(InfoSession.starts_at)
        ).first()
        assert first_held and began[Stage.SESSION_HELD] == first_held.date(), partner.name
        for promise in partner.commitments:
            assert Stage.COMMITTED not in began or began[Stage.COMMITTED] <= promise.made_on


def test_each_visited_company_was_invited_to_the_day_nobody_could_come_to(demo: Flask) -> None:
    missed = select(SessionPartner.partner_id).join(InfoSession).where(InfoSession.state == SessionState.NOT_HELD)
    assert {partner.id for partner in visited()} <= set(db.session.scalars(missed))


def test_kept_promises_led_to_vacancies_and_to_offers_women_used(demo: Flask) -> None:
    kept = list(db.session.scalars(select(Commitment).where(Commitment.state == CommitmentState.KEPT)))
    assert len(kept) == 5
    for promise in kept:
        if promise.kind == CommitmentKind.VACANCY:
            assert promise.vacancy_id
            continue
        assert promise.offer_id
        used = select(OfferTalk).where(OfferTalk.offer_id == promise.offer_id, OfferTalk.state == TalkState.RECEIVED)
        assert db.session.scalars(used).all(), promise.words


def test_everybody_has_somebody_responsible_and_one_vacancy_is_stale(demo: Flask) -> None:
    alone = select(Partner.name).where(Partner.responsible_id.is_(None), Partner.kind != PartnerKind.STARTUP)
    assert db.session.scalars(alone).all() == []
    staff = db.session.scalars(select(User).where(User.login == "aysel@neftchala.example.com")).one()
    assert len(db.session.scalars(going_stale(staff)).all()) == 1


def test_a_story_is_complete_by_clicking(demo: Flask) -> None:
    browser = demo.test_client()
    factories.post(browser, "/sign-in", login="aysel@neftchala.example.com", password=PASSWORD)
    for partner in visited():
        page = browser.get(f"/partners/{partner.id}").text
        sessions = select(SessionPartner.info_session_id).where(SessionPartner.partner_id == partner.id)
        for session_id in db.session.scalars(sessions):
            assert f'"/info-sessions/{session_id}"' in page, partner.name
        for promise in partner.commitments:
            if promise.vacancy_id:
                assert f'"/vacancies/{promise.vacancy_id}"' in page, partner.name
            if promise.offer_id:
                assert f'"/offers/{promise.offer_id}"' in page, partner.name
