"""Reading the vocabulary. It is the same for every centre: whoever may see it sees all of it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, case, false, func, or_, select
from sqlalchemy.orm import selectinload

from crm.access import Permission, allowed
from crm.accounts.models import User
from crm.extensions import db
from crm.i18n import language
from crm.skills.enums import ConceptKind
from crm.skills.fold import match_key
from crm.skills.models import Concept, ConceptForm, ConceptNeighbour, UnknownPhrase


def visible_to(user: User) -> Select[Concept]:
    statement = select(Concept)
    return statement if allowed(user, Permission.SKILLS_READ) else statement.where(false())


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to; empty means no limit."""

    search: str = ""
    group: str = ""
    kind: ConceptKind | None = None


def listing(user: User, asked: Filters, codes: Collection[str] | None = None) -> Select[Concept]:
    """The list, by name in the reader's language. `codes` stand in for the search when it found nothing."""
    statement = visible_to(user)
    if codes is not None:
        statement = statement.where(Concept.code.in_(codes))
    elif asked.search:
        key = match_key(asked.search)
        said_so = select(ConceptForm.concept_id).where(ConceptForm.match_key.contains(key, autoescape=True))
        by_code = Concept.code.contains(asked.search.lower(), autoescape=True)
        statement = statement.where(or_(Concept.id.in_(said_so), by_code) if key else by_code)
    if asked.group:
        statement = statement.where(Concept.group == asked.group)
    if asked.kind is not None:
        statement = statement.where(Concept.kind == asked.kind)
    return statement.order_by(_name(), Concept.id)


def groups() -> Select[str]:
    return select(Concept.group).distinct().order_by(Concept.group)


def whole(user: User) -> Select[Concept]:
    """One concept with everything its page shows."""
    return visible_to(user).options(selectinload(Concept.forms))


def neighbours_of(concept_id: int) -> Select[Concept, float]:
    """(concept, weight) of what may stand in for it, nearest first."""
    return (
        select(Concept, ConceptNeighbour.weight)
        .join(ConceptNeighbour, ConceptNeighbour.neighbour_id == Concept.id)
        .where(ConceptNeighbour.concept_id == concept_id)
        .order_by(ConceptNeighbour.weight.desc(), Concept.id)
    )


def every_concept() -> Select[Concept]:
    """For the lists people choose from."""
    return select(Concept).order_by(_name(), Concept.id)


def coded(codes: Iterable[str]) -> Select[Concept]:
    return select(Concept).where(Concept.code.in_(list(codes)))


def codes_to_ids() -> dict[str, int]:
    return {code: concept_id for code, concept_id in db.session.execute(select(Concept.code, Concept.id)).all()}  # noqa: C416 - a result is no mapping


def neighbour_weights() -> dict[int, dict[int, float]]:
    """concept -> {neighbour: how far having it counts}, by id."""
    weights: dict[int, dict[int, float]] = {}
    columns = (ConceptNeighbour.concept_id, ConceptNeighbour.neighbour_id, ConceptNeighbour.weight)
    for concept_id, neighbour_id, weight in db.session.execute(select(*columns)).all():
        weights.setdefault(concept_id, {})[neighbour_id] = weight
    return weights


def unknown_phrases(user: User, search: str = "") -> Select[UnknownPhrase]:
    """Words nobody attached or dismissed yet, the most frequent first."""
    statement = select(UnknownPhrase).where(UnknownPhrase.concept_id.is_(None), UnknownPhrase.dismissed.is_(False))
    if not allowed(user, Permission.SKILLS_READ):
        statement = statement.where(false())
    key = match_key(search)
    if key:
        statement = statement.where(UnknownPhrase.match_key.contains(key, autoescape=True))
    return statement.order_by(UnknownPhrase.times.desc(), UnknownPhrase.id)


def how_many_unknown(user: User) -> Select[int]:
    return select(func.count()).select_from(unknown_phrases(user).order_by(None).subquery())


def phrases_of(concept_id: int) -> Select[UnknownPhrase]:
    return select(UnknownPhrase).where(UnknownPhrase.concept_id == concept_id)


def _name() -> Any:
    """The name in the reader's language, which is never empty in Azerbaijani."""
    here = {"az": Concept.label_az, "ru": Concept.label_ru, "en": Concept.label_en}[language()]
    return func.lower(case((here != "", here), else_=Concept.label_az))
