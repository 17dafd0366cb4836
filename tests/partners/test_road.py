"""The road of a partner: what moves it on, why it stops, where it is taken up again, how long it stood where."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from crm.extensions import db
from crm.forms import today
from crm.partners import operations
from crm.partners.enums import Stage, StageReason
from crm.partners.models import Partner, StageChange
from crm.partners.road import stays
from tests import factories


@pytest.fixture
def partner(staff: FlaskClient) -> Partner:
    made = factories.partner("Muğan Balıq")
    db.session.commit()
    return made


def stages_of(partner: Partner) -> list[Stage]:
    db.session.expire_all()
    return [one.stage for one in partner.stage_changes]


def test_a_new_partner_begins_its_road_and_each_step_is_kept(staff: FlaskClient) -> None:
    factories.post(staff, "/partners/new", name="Xəzər Toxuculuq")
    made = db.session.scalars(select(Partner)).one()
    assert stages_of(made) == [Stage.PROSPECT]
    factories.post(staff, f"/partners/{made.id}/stage", version=made.version, stage="contacted")
    assert stages_of(made) == [Stage.PROSPECT, Stage.CONTACTED]
    assert db.session.scalars(select(StageChange).order_by(StageChange.id.desc())).first().by is not None


def test_giving_a_partner_up_needs_a_reason(staff: FlaskClient, partner: Partner) -> None:
    url = f"/partners/{partner.id}/stage"
    refused = factories.post(staff, url, version=partner.version, stage="lost", stage_reason="Sahibi köçüb")
    assert refused.status_code == 422
    assert "reason-error" in refused.text
    assert "Sahibi köçüb" in refused.text
    vague = factories.post(staff, url, version=partner.version, stage="lost", reason="other", stage_reason="")
    assert vague.status_code == 422
    said = factories.post(staff, url, version=partner.version, stage="lost", reason="closed", stage_reason="Köçüb")
    assert said.status_code == 303
    page = staff.get(said.location).text
    assert str(StageReason.CLOSED.label) in page
    assert "Köçüb" in page
    assert 'value="closed" selected' in staff.get(url).text or 'selected value="closed"' in staff.get(url).text


def test_a_paused_partner_is_taken_up_again_where_it_had_been(staff: FlaskClient, partner: Partner) -> None:
    operations.move_stage(partner=partner, stage=Stage.HIRING)
    operations.move_stage(partner=partner, stage=Stage.PAUSED, reason=StageReason.OFF_SEASON, words="Qış")
    operations.move_stage(partner=partner, stage=Stage.LOST, reason=StageReason.CLOSED)
    db.session.commit()
    page = f"/partners/{partner.id}"
    answer = factories.post(staff, f"{page}/resume", form_at=page)
    assert answer.status_code == 303
    assert stages_of(partner) == [Stage.PROSPECT, Stage.HIRING, Stage.PAUSED, Stage.LOST, Stage.HIRING]
    assert (partner.stage, partner.stage_reason) == (Stage.HIRING, "")
    assert f"{page}/resume" not in staff.get(page).text


def test_what_happens_moves_a_partner_on_but_never_back(staff: FlaskClient, partner: Partner) -> None:
    operations.move_stage(partner=partner, stage=Stage.HIRING)
    operations.advance(partner=partner, stage=Stage.SESSION_HELD)
    assert partner.stage == Stage.HIRING
    operations.move_stage(partner=partner, stage=Stage.PAUSED, reason=StageReason.OFF_SEASON, words="Qış")
    operations.advance(partner=partner, stage=Stage.SESSION_HELD)
    assert (partner.stage, partner.stage_reason) == (Stage.HIRING, "")
    with pytest.raises(operations.ReasonMissing):
        operations.move_stage(partner=partner, stage=Stage.LOST)


def test_the_page_says_how_long_it_stood_in_each_stage(staff: FlaskClient, partner: Partner) -> None:
    for stage, ago in ((Stage.PROSPECT, 30), (Stage.CONTACTED, 18), (Stage.HIRING, 5)):
        partner.stage_changes.append(StageChange(stage=stage, began_on=today() - timedelta(days=ago)))
    partner.stage = Stage.HIRING
    db.session.commit()
    assert [stay.days for stay in stays(partner.stage_changes)] == [12, 13, 5]
    browser_language = staff.get("/language/en?next=/")
    assert browser_language.status_code in (302, 303)
    page = staff.get(f"/partners/{partner.id}").text
    for days in ("12 days", "13 days", "5 days"):
        assert days in page
