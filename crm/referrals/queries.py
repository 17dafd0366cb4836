"""Referrals and placements as those see them who look: staff by centre, a woman her own, a partner who agreed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, false, func, or_, select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.sql.base import ExecutableOption

from crm import access
from crm.access import Role
from crm.accounts.models import User
from crm.forms import today
from crm.members.enums import Purpose
from crm.members.hidden import hides_from_any, may_be_seen_by
from crm.members.models import Consent, Member, MemberUser
from crm.partners.enums import PartnerKind
from crm.partners.models import Partner, PartnerUser
from crm.places.models import Settlement
from crm.referrals.enums import ReferralState
from crm.referrals.models import Placement, Referral, ReferralStep
from crm.skills.fold import search_key
from crm.vacancies import queries as vacancy_queries
from crm.vacancies.enums import VacancyState
from crm.vacancies.models import Vacancy

OPEN_STATES = (
    ReferralState.SUGGESTED,
    ReferralState.ASKED,
    ReferralState.AGREED,
    ReferralState.INTRODUCED,
    ReferralState.INTERVIEWED,
)
#: From here on the woman knows of it; what ended may have ended before she was asked.
KNOWN_TO_HER = (*OPEN_STATES[1:], ReferralState.HIRED)
KNOWN_TO_PARTNER = (*OPEN_STATES[2:], ReferralState.HIRED)
#: Who has to say the next word.
UP_TO_HER = OPEN_STATES[:2]
UP_TO_THE_OWNER = OPEN_STATES[2:]


def visible_to(user: User) -> Select[Referral]:
    """A woman does not see what she is only considered for, unless she wished it; a partner sees nobody who has not
    agreed to it."""
    statement = select(Referral)
    if user.role == Role.MEMBER:
        asked = Referral.steps.any(ReferralStep.state == ReferralState.ASKED)
        own = select(MemberUser.member_id).where(MemberUser.user_id == user.id)
        wished = Referral.wished_by_member_at.is_not(None)
        return statement.where(Referral.member_id.in_(own), or_(Referral.state.in_(KNOWN_TO_HER), asked, wished))
    if user.role == Role.PARTNER:
        return known_to(partners_of(user))
    return access.own_centre(statement.where(may_be_seen_by(user, Referral.member_id)), Referral.centre_id, user)


def partners_of(user: User) -> Select[int]:
    """The partners a partner's user signs in for."""
    return select(PartnerUser.partner_id).where(PartnerUser.user_id == user.id)


def known_to(partners: Select[int]) -> Select[Referral]:
    """Whom these partners know: she said yes to the opening, and lets its partner see her today."""
    return select(Referral).where(
        Referral.state.in_(KNOWN_TO_PARTNER), _she_lets_see(partners), ~hides_from_any(Referral.member_id, partners)
    )


