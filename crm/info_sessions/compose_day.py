"""One day as a route: the visits, alone or in groups, that reach the most owners. A beam search over the hours. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from heapq import nlargest
from typing import TYPE_CHECKING

from crm.partners.free_time import HOUR, likelihood

if TYPE_CHECKING:
    from crm.info_sessions.compose import Busy, Problem

#: Start times are on the quarter of an hour.
GRID = 15
#: How many routes are kept for each quarter of an hour.
BEAM = 8
#: What a likelier hour is worth against one more owner reached, and what each visit and each kilometre cost: who can
#: sit together does, which leaves hours for others.
LIKELY, VISIT, KILOMETRE = 0.15, 0.25, 0.002


@dataclass(frozen=True, slots=True)
class Stop:
    """One visit, owners by number: the guests as bits. `km` and `way` lead there from the place before."""

    starts: int
    ends: int
    host: int
    guests: int
    km: float | None
    way: int


@dataclass(frozen=True, slots=True)
class Route:
    value: float
    reached: int
    stops: tuple[Stop, ...]
    km: float


#: A day on which nobody is visited.
NOWHERE = Route(0.0, 0, (), 0.0)


class Day:
    """Who is free on one day: for each host the possible starts, and who could come there as a guest then."""

    def __init__(self, problem: Problem, on: date) -> None:
        self.on = on
        rules = problem.rules
        self.windows = [owner.terms.windows_on(on, problem.today) for owner in problem.owners]
        self.busy = sorted(problem.busy.get(on, ()), key=lambda one: one.starts)
        self.hosts = [number for number, windows in enumerate(self.windows) if windows]
        self.starts: dict[int, list[int]] = {}
        self.options: dict[int, list[tuple[int, int, float]]] = {}
        for host in self.hosts:
            near = [one for one in problem.near[host] if self.windows[one]]
            options = [
                (start, self._guests(problem, host, near, start), self._likely(problem, host, start))
                for start in range(rules.day_starts, rules.day_ends, GRID)
                if self._free(host, start, start + rules.alone)
            ]
            self.options[host] = options
            self.starts[host] = [option[0] for option in options]

    def is_open(self, number: int) -> bool:
        return bool(self.starts.get(number))

    def _free(self, number: int, starts: int, ends: int) -> bool:
        return any(window.starts <= starts and ends <= window.ends for window in self.windows[number])

    def _guests(self, problem: Problem, host: int, near: Sequence[int], start: int) -> int:
        """Who is free for the session and for the way there and back, as bits."""
        ends = start + problem.rules.group
        if not self._free(host, start, ends):
            return 0
        mask = 0
        for guest in near:
            way = problem.ways[guest][host]
            if self._free(guest, start - way, ends + way):
                mask |= 1 << guest
        return mask

    def _likely(self, problem: Problem, host: int, start: int) -> float:
        past = problem.owners[host].past
        return LIKELY * likelihood(self.on.weekday(), start // HOUR, past).value if past else LIKELY * 2 / 3


@dataclass(frozen=True, slots=True)
class _Label:
    """A route so far: when and where it ends (no owner's door: -1), how many fixed times of the visitor are behind it."""

    value: float
    time: int
    place: int
    reached: int
    km: float
    fixed: int
    visits: int = 0
    stop: Stop | None = None
    before: _Label | None = None

    def stops(self) -> tuple[Stop, ...]:
        earlier = self.before.stops() if self.before else ()
        return (*earlier, self.stop) if self.stop else earlier


#: Of routes that end in one quarter of an hour, at one place, having reached the same, the best one.
_Ends = dict[tuple[int, int, int], _Label]


def plan_day(problem: Problem, day: Day, values: Sequence[float], allowed: int) -> Route:
    """The best route found through this day, reaching only owners whose bits are in `allowed`."""
    base = len(problem.owners)
    start = _Label(0.0, problem.rules.day_starts, base, 0, 0.0, 0)
    waiting: dict[int, _Ends] = {start.time // GRID: {(0, base, 0): start}}
    best = start
    while waiting:
        ends = waiting.pop(min(waiting))
        for label in nlargest(BEAM, ends.values(), key=lambda one: one.value):
            if label.fixed == len(day.busy) and label.value > best.value:
                best = label
            _go_on(problem, day, values, allowed & ~label.reached, label, waiting)
    home = problem.kms[best.place][base] if 0 <= best.place < base else None
    return Route(best.value, best.reached, best.stops(), best.km + (home or 0.0))


def _go_on(
    problem: Problem, day: Day, values: Sequence[float], free: int, label: _Label, waiting: dict[int, _Ends]
) -> None:
    """The route with one more visit, or with the next fixed time of the visitor behind it."""
    rules = problem.rules
    fixed = day.busy[label.fixed] if label.fixed < len(day.busy) else None
    if fixed:
        past = replace(
            label, time=max(label.time, fixed.ends), place=-1, fixed=label.fixed + 1, stop=None, before=label
        )
        waiting.setdefault(past.time // GRID, {})[past.reached, -1, past.fixed] = past
    if label.visits >= rules.visits_a_day:
        return
    for host in day.hosts:
        if not free >> host & 1:
            continue
        way, km = _way(problem, day, label, host)
        seen, likeliest = -1, 0.0
        for starts, mask, likely in day.options[host][bisect_left(day.starts[host], label.time + way) :]:
            guests = mask & free
            if seen >= 0 and not guests & ~seen and likely <= likeliest:
                continue  # a later start that brings nobody new and is no likelier
            seen, likeliest = max(seen, 0) | guests, max(likely, likeliest)
            chosen = _chosen(guests, problem, values) if guests else 0
            ends = starts + (rules.group if chosen else rules.alone)
            if not _in_time(problem, ends, host, fixed):
                break
            value = label.value + values[host] + likely - VISIT - KILOMETRE * (km or 0.0)
            if chosen:
                value += sum(values[one] for one in _bits(chosen))
            reached = label.reached | chosen | 1 << host
            same = waiting.setdefault(ends // GRID, {})
            rival = same.get((reached, host, label.fixed))
            if rival is None or value > rival.value:
                stop = Stop(starts, ends, host, chosen, km, way)
                longer = label.km + (km or 0.0)
                same[reached, host, label.fixed] = _Label(
                    value, ends, host, reached, longer, label.fixed, label.visits + 1, stop, label
                )


def _way(problem: Problem, day: Day, label: _Label, host: int) -> tuple[int, float | None]:
    if label.place >= 0:
        return problem.ways[label.place][host], problem.kms[label.place][host]
    point, owner = day.busy[label.fixed - 1].point, problem.owners[host].point
    return problem.rules.way(point, owner), problem.rules.km(point, owner)


def _in_time(problem: Problem, ends: int, host: int, fixed: Busy | None) -> bool:
    """Home before the day ends, and at the next fixed time before it begins."""
    if ends + problem.ways[host][-1] > problem.rules.day_ends:
        return False
    if fixed is None:
        return True
    way = problem.rules.way(problem.owners[host].point, fixed.point)
    return ends + way <= fixed.starts


def _chosen(guests: int, problem: Problem, values: Sequence[float]) -> int:
    """As many guests as there are chairs; those who count most first."""
    chairs = problem.rules.largest - 1
    if guests.bit_count() <= chairs:
        return guests
    first = sorted(_bits(guests), key=lambda one: -values[one])[:chairs]
    return sum(1 << one for one in first)


def _bits(mask: int) -> Iterator[int]:
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
