"""Why sessions, partnerships and introductions did not come about: counted by reason, month and centre, and quoted."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select

from crm import access
from crm.accounts.models import User
from crm.centres.models import Centre
from crm.info_sessions.enums import SessionState
from crm.info_sessions.models import InfoSession, SessionObjection
from crm.members.hidden import may_be_seen_by
from crm.members.models import Member
from crm.partners.models import Partner, StageChange
from crm.referrals.enums import ReferralState
from crm.referrals.models import Referral, ReferralStep
from crm.results.enums import Lesson
from crm.results.months import year_and_month
from crm.results.scope import Rows, Scope
from crm.skills.fold import search_key
from crm.vacancies.models import Vacancy

QUOTES = 20
#: Where a quote leads: endpoint and the name of its argument.
LEADS_TO = {
    Lesson.SESSIONS: ("info_sessions.show", "info_session_id"),
    Lesson.OBJECTIONS: ("info_sessions.show", "info_session_id"),
    Lesson.PARTNERS: ("partners.show", "partner_id"),
    Lesson.INTRODUCTIONS: ("referrals.show", "referral_id"),
}
_ENDED = (ReferralState.DECLINED, ReferralState.OBSOLETE)


@dataclass
class Figure:
    """One reason, how often, and in which months (as 2026-11) and centres."""

    reason: str
    number: int = 0
    months: Counter[str] = field(default_factory=Counter)
    centres: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Quote:
    """`about` is the partner or the vacancy, `id` what it leads to. A woman is never named."""

    kind: Lesson
    day: date | datetime
    words: str
    about: str
    id: int


def counted(kind: Lesson, scope: Scope) -> Rows:
    """Rows of (reason, finer reason or nothing, centre, year, month, how many)."""
    return {
        Lesson.SESSIONS: _not_held,
        Lesson.OBJECTIONS: _objections,
        Lesson.PARTNERS: _stopped,
        Lesson.INTRODUCTIONS: _ended,
    }[kind](scope)


def figures(rows: Iterable[Any]) -> list[Figure]:
    """The most frequent reason first."""
    found: dict[str, Figure] = {}
    for *reasons, centre, year, month, number in rows:
        told = ": ".join(str(one.label) for one in reasons if one is not None)
        reason = told or str(ReferralState.OBSOLETE.label)
        figure = found.setdefault(reason, Figure(reason))
        figure.number += number
        figure.months[f"{int(year)}-{int(month):02d}"] += number
        figure.centres[centre] += number
    return sorted(found.values(), key=lambda one: (-one.number, one.reason))


def quoted(user: User, kind: Lesson, scope: Scope) -> Rows:
    """Rows of (when, words, about, id, her first and last name or nothing), of the user's own centre, newest first."""
    statement: Rows
    if kind is Lesson.PARTNERS:
        when, words, centre = StageChange.began_on, StageChange.words, Partner.centre_id
        statement = select(when, words, Partner.name, Partner.id).join(Partner, Partner.id == StageChange.partner_id)
        statement = statement.where(StageChange.reason.is_not(None))
    elif kind is Lesson.INTRODUCTIONS:
        when, words, centre = ReferralStep.happened_at, ReferralStep.note, Referral.centre_id
        names = Member.first_name, Member.last_name
        statement = select(when, words, Vacancy.title, Referral.id, *names).select_from(ReferralStep)
        statement = statement.join(Referral, Referral.id == ReferralStep.referral_id)
        statement = statement.join(Vacancy, Vacancy.id == Referral.vacancy_id)
        statement = statement.join(Member, Member.id == Referral.member_id).where(ReferralStep.state.in_(_ENDED))
        statement = statement.where(may_be_seen_by(user, Referral.member_id))
    else:
        when, centre = InfoSession.starts_at, InfoSession.centre_id
        words = InfoSession.not_held_reason if kind is Lesson.SESSIONS else SessionObjection.words
        statement = select(when, words, Partner.name, InfoSession.id).select_from(InfoSession)
        statement = statement.join(Partner, Partner.id == InfoSession.host_id)
        if kind is Lesson.OBJECTIONS:
            statement = statement.join(SessionObjection, SessionObjection.info_session_id == InfoSession.id)
    here = statement.where(words != "", scope.within(when), scope.of_centre(centre))
    return access.own_centre(here, centre, user).order_by(when.desc(), words).limit(QUOTES)


def quotes(kind: Lesson, rows: Iterable[Any]) -> list[Quote]:
    """Notes that name the woman they are about are left out."""
    return [
        Quote(kind, when, words, about, number)
        for when, words, about, number, *names in rows
        if not any(search_key(name) in search_key(words) for name in names if name)
    ]


def _not_held(scope: Scope) -> Rows:
    gone = InfoSession.state.in_((SessionState.NOT_HELD, SessionState.CANCELLED))
    return _grouped(
        scope,
        select(InfoSession.id).where(gone),
        InfoSession.starts_at,
        InfoSession,
        InfoSession.state,
        InfoSession.not_held_why,
    )


def _objections(scope: Scope) -> Rows:
    heard = select(InfoSession.id).join(SessionObjection, SessionObjection.info_session_id == InfoSession.id)
    return _grouped(scope, heard, InfoSession.starts_at, InfoSession, SessionObjection.code)


def _stopped(scope: Scope) -> Rows:
    stops = select(StageChange.id).join(Partner, Partner.id == StageChange.partner_id)
    stops = stops.where(StageChange.reason.is_not(None))
    return _grouped(scope, stops, StageChange.began_on, Partner, StageChange.stage, StageChange.reason)


def _ended(scope: Scope) -> Rows:
    gone = select(Referral.id).where(Referral.state.in_(_ENDED))
    return _grouped(scope, gone, Referral.state_since, Referral, Referral.declined_by, Referral.decline_reason)


def _grouped(scope: Scope, found: Rows, when: Any, of: Any, *reasons: Any) -> Rows:
    centre_id = of.centre_id
    parts = (*reasons, Centre.name, *year_and_month(when))
    counted_ones = found.join(Centre, Centre.id == centre_id).where(scope.within(when), scope.of_centre(centre_id))
    return counted_ones.with_only_columns(*parts, func.count()).group_by(*parts)
