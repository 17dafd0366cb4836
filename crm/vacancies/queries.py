"""Vacancies as those may see them who look: staff by centre, partners their own, everybody the open ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from crm import access
from crm.access import Role
from crm.accounts.models import User
from crm.db import now
from crm.partners.models import Partner, PartnerUser
from crm.places.models import Rayon, Settlement
from crm.skills.fold import search_key
from crm.vacancies.enums import VacancyState
from crm.vacancies.models import Vacancy, VacancyNeed

#: An opening that nobody has touched for so long may be filled: its owner is asked.
STALE_AFTER = timedelta(days=30)
OVER = (VacancyState.FILLED, VacancyState.CLOSED)
#: A place without a settlement counts as where the partner is.
_rayon_id = func.coalesce(Settlement.rayon_id, Partner.rayon_id)


def visible_to(user: User) -> Select[Vacancy]:
    """All for the administrator, the centre's for its staff, their own partner's for partner users."""
    statement = select(Vacancy)
    if user.role == Role.PARTNER:
        own = select(PartnerUser.partner_id).where(PartnerUser.user_id == user.id)
        return statement.where(Vacancy.partner_id.in_(own))
    return access.own_centre(statement, Vacancy.centre_id, user)


def public_vacancies() -> Select[Vacancy]:
    """What anybody may read at /jobs, newest first."""
    newest = (Vacancy.published_on.desc(), Vacancy.id.desc())
    return _shown(select(Vacancy)).where(Vacancy.state == VacancyState.OPEN).order_by(*newest)


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to; empty means no limit."""

    search: str = ""
    state: VacancyState | None = None
    rayon_id: int | None = None
    partner_id: int | None = None


def listing(user: User, asked: Filters, ids: Sequence[int] | None = None) -> Select[Vacancy]:
    """Those that wait for approval first, then the newest. `ids` stand in for a search that found nothing."""
    statement = _placed(_shown(visible_to(user)))
    if ids is not None:
        statement = statement.where(Vacancy.id.in_(ids))
    for word in search_key(asked.search).split() if ids is None else ():
        statement = statement.where(
            or_(
                Vacancy.search_text.contains(word, autoescape=True),
                Partner.search_name.contains(word, autoescape=True),
                func.lower(Vacancy.reference).contains(word, autoescape=True),
            )
        )
    if asked.state is not None:
        statement = statement.where(Vacancy.state == asked.state)
    if asked.rayon_id is not None:
        statement = statement.where(_rayon_id == asked.rayon_id)
    if asked.partner_id is not None:
        statement = statement.where(Vacancy.partner_id == asked.partner_id)
    return statement.order_by((Vacancy.state == VacancyState.WAITING).desc(), Vacancy.id.desc())


def folded_names(user: User) -> Select[int, str]:
    """Id and folded title with the partner's name, for the search that forgives typos."""
    folded = Vacancy.search_text + " " + Partner.search_name
    return visible_to(user).join(Vacancy.partner).with_only_columns(Vacancy.id, folded)


def whole(user: User) -> Select[Vacancy]:
    """One vacancy with everything its page shows."""
    return _shown(visible_to(user)).options(joinedload(Vacancy.info_session), joinedload(Vacancy.posted_by))


def rayons_of(user: User) -> Select[Rayon]:
    """The rayons where somebody looks for women, for the filter."""
    used = _placed(visible_to(user)).with_only_columns(_rayon_id)
    return select(Rayon).where(Rayon.id.in_(used)).order_by(Rayon.name_az)


def partners_of(user: User) -> Select[Partner]:
    """The partners with a vacancy, for the filter."""
    used = visible_to(user).with_only_columns(Vacancy.partner_id)
    return select(Partner).where(Partner.id.in_(used)).order_by(Partner.search_name)


def of_partner(user: User, partner_id: int) -> Select[Vacancy]:
    """The openings of a partner, the newest first."""
    return visible_to(user).where(Vacancy.partner_id == partner_id).order_by(Vacancy.id.desc())


def referenced(reference: str) -> Select[Vacancy]:
    """By the reference it was imported with; several centres may use the same one."""
    return select(Vacancy).where(Vacancy.reference == reference).order_by(Vacancy.id)


def going_stale(user: User) -> Select[Vacancy]:
    """Open ones of which nobody has heard for long, the longest first."""
    stale = Vacancy.state == VacancyState.OPEN, Vacancy.updated_at < now() - STALE_AFTER
    return visible_to(user).where(*stale).order_by(Vacancy.updated_at, Vacancy.id)


def with_step_due(user: User, by: date) -> Select[Vacancy]:
    """Those that go on, with a next step due by this day, the longest overdue first."""
    due = Vacancy.next_step_due <= by, Vacancy.state.not_in(OVER)
    return visible_to(user).where(*due).order_by(Vacancy.next_step_due, Vacancy.id)


def to_be_filled() -> Select[Vacancy]:
    """Every vacancy that is not filled or closed."""
    return select(Vacancy).where(Vacancy.state.not_in(OVER)).order_by(Vacancy.id)


def _placed(statement: Select[Any]) -> Select[Any]:
    return statement.join(Vacancy.partner).outerjoin(Vacancy.settlement)


def _shown(statement: Select[Vacancy]) -> Select[Vacancy]:
    return statement.options(
        joinedload(Vacancy.partner),
        joinedload(Vacancy.settlement).joinedload(Settlement.rayon),
        selectinload(Vacancy.needs).joinedload(VacancyNeed.concept),
    )
