"""Reading the vocabulary. It is the same for every centre: whoever may see it sees all of it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, case, false, func, or_, select
from sqlalchemy.orm import selectinload

from crm.access import Permission, allowed, own_centre
from crm.accounts.models import User
from crm.audit.models import AuditEntry
from crm.extensions import db
from crm.i18n import in_language, language
from crm.members.enums import ConceptRole
from crm.members.models import Member, MemberConcept
from crm.skills.enums import ConceptKind
from crm.skills.fold import match_key
from crm.skills.models import Concept, ConceptAlias, ConceptForm, ConceptNeighbour
from crm.vacancies.models import Vacancy, VacancyNeed

#: Entries of a concept's history on its page.
HISTORY = 30


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
        said_so = select(ConceptForm.concept_id).where(
            ConceptForm.match_key.contains(key, autoescape=True), ConceptForm.active
        )
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
    return with_forms(visible_to(user))


def with_forms(concepts: Select[Concept]) -> Select[Concept]:
    return concepts.options(selectinload(Concept.forms))


def neighbours_of(concept_id: int) -> Select[Concept, float]:
    """(concept, weight) of what may stand in for it, nearest first."""
    return (
        select(Concept, ConceptNeighbour.weight)
        .join(ConceptNeighbour, ConceptNeighbour.neighbour_id == Concept.id)
        .where(ConceptNeighbour.concept_id == concept_id, ConceptNeighbour.weight > 0)
        .order_by(ConceptNeighbour.weight.desc(), Concept.id)
    )


def every_concept() -> Select[Concept]:
    """For the lists people choose from."""
    return select(Concept).order_by(_name(), Concept.id)


def coded(codes: Iterable[str]) -> Select[Concept]:
    return select(Concept).where(Concept.code.in_(list(codes)))


def labels(codes: Iterable[str]) -> dict[str, str]:
    """Code -> the concept's name in the reader's language."""
    return {concept.code: in_language(concept, "label") for concept in db.session.scalars(coded(codes))}


def codes_to_ids() -> dict[str, int]:
    """Also the codes of concepts that became part of another one."""
    both = select(ConceptAlias.code, ConceptAlias.concept_id).union_all(select(Concept.code, Concept.id))
    return dict(db.session.execute(both).all())


def neighbour_weights() -> dict[int, dict[int, float]]:
    """concept -> {neighbour: how far having it counts}, by id."""
    weights: dict[int, dict[int, float]] = {}
    columns = (ConceptNeighbour.concept_id, ConceptNeighbour.neighbour_id, ConceptNeighbour.weight)
    for concept_id, neighbour_id, weight in db.session.execute(select(*columns).where(columns[2] > 0)).all():
        weights.setdefault(concept_id, {})[neighbour_id] = weight
    return weights


def forms_of(concept_id: int) -> Select[ConceptForm]:
    """Those that are understood."""
    return select(ConceptForm).where(ConceptForm.concept_id == concept_id, ConceptForm.active).order_by(ConceptForm.id)


def use_of(user: User, concept_id: int) -> Select[int, int, int]:
    """(women who can it, women who wish it, vacancies that ask for it), of the user's centre."""
    women = select(func.count()).select_from(MemberConcept).join(Member, Member.id == MemberConcept.member_id)
    women = own_centre(women.where(MemberConcept.concept_id == concept_id), Member.centre_id, user)
    asked_for = select(func.count()).select_from(VacancyNeed).join(Vacancy, Vacancy.id == VacancyNeed.vacancy_id)
    asked_for = own_centre(asked_for.where(VacancyNeed.concept_id == concept_id), Vacancy.centre_id, user)
    return select(
        women.where(MemberConcept.role == ConceptRole.SKILL).scalar_subquery().label("can"),
        women.where(MemberConcept.role == ConceptRole.WISH).scalar_subquery().label("wish"),
        asked_for.scalar_subquery().label("asked"),
    )


def history_of(user: User, concept_id: int) -> Select[AuditEntry]:
    """What was changed in it, and in those that became part of it, the newest first."""
    former = select(ConceptAlias.former_id).where(ConceptAlias.concept_id == concept_id)
    statement = select(AuditEntry).where(
        AuditEntry.thing == Concept.__tablename__,
        or_(AuditEntry.thing_id == concept_id, AuditEntry.thing_id.in_(former)),
    )
    if not allowed(user, Permission.SKILLS_READ):
        statement = statement.where(false())
    return statement.order_by(AuditEntry.at.desc(), AuditEntry.id.desc()).limit(HISTORY)


def merged_into(concept_id: int) -> Select[int]:
    """The concept that one of this id became part of."""
    return select(ConceptAlias.concept_id).where(ConceptAlias.former_id == concept_id)


def _name() -> Any:
    """The name in the reader's language, which is never empty in Azerbaijani."""
    here = {"az": Concept.label_az, "ru": Concept.label_ru, "en": Concept.label_en}[language()]
    return func.lower(case((here != "", here), else_=Concept.label_az))
