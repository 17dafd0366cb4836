"""The spine of a partner's page: sessions, promises, vacancies, offers, introductions and hires in one line of time.

A fixed number of queries, however long the story."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import singledispatch

from flask import url_for
from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload, selectinload

from crm.accounts.models import User
from crm.formats import money
from crm.forms import start_of_day
from crm.i18n import _
from crm.info_sessions import queries as session_queries
from crm.info_sessions.enums import SessionState
from crm.info_sessions.models import InfoSession
from crm.offers.models import Offer
from crm.partners import queries
from crm.partners.enums import CommitmentState
from crm.partners.models import CapacityAssessment, Commitment, Partner, StartupGrant
from crm.referrals import queries as referral_queries
from crm.referrals.enums import DeclinedBy, ReferralState
from crm.referrals.models import Placement, Referral
from crm.vacancies import queries as vacancy_queries
from crm.vacancies.models import Vacancy
from crm.web import rows

#: Of each kind; who wants more opens the list of that kind.
NEWEST = 100
#: A hire has its own dot.
INTRODUCED = (ReferralState.INTRODUCED, ReferralState.INTERVIEWED)


@dataclass(frozen=True)
class Happening:
    """One dot of the line. `when` is a day or a moment."""

    when: date | datetime
    text: str
    icon: str
    url: str | None = None
    who: str | None = None


@dataclass(frozen=True)
class Story:
    """What happened with a partner, kind by kind, each the newest first."""

    sessions: Sequence[InfoSession]
    vacancies: Sequence[Vacancy]
    offers: Sequence[Offer]
    referrals: Sequence[Referral]
    hires: Sequence[Placement]
    grants: Sequence[StartupGrant]
    assessments: Sequence[CapacityAssessment]
    line: Sequence[Happening]

    @property
    def planned(self) -> InfoSession | None:
        """The session that waits to be held."""
        waiting = [one for one in self.sessions if one.state == SessionState.PLANNED]
        return min(waiting, key=lambda one: one.starts_at, default=None)


def story_of(user: User, partner: Partner) -> Story:
    of_partner = vacancy_queries.visible_to(user).where(Vacancy.partner_id == partner.id)
    placed = referral_queries.placements_visible_to(user).where(Placement.partner_id == partner.id)
    offered = select(Offer).where(Offer.partner_id == partner.id)
    told = selectinload(InfoSession.objections)
    parts = {
        "sessions": rows(session_queries.of_partner(user, partner.id).options(told).limit(NEWEST)),
        "vacancies": rows(of_partner.order_by(Vacancy.id.desc()).limit(NEWEST)),
        "offers": rows(offered.order_by(Offer.id.desc()).limit(NEWEST)),
        "referrals": rows(_introductions(user, partner.id)),
        "hires": rows(placed.options(joinedload(Placement.member)).order_by(Placement.id.desc()).limit(NEWEST)),
        "grants": rows(queries.grants_of(partner)),
        "assessments": rows(queries.assessments_of(partner)),
    }
    dots = (dot for happened in (*parts.values(), partner.commitments) for one in happened for dot in _dots(one))
    return Story(**parts, line=sorted(dots, key=lambda dot: _moment(dot.when), reverse=True))


def _introductions(user: User, partner_id: int) -> Select[Referral]:
    """Women on their way to this partner's openings; what is only considered stays out of the story."""
    statement = referral_queries.visible_to(user).join(Vacancy, Vacancy.id == Referral.vacancy_id)
    shown = joinedload(Referral.member), joinedload(Referral.vacancy)
    declined = Referral.declined_by == DeclinedBy.PARTNER
    known = Vacancy.partner_id == partner_id, or_(Referral.state.in_(INTRODUCED), declined)
    return statement.options(*shown).where(*known).order_by(Referral.state_since.desc()).limit(NEWEST)


def _moment(when: date | datetime) -> datetime:
    return when if isinstance(when, datetime) else start_of_day(when)


@singledispatch
def _dots(one: object) -> Iterator[Happening]:
    """The dots of one record; each kind registers its own below."""
    raise TypeError(f"no place in the story for {type(one).__name__}")


@_dots.register
def _session(one: InfoSession) -> Iterator[Happening]:
    text = {
        SessionState.PLANNED: _("Session planned"),
        SessionState.HELD: _("Session held"),
        SessionState.NOT_HELD: _("Session did not take place"),
        SessionState.CANCELLED: _("Session cancelled"),
    }[one.state]
    if one.not_held_why:
        text = f"{text}: {one.not_held_why.label}"
    yield Happening(
        one.starts_at,
        text,
        "chat-square-text",
        url_for("info_sessions.show", info_session_id=one.id),
        " · ".join(_told_in(one)) or None,
    )


def _told_in(one: InfoSession) -> Iterator[str]:
    """Who went there, why nobody did, and what was objected, in the owner's words where they were noted."""
    if one.facilitator:
        yield one.facilitator.name
    if one.not_held_reason:
        yield f"“{one.not_held_reason}”"
    for objection in one.objections:
        yield f"{objection.code.label}: “{objection.words}”" if objection.words else str(objection.code.label)


@_dots.register
def _promise(one: Commitment) -> Iterator[Happening]:
    what = f"{one.kind.label} × {one.quantity}" if one.quantity > 1 else str(one.kind.label)
    came, words = _came_of(one), one.words or None
    yield Happening(one.made_on, _("Promised: %(what)s", what=what), "chat-left-quote", came, words)
    if one.settled_on is not None:
        kept = one.state == CommitmentState.KEPT
        text = _("Kept: %(what)s", what=what) if kept else _("Not kept: %(what)s", what=what)
        yield Happening(one.settled_on, text, "check-circle" if kept else "x-circle", came, words)


def _came_of(one: Commitment) -> str | None:
    """Where the vacancy or offer is read that came of a promise."""
    if one.vacancy_id:
        return url_for("vacancies.show", vacancy_id=one.vacancy_id)
    return url_for("offers.show", offer_id=one.offer_id) if one.offer_id else None


@_dots.register
def _vacancy(one: Vacancy) -> Iterator[Happening]:
    url = url_for("vacancies.show", vacancy_id=one.id)
    seen_on = one.published_on or one.created_at
    yield Happening(seen_on, _("Vacancy: %(title)s", title=one.title), "briefcase", url, str(one.state.label))


@_dots.register
def _offer(one: Offer) -> Iterator[Happening]:
    url = url_for("offers.show", offer_id=one.id)
    yield Happening(one.created_at, _("Offer: %(title)s", title=one.title), "gift", url, str(one.kind.label))


@_dots.register
def _introduction(one: Referral) -> Iterator[Happening]:
    url = url_for("referrals.show", referral_id=one.id)
    text = f"{one.member.name}: {one.state.label}"
    yield Happening(one.state_since, text, "signpost", url, one.vacancy.title)


@_dots.register
def _hire(one: Placement) -> Iterator[Happening]:
    url = url_for("members.show", member_id=one.member_id)
    text = _("%(name)s was hired", name=one.member.name)
    yield Happening(one.started_on, text, "people", url, str(one.contract.label))


@_dots.register
def _grant(one: StartupGrant) -> Iterator[Happening]:
    yield Happening(one.handed_over_on, _("Handed over: %(item)s", item=one.item), "gift", who=money(one.value_azn))


@_dots.register
def _assessment(one: CapacityAssessment) -> Iterator[Happening]:
    text = _("Capacity: %(before)s → %(after)s points", before=one.score_before, after=one.score_after)
    yield Happening(one.assessed_on, text, "bar-chart", who=one.topic or None)
