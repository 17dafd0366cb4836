"""The short ways to the best women find exactly those that looking at everybody finds, in the same order."""

import random
from datetime import date, timedelta

import pytest
from flask import Flask

from crm.db import now
from crm.extensions import db
from crm.matching import early
from crm.matching.ranking import Judge, ranking
from crm.members.enums import Availability, ConceptRole, ConsentManner, Purpose, Seeking, Transport
from crm.members.models import Consent, Member, MemberConcept
from crm.referrals.models import Referral
from crm.vacancies.enums import Hours, Importance
from crm.vacancies.models import Vacancy, VacancyNeed
from tests import factories
from tests.counting import queries

TRADE = ("sewing", "embroidery", "knitting", "tailor", "sewing-machine")
PAPERS = ("medical-book", "driving-licence-b")
#: One beyond all reach, one nowhere known.
PLACES = ("Sabirabad", "Saatlı", "İmişli", "Bakı", None)


def crowd(number: int, seed: int) -> list[Member]:
    """Women of one trade who differ in all that matching reads; some are blank, some took their consent back."""
    rng = random.Random(seed)
    places = {name: name and factories.settlement(name) for name in PLACES}
    known = {code: factories.concept(code) for code in (*TRADE, *PAPERS, "cooking")}
    women = []
    for turn in range(number):
        member = factories.member(
            f"Qadın{turn}",
            settlement=places[rng.choice(PLACES)],
            seeking=rng.choice((Seeking.JOB, Seeking.JOB, Seeking.BOTH, Seeking.BUSINESS)),
            availability=rng.choice((None, None, *Availability)),
            min_pay=rng.choice((None, 200, 900)),
            night_ok=rng.choice((None, True, False)),
            weekend_ok=rng.choice((None, True, False)),
            transport=rng.choice((None, *Transport)),
            max_distance_km=rng.choice((None, 5, 40, 60)),
        )
        for code in rng.sample((*TRADE, *PAPERS), rng.randint(0, 4)):
            level = rng.choice((None, 1, 3))
            db.session.add(MemberConcept(member=member, concept=known[code], level=level, words=code))
        if rng.random() < 0.5:
            wish = known[rng.choice((*TRADE, "cooking"))]
            db.session.add(MemberConcept(member=member, concept=wish, role=ConceptRole.WISH))
        if rng.random() < 0.1:
            day = date(2026, 1, 1)
            said = {"purpose": Purpose.SERVICES, "manner": ConsentManner.PAPER, "text_version": "1"}
            db.session.add(Consent(member=member, given_on=day, withdrawn_on=day, **said))
        women.append(member)
    db.session.flush()
    return women


def any_vacancy(rng: random.Random) -> Vacancy:
    """With needs that are required or desired, hard or had in days, of any level; under any terms, anywhere or at home."""
    place = rng.choice(("Sabirabad", "Sabirabad", None))
    made = factories.vacancy(
        settlement=place and factories.settlement(place),
        hours=rng.choice(list(Hours)),
        home_based=rng.choice((None, None, True)),
        night=rng.choice((None, True, False)),
        weekend=rng.choice((None, True, False)),
        transport_provided=rng.choice((None, True)),
        training_provided=rng.choice((None, True)),
        pay_max=rng.choice((None, 400)),
    )
    for code in rng.sample((*TRADE, *PAPERS), rng.randint(1, 5)):
        importance = rng.choice((Importance.REQUIRED, Importance.REQUIRED, Importance.DESIRED))
        need = {"concept": factories.concept(code), "importance": importance, "level": rng.choice((None, 2))}
        db.session.add(VacancyNeed(vacancy=made, **need))
    db.session.flush()
    return made


def at_home(*needs: str, **more: object) -> Vacancy:
    vacancy = factories.vacancy(needs=needs, home_based=True, hours=Hours.HOME, weekend=True, pay_max=400, **more)
    desired = {"concept": factories.concept("knitting"), "importance": Importance.DESIRED}
    factories.save(VacancyNeed(vacancy=vacancy, **desired))
    return vacancy


