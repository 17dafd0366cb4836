"""The best women for an opening that anybody may reach, without looking at everybody: exact, and it stops early.

Women are taken class by class (`bounds.py`), the most promising first. As soon as enough are found who score above all that
the next class can reach, nobody else can matter. Nothing is kept from one ranking to the next: each reads the tables.
"""

from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import aliased

from crm.extensions import db
from crm.matching import queries
from crm.matching.bounds import EXACT, NEAR, Class, classes
from crm.matching.cover import Weighed
from crm.matching.score import Asked, Assessment
from crm.matching.sieve import SAME, Scored, enough
from crm.members.enums import ConceptRole
from crm.members.models import Member, MemberConcept
from crm.referrals.models import Referral
from crm.vacancies.models import Vacancy

#: Of fewer women in all the sieve is the shorter way: it reads all that tells, from the same index, in one query.
MANY = 250_000
#: After so many classes those who fit are too few to stop early, and the sieve is the shorter way.
MOST_CLASSES = 48

#: The posting that is walked along, in the order of the women's ids.
Held = MemberConcept


def early_best(
    vacancy: Vacancy, asked: Asked, concept_ids: Mapping[str, int], scored: Scored, limit: int
) -> list[Assessment] | None:
    """All who can be among the first `limit`, and some more. None: there is no short way."""
    found: list[Assessment] = []
    if (db.session.scalar(queries.last_woman()) or 0) < MANY:
        return None
    for turn, one in enumerate(classes(asked)):
        if enough(found, limit, one.bound):
            return found
        walked = [weighed for weighed, state in _states(one, asked) if state == EXACT]
        if turn == MOST_CLASSES or not walked:
            return None
        rarest = max(walked, key=lambda weighed: weighed.share if weighed.need.required else 0.0)
        statement = _women_of(one, rarest, vacancy, asked, concept_ids)
        found += _taken(statement, one.bound, vacancy, scored, limit)
    return None


def _taken(statement: Select[int], bound: float, vacancy: Vacancy, scored: Scored, limit: int) -> list[Assessment]:
    """The women of a class, those first of whom nobody thought for another opening, until enough reach its bound: among
    equals they stand first, in the order of their ids."""
    elsewhere = select(Referral.id).where(Referral.member_id == Held.member_id, Referral.vacancy_id != vacancy.id)
    fresh, found, batch, last = statement.where(~elsewhere.exists()), list[Assessment](), 2 * limit, 0
    while women := db.session.scalars(fresh.where(Held.member_id > last).limit(batch)).all():
        found += scored(women)
        if sum(one.score >= bound - SAME for one in found) >= limit:
            return found
        if len(women) < batch:
            break
        last, batch = women[-1], batch * 4
    return found + scored(db.session.scalars(statement.where(elsewhere.exists())).all())


def _states(one: Class, asked: Asked) -> list[tuple[Weighed, int]]:
    return list(zip(asked.core + asked.desired, one.states, strict=True))


def _women_of(
    one: Class, rarest: Weighed, vacancy: Vacancy, asked: Asked, concept_ids: Mapping[str, int]
) -> Select[int]:
    """Ids of the women of a class, in their order. `exists` all the way: so the rarest need is what is walked along."""

    def holds(codes: Collection[str], role: ConceptRole = ConceptRole.SKILL) -> ColumnElement[bool]:
        other = aliased(MemberConcept)
        ids = [concept_ids[code] for code in codes if code in concept_ids]
        return (
            select(other.id)
            .where(other.member_id == Held.member_id, other.concept_id.in_(ids), other.role == role)
            .exists()
        )

    rules = [Held.concept_id == concept_ids[rarest.need.concept], Held.role == ConceptRole.SKILL]
    for weighed, state in _states(one, asked):
        concept = [weighed.need.concept]
        if state == EXACT and weighed is not rarest:
            rules.append(holds(concept))
        elif state == NEAR:
            rules += [holds(weighed.near), ~holds(concept)]
        elif state != EXACT:
            rules.append(~holds([*concept, *weighed.near]))
    other = aliased(MemberConcept)
    any_wish = select(other.id).where(other.member_id == Held.member_id, other.role == ConceptRole.WISH).exists()
    agreed = and_(_nothing_to_talk_over(asked), or_(holds(asked.wanted, ConceptRole.WISH), ~any_wish))
    she = select(Member.id).where(
        Member.id == Held.member_id,
        *queries.may_be_suggested(vacancy),
        agreed if one.agreed else ~agreed,
    )
    return select(Held.member_id).where(*rules, she.correlate(Held).exists()).order_by(Held.member_id)


def _nothing_to_talk_over(asked: Asked) -> ColumnElement[bool]:
    """True wherever no term takes anything from her score, and never unknown; false means that at least one does."""
    opening = asked.opening
    rules: list[ColumnElement[bool]] = [Member.id.is_not(None)]
    if opening.night:
        rules.append(Member.night_ok.is_not(False))
    if opening.weekend:
        rules.append(Member.weekend_ok.is_not(False))
    offered = opening.pay_max if opening.pay_max is not None else opening.pay_min
    if offered is not None:
        rules.append(or_(Member.min_pay.is_(None), Member.min_pay <= offered))
    return and_(*rules)
