"""What a program reads: vacancies, partners, figures, and the document that describes it all."""

from datetime import date
from typing import Any
from uuid import UUID

from flask import Response

from crm.access import Role, public
from crm.accounts.models import User
from crm.api import shapes
from crm.api.edge import Refused, answer, day, for_scope, one_of, page_number, record_id, words
from crm.api.enums import ApiScope
from crm.api.openapi import document
from crm.centres import queries as centre_queries
from crm.centres.models import Centre
from crm.partners import queries as partner_queries
from crm.partners.models import Partner
from crm.results import report, writing
from crm.results.scope import Scope
from crm.vacancies import queries as vacancy_queries
from crm.vacancies.enums import VacancyState
from crm.vacancies.models import Vacancy
from crm.web import PER_PAGE, paginate, value

ALL = "all"
STATES = one_of(*(state.value for state in VacancyState))


@public
def openapi() -> Response:
    return answer(document())


@for_scope(ApiScope.VACANCIES, q=words, page=page_number, state=STATES)
def vacancies(user: User, q: str | None, page: int | None, state: str | None) -> dict[str, Any]:
    asked = vacancy_queries.Filters(search=q or "", state=VacancyState.parse(state))
    found = paginate(vacancy_queries.listing(user, asked), PER_PAGE)
    return shapes.page_of(found, [shapes.vacancy(one) for one in found.items])


@for_scope(ApiScope.VACANCIES)
def vacancy(user: User, public_id: UUID) -> dict[str, Any]:
    return shapes.vacancy(_found(value(vacancy_queries.whole(user).where(Vacancy.public_id == public_id))))


@for_scope(ApiScope.PARTNERS, q=words, page=page_number)
def partners(user: User, q: str | None, page: int | None) -> dict[str, Any]:
    found = paginate(partner_queries.listing(user, partner_queries.Filters(search=q or "")), PER_PAGE)
    return shapes.page_of(found, [shapes.partner(one) for one in found.items])


@for_scope(ApiScope.PARTNERS)
def partner(user: User, public_id: UUID) -> dict[str, Any]:
    return shapes.partner(_found(value(partner_queries.visible_to(user).where(Partner.public_id == public_id))))


def _centre(text: str) -> str:
    try:
        return text if text == ALL else str(record_id(text))
    except ValueError as wrong:
        raise ValueError("all, or the number of a centre") from wrong


@for_scope(ApiScope.RESULTS, since=day, until=day, centre=_centre)
def results(user: User, since: date | None, until: date | None, centre: str | None) -> dict[str, Any]:
    if since and until and until < since:
        raise Refused(422, "wrong_argument", "until: is before since.")
    centre_id = None if centre == ALL else _centre_id(user, centre)
    return writing.as_data(report.build(Scope(centre_id, since, until)))


def _centre_id(user: User, centre: str | None) -> int | None:
    """As on the page of the results: the own one unless another is asked for."""
    if centre is None:
        return None if user.role == Role.ADMINISTRATOR else user.centre_id
    found: Centre = _found(value(centre_queries.visible_to(user).where(Centre.id == int(centre))))
    return found.id


def _found(record: Any) -> Any:
    if record is None:
        raise Refused(404, "not_found", "There is no such record, or this token may not see it.")
    return record