def _she_lets_see(partners: Select[int]) -> ColumnElement[bool]:
    """Her consent to be shown to the partner of the vacancy, in force today."""
    return (
        select(Consent.id)
        .join(Vacancy, Vacancy.partner_id == Consent.partner_id)
        .where(
            Vacancy.id == Referral.vacancy_id,
            Vacancy.partner_id.in_(partners),
            Consent.member_id == Referral.member_id,
            Consent.purpose == Purpose.SHARING,
            Consent.withdrawn_on.is_(None),
            or_(Consent.valid_until.is_(None), Consent.valid_until >= today()),
        )
        .correlate(Referral)
        .exists()
    )


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to; without `over_too`, what is over is left out."""

    search: str = ""
    state: ReferralState | None = None
    mine: bool = False
    over_too: bool = False


def listing(user: User, asked: Filters, ids: Sequence[int] | None = None) -> Select[Referral]:
    """What is due first comes first. `ids` stand in for the search when it found nothing."""
    statement = _named(visible_to(user)).options(*_shown())
    if ids is not None:
        statement = statement.where(Referral.id.in_(ids))
    for word in search_key(asked.search).split() if ids is None else ():
        held = (Member.search_text, Vacancy.search_text, Partner.search_name)
        statement = statement.where(or_(*(column.contains(word, autoescape=True) for column in held)))
    if asked.state is not None:
        statement = statement.where(Referral.state == asked.state)
    elif not asked.over_too:
        statement = statement.where(Referral.state.in_(OPEN_STATES))
    if asked.mine:
        statement = statement.where(Referral.steps.any(ReferralStep.by_id == user.id))
    due_first = (Referral.next_step_due.is_(None), Referral.next_step_due, Referral.id.desc())
    return statement.order_by(*due_first)


def folded_names(user: User) -> Select[int, str]:
    """Id and folded names, for the search that forgives typos."""
    folded = Member.search_text + " " + Vacancy.search_text + " " + Partner.search_name
    return _named(visible_to(user)).with_only_columns(Referral.id, folded)


def whole(user: User) -> Select[Referral]:
    """One referral with everything its page shows."""
    steps = selectinload(Referral.steps).joinedload(ReferralStep.by)
    safely = joinedload(Referral.member).joinedload(Member.safe_contact)
    return visible_to(user).options(*_shown(), safely, steps, joinedload(Referral.placement))


def counted_otherwise(referral: Referral) -> Select[bool]:
    """She has another job or a start-up of her own on record, so that her hire here adds no woman to the results. The
    start-up she founded did not hire her."""
    founded = select(Partner.id).where(Partner.kind == PartnerKind.STARTUP, Partner.founder_id == referral.member_id)
    hired = (
        select(Placement.id)
        .join(Partner, Partner.id == Placement.partner_id)
        .where(
            Placement.member_id == referral.member_id,
            or_(Placement.referral_id.is_(None), Placement.referral_id != referral.id),
            or_(Partner.founder_id.is_(None), Partner.founder_id != Placement.member_id),
        )
    )
    return select(or_(founded.exists(), hired.exists()))


def of_vacancy(user: User, vacancy_id: int) -> Select[Referral]:
    statement = visible_to(user).where(Referral.vacancy_id == vacancy_id)
    return statement.options(joinedload(Referral.member)).order_by(Referral.id)


def of_member(user: User, member_id: int) -> Select[Referral]:
    """Her road: every opening she was considered for, newest first."""
    statement = visible_to(user).where(Referral.member_id == member_id)
    shown = joinedload(Referral.vacancy).joinedload(Vacancy.partner)
    return statement.options(shown).order_by(Referral.id.desc())


def awaited(user: User, states: Collection[ReferralState]) -> Select[Referral]:
    """Where a word is awaited; what is due first comes first.

    What was put off waits for its day, unless something happened that makes it due earlier, such as a wish."""
    now = or_(Referral.later_until.is_(None), Referral.later_until <= today(), Referral.next_step_due <= today())
    due_first = Referral.next_step_due.is_(None), Referral.next_step_due, Referral.id
    return visible_to(user).where(Referral.state.in_(states), now).order_by(*due_first)


def short_of_women(user: User) -> Select[Vacancy]:
    """Open vacancies with fewer women on the way than openings; those longest open first."""
    taken = select(func.count()).where(Referral.vacancy_id == Vacancy.id, _on_the_way()).scalar_subquery()
    statement = vacancy_queries.visible_to(user).where(Vacancy.state == VacancyState.OPEN, taken < Vacancy.openings)
    return statement.order_by(Vacancy.published_on.is_(None), Vacancy.published_on, Vacancy.id)


def numbers_on_the_way(user: User, vacancy_ids: Collection[int]) -> Select[int, int]:
    """(vacancy id, how many women are on the way to it or were hired)."""
    statement = visible_to(user).where(Referral.vacancy_id.in_(vacancy_ids), _on_the_way())
    return statement.with_only_columns(Referral.vacancy_id, func.count()).group_by(Referral.vacancy_id)


def _on_the_way() -> ColumnElement[bool]:
    return Referral.state.in_((*OPEN_STATES, ReferralState.HIRED))


def open_of(member_id: int) -> Select[Referral]:
    """Every referral of hers that is still under way."""
    return select(Referral).where(Referral.member_id == member_id, Referral.state.in_(OPEN_STATES))


def placements_visible_to(user: User) -> Select[Placement]:
    statement = select(Placement)
    if user.role in (Role.ADMINISTRATOR, Role.STAFF):
        seen = statement.where(may_be_seen_by(user, Placement.member_id))
        return access.own_centre(seen, Placement.centre_id, user)
    return statement.where(false())


def _named(statement: Select[Referral]) -> Select[Referral]:
    return (
        statement.join(Member, Member.id == Referral.member_id)
        .join(Vacancy, Vacancy.id == Referral.vacancy_id)
        .join(Partner, Partner.id == Vacancy.partner_id)
    )


def _shown() -> tuple[ExecutableOption, ...]:
    return (
        joinedload(Referral.member).joinedload(Member.settlement).joinedload(Settlement.rayon),
        joinedload(Referral.vacancy).joinedload(Vacancy.partner),
    )
