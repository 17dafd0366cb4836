"""Women behind OP1, OP2, OC1, OC2, OC5: each a select of (member_id, part) with one row a woman.

Who has not agreed to be counted in reports is in none of them (Scope.of_women); `left_out` says how many that are."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Select, case, func, literal, null, or_, select, union, union_all
from sqlalchemy.sql.selectable import Subquery

from crm.events.enums import EventKind, Participation
from crm.events.models import Event, EventParticipant
from crm.members.models import Member, Service
from crm.partners.enums import PartnerKind
from crm.partners.models import Partner
from crm.referrals.enums import ReferralState
from crm.referrals.models import Placement, Referral, ReferralStep
from crm.results.scope import Rows, Scope

#: In the order they apply: a woman on several routes counts on the first.
ROUTES = ("own_startup", "hired_by_startup", "job_fair", "referral")
LEARNING = (EventKind.TRAINING, EventKind.WORKSHOP, EventKind.AWARENESS)
INTRODUCED_ON = (ReferralState.INTRODUCED, ReferralState.INTERVIEWED, ReferralState.HIRED)


def registered(scope: Scope) -> Rows:
    """OP1: unique members by the day they joined."""
    return select(Member.id.label("member_id"), null().label("part")).where(
        scope.within(Member.joined_on), scope.of_women()
    )


def learners(scope: Scope) -> Rows:
    """OP2: unique women who were at a training, workshop or awareness meeting; a job fair teaches nothing."""
    return _once(_came(scope).where(Event.kind.in_(LEARNING)), scope)


def attendances(scope: Scope) -> Select[int]:
    """OP2: how many places were taken, a woman who came twice counting twice."""
    return select(func.count()).select_from(
        _came(scope)
        .where(Event.kind.in_(LEARNING))
        .join(Member, Member.id == EventParticipant.member_id)
        .where(scope.of_women())
        .subquery()
    )


def served(scope: Scope) -> Rows:
    """OC2: unique women with at least one economic service: an event, a service, an introduction, a job, a start-up."""
    introduced = (
        select(Referral.member_id)
        .join(ReferralStep, ReferralStep.referral_id == Referral.id)
        .where(ReferralStep.state.in_(INTRODUCED_ON), scope.within(ReferralStep.happened_at))
    )
    # A referral taken over from elsewhere may have no steps: its state and the day of it speak for it.
    stands_so = select(Referral.member_id).where(
        Referral.state.in_(INTRODUCED_ON), scope.within(Referral.state_since), ~Referral.steps.any()
    )
    return _once(
        union(
            _came(scope),
            select(Service.member_id).where(scope.within(Service.given_on)),
            introduced,
            stands_so,
            select(Placement.member_id).where(scope.within(Placement.started_on)),
            _founders(scope),
        ),
        scope,
    )


def hired_by_startups(scope: Scope) -> Rows:
    """OC5: unique women a start-up hired; the founder of it is not hired by herself."""
    statement = _placed(scope).where(Partner.kind == PartnerKind.STARTUP)
    return _once(statement.where(or_(Partner.founder_id.is_(None), Partner.founder_id != Placement.member_id)), scope)


def on_routes(scope: Scope) -> Rows:
    """OC1: unique women with a better livelihood; `part` is the first route that applies."""
    ways = _routes(scope)
    firsts = select(ways.c.member_id, func.min(ways.c.route).label("route")).group_by(ways.c.member_id).subquery()
    named = case(*[(firsts.c.route == number, name) for number, name in enumerate(ROUTES, 1)])
    return select(firsts.c.member_id, named.label("part"))


def on_several_routes(scope: Scope) -> Select[int]:
    """How many women are on more than one route: what the sum of routes would count twice."""
    ways = _routes(scope)
    several = select(ways.c.member_id).group_by(ways.c.member_id).having(func.count(ways.c.route.distinct()) > 1)
    return select(func.count()).select_from(several.subquery())


def _routes(scope: Scope) -> Subquery:
    """(member_id, route number): a woman has a row for each job and each start-up."""
    founders = _founders(scope).subquery()
    route = case((Partner.kind == PartnerKind.STARTUP, 2), (Event.kind == EventKind.JOB_FAIR, 3), else_=4)
    jobs = (
        _placed(scope)
        .outerjoin(Event, Event.id == Placement.event_id)
        .where(or_(Partner.founder_id.is_(None), Partner.founder_id != Placement.member_id))
        .add_columns(route.label("route"))
        .subquery()
    )
    one = select(founders.c.member_id, literal(1).label("route"))
    both = union_all(one, select(jobs.c.member_id, jobs.c.route)).subquery()
    return (
        select(both.c.member_id, both.c.route)
        .join(Member, Member.id == both.c.member_id)
        .where(scope.of_women())
        .subquery()
    )


def left_out(scope: Scope) -> Select[str, int]:
    """(code, how many women its figure leaves out because they did not agree), and under "" each of them once."""
    refused = scope.refused
    by_code = {code: people(refused).subquery() for code, people in PEOPLE.items()}
    each = union_all(
        *(select(literal(code).label("code"), one.c.member_id) for code, one in by_code.items())
    ).subquery()
    how_many = func.count(each.c.member_id.distinct())
    by_code_and_all = union_all(
        select(each.c.code, how_many).group_by(each.c.code), select(literal("").label("code"), how_many)
    ).subquery()
    return select(*by_code_and_all.c)


def _came(scope: Scope) -> Rows:
    return (
        select(EventParticipant.member_id.label("member_id"))
        .join(Event, Event.id == EventParticipant.event_id)
        .where(EventParticipant.participation == Participation.CAME, scope.within(Event.starts_at))
    )


def _placed(scope: Scope) -> Rows:
    return (
        select(Placement.member_id.label("member_id"))
        .join(Partner, Partner.id == Placement.partner_id)
        .where(scope.within(Placement.started_on))
    )


def _founders(scope: Scope) -> Rows:
    return select(Partner.founder_id.label("member_id")).where(
        Partner.kind == PartnerKind.STARTUP, Partner.founder_id.is_not(None), scope.within(Partner.founded_on)
    )


def _once(people: Any, scope: Scope) -> Rows:
    """Each woman once, of the centre the report is about."""
    found = people.subquery()
    return select(Member.id.label("member_id"), null().label("part")).where(
        Member.id.in_(select(found.c.member_id)), scope.of_women()
    )


#: The figures that count women, by code.
PEOPLE: dict[str, Callable[[Scope], Rows]] = {
    "OC1": on_routes,
    "OC2": served,
    "OC5": hired_by_startups,
    "OP1": registered,
    "OP2": learners,
}
