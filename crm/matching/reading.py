"""From the database to what score.py works on: candidates, openings, and what the vocabulary knows. No rule here."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from crm.extensions import db
from crm.matching import knowledge as known
from crm.matching import queries
from crm.matching.facts import Candidate, Knowledge, Need, Opening, Skill
from crm.members.enums import ConceptRole
from crm.skills.queries import codes_to_ids
from crm.vacancies.models import Vacancy


def knowledge(centre_id: int, codes: Collection[str]) -> Knowledge:
    """The neighbours of these concepts, and how rare they are among the women of the centre."""
    holders: dict[str, int] = dict(db.session.execute(queries.holders_in(centre_id, codes)).all())
    women = db.session.scalar(queries.women_in(centre_id)) or 0
    return Knowledge(neighbours=neighbours_of(codes), rarity=known.rarity(holders, women))


def neighbours_of(codes: Collection[str]) -> Mapping[str, Mapping[str, float]]:
    """As knowledge.neighbours gives them, complete for these concepts only: read in two steps, as far as they reach."""
    first = db.session.execute(queries.relations_of(codes)).all()
    met = {code for concept, neighbour, _weight in first for code in (concept, neighbour)}
    related: dict[str, dict[str, float]] = defaultdict(dict)
    for concept, neighbour, weight in db.session.execute(queries.relations_of(met)).all() if met else ():
        related[concept][neighbour] = weight
    return known.neighbours(related)


def met_by(skills: Collection[str]) -> set[str]:
    """The needs that one of these skills meets, itself or as a neighbour."""
    return set(skills) | {need for need, near in neighbours_of(skills).items() if not near.keys().isdisjoint(skills)}


def candidates(statement: queries.Rows) -> list[Candidate]:
    """The women a statement over HER_COLUMNS finds, each with her concepts. Three queries."""
    skills: dict[int, list[Skill]] = defaultdict(list)
    wishes: dict[int, set[str]] = defaultdict(set)
    codes = {concept_id: code for code, concept_id in codes_to_ids().items()}
    for member_id, concept_id, role, level, words in db.session.execute(queries.concepts_of(statement)).all():
        if role == ConceptRole.WISH:
            wishes[member_id].add(codes[concept_id])
        else:
            skills[member_id].append(Skill(codes[concept_id], level, words))
    return [
        Candidate(
            id=member_id,
            skills=tuple(skills[member_id]),
            wishes=frozenset(wishes[member_id]),
            seeking=str(seeking),
            availability=_plain(availability),
            night_ok=night_ok,
            weekend_ok=weekend_ok,
            max_distance_km=farthest,
            transport=_plain(transport),
            min_pay=min_pay,
            place=None if lat is None or lon is None else (lat, lon),
        )
        for member_id, seeking, availability, night_ok, weekend_ok, farthest, transport, min_pay, lat, lon
        in db.session.execute(statement).all()
    ]  # fmt: skip


def opening(vacancy: Vacancy) -> Opening:
    return Opening(
        id=vacancy.id,
        needs=tuple(
            Need(
                need.concept.code,
                required=need.importance == "required",
                level=need.level,
                hard=need.concept.hard,
                words=need.words,
                quick=need.concept.quick,
            )
            for need in vacancy.needs
        ),
        hours=_plain(vacancy.hours),
        weekly_hours=vacancy.weekly_hours,
        night=vacancy.night,
        weekend=vacancy.weekend,
        transport_provided=vacancy.transport_provided,
        training_provided=vacancy.training_provided,
        home_based=vacancy.home_based,
        pay_min=None if vacancy.pay_min is None else int(vacancy.pay_min),
        pay_max=None if vacancy.pay_max is None else int(vacancy.pay_max),
        place=queries.place_of(vacancy),
    )


def _plain(value: Any) -> str | None:
    return None if value is None else str(value)
