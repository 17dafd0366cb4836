"""The road of one woman to one opening, as staff walk it: asked, agreed, introduced, interviewed, hired, or not."""

from datetime import date

import pytest
from flask.testing import FlaskClient

from crm.access import Role
from crm.audit.models import AuditEntry
from crm.extensions import db
from crm.members.models import Consent, Member
from crm.referrals import operations
from crm.referrals.enums import ContractType, DeclinedBy, DeclineReason, Evidence, ReferralState
from crm.referrals.models import Placement, Referral
from crm.referrals.moves import MOVES, IllegalMove
from crm.vacancies.enums import VacancyState
from crm.vacancies.models import Vacancy
from tests import factories
from tests.counting import queries


def suggested(vacancy: Vacancy | None = None, member: Member | None = None) -> Referral:
    referral = operations.suggest(
        vacancy=vacancy or factories.vacancy(), member=member or factories.member(), by=factories.user(Role.STAFF)
    )
    db.session.commit()
    return referral


def step(staff: FlaskClient, referral: Referral, name: str, **fields: object) -> int:
    page = f"/referrals/{referral.id}"
    form_at = f"{page}/{name}" if name in ("answer", "hire", "decline") else page
    return factories.post(staff, f"{page}/{name}", form_at=form_at, **fields).status_code


def hire(staff: FlaskClient, referral: Referral, **fields: object) -> None:
    known = {
        "started_on": "2026-03-02",
        "contract": "permanent",
        "evidence": "document",
        "weekly_hours": 40,
        "pay": 420,
    }
    step(staff, referral, "ask")
    step(staff, referral, "answer", reply="yes", manner="phone")
    step(staff, referral, "introduce")
    assert step(staff, referral, "hire", **{**known, **fields}) == 303


def test_staff_asks_a_woman_from_the_match_and_the_page_shows_the_next_step(staff: FlaskClient) -> None:
    vacancy, member = factories.vacancy(needs=("sewing",)), factories.member(skills=("sewing",))
    db.session.commit()
    form = {
        "form_at": f"/vacancies/{vacancy.id}/matches",
        "vacancy_id": vacancy.id,
        "member_id": member.id,
        "then": "ask",
    }
    for _time in range(2):
        assert factories.post(staff, "/referrals/start", **form).status_code == 303
    (referral,) = db.session.query(Referral).all()
    assert referral.state == ReferralState.ASKED
    assert f"/referrals/{referral.id}/answer" in staff.get(f"/referrals/{referral.id}").text
    assert f"/referrals/{referral.id}" in staff.get(f"/vacancies/{vacancy.id}/matches").text


def test_the_whole_road_is_dated_and_signed_and_ends_in_a_filled_vacancy(staff: FlaskClient) -> None:
    referral = suggested(factories.vacancy(openings=1))
    step(staff, referral, "ask")
    step(staff, referral, "answer", reply="yes", manner="phone")
    (consent,) = db.session.query(Consent).filter_by(purpose="sharing").all()
    assert (consent.purpose, consent.manner, consent.partner_id) == ("sharing", "phone", referral.vacancy.partner_id)
    step(staff, referral, "introduce")
    step(staff, referral, "interviewed", note="Xoşuma gəldi")
    work = {"started_on": "2026-03-02", "contract": "fixed_term", "weekly_hours": 20, "pay": "372.50"}
    step(staff, referral, "hire", **work, evidence="document", contract_number="EM-7")
    assert [one.state for one in referral.steps] == [
        "suggested",
        "asked",
        "agreed",
        "introduced",
        "interviewed",
        "hired",
    ]
    assert all(one.by_id for one in referral.steps)
    placement = db.session.query(Placement).one()
    assert (placement.started_on, str(placement.pay), placement.contract_number) == (date(2026, 3, 2), "372.50", "EM-7")
    assert referral.vacancy.state == VacancyState.FILLED
    assert referral.vacancy.partner.stage == "partner"
    page = staff.get(f"/referrals/{referral.id}").text
    assert "EM-7" in page
    assert "Xoşuma gəldi" in page
    assert (
        db.session.query(AuditEntry).filter_by(thing="referrals", thing_id=referral.id, action="changed").count() == 5
    )


def test_she_is_not_introduced_without_her_consent(staff: FlaskClient) -> None:
    referral = suggested()
    step(staff, referral, "ask")
    step(staff, referral, "answer", reply="yes", manner="phone")
    db.session.query(Consent).filter_by(purpose="sharing").one().withdrawn_on = date(2026, 1, 2)
    db.session.commit()
    step(staff, referral, "introduce")
    assert referral.state == ReferralState.AGREED
    with pytest.raises(IllegalMove):
        operations.introduce(referral=referral, by=factories.user(Role.STAFF))


def test_a_yes_without_how_she_agreed_is_asked_back_and_her_words_stay(staff: FlaskClient) -> None:
    referral = suggested()
    step(staff, referral, "ask")
    answer = factories.post(staff, f"/referrals/{referral.id}/answer", reply="yes", note="Bəli, gələrəm")
    assert answer.status_code == 422
    assert "Bəli, gələrəm" in answer.text
    assert 'id="manner-error"' in answer.text
    assert referral.state == ReferralState.ASKED


def test_a_no_says_whose_and_why_and_she_can_be_asked_again(staff: FlaskClient) -> None:
    referral = suggested()
    step(staff, referral, "ask")
    assert step(staff, referral, "answer", reply="no") == 422
    assert step(staff, referral, "answer", reply="no", reason="hours") == 303
    assert (referral.state, referral.declined_by) == (ReferralState.DECLINED, DeclinedBy.MEMBER)
    step(staff, referral, "ask")
    assert (referral.state, referral.declined_by, referral.decline_reason) == (ReferralState.ASKED, None, None)


