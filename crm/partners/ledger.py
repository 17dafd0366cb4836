"""The promise ledger over all partners: what became of each promise, and how many were kept in time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, case, cast, func, or_, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import joinedload
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import Integer

from crm.accounts.models import User
from crm.centres.models import Centre
from crm.forms import today
from crm.offers.enums import OfferKind, OfferState, TalkState
from crm.offers.models import Offer, OfferTalk
from crm.partners.enums import CommitmentKind, CommitmentState
from crm.partners.models import Commitment, Partner
from crm.partners.queries import commitments_visible_to
from crm.referrals.enums import ReferralState
from crm.referrals.models import Referral
from crm.skills.fold import search_key
from crm.vacancies.models import Vacancy

KEPT_WITHIN = timedelta(days=90)
#: Promises of work: they lead to a vacancy, to women introduced and hired.
OF_WORK = frozenset({CommitmentKind.VACANCY, CommitmentKind.TRAINEE_PLACE})
#: Promises to women in business: they lead to an offer, and to women who got it. What is left is used when it is kept.
OF_OFFERS = frozenset(kind for kind in CommitmentKind if kind in set(map(str, OfferKind)))
INTRODUCED = (ReferralState.INTRODUCED, ReferralState.INTERVIEWED, ReferralState.HIRED)


class DaysBetween(FunctionElement[int]):
    """Whole days from the first date to the second; SQLite and PostgreSQL spell it differently."""

    type = Integer()
    inherit_cache = True


@compiles(DaysBetween)
def _days_as_difference(element: Any, compiler: Any, **options: Any) -> str:
    first, second = element.clauses
    return f"({compiler.process(second, **options)} - {compiler.process(first, **options)})"


@compiles(DaysBetween, "sqlite")
def _days_as_julian(element: Any, compiler: Any, **options: Any) -> str:
    first, second = element.clauses
    return f"(julianday({compiler.process(second, **options)}) - julianday({compiler.process(first, **options)}))"


def kept_in_time() -> ColumnElement[bool]:
    """Kept, and at most 90 days after it was made."""
    took = DaysBetween(Commitment.made_on, Commitment.settled_on)
    return and_(Commitment.state == CommitmentState.KEPT, took <= KEPT_WITHIN.days)


@dataclass(frozen=True)
class Filters:
    """What the ledger is narrowed to; empty means no limit."""

    search: str = ""
    kind: CommitmentKind | None = None
    state: CommitmentState | None = None
    overdue: bool = False
    partner_id: int | None = None
    rayon_id: int | None = None


def listing(user: User, asked: Filters) -> Select[Commitment, int, int, int, int, int]:
    """(promise, places posted, women introduced, women hired, offers made, women who got one of them). Open ones first,
    the longest overdue on top."""
    statement = commitments_visible_to(user).join(Commitment.partner)
    shown = joinedload(Commitment.partner)
    statement = statement.options(shown.joinedload(Partner.centre), shown.joinedload(Partner.rayon))
    for word in search_key(asked.search).split():
        statement = statement.where(Partner.search_name.contains(word, autoescape=True))
    if asked.overdue:
        statement = statement.where(Commitment.state == CommitmentState.OPEN, Commitment.due_on < today())
    limits = (
        (Commitment.kind, asked.kind),
        (Commitment.state, asked.state),
        (Commitment.partner_id, asked.partner_id),
        (Partner.rayon_id, asked.rayon_id),
    )
    statement = statement.where(*(column == wanted for column, wanted in limits if wanted is not None))
    is_open = Commitment.state == CommitmentState.OPEN
    by_day = (case((is_open, Commitment.due_on)), Commitment.settled_on.desc(), Commitment.id)
    return statement.add_columns(*_chain()).order_by(is_open.desc(), *by_day)


def _chain() -> Iterable[ColumnElement[int]]:
    """What came of a promise: of the vacancy or offer it is tied to, else of those this partner told of in the same session."""
    same_visit = and_(
        Commitment.vacancy_id.is_(None),
        Vacancy.info_session_id == Commitment.info_session_id,
        Vacancy.partner_id == Commitment.partner_id,
    )
    of_promise = and_(or_(Vacancy.id == Commitment.vacancy_id, same_visit), Commitment.kind.in_(OF_WORK))
    posted = select(func.coalesce(func.sum(Vacancy.openings), 0)).where(of_promise, Vacancy.published_on.is_not(None))
    women = select(func.count(Referral.id)).join(Vacancy, Vacancy.id == Referral.vacancy_id).where(of_promise)
    introduced = women.where(Referral.state.in_(INTRODUCED))
    hired = women.where(Referral.state == ReferralState.HIRED)
    numbers = {"posted": posted, "introduced": introduced, "hired": hired, **_offered()}
    for name, number in numbers.items():
        yield number.correlate(Commitment).scalar_subquery().label(name)


def _offered() -> dict[str, Select[int]]:
    same_visit = and_(
        Commitment.offer_id.is_(None),
        Offer.info_session_id == Commitment.info_session_id,
        Offer.partner_id == Commitment.partner_id,
        cast(Offer.kind, String) == cast(Commitment.kind, String),
    )
    of_promise = or_(Offer.id == Commitment.offer_id, same_visit), Commitment.kind.in_(OF_OFFERS)
    offered = select(func.count(Offer.id)).where(*of_promise, Offer.state != OfferState.DRAFT)
    talks = select(func.count(OfferTalk.id)).join(Offer, Offer.id == OfferTalk.offer_id).where(*of_promise)
    return {"offered": offered, "used": talks.where(OfferTalk.state == TalkState.RECEIVED)}


def kept_by_partner(user: User) -> Select[str, int, str, int, int]:
    """(centre, partner id, partner, kept within 90 days, due or settled), centre by centre."""
    counted = _due(user).join(Centre, Centre.id == Partner.centre_id)
    columns = (Centre.name, Partner.id, Partner.name, _number_kept(), func.count())
    grouped = counted.with_only_columns(*columns).group_by(Centre.name, Partner.id, Partner.name, Partner.search_name)
    return grouped.order_by(Centre.name, Partner.search_name, Partner.id)


def kept_by_centre(user: User) -> Select[str, int, int]:
    """(centre, kept within 90 days, due or settled)."""
    counted = _due(user).join(Centre, Centre.id == Partner.centre_id)
    columns = (Centre.name, _number_kept(), func.count())
    return counted.with_only_columns(*columns).group_by(Centre.name).order_by(Centre.name)


def _due(user: User) -> Select[Commitment]:
    due = or_(Commitment.due_on <= today(), Commitment.state != CommitmentState.OPEN)
    return commitments_visible_to(user).join(Commitment.partner).where(due)


def _number_kept() -> ColumnElement[int]:
    return func.coalesce(func.sum(case((kept_in_time(), 1), else_=0)), 0)