@pytest.fixture
def big(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every centre counts as one of many women: those of vacancies at home are found class by class."""
    monkeypatch.setattr(early, "MANY", 0)


@pytest.mark.parametrize(("seed", "many"), [(0, 0), (1, 10_000)])
def test_the_short_way_gives_what_looking_at_everybody_gives(
    app: Flask, monkeypatch: pytest.MonkeyPatch, seed: int, many: int
) -> None:
    monkeypatch.setattr(early, "MANY", many)
    rng = random.Random(seed)
    women = crowd(70, seed)
    elsewhere = at_home("tailor")
    for member in women[::3]:
        days = timedelta(days=rng.choice((1, 1, 9)))
        factories.save(Referral(centre_id=member.centre_id, member=member, vacancy=elsewhere, created_at=now() - days))
    for turn in range(8):
        judge = Judge(any_vacancy(rng))
        aside = [member.id for member in rng.sample(women, turn % 3)]
        for limit in (2, 10):
            every = judge.best_of_everybody(limit, aside)
            assert judge.best(limit, aside) == every, (turn, limit, judge.opening)


@pytest.mark.parametrize("limit", [1, 3, 10])
@pytest.mark.parametrize("trained", [False, True])
@pytest.mark.usefixtures("big")
def test_it_does_so_for_a_vacancy_at_home_too(app: Flask, limit: int, trained: bool) -> None:
    women = crowd(60, seed=limit)
    vacancy = at_home("sewing", "embroidery", training_provided=trained)
    for member in women[::4]:
        factories.save(Referral(centre_id=member.centre_id, member=member, vacancy=at_home("tailor")))
    every = Judge(vacancy).best_of_everybody(limit)
    assert len(every) == limit
    assert ranking(vacancy, limit) == every


@pytest.mark.parametrize("home", [False, True])
@pytest.mark.usefixtures("big")
def test_few_are_read_whole_however_many_can_come(app: Flask, monkeypatch: pytest.MonkeyPatch, home: bool) -> None:
    place = None if home else factories.settlement()
    for turn in range(60):
        known = TRADE[: 2 if turn % 6 == 0 else 1]
        factories.member(f"Qadın{turn}", skills=known, settlement=factories.settlement())
    vacancy = factories.vacancy(needs=TRADE[:2], home_based=home, settlement=place)
    seen = []
    scored = Judge.scored
    monkeypatch.setattr(Judge, "scored", lambda judge, ids: seen.extend(ids) or scored(judge, ids))
    assert len(Judge(vacancy).best(2)) == 2
    assert 2 <= len(seen) <= 30


@pytest.mark.usefixtures("big")
def test_too_few_who_meet_a_need_exactly_are_found_all_the_same(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    crowd(60, seed=7)
    judge = Judge(at_home("sewing"))
    expected = judge.best(5)
    monkeypatch.setattr(early, "MOST_CLASSES", 0)
    assert expected
    assert Judge(judge.vacancy).best(5) == expected


@pytest.mark.parametrize("many", [0, 10_000])
def test_women_of_another_centre_stay_there_however_well_they_fit(
    app: Flask, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(early, "MANY", many)
    for turn in range(30):
        factories.member(f"Başqa{turn}", skills=("sewing", "knitting"), centre=factories.centre("Masallı"))
    ours = factories.member("Bizim", skills=("sewing",))
    assert [one.candidate_id for one in ranking(at_home("sewing"), 2)] == [ours.id]


@pytest.mark.parametrize("home", [False, True])
@pytest.mark.usefixtures("big")
def test_no_more_queries_for_more_women(app: Flask, home: bool) -> None:
    vacancy = factories.vacancy(
        needs=TRADE[:2], home_based=home, settlement=None if home else factories.settlement("Sabirabad")
    )

    def asked() -> int:
        db.session.expire_all()
        with queries() as made:
            assert ranking(vacancy, 5)
        return made.number

    crowd(30, seed=1)
    few = asked()
    crowd(60, seed=2)
    assert asked() <= few


def test_what_changed_a_moment_ago_counts_in_the_very_next_ranking(app: Flask) -> None:
    women = crowd(30, seed=3)
    vacancy = at_home("sewing")
    last = factories.member("Yeni", skills=("sewing", "knitting"), max_distance_km=5)
    thought_of = [factories.save(Referral(centre_id=one.centre_id, member=one, vacancy=at_home())) for one in women]
    assert len(thought_of) == len(women)
    assert ranking(vacancy, 1)[0].candidate_id == last.id
    last.seeking = Seeking.BUSINESS
    db.session.flush()
    assert last.id not in [one.candidate_id for one in ranking(vacancy, 30)]
