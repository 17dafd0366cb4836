"""Who fits what: women for a vacancy, vacancies for a woman, best first, with reasons. A fixed number of queries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from crm.extensions import db
from crm.matching import queries, reading
from crm.matching.explain import Reason, reasons
from crm.matching.ranking import Judge, ids_of, ordered
from crm.matching.relax import Relaxed, relaxed
from crm.matching.score import Assessment, assess
from crm.members.models import Member
from crm.places.models import Settlement
from crm.referrals.models import Referral
from crm.skills import queries as skill_queries
from crm.vacancies.models import Vacancy

LIMIT = 50


@dataclass(frozen=True)
class Suggestion:
    """One woman and one vacancy. `names` are the concepts' labels by code, for wording.say."""

    member: Member
    vacancy: Vacancy
    assessment: Assessment
    referral: Referral | None = None
    names: dict[str, str] = field(default_factory=dict, repr=False)

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        return reasons(self.assessment)

    @property
    def percent(self) -> int:
        """For a bar; never shown to a woman as a number."""
        return round(self.assessment.score * 100)


def women_for(vacancy: Vacancy, limit: int = LIMIT) -> list[Suggestion]:
    """Women of the vacancy's centre, best first; at the end those who were set aside for it. Empty when its needs are not
    known: the page asks for them."""
    if not vacancy.needs:
        return []
    judge = Judge(vacancy)
    found = [*ordered(judge, limit), *judge.these(judge.aside)]
    women = _women(one.candidate_id for one in found)
    names = _names(found)
    ids = ((one.candidate_id, one) for one in found)
    return [Suggestion(women[woman], vacancy, one, judge.begun.get(woman), names) for woman, one in ids]


def what_would_open(vacancy: Vacancy) -> list[tuple[Relaxed, str]]:
    """For a vacancy nobody fits: each one requirement that keeps women out, with its concept's name or ""."""
    judge = Judge(vacancy)
    found = relaxed([one for one in judge.candidates if one.id not in judge.aside], judge.opening, judge.facts)
    names = skill_queries.labels({one.concept for one in found if one.concept})
    return [(one, names.get(one.concept, one.concept)) for one in found]


def on_the_way(vacancy: Vacancy, referrals: Sequence[Referral]) -> list[Suggestion]:
    """The women who are on their way to it already, whether they fit or not, in the order given."""
    women = {referral.member_id: referral.member for referral in referrals}
    facts = reading.knowledge(vacancy.centre_id, {need.concept.code for need in vacancy.needs})
    need, people = reading.opening(vacancy), reading.candidates(queries.these(women))
    found = {person.id: assess(person, need, facts) for person in people}
    names = _names(list(found.values()))
    return [Suggestion(one.member, vacancy, found[one.member_id], one, names) for one in referrals]


def vacancies_for(member: Member, limit: int = LIMIT) -> list[Suggestion]:
    """Open vacancies of her centre, best first."""
    (candidate,) = reading.candidates(queries.these([member.id]))
    hers = {skill.concept for skill in candidate.skills} | candidate.wishes
    vacancies = db.session.scalars(queries.openings_for(member, ids_of(reading.met_by(hers)))).unique().all()
    codes = {need.concept.code for vacancy in vacancies for need in vacancy.needs}
    facts = reading.knowledge(member.centre_id, codes)
    scored = [(assess(candidate, reading.opening(vacancy), facts), vacancy) for vacancy in vacancies]
    best = sorted((pair for pair in scored if pair[0].score > 0), key=lambda pair: (-pair[0].score, pair[1].id))[:limit]
    begun = select(Referral).where(Referral.member_id == member.id)
    referrals = {referral.vacancy_id: referral for referral in db.session.scalars(begun)}
    names = _names([found for found, _vacancy in best])
    return [Suggestion(member, vacancy, found, referrals.get(vacancy.id), names) for found, vacancy in best]


def _women(ids: Iterable[int]) -> dict[int, Member]:
    place = joinedload(Member.settlement).joinedload(Settlement.rayon)
    found = db.session.scalars(select(Member).where(Member.id.in_(list(ids))).options(place))
    return {member.id: member for member in found}


def _names(found: Sequence[Assessment]) -> dict[str, str]:
    parts = [part for one in found for part in one.parts]
    codes = {part.concept for part in parts if part.concept} | {part.via for part in parts if part.via}
    return skill_queries.labels(codes)
