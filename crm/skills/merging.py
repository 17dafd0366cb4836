"""Two concepts that are one: everything of the one goes to the other, and its code is understood as the other's."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, delete, exists, func, or_, select, update
from sqlalchemy.orm import aliased

from crm.audit.enums import Action
from crm.audit.operations import record
from crm.esco.operations import move_links
from crm.extensions import db
from crm.members.enums import ConceptRole, ConceptSource
from crm.members.models import MemberConcept
from crm.skills.models import Concept, ConceptAlias, ConceptForm, ConceptNeighbour, Rereading, UnknownPhrase
from crm.vacancies.enums import Importance
from crm.vacancies.models import VacancyNeed


class SameConcept(Exception):
    """A concept cannot become part of itself."""


@dataclass(frozen=True)
class Belongings:
    """How many of each a concept has, over all centres."""

    forms: int
    skills: int
    wishes: int
    needs: int
    neighbours: int
    phrases: int


def belongings_of(concept_id: int) -> Select[int, int, int, int, int, int]:
    def counted(model: Any, *rules: Any) -> Any:
        return select(func.count()).select_from(model).where(*rules).scalar_subquery()

    held = MemberConcept.concept_id == concept_id
    near = or_(ConceptNeighbour.concept_id == concept_id, ConceptNeighbour.neighbour_id == concept_id)
    return select(
        counted(ConceptForm, ConceptForm.concept_id == concept_id, ConceptForm.active),
        counted(MemberConcept, held, MemberConcept.role == ConceptRole.SKILL),
        counted(MemberConcept, held, MemberConcept.role == ConceptRole.WISH),
        counted(VacancyNeed, VacancyNeed.concept_id == concept_id),
        counted(ConceptNeighbour, near),
        counted(UnknownPhrase, UnknownPhrase.concept_id == concept_id),
    )


def merge(*, concept: Concept, into: Concept) -> None:
    """`concept` becomes part of `into`, for all centres; this cannot be undone. Raises SameConcept.

    Where a woman or a vacancy has both, what a person chose, the higher level and the stronger need stay. Texts need no
    second reading: the names go with the rest, and what was read from them has moved."""
    if concept.id == into.id:
        raise SameConcept
    moved = Belongings(*db.session.execute(belongings_of(concept.id)).one())
    db.session.flush()
    _move_skills(concept.id, into.id)
    _move_needs(concept.id, into.id)
    _move_forms(concept.id, into.id)
    _move_neighbours(concept.id, into.id)
    move_links(old=concept.id, new=into.id)
    for column in (UnknownPhrase.concept_id, Rereading.concept_id, ConceptAlias.concept_id):
        _run(update(column.class_).where(column == concept.id).values(concept_id=into.id))
    code, former_id, name = concept.code, concept.id, concept.label_az
    db.session.expire(concept)
    db.session.delete(concept)
    db.session.flush()
    db.session.add(ConceptAlias(code=code, former_id=former_id, concept_id=into.id))
    db.session.flush()
    db.session.expire_all()
    record(Action.CHANGED, into, merged=f"{name} ({code})", moved=list(_counts(moved)))


def _counts(moved: Belongings) -> list[str]:
    return [f"{name} {number}" for name, number in vars(moved).items() if number]


def _move_skills(old: int, new: int) -> None:
    theirs, mine = aliased(MemberConcept), MemberConcept
    same_woman = theirs.member_id == mine.member_id, theirs.role == mine.role, theirs.concept_id == old
    has_both = select(theirs.id).where(*same_woman)
    picked = exists(has_both.where(theirs.source == ConceptSource.PICKED))
    _run(update(mine).where(mine.concept_id == new, picked).values(source=ConceptSource.PICKED, confidence=1.0))
    level = select(theirs.level).where(*same_woman).scalar_subquery()
    higher = func.coalesce(level, 0) > func.coalesce(mine.level, 0)
    _run(update(mine).where(mine.concept_id == new, exists(has_both), higher).values(level=level))
    has_new = exists(
        select(theirs.id).where(theirs.member_id == mine.member_id, theirs.role == mine.role, theirs.concept_id == new)
    )
    _run(delete(mine).where(mine.concept_id == old, has_new))
    _run(update(mine).where(mine.concept_id == old).values(concept_id=new))


def _move_needs(old: int, new: int) -> None:
    theirs, mine = aliased(VacancyNeed), VacancyNeed
    has_both = select(theirs.id).where(theirs.vacancy_id == mine.vacancy_id, theirs.concept_id == old)
    must, sure = (
        exists(has_both.where(theirs.importance == Importance.REQUIRED)),
        exists(has_both.where(theirs.confirmed)),
    )
    _run(update(mine).where(mine.concept_id == new, must).values(importance=Importance.REQUIRED))
    _run(update(mine).where(mine.concept_id == new, sure).values(confirmed=True))
    has_new = exists(select(theirs.id).where(theirs.vacancy_id == mine.vacancy_id, theirs.concept_id == new))
    _run(delete(mine).where(mine.concept_id == old, has_new))
    _run(update(mine).where(mine.concept_id == old).values(concept_id=new))


def _move_forms(old: int, new: int) -> None:
    theirs, mine = aliased(ConceptForm), ConceptForm
    called_so = theirs.language == mine.language, theirs.text == mine.text
    also_theirs = exists(select(theirs.id).where(*called_so, theirs.concept_id == old, theirs.active))
    _run(update(mine).where(mine.concept_id == new, also_theirs).values(active=True))
    _run(
        delete(mine).where(
            mine.concept_id == old, exists(select(theirs.id).where(*called_so, theirs.concept_id == new))
        )
    )
    _run(update(mine).where(mine.concept_id == old).values(concept_id=new))


def _move_neighbours(old: int, new: int) -> None:
    """The nearer of two stays; nothing is its own neighbour."""
    link = ConceptNeighbour
    here, there = link.concept_id.in_((old, new)), link.neighbour_id.in_((old, new))
    _run(delete(link).where(here, there))
    for side, other in ((link.concept_id, link.neighbour_id), (link.neighbour_id, link.concept_id)):
        best: dict[int, ConceptNeighbour] = {}
        links = list(db.session.scalars(select(link).where(side.in_((old, new))).order_by(link.weight.desc(), link.id)))
        for one in links:
            if best.setdefault(getattr(one, other.key), one) is not one:
                db.session.delete(one)
        db.session.flush()
        for one in best.values():
            setattr(one, side.key, new)
        db.session.flush()


def _run(statement: Any) -> None:
    db.session.execute(statement, execution_options={"synchronize_session": False})
