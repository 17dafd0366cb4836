"""Which owners to visit when, alone or in a small group, so that as many as possible are reached each day. Pure.

Every day is planned as a route (compose_day.py), the fullest day is fixed first, and the others are planned again
without the owners it reached. Days that reach few are then tried to be done without. Distances are those of roads."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from heapq import heappop, heappush
from math import ceil

from crm.info_sessions.compose_day import NOWHERE, Day, Route, Stop, plan_day
from crm.partners.free_time import Past, Terms
from crm.places.distance import Point, km_between

#: Roads of the plain against the straight line.
ROAD_FACTOR = 1.25


@dataclass(frozen=True, slots=True)
class Owner:
    """One who can be visited. `point` is her or his place of work; only owners of one topic sit in one group."""

    id: int
    terms: Terms
    point: Point | None = None
    topic: str = ""
    past: tuple[Past, ...] = ()


@dataclass(frozen=True, slots=True)
class Busy:
    """A time of the visitor that is taken already, in minutes of the day, and where that is."""

    starts: int
    ends: int
    point: Point | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """Lengths in minutes, distances in kilometres by road. `base` is where the visitor starts and ends the day."""

    base: Point | None = None
    alone: int = 40
    group: int = 45
    largest: int = 6
    reach: float = 6.0
    day_starts: int = 9 * 60
    day_ends: int = 19 * 60
    visits_a_day: int = 6
    pause: int = 10
    minutes_a_km: float = 1.5
    unknown_way: int = 30

    def km(self, one: Point | None, other: Point | None) -> float | None:
        """By road; None where a place is not known."""
        return None if one is None or other is None else km_between(one, other) * ROAD_FACTOR

    def way(self, one: Point | None, other: Point | None) -> int:
        """Minutes from door to door, the pause between two visits included."""
        km = self.km(one, other)
        return self.unknown_way if km is None else self.pause + ceil(km * self.minutes_a_km)


@dataclass(frozen=True, slots=True)
class Visit:
    """One session: minutes of the day, whose office, who is in the room (the host first), the way there."""

    starts: int
    ends: int
    host: int
    members: tuple[int, ...]
    km: float | None
    way: int


@dataclass(frozen=True, slots=True)
class DayPlan:
    """The visits of a day in their order. `km` is the whole way, home included, as far as places are known."""

    on: date
    visits: tuple[Visit, ...]
    km: float

    @property
    def reached(self) -> int:
        return sum(len(visit.members) for visit in self.visits)


@dataclass(frozen=True, slots=True)
class Plan:
    """Days in their order, and the owners who found no place."""

    days: tuple[DayPlan, ...]
    left: tuple[int, ...]

    @property
    def reached(self) -> int:
        return sum(day.reached for day in self.days)


@dataclass
class Problem:
    """What the search works on: owners by number, ways between them, each day with who is free when."""

    owners: Sequence[Owner]
    days: Sequence[date]
    today: date
    rules: Rules = field(default_factory=Rules)
    busy: Mapping[date, Sequence[Busy]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        points = [owner.point for owner in self.owners] + [self.rules.base]
        between: dict[tuple[Point | None, Point | None], tuple[int, float | None]] = {}
        for one in set(points):
            for other in set(points):
                between[one, other] = self.rules.way(one, other), self.rules.km(one, other)
        self.ways = [[between[one, other][0] for other in points] for one in points]
        self.kms = [[between[one, other][1] for other in points] for one in points]
        if self.rules.base is None:  # the day begins and ends at the door of the first and the last
            for row in self.ways:
                row[-1] = 0
            self.ways[-1] = [0] * len(points)
        self.near = [self._near(number) for number in range(len(self.owners))]
        self.open = [Day(self, on) for on in self.days]

    def _near(self, host: int) -> list[int]:
        """Who can be a guest of this host: the same topic, within reach."""
        return [
            number
            for number, owner in enumerate(self.owners)
            if number != host and owner.topic == self.owners[host].topic and self._in_reach(number, host)
        ]

    def _in_reach(self, guest: int, host: int) -> bool:
        km = self.kms[guest][host]
        return km is not None and km <= self.rules.reach


#: How much more an owner counts who is free on few of the days; several are tried, the best plan is taken.
RARITIES = (0.6, 0.0, 1.5)
#: With more owners than this one try has to do: the plan is there within seconds.
MANY = 80
#: Days that are tried to be done without; routes that are tried to make room for those left out.
SAVINGS, SQUEEZES = 6, 60
#: What somebody left out counts while room is made.
URGENT = 4.0


def compose(
    owners: Sequence[Owner],
    days: Iterable[date],
    *,
    today: date,
    rules: Rules | None = None,
    busy: Mapping[date, Sequence[Busy]] | None = None,
) -> Plan:
    """The plan that reaches the most owners, in the fewest days, by the shortest way."""
    problem = Problem(owners, sorted(set(days)), today, rules or Rules(), busy or {})
    return described(problem, search(problem))


def search(problem: Problem) -> dict[int, Route]:
    """Routes by number of the day."""
    tries = RARITIES if len(problem.owners) <= MANY else RARITIES[:1]
    free = [max(1, sum(day.is_open(number) for day in problem.open)) for number in range(len(problem.owners))]
    found = []
    for rarity in tries:
        values = [1.0 + rarity / days for days in free]
        routes = _fill_days(problem, values)
        routes = _make_room(problem, routes, values)
        found.append(_save_days(problem, routes, values))
    return max(found, key=_worth)


def _worth(routes: Mapping[int, Route]) -> tuple[int, int, float]:
    reached = sum(route.reached.bit_count() for route in routes.values())
    return reached, -len(routes), -sum(route.km for route in routes.values())


def _fill_days(problem: Problem, values: Sequence[float]) -> dict[int, Route]:
    """The fullest day first. A day planned before is planned again only when somebody in it was reached elsewhere."""
    reached = 0
    routes: dict[int, Route] = {}
    waiting: list[tuple[float, int, Route]] = []  # a day is in it once, so two routes are never compared
    for number, day in enumerate(problem.open):
        route = plan_day(problem, day, values, ~reached)
        heappush(waiting, (-route.value, number, route))
    while waiting:
        _value, number, route = heappop(waiting)
        if route.reached & reached:
            route = plan_day(problem, problem.open[number], values, ~reached)
            heappush(waiting, (-route.value, number, route))
        elif route.stops:
            routes[number] = route
            reached |= route.reached
    return routes


def _make_room(problem: Problem, used: dict[int, Route], values: Sequence[float]) -> dict[int, Route]:
    """Takes those left out into a day that is full, when whoever loses the place finds another on another day."""
    budget = SQUEEZES
    routes = dict.fromkeys(range(len(problem.days)), NOWHERE) | used
    reached = sum(route.reached for route in routes.values())  # every owner is in one route, so adding is joining
    for owner in range(len(problem.owners)):
        days = [number for number in routes if problem.open[number].is_open(owner)]
        for number in [] if reached >> owner & 1 else days:
            budget -= 1
            if budget < 0:
                break
            urgent = [*values[:owner], URGENT, *values[owner + 1 :]]
            changed = plan_day(problem, problem.open[number], urgent, routes[number].reached | 1 << owner)
            moved = _rehouse(problem, {**routes, number: changed}, routes[number].reached & ~changed.reached, values)
            if changed.reached >> owner & 1 and moved is not None:
                routes.update(moved)
                reached |= 1 << owner
                break
    return {number: route for number, route in routes.items() if route.stops}


def _rehouse(
    problem: Problem, routes: dict[int, Route], homeless: int, values: Sequence[float]
) -> dict[int, Route] | None:
    """The routes with everybody of these in one of them, or None where somebody finds no place."""
    for other in sorted(routes, key=lambda one: routes[one].reached.bit_count()):
        if not any(problem.open[other].is_open(one) for one in bits(homeless)):
            continue
        route = plan_day(problem, problem.open[other], values, homeless | routes[other].reached)
        if route.reached.bit_count() > routes[other].reached.bit_count():
            homeless = (homeless | routes[other].reached) & ~route.reached
            routes = {**routes, other: route}
    return None if homeless else routes


def _save_days(problem: Problem, routes: dict[int, Route], values: Sequence[float]) -> dict[int, Route]:
    """Tries to do without the days that reach the fewest: their owners have to find a place on the others."""
    for number in sorted(routes, key=lambda one: routes[one].reached.bit_count())[:SAVINGS]:
        fewer = {one: route for one, route in routes.items() if one != number}
        routes = _rehouse(problem, fewer, routes[number].reached, values) or routes
    return routes


def described(problem: Problem, routes: Mapping[int, Route]) -> Plan:
    days = tuple(_day_plan(problem, number, routes[number]) for number in sorted(routes))
    reached = {member for day in days for visit in day.visits for member in visit.members}
    return Plan(days, tuple(owner.id for owner in problem.owners if owner.id not in reached))


def _day_plan(problem: Problem, number: int, route: Route) -> DayPlan:
    day = problem.open[number]
    return DayPlan(day.on, tuple(_visit(problem, stop) for stop in route.stops), route.km)


def _visit(problem: Problem, stop: Stop) -> Visit:
    members = (stop.host, *bits(stop.guests))
    ids = tuple(problem.owners[one].id for one in members)
    return Visit(stop.starts, stop.ends, ids[0], ids, stop.km, stop.way)


def bits(mask: int) -> Iterable[int]:
    """The numbers whose bits are set."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
