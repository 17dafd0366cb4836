"""The promise ledger, start-ups, capacity of organisations, and who signs in for a partner."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from crm.accounts.models import User
from crm.extensions import db
from crm.partners import operations
from crm.partners.enums import CommitmentKind, CommitmentState, PartnerKind, Stage
from crm.partners.models import CapacityAssessment, Commitment, Partner, PartnerUser, StartupGrant
from tests import factories


@pytest.fixture
def partner(staff: FlaskClient) -> Partner:
    made = factories.partner("Muğan Balıq")
    db.session.commit()
    return made


def test_a_promise_is_written_down_kept_and_taken_back(staff: FlaskClient, partner: Partner) -> None:
    page = f"/partners/{partner.id}"
    words = {"words": "İki qadın götürəcəyik", "due_on": "2026-12-01"}
    answer = factories.post(staff, f"{page}/promises/new", kind="vacancy", quantity="2", **words)
    assert answer.status_code == 303
    made = db.session.scalars(select(Commitment)).one()
    assert partner.stage == Stage.COMMITTED
    assert "İki qadın götürəcəyik" in staff.get(page).text
    for kept, state in (("yes", CommitmentState.KEPT), ("no", CommitmentState.NOT_KEPT)):
        settled = factories.post(staff, f"{page}/promises/{made.id}/settle", form_at=page, kept=kept)
        assert settled.status_code == 303
        assert made.state == state
    assert factories.post(staff, f"{page}/promises/{made.id}/reopen", form_at=page).status_code == 303
    assert (made.state, made.settled_on) == (CommitmentState.OPEN, None)


def test_a_promise_without_a_day_is_asked_back(staff: FlaskClient, partner: Partner) -> None:
    url = f"/partners/{partner.id}/promises/new"
    answer = factories.post(staff, url, kind="loan", quantity="0", words="Kiçik kredit", due_on="2026-02-30")
    assert answer.status_code == 422
    for kept in ("Kiçik kredit", "due_on-error", "quantity-error", "2026-02-30"):
        assert kept in answer.text


def test_another_centres_promise_cannot_be_settled(staff: FlaskClient, partner: Partner) -> None:
    theirs = factories.partner(centre=factories.centre("Neftçala"))
    made = operations.promise(partner=theirs, kind=CommitmentKind.OTHER, quantity=1, due_on=date(2026, 3, 1))
    db.session.commit()
    form = f"/partners/{partner.id}"
    for owner in (theirs, partner):
        url = f"/partners/{owner.id}/promises/{made.id}/settle"
        assert factories.post(staff, url, form_at="/partners/new", kept="yes").status_code == 404
    assert staff.get(form).status_code == 200
    assert made.state == CommitmentState.OPEN


def test_an_organisation_is_assessed_once_a_day(staff: FlaskClient) -> None:
    partner = factories.partner("Ümid İB", kind=PartnerKind.NGO)
    db.session.commit()
    url = f"/partners/{partner.id}/assessments/new"
    points = {"assessed_on": "2026-05-01", "score_before": "40", "score_after": "70", "topic": "Layihə yazmaq"}
    assert factories.post(staff, url, **points).status_code == 303
    page = staff.get(f"/partners/{partner.id}").text
    assert "Layihə yazmaq" in page
    assert factories.post(staff, url, **points).status_code == 422
    too_much = factories.post(staff, url, **{**points, "assessed_on": "2026-05-02", "score_after": "101"})
    assert too_much.status_code == 422
    assert db.session.scalars(select(CapacityAssessment)).one().score_after == 70


def test_a_start_up_has_a_founder_of_the_centre_and_what_was_handed_over(staff: FlaskClient) -> None:
    partner = factories.partner("Aygün Tikiş", kind=PartnerKind.STARTUP)
    founder = factories.member("Aygün", "Həsənova")
    stranger = factories.member("Yad", "Qadın", centre=factories.centre("Neftçala"))
    db.session.commit()
    url = f"/partners/{partner.id}/start-up"
    assert "Yad Qadın" not in staff.get(url).text
    wrong = factories.post(staff, url, version=partner.version, founder_id=stranger.id)
    assert wrong.status_code == 422
    right = factories.post(staff, url + "?q=hesenova", version=partner.version, founder_id=founder.id)
    assert right.status_code == 303
    grant = {"item": "Tikiş maşını", "value_azn": "2400.50", "handed_over_on": "2026-04-01"}
    assert factories.post(staff, f"/partners/{partner.id}/grants/new", **grant).status_code == 303
    assert str(db.session.scalars(select(StartupGrant)).one().value_azn) == "2400.50"
    page = staff.get(f"/partners/{partner.id}").text
    assert "Aygün Həsənova" in page
    assert "Tikiş maşını" in page


def test_a_partner_gets_a_sign_in_whose_password_is_shown_once(
    staff: FlaskClient, partner: Partner, sign_in: Callable[[User], FlaskClient]
) -> None:
    url = f"/partners/{partner.id}/access"
    shown = factories.post(staff, url, name="Elçin", login="elcin@example.com")
    assert shown.status_code == 200
    password = re.findall(r"\w{4}-\w{4}-\w{4}-\w{4}", shown.text)[0]
    assert password not in staff.get(url).text
    user = db.session.scalars(select(PartnerUser)).one().user
    browser = staff.application.test_client()
    assert factories.post(browser, "/sign-in", login="elcin@example.com", password=password).status_code == 303
    again = factories.post(staff, url, name="Başqası", login="elcin@example.com")
    assert again.status_code == 422
    assert "login-error" in again.text
    assert factories.post(staff, f"{url}/{user.id}/switch", form_at=url).status_code == 303
    assert not user.active
    renewed = factories.post(staff, f"{url}/{user.id}/password", form_at=url)
    assert password not in renewed.text
