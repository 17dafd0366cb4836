"""Which times to propose to an owner, and why, in words: from what was told and from what became of earlier times."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from crm.forms import BAKU, today
from crm.i18n import _, _l, _n
from crm.info_sessions.enums import SessionState
from crm.info_sessions.models import InfoSession
from crm.partners.free_time import (
    HOUR,
    PARTS,
    Likelihood,
    Outcome,
    Past,
    Terms,
    Window,
    clock,
    likelihood,
    windows_seen,
    year_month,
)
from crm.partners.models import Availability, Partner

WEEKDAYS = (_l("Monday"), _l("Tuesday"), _l("Wednesday"), _l("Thursday"), _l("Friday"), _l("Saturday"), _l("Sunday"))
PART_NAMES = {"morning": _l("Morning"), "noon": _l("Noon"), "afternoon": _l("Afternoon"), "evening": _l("Evening")}
#: How far ahead times are looked for, how many are shown, and the minutes a visit needs.
DAYS, SHOWN, MINUTES = 28, 3, 40
YEAR = 365
HAPPENED = frozenset({SessionState.PLANNED, SessionState.HELD})


@dataclass(frozen=True)
class Proposal:
    """A time to offer, on the clock in Baku, and why it is a good one."""

    at: datetime
    reasons: tuple[str, ...]


def past_of(sessions: Iterable[InfoSession]) -> list[Past]:
    """What became of the agreed times."""
    return list(_outcomes(sessions))


def _outcomes(sessions: Iterable[InfoSession]) -> Iterator[Past]:
    for one in sessions:
        if one.moved_from is not None:
            yield _past(one.moved_from, Outcome.MOVED)
        if one.state == SessionState.HELD:
            yield _past(one.starts_at, Outcome.HELD)
        elif one.state in (SessionState.NOT_HELD, SessionState.CANCELLED):
            yield _past(one.starts_at, Outcome.FAILED)


def _past(moment: datetime, outcome: Outcome) -> Past:
    local = moment.astimezone(BAKU)
    return Past(local.weekday(), local.hour, outcome)


def terms_of(told: Availability | None, sessions: Sequence[InfoSession], *, guess: bool = True) -> Terms:
    """On which terms the owner can be visited; without windows, the hours of earlier visits stand in for them."""
    windows = tuple(one.window for one in told.windows) if told else ()
    if not windows and guess:
        windows = windows_seen(past_of(sessions))
    if told is None:
        return Terms(windows)
    months = Counter(year_month(_day(one)) for one in sessions if one.state in HAPPENED)
    limit = told.contacts_a_month
    full = frozenset(month for month, number in months.items() if limit is not None and number >= limit)
    seasons = tuple(one.season for one in told.seasons)
    return Terms(windows, seasons, told.not_before, told.days_ahead or 0, full)


def _day(info_session: InfoSession) -> date:
    return info_session.starts_at.astimezone(BAKU).date()


def times_to_propose(terms: Terms, past: Sequence[Past], *, from_day: date | None = None) -> list[Proposal]:
    """The likeliest times of the next weeks, at most one a day, in the order of the days.

    Where nothing suits in these weeks (a season, a day not before which, a full month), those of the first weeks that do."""
    first = from_day or today()
    found: list[tuple[float, datetime, Likelihood]] = []
    for on in _days_from(terms, first):
        slots = [
            (likelihood(on.weekday(), minute // HOUR, past), minute)
            for window in terms.windows_on(on, first)
            for minute in range(-(-window.starts // HOUR) * HOUR, window.ends - MINUTES + 1, HOUR)
        ]
        if slots:
            best, minute = max(slots, key=lambda slot: (slot[0].value, -slot[1]))
            found.append((best.value, datetime.combine(on, time(minute // HOUR), tzinfo=BAKU), best))
    likeliest = sorted(found, key=lambda one: (-round(one[0], 2), one[1]))[:SHOWN]
    return [Proposal(at, why(seen)) for _value, at, seen in sorted(likeliest, key=lambda one: one[1])]


def _days_from(terms: Terms, first: date) -> Iterator[date]:
    """The open days of the next four weeks; of the four weeks from the first open one, at most a year ahead, if none."""
    ahead = (first + timedelta(days=days) for days in range(1, YEAR + 1)) if terms.windows else iter(())
    last = first + timedelta(days=DAYS)
    found = False
    for on in ahead:
        if found and on > last:
            return
        if terms.windows_on(on, first):
            last, found = (on + timedelta(days=DAYS) if on > last else last), True
            yield on


def proposals_for(partner: Partner, earlier: Sequence[InfoSession]) -> list[Proposal]:
    """From what this owner told us, and from what became of the earlier visits."""
    return times_to_propose(terms_of(partner.availability, earlier), past_of(earlier))


def why(seen: Likelihood) -> tuple[str, ...]:
    """What speaks for this weekday and hour, and what against it."""
    said = []
    if seen.held:
        said.append(_n("%(num)d visit at this hour took place", "%(num)d visits at this hour took place", seen.held))
    if seen.moved:
        said.append(_n("%(num)d was moved to another time", "%(num)d were moved to another time", seen.moved))
    if seen.failed:
        said.append(_n("%(num)d did not take place", "%(num)d did not take place", seen.failed))
    return tuple(map(str, said)) or (str(_("free then, and not tried yet")),)


@dataclass(frozen=True)
class Week:
    """The strip of a week: rows of parts of the day, and the same as text."""

    days: Sequence[str]
    rows: Sequence[tuple[str, Sequence[str]]]
    lines: Sequence[str]


def week_of(windows: Sequence[Window]) -> Week:
    """`rows`: name of the part, and for each weekday `free`, `partly` or nothing. `lines`: "Monday: 9:00-12:00"."""
    rows = [
        (str(PART_NAMES[name]), [_covered(windows, day, starts, ends) for day in range(7)])
        for name, starts, ends in PARTS
    ]
    lines = []
    for day, name in enumerate(WEEKDAYS):
        hours = ", ".join(f"{clock(one.starts)}–{clock(one.ends)}" for one in windows if one.weekday == day)
        if hours:
            lines.append(f"{name}: {hours}")
    return Week([str(name) for name in WEEKDAYS], rows, lines)


def _covered(windows: Sequence[Window], day: int, starts: int, ends: int) -> str:
    free = sum(max(0, min(one.ends, ends) - max(one.starts, starts)) for one in windows if one.weekday == day)
    return "free" if free >= ends - starts else "partly" if free else ""
