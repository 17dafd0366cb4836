"""A vacancy done at home: the short way finds exactly the women that looking at everybody finds, in the same order."""

import random

import pytest
from flask import Flask

from crm.extensions import db
from crm.matching import early
from crm.matching.ranking import Judge, ranking
from crm.members.enums import ConceptRole, Seeking
from crm.members.models import Member, MemberConcept
from crm.referrals.models import Referral
from crm.vacancies.enums import Hours, Importance
from crm.vacancies.models import Vacancy, VacancyNeed
from tests import factories

TRADE = ("sewing", "embroidery", "knitting", "tailor", "sewing-machine")


def crowd(number: int, seed: int) -> list[Member]:
    rng = random.Random(seed)
    women = []
    for turn in range(number):
        member = factories.member(
            f"Qadın{turn}",
            skills=tuple(rng.sample(TRADE, rng.randint(0, 4))),
            seeking=rng.choice(list(Seeking)),
            min_pay=rng.choice((None, 200, 900)),
            weekend_ok=rng.choice((None, True, False)),
        )
        if rng.random() < 0.5:
            wish = factories.concept(rng.choice((*TRADE, "cooking")))
            db.session.add(MemberConcept(member=member, concept=wish, role=ConceptRole.WISH))
        women.append(member)
    db.session.flush()
    return women


def at_home(*needs: str, **more: object) -> Vacancy:
    vacancy = factories.vacancy(needs=needs, home_based=True, hours=Hours.HOME, weekend=True, pay_max=400, **more)
    desired = {"concept": factories.concept("knitting"), "importance": Importance.DESIRED}
    factories.save(VacancyNeed(vacancy=vacancy, **desired))
    return vacancy


@pytest.mark.parametrize("limit", [1, 3, 10])
@pytest.mark.parametrize("trained", [False, True])
def test_the_short_way_gives_what_looking_at_everybody_gives(app: Flask, limit: int, trained: bool) -> None:
    women = crowd(60, seed=limit)
    vacancy = at_home("sewing", "embroidery", training_provided=trained)
    for member in women[::4]:
        factories.save(Referral(centre_id=member.centre_id, member=member, vacancy=at_home("tailor")))
    every = Judge(vacancy).best_of_everybody(limit)
    assert len(every) == limit
    assert ranking(vacancy, limit) == every


def test_it_stops_before_it_saw_everybody(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    crowd(60, seed=7)
    judge = Judge(at_home("sewing"))
    assert judge.best(2)
    assert "candidates" not in vars(judge)
    monkeypatch.setattr(early, "MOST_CLASSES", 0)
    judge = Judge(judge.vacancy)
    assert judge.best(2)
    assert "candidates" in vars(judge)


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
