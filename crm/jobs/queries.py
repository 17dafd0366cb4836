"""Open vacancies as anybody may find them: by words in any spelling, by trade in any language, by place and hours."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, or_, select
from sqlalchemy.orm import joinedload

from crm.partners.models import Partner
from crm.places.models import Rayon, Settlement
from crm.skills import vocabulary
from crm.skills.fold import search_key
from crm.skills.models import Concept, ConceptNeighbour
from crm.vacancies.enums import Hours, VacancyState
from crm.vacancies.models import Vacancy, VacancyNeed
from crm.vacancies.queries import public_vacancies

#: From this weight on a neighbour is what the trade itself does: a dressmaker sews.
NEXT_TO_IT = 0.8


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to; empty means no limit. `trades` are what the search word means, see `meant_by`."""

    search: str = ""
    rayon_id: int | None = None
    hours: Hours | None = None
    trades: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.search or self.rayon_id or self.hours)


def open_jobs() -> Select[Vacancy]:
    """All of them, newest first, with what a page shows of company and centre."""
    return public_vacancies().options(joinedload(Vacancy.partner).joinedload(Partner.rayon), joinedload(Vacancy.centre))


def over(public_id: UUID) -> Select[int]:
    """The id of a job that was public once and is filled or closed now."""
    states = (VacancyState.FILLED, VacancyState.CLOSED)
    once_public = (Vacancy.state.in_(states), Vacancy.published_on.is_not(None))
    return select(Vacancy.id).where(Vacancy.public_id == public_id, *once_public)


def listing(asked: Filters, ids: Sequence[int] | None = None) -> Select[Vacancy]:
    """Newest first. `ids` stand in for a search that found nothing."""
    statement = _placed(open_jobs())
    if ids is not None:
        statement = statement.where(Vacancy.id.in_(ids))
    elif asked.search:
        statement = statement.where(or_(and_(*map(_holds, asked.search.split())), _needs(asked.trades)))
    if asked.rayon_id is not None:
        statement = statement.where(Rayon.id == asked.rayon_id)
    if asked.hours == Hours.HOME:
        statement = statement.where(or_(Vacancy.hours == Hours.HOME, Vacancy.home_based.is_(True)))
    elif asked.hours is not None:
        statement = statement.where(Vacancy.hours == asked.hours)
    return statement


def folded_names() -> Select[int, str]:
    """Id and folded title with the company's name, for the search that forgives typos."""
    folded = Vacancy.search_text + " " + Partner.search_name
    return public_vacancies().join(Vacancy.partner).with_only_columns(Vacancy.id, folded)


def rayons() -> Select[Rayon]:
    """Where there is work now, for the filter."""
    used = _placed(public_vacancies()).order_by(None).with_only_columns(Rayon.id)
    return select(Rayon).where(Rayon.id.in_(used)).order_by(Rayon.name_az)


def meant_by(search: str) -> tuple[str, ...]:
    """The trades and skills a search names, in any language. Empty when a word of it is none: then it is rather a name."""
    if not search:
        return ()
    read = vocabulary.current().resolve(search)
    return () if read.unknown else tuple(found.concept for found in read.concepts)


def _holds(word: str) -> ColumnElement[bool]:
    """The word is in title, company or place, spelling folded, or in the text as it is typed."""
    folded = (Vacancy.search_text, Partner.search_name, Settlement.search_text, Rayon.search_text)
    key = search_key(word)
    return or_(*(text.contains(key, autoescape=True) for text in folded), Vacancy.text.icontains(word, autoescape=True))


def _needs(trades: Sequence[str]) -> ColumnElement[bool]:
    """Each of the trades, or what is next to it, is needed; false when there are no trades."""
    return and_(*map(_is_needed, trades)) if trades else false()


def _is_needed(code: str) -> ColumnElement[bool]:
    itself = select(Concept.id).where(Concept.code == code)
    near = select(ConceptNeighbour.neighbour_id).join(Concept, Concept.id == ConceptNeighbour.concept_id)
    near = near.where(Concept.code == code, ConceptNeighbour.weight >= NEXT_TO_IT)
    return exists().where(VacancyNeed.vacancy_id == Vacancy.id, VacancyNeed.concept_id.in_(itself.union_all(near)))


def _placed(statement: Select[Any]) -> Select[Any]:
    """A place without a settlement counts as where the company is."""
    joined = statement.join(Vacancy.partner).outerjoin(Vacancy.settlement)
    return joined.outerjoin(Rayon, Rayon.id == func.coalesce(Settlement.rayon_id, Partner.rayon_id))
