"""Fair attention: whose turn it is among equals, who was put first, who was said no to, what would open a vacancy."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from crm.access import Role
from crm.db import now
from crm.extensions import db
from crm.matching.facts import Knowledge
from crm.matching.ranking import ranking
from crm.matching.relax import relaxed
from crm.matching.suggest import women_for
from crm.members.models import Member
from crm.referrals import operations
from crm.referrals.models import Referral
from crm.vacancies.models import Vacancy
from tests import factories
from tests.matching.test_pages import seamstress, sewing_vacancy
from tests.matching.test_score import Need, opening, woman


def thought_of(member: Member, days_ago: int) -> None:
    way = factories.save(Referral(centre_id=member.centre_id, member=member, vacancy=sewing_vacancy()))
    way.created_at = now() - timedelta(days=days_ago)
    db.session.flush()


def order(vacancy: Vacancy) -> list[str]:
    return [one.member.first_name for one in women_for(vacancy)]


def test_among_equals_whoever_was_suggested_least_lately_comes_first(app: Flask) -> None:
    vacancy = sewing_vacancy()
    lately, never, long_ago = seamstress("Lalə"), seamstress("Nərgiz"), seamstress("Uzun")
    thought_of(lately, 2)
    thought_of(long_ago, 90)
    assert order(vacancy) == [never.first_name, long_ago.first_name, lately.first_name]


def test_the_better_fit_comes_first_however_lately_she_was_suggested(app: Flask) -> None:
    vacancy = sewing_vacancy(pay_max=300)
    best, dear = seamstress("Birinci", min_pay=200), seamstress("İkinci", min_pay=900)
    thought_of(best, 1)
    assert order(vacancy) == [best.first_name, dear.first_name]


def test_her_turn_counts_for_who_is_still_on_the_page_too(app: Flask) -> None:
    vacancy = sewing_vacancy()
    women = [seamstress(f"Qadın{number}") for number in range(4)]
    for member in women[:2]:
        thought_of(member, 5)
    assert [one.member.id for one in women_for(vacancy, limit=2)] == [member.id for member in women[2:]]


def test_staff_puts_a_woman_first_with_a_reason_and_takes_it_back(staff: FlaskClient) -> None:
    vacancy = sewing_vacancy(pay_max=300)
    seamstress("Yaxşı", min_pay=200)
    other = seamstress("Sonrakı", min_pay=900)
    db.session.commit()
    form = {"form_at": f"/vacancies/{vacancy.id}/matches", "vacancy_id": vacancy.id, "member_id": other.id}
    factories.post(staff, "/referrals/start", **form, then="pin")
    assert order(vacancy) == ["Yaxşı", "Sonrakı"]
    factories.post(staff, "/referrals/start", **form, then="pin", pinned_reason="Sahibini tanıyır")
    assert order(vacancy) == ["Sonrakı", "Yaxşı"]
    assert ranking(vacancy)[0].candidate_id == other.id
    assert "Sahibini tanıyır" in staff.get(f"/vacancies/{vacancy.id}/matches").text
    factories.post(staff, "/referrals/start", **form, then="unpin")
    assert order(vacancy) == ["Yaxşı", "Sonrakı"]


def test_a_woman_who_was_declined_does_not_come_back_for_this_vacancy_but_for_others(staff: FlaskClient) -> None:
    vacancy, member = sewing_vacancy(), seamstress("Solmaz")
    seamstress("Başqa")
    db.session.commit()
    form = {"form_at": f"/vacancies/{vacancy.id}/matches", "vacancy_id": vacancy.id, "member_id": member.id}
    factories.post(staff, "/referrals/start", **form, then="aside", reason="distance")
    assert member.id not in [one.candidate_id for one in ranking(vacancy)]
    assert member.id in [one.candidate_id for one in ranking(sewing_vacancy())]
    page = staff.get(f"/vacancies/{vacancy.id}/matches").text
    assert page.index('id="set-aside"') < page.index(f'id="match-{member.id}"')


@pytest.mark.parametrize("then", ["ask", "later", "pin"])
def test_a_page_left_open_brings_nobody_back_who_was_declined_meanwhile(staff: FlaskClient, then: str) -> None:
    vacancy, member = sewing_vacancy(), seamstress("Solmaz")
    db.session.commit()
    form = {"form_at": f"/vacancies/{vacancy.id}/matches", "vacancy_id": vacancy.id, "member_id": member.id}
    factories.post(staff, "/referrals/start", **form, then="aside", reason="distance")
    factories.post(staff, "/referrals/start", **form, then=then, pinned_reason="Sahibini tanıyır")
    way = db.session.scalars(select(Referral)).one()
    assert (way.state, way.pinned_reason, way.later_until) == ("declined", "", None)
    assert member.id not in [one.candidate_id for one in ranking(vacancy)]


def test_a_suggestion_keeps_its_score_rank_and_parts_as_they_were(app: Flask) -> None:
    vacancy = sewing_vacancy(pay_max=300)
    seamstress("Əvvəlki", min_pay=200)
    second = seamstress("Sonrakı", min_pay=900)
    way = operations.suggest(vacancy=vacancy, member=second, by=factories.user(Role.STAFF))
    assert (way.rank, round(way.score or 0, 2)) == (2, 0.97)
    assert {"kind": "pay", "verdict": "helps"}.items() <= next(p for p in way.parts or [] if p["kind"] == "pay").items()
    second.min_pay = 100
    db.session.flush()
    assert (way.rank, round(way.score or 0, 2)) == (2, 0.97)


def test_a_vacancy_nobody_fits_says_which_one_requirement_would_open_it(staff: FlaskClient) -> None:
    vacancy = factories.vacancy(needs=("sewing", "driving-licence-b"), settlement=factories.settlement("Sabirabad"))
    seamstress("Günel")
    seamstress("Sevda")
    db.session.commit()
    page = staff.get(f"/vacancies/{vacancy.id}/matches").text
    assert 'id="opens"' in page
    fitting = sewing_vacancy()
    db.session.commit()
    assert 'id="opens"' not in staff.get(f"/vacancies/{fitting.id}/matches").text


def test_each_requirement_is_relaxed_alone_and_counted() -> None:
    asked = opening(Need("sewing", required=True), Need("diploma", required=True, hard=True), night=True)
    women = [woman("sewing", number=1, night_ok=True), woman("sewing", "diploma", number=2, night_ok=False)]
    women += [woman("sewing", number=3), woman("diploma", number=4)]
    found = [(one.what, one.concept, one.women) for one in relaxed(women, asked, Knowledge())]
    assert found == [("need", "diploma", 2), ("need", "sewing", 1), ("night", "", 1)]
    assert relaxed([woman("cooking")], asked, Knowledge()) == []