def test_later_keeps_the_question_open_until_a_day(staff: FlaskClient) -> None:
    referral = suggested()
    step(staff, referral, "ask")
    assert step(staff, referral, "answer", reply="later", later_until="2020-01-01") == 422
    assert step(staff, referral, "answer", reply="later", later_until="2099-01-01") == 303
    assert (referral.state, referral.later_until) == (ReferralState.ASKED, date(2099, 1, 1))


def test_a_full_time_hire_ends_her_other_ways_and_a_part_time_one_does_not(staff: FlaskClient) -> None:
    for hours, contract, ends in (
        (40, "permanent", True),
        (20, "permanent", False),
        ("", "permanent", True),
        ("", "seasonal", False),
    ):
        member = factories.member()
        other, chosen = suggested(member=member), suggested(member=member)
        hire(staff, chosen, weekly_hours=hours, contract=contract)
        assert (other.state == ReferralState.OBSOLETE) is ends


def test_the_vacancy_stays_open_until_as_many_are_hired_as_it_has_openings(staff: FlaskClient) -> None:
    vacancy = factories.vacancy(openings=2)
    hire(staff, suggested(vacancy))
    assert vacancy.state == VacancyState.OPEN
    hire(staff, suggested(vacancy))
    assert vacancy.state == VacancyState.FILLED


def test_every_move_outside_the_table_is_refused(app: object) -> None:
    assert not MOVES[ReferralState.HIRED]
    referral, by = suggested(), factories.user(Role.STAFF)
    with pytest.raises(IllegalMove):
        operations.introduce(referral=referral, by=by)
    with pytest.raises(IllegalMove):
        operations.answer(referral=referral, reply="yes", by=by)
    with pytest.raises(IllegalMove):
        operations.hire(
            referral=referral,
            by=by,
            started_on=date(2026, 1, 1),
            contract=ContractType.PERMANENT,
            evidence=Evidence.DOCUMENT,
        )
    operations.decline(referral=referral, by=by, declined_by=DeclinedBy.CENTRE, reason=DeclineReason.SKILLS)
    assert referral.state == ReferralState.DECLINED


def test_a_hire_at_a_start_up_is_written_down_without_a_referral(staff: FlaskClient) -> None:
    startup, member = factories.partner("Ana Əli", kind="startup"), factories.member()
    db.session.commit()
    url = f"/referrals/placements/new?partner={startup.id}"
    assert f'<option selected value="{startup.id}">' in staff.get(url).text
    assert (
        factories.post(staff, url, partner_id=startup.id, member_id=member.id, contract_number="X1").status_code == 422
    )
    fields = {"started_on": "2026-02-01", "contract": "service", "evidence": "she_says"}
    assert factories.post(staff, url, partner_id=startup.id, member_id=member.id, **fields).status_code == 303
    assert db.session.query(Placement).one().partner_id == startup.id
    stranger = factories.member(centre=factories.centre("Neftçala"))
    db.session.commit()
    assert factories.post(staff, url, partner_id=startup.id, member_id=stranger.id, **fields).status_code == 422


def test_a_woman_and_a_partner_see_only_what_they_may(app: object) -> None:
    from crm.referrals.queries import visible_to

    referral, by = suggested(), factories.user(Role.STAFF)
    woman = factories.member_user(referral.member)
    owner = factories.partner_user(referral.vacancy.partner)
    rival = factories.partner_user(factories.partner())

    def seen(user: object) -> int:
        return len(db.session.scalars(visible_to(user)).all())

    assert (seen(woman), seen(owner)) == (0, 0)
    operations.ask(referral=referral, by=by)
    assert (seen(woman), seen(owner)) == (1, 0)
    operations.answer(referral=referral, reply="yes", by=woman)
    assert (seen(woman), seen(owner), seen(rival)) == (1, 1, 0)
    db.session.query(Consent).filter_by(purpose="sharing").one().withdrawn_on = date(2026, 1, 2)
    db.session.flush()
    assert seen(owner) == 0


def test_outsiders_get_404_and_other_roles_are_refused(sign_in) -> None:
    referral = suggested()
    outsider = sign_in(factories.user(Role.STAFF, centre=factories.centre("Neftçala")))
    for path in ("", "/answer", "/hire", "/decline"):
        assert outsider.get(f"/referrals/{referral.id}{path}").status_code == 404
    assert referral.member.name not in outsider.get("/referrals/?over=1").text
    assert sign_in(factories.user(Role.OBSERVER)).get("/referrals/").status_code == 403
    assert sign_in(factories.member_user(referral.member)).get(f"/referrals/{referral.id}").status_code == 403


def test_the_list_is_searched_and_asks_as_many_questions_for_eight_as_for_two(staff: FlaskClient) -> None:
    for _number in range(2):
        suggested()
    suggested(member=factories.member("Gülnarə", "Əliyeva"))
    assert "Gülnarə" in staff.get("/referrals/?q=gulnare").text
    assert "Gülnarə" in staff.get("/referrals/?q=gulnere").text
    assert "Aygün" not in staff.get("/referrals/?q=gulnare").text
    with queries() as few:
        staff.get("/referrals/")
    for _number in range(5):
        suggested()
    with queries() as many:
        staff.get("/referrals/")
    assert many.number == few.number
