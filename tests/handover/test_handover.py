"""A colleague leaves: all that is open goes to another one in one action, and back within a day."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from crm.access import Role
from crm.accounts.models import User
from crm.db import now
from crm.extensions import db
from crm.forms import today
from crm.handover.models import HandOver
from crm.info_sessions.enums import SessionState
from crm.info_sessions.models import InfoSession
from crm.offers.enums import OfferKind
from crm.offers.models import Offer
from crm.partners import operations
from crm.partners.enums import CommitmentKind
from crm.partners.models import Partner
from crm.referrals.enums import ReferralState
from crm.referrals.models import Referral
from tests import factories


@pytest.fixture
def leaving(staff: FlaskClient) -> User:
    """Somebody who looks after a partner with everything open, and would go to a session."""
    made = factories.user(name="Aysel Gedən", active=False)
    partner = factories.partner("Muğan Balıq", responsible=made, next_step="Müqaviləni apar", next_step_due=today())
    factories.info_session(partner, facilitator=made)
    operations.promise(partner=partner, kind=CommitmentKind.VENUE, quantity=1, due_on=today(), words="")
    vacancy = factories.vacancy(partner, title="Qablaşdırıcı")
    factories.save(Offer(centre=partner.centre, partner=partner, kind=OfferKind.LOAN, title="Kiçik kredit"))
    woman = factories.member("Nigar", "Quliyeva")
    factories.save(Referral(centre=partner.centre, member=woman, vacancy=vacancy, state=ReferralState.ASKED))
    held = factories.partner("Köhnə görüş")
    factories.info_session(held, facilitator=made, state=SessionState.HELD)
    db.session.commit()
    return made


def holders() -> tuple[int | None, int | None]:
    db.session.expire_all()
    partner = db.session.scalars(select(Partner).where(Partner.name == "Muğan Balıq")).one()
    visit = db.session.scalars(select(InfoSession).where(InfoSession.host_id == partner.id)).one()
    return partner.responsible_id, visit.facilitator_id


def give(staff: FlaskClient, leaving: User) -> User:
    takes = factories.user(name="Günel Qalan")
    db.session.commit()
    answer = factories.post(staff, f"/handover/{leaving.id}", to_id=takes.id)
    assert answer.status_code == 303
    return takes


def test_all_that_is_open_stands_on_one_page(staff: FlaskClient, leaving: User) -> None:
    assert "Aysel Gedən" in staff.get("/handover").text
    page = staff.get(f"/handover/{leaving.id}").text
    for text in ("Muğan Balıq", "Müqaviləni apar", "Qablaşdırıcı", "Kiçik kredit", "Nigar Quliyeva"):
        assert text in page
    assert "Köhnə görüş" not in page


def test_one_action_gives_it_to_a_colleague_and_a_day_is_left_to_undo_it(staff: FlaskClient, leaving: User) -> None:
    takes = give(staff, leaving)
    assert holders() == (takes.id, takes.id)
    held = db.session.scalars(select(InfoSession).where(InfoSession.state == SessionState.HELD)).one()
    assert held.facilitator_id == leaving.id
    made = db.session.scalars(select(HandOver)).one()
    assert factories.post(staff, f"/handover/{made.id}/undo", form_at="/handover").status_code == 303
    assert holders() == (leaving.id, leaving.id)


def test_after_a_day_it_stays_where_it_is(staff: FlaskClient, leaving: User) -> None:
    takes = give(staff, leaving)
    made = db.session.scalars(select(HandOver)).one()
    made.created_at = now() - timedelta(days=1, minutes=1)
    db.session.commit()
    page = staff.get("/handover").text
    assert "/undo" not in page
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    assert token
    staff.post(f"/handover/{made.id}/undo", data={"csrf_token": token.group(1)})
    assert holders() == (takes.id, takes.id)


def test_what_was_given_on_since_stays_with_the_third(staff: FlaskClient, leaving: User) -> None:
    takes = give(staff, leaving)
    third = factories.user(name="Üçüncü")
    db.session.scalars(select(Partner).where(Partner.name == "Muğan Balıq")).one().responsible_id = third.id
    db.session.commit()
    made = db.session.scalars(select(HandOver)).one()
    factories.post(staff, f"/handover/{made.id}/undo", form_at="/handover")
    assert takes.id not in holders()
    assert holders() == (third.id, leaving.id)


def test_another_centres_colleague_is_not_found(leaving: User, sign_in: Callable[[User], FlaskClient]) -> None:
    stranger = sign_in(factories.user(centre=factories.centre("Neftchala")))
    assert "Aysel Gedən" not in stranger.get("/handover").text
    assert stranger.get(f"/handover/{leaving.id}").status_code == 404


def test_she_herself_gets_there_before_she_goes(client: FlaskClient, sign_in: Callable[[User], FlaskClient]) -> None:
    going = factories.user(name="Aysel Gedən")
    browser = sign_in(going)
    assert f"/handover/{going.id}" in browser.get("/account").text
    assert "Aysel Gedən" in browser.get(f"/handover/{going.id}").text


def test_the_administrator_finds_it_with_the_person_who_leaves(
    leaving: User, sign_in: Callable[[User], FlaskClient]
) -> None:
    somewhere_else = factories.user(name="Başqa Mərkəz", centre=factories.centre("Neftchala"))
    takes = factories.user(name="Günel Qalan")
    admin = sign_in(factories.user(Role.ADMINISTRATOR))
    assert f"/handover/{leaving.id}" in admin.get(f"/users/{leaving.id}").text
    page = admin.get(f"/handover/{leaving.id}").text
    assert f'value="{takes.id}"' in page
    assert f'value="{somewhere_else.id}"' not in page


def test_where_nobody_could_take_it_the_page_says_so(
    client: FlaskClient, sign_in: Callable[[User], FlaskClient]
) -> None:
    alone = factories.user()
    factories.partner("Muğan Balıq", responsible=alone)
    browser = sign_in(alone)
    browser.get("/language/en?next=/")
    page = browser.get(f"/handover/{alone.id}").text
    assert "Ask the administrator" in page
    assert "to_id" not in page
