"""When an owner can be visited: weekly windows, seasons to avoid, and what past sessions say of an hour. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

#: Minutes of a day.
HOUR, DAY = 60, 24 * 60
#: The parts of a day one taps: name, first and last minute.
PARTS = (
    ("morning", 9 * HOUR, 12 * HOUR),
    ("noon", 12 * HOUR, 14 * HOUR),
    ("afternoon", 14 * HOUR, 17 * HOUR),
    ("evening", 17 * HOUR, 20 * HOUR),
)
WEEK = range(7)


@dataclass(frozen=True, order=True, slots=True)
class Window:
    """A weekly free time: weekday (Monday is 0), first and last minute of the day on the clock in Baku."""

    weekday: int
    starts: int
    ends: int


@dataclass(frozen=True, order=True, slots=True)
class Season:
    """A part of every year when nobody should come: month * 100 + day, both ends included; it may span New Year."""

    begins: int
    ends: int
    reason: str = ""

    def covers(self, on: date) -> bool:
        day = month_day(on)
        if self.begins <= self.ends:
            return self.begins <= day <= self.ends
        return day >= self.begins or day <= self.ends


def month_day(on: date) -> int:
    return on.month * 100 + on.day


def clock(minute: int) -> str:
    """9:00 of 540."""
    return f"{minute // HOUR}:{minute % HOUR:02}"


def merged(windows: Iterable[Window]) -> tuple[Window, ...]:
    """In order, with those that touch or overlap made one."""
    joined: list[Window] = []
    for window in sorted(windows):
        last = joined[-1] if joined else None
        if last and last.weekday == window.weekday and window.starts <= last.ends:
            joined[-1] = Window(last.weekday, last.starts, max(last.ends, window.ends))
        else:
            joined.append(window)
    return tuple(joined)


def parts_within(window: Window) -> tuple[str, ...] | None:
    """The parts of the day that make up exactly this window; None where it has hours of its own."""
    inside = [part for part in PARTS if window.starts <= part[1] and part[2] <= window.ends]
    if inside and inside[0][1] == window.starts and inside[-1][2] == window.ends:
        return tuple(name for name, _starts, _ends in inside)
    return None


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms an owner can be visited. `full_months` (year * 100 + month) have had as many visits as are welcome."""

    windows: tuple[Window, ...] = ()
    seasons: tuple[Season, ...] = ()
    not_before: date | None = None
    days_ahead: int = 0
    full_months: frozenset[int] = frozenset()

    def windows_on(self, on: date, today: date) -> tuple[Window, ...]:
        """The free times of one day; none when the day itself does not suit, or is too near to be told of in time."""
        early = (on - today).days < self.days_ahead or (self.not_before is not None and on < self.not_before)
        if early or year_month(on) in self.full_months or any(season.covers(on) for season in self.seasons):
            return ()
        return tuple(window for window in self.windows if window.weekday == on.weekday())


def year_month(on: date) -> int:
    return on.year * 100 + on.month


class Outcome(StrEnum):
    """What became of a time that was agreed."""

    HELD = "held"
    MOVED = "moved"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Past:
    """One agreed time: weekday, hour of the day, and what became of it."""

    weekday: int
    hour: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Likelihood:
    """How likely a session at this weekday and hour takes place, from 0 to 1, and how often each outcome was seen.

    `held`, `moved` and `failed` count this very hour and its neighbours on the same weekday."""

    value: float
    held: int = 0
    moved: int = 0
    failed: int = 0


#: Before anything is known: two of three agreed times are kept.
KEPT_BEFORE, LOST_BEFORE = 2.0, 1.0
#: A moved session speaks against its hour half as much as one that did not take place.
MOVED_COUNTS = 0.5
#: What an outcome says of the hour beside it, and of the same hour on another weekday.
NEXT_HOUR, OTHER_WEEKDAY = 0.5, 0.25


def likelihood(weekday: int, hour: int, past: Sequence[Past]) -> Likelihood:
    """What the past says of this weekday and hour: a share of kept times, smoothed, near times counting less."""
    kept, lost = KEPT_BEFORE, LOST_BEFORE
    seen = dict.fromkeys(Outcome, 0)
    for one in past:
        weight = _nearness(one, weekday, hour)
        if one.outcome == Outcome.HELD:
            kept += weight
        else:
            lost += weight * (MOVED_COUNTS if one.outcome == Outcome.MOVED else 1.0)
        seen[one.outcome] += one.weekday == weekday and abs(one.hour - hour) <= 1
    return Likelihood(kept / (kept + lost), seen[Outcome.HELD], seen[Outcome.MOVED], seen[Outcome.FAILED])


def _nearness(one: Past, weekday: int, hour: int) -> float:
    away = abs(one.hour - hour)
    if away > 1:
        return 0.0
    return (NEXT_HOUR if away else 1.0) * (1.0 if one.weekday == weekday else OTHER_WEEKDAY)


def windows_seen(past: Iterable[Past]) -> tuple[Window, ...]:
    """Where nobody told when the owner can: an hour around each session that was held, the hour after it included."""
    held = (one for one in past if one.outcome == Outcome.HELD)
    return merged(Window(one.weekday, max(0, one.hour - 1) * HOUR, min(24, one.hour + 2) * HOUR) for one in held)
