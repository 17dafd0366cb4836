"""The composer over the partners of a centre: what is known of each, the plan, and the reasons in words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from crm.accounts.models import User
from crm.forms import BAKU, today
from crm.i18n import _, _l
from crm.info_sessions import agenda, compose_queries
from crm.info_sessions.compose import Busy, DayPlan, Owner, Problem, Rules, Visit, described, search
from crm.info_sessions.compose_why import Why, why_left, why_so
from crm.info_sessions.enums import SessionState, Topic
from crm.info_sessions.models import InfoSession
from crm.partners.enums import PartnerKind, Sector
from crm.partners.free_time import HOUR, likelihood
from crm.partners.models import Partner
from crm.partners.proposing import past_of, terms_of, why
from crm.places.distance import Point
from crm.web import rows, tuples, value

#: The most days looked ahead at once.
LONGEST = 31
#: What a session is about, by who sits in it: only owners of one kind sit together.
TOPICS = {"employers": agenda.USUAL, "finance": agenda.WITH_A_BANK, "public": agenda.WITH_A_PUBLIC_BODY}
FINANCE = (PartnerKind.BANK, Sector.FINANCE)
PUBLIC = (PartnerKind.PUBLIC_BODY, PartnerKind.NGO, Sector.PUBLIC, Sector.CIVIL_SOCIETY)
LEFT = {
    Why.NOT_TOLD: _l("We do not know when the owner can."),
    Why.SEASON: _l("These days are in a season when nobody should come."),
    Why.ENOUGH_VISITS: _l("There are as many visits this month as are welcome."),
    Why.TOO_SOON: _l("Wants to know earlier, or not before a later day."),
    Why.OTHER_DAYS: _l("Is free on other days than these."),
    Why.NO_ROOM: _l("The free hours are those of others too: please take more days."),
}
ALONE = {
    Why.NOBODY_NEAR: _l("Alone: nobody with the same topics is near enough."),
    Why.NO_COMMON_TIME: _l("Alone: those nearby are free at other times."),
    Why.OTHERS_ELSEWHERE: _l("Alone: those nearby have another time, so that more owners are reached."),
}


@dataclass(frozen=True)
class Asked:
    """For whom and for which days; who goes there."""

    partner_ids: Sequence[int]
    rayon_id: int | None
    first: date
    last: date
    facilitator: User | None


@dataclass(frozen=True)
class Proposed:
    """One visit as the page shows it; `partners` begin with the host."""

    partners: Sequence[Partner]
    starts_at: datetime
    minutes: int
    agenda: Sequence[Topic]
    reasons: Sequence[str]
    km: float | None
    way: int


@dataclass(frozen=True)
class ProposedDay:
    on: date
    visits: Sequence[Proposed]
    km: float
    reached: int


@dataclass(frozen=True)
class Composition:
    """`left`: partners who found no place, each with the reason and whether a link could help."""

    days: Sequence[ProposedDay]
    left: Sequence[tuple[Partner, str, bool]]
    planned: Sequence[Partner]

    def visits(self) -> list[Proposed]:
        return [visit for day in self.days for visit in day.visits]


def composition(user: User, asked: Asked) -> Composition:
    """Partners who have a planned session already are left alone."""
    partners = rows(compose_queries.to_visit(user, asked.partner_ids, asked.rayon_id))
    partners = [one for one in partners if one.centre_id == partners[0].centre_id]
    sessions = _sessions(user, partners)
    planned = [one for one in partners if any(s.state == SessionState.PLANNED for s in sessions[one.id])]
    free = {one.id: one for one in partners if one not in planned}
    problem = Problem(
        [_owner(one, sessions[one.id]) for one in free.values()],
        [asked.first + timedelta(days=number) for number in range((asked.last - asked.first).days + 1)],
        today(),
        Rules(base=base_of(partners[0].centre_id if partners else None)),
        _busy(user, asked),
    )
    plan = described(problem, search(problem))
    return Composition(
        [_day(problem, free, day) for day in plan.days],
        [_left(free[one], why_left(problem, one)) for one in plan.left],
        planned,
    )


def base_of(centre_id: int | None) -> Point | None:
    """Where whoever visits starts and ends the day: the town of the centre."""
    town = value(compose_queries.town_of(centre_id))
    return town.point if town else None


def point_of(partner: Partner) -> Point | None:
    """The village or town of the office."""
    return partner.settlement.point if partner.settlement else None


def topic_of(partner: Partner) -> str:
    if partner.kind in FINANCE or partner.sector in FINANCE:
        return "finance"
    return "public" if partner.kind in PUBLIC or partner.sector in PUBLIC else "employers"


def _sessions(user: User, partners: Sequence[Partner]) -> Mapping[int, list[InfoSession]]:
    found: defaultdict[int, list[InfoSession]] = defaultdict(list)
    for partner_id, one in tuples(compose_queries.sessions_with(user, [partner.id for partner in partners])):
        found[partner_id].append(one)
    return found


def _owner(partner: Partner, sessions: Sequence[InfoSession]) -> Owner:
    terms = terms_of(partner.availability, sessions)
    return Owner(partner.id, terms, point_of(partner), topic_of(partner), tuple(past_of(sessions)))


def _busy(user: User, asked: Asked) -> Mapping[date, list[Busy]]:
    """The times of whoever goes there that are taken already."""
    found: defaultdict[date, list[Busy]] = defaultdict(list)
    if asked.facilitator:
        for one in rows(compose_queries.of_days(user, asked.first, asked.last, asked.facilitator.id)):
            local = one.starts_at.astimezone(BAKU)
            starts = local.hour * HOUR + local.minute
            found[local.date()].append(Busy(starts, starts + one.minutes, point_of(one.host)))
    return found


def _day(problem: Problem, partners: Mapping[int, Partner], day: DayPlan) -> ProposedDay:
    visits = [_proposed(problem, partners, day.on, visit) for visit in day.visits]
    return ProposedDay(day.on, visits, day.km, day.reached)


def _proposed(problem: Problem, partners: Mapping[int, Partner], on: date, visit: Visit) -> Proposed:
    at = datetime.combine(on, time(*divmod(visit.starts, HOUR)), tzinfo=BAKU)
    room = [partners[one] for one in visit.members]
    reasons = list(_reasons(problem, on, visit))
    return Proposed(room, at, visit.ends - visit.starts, TOPICS[topic_of(room[0])], reasons, visit.km, visit.way)


def _reasons(problem: Problem, on: date, visit: Visit) -> Iterator[str]:
    together = why_so(problem, visit)
    if together.why != Why.TOGETHER:
        yield str(ALONE[together.why])
    elif together.km < 1:
        yield str(_("Together: free at the same time, the same topics, all in one place."))
    else:
        km = round(together.km)
        yield str(_("Together: free at the same time, the same topics, at most %(km)s km to the host.", km=km))
    host = next(owner for owner in problem.owners if owner.id == visit.host)
    seen = likelihood(on.weekday(), visit.starts // HOUR, host.past)
    if seen.held or seen.moved or seen.failed:
        yield ", ".join(why(seen))


def _left(partner: Partner, obstacle: Why) -> tuple[Partner, str, bool]:
    return partner, str(LEFT[obstacle]), obstacle == Why.NOT_TOLD
