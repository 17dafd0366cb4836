"""The rules of free time: seasons, days ahead, merged windows, what the past says of an hour."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from crm.partners.free_time import (
    Outcome,
    Past,
    Season,
    Terms,
    Window,
    likelihood,
    merged,
    parts_within,
    windows_seen,
)

MONDAY = date(2026, 11, 23)
times = st.integers(0, 1439)
windows = st.builds(lambda day, a, b: Window(day, min(a, b), max(a, b) + 1), st.integers(0, 6), times, times)


@given(st.lists(windows, max_size=8), st.integers(0, 6), times)
def test_merging_changes_no_minute(some: list[Window], day: int, minute: int) -> None:
    def free(of: list[Window] | tuple[Window, ...]) -> bool:
        return any(one.weekday == day and one.starts <= minute < one.ends for one in of)

    joined = merged(some)
    assert free(some) == free(joined)
    assert all(a.weekday < b.weekday or a.ends < b.starts for a, b in pairwise(joined))


def test_a_season_may_span_the_new_year() -> None:
    winter = Season(1215, 115)
    assert winter.covers(date(2026, 12, 31))
    assert winter.covers(date(2027, 1, 15))
    assert not winter.covers(date(2027, 1, 16))


def test_a_day_is_open_only_when_everything_suits() -> None:
    morning = Window(0, 540, 720)
    next_monday = MONDAY + timedelta(days=7)
    assert Terms((morning,)).windows_on(next_monday, MONDAY) == (morning,)
    assert Terms((morning,)).windows_on(next_monday + timedelta(days=1), MONDAY) == ()
    assert Terms((morning,), days_ahead=8).windows_on(next_monday, MONDAY) == ()
    assert Terms((morning,), not_before=date(2026, 12, 1)).windows_on(next_monday, MONDAY) == ()
    assert Terms((morning,), seasons=(Season(1101, 1201),)).windows_on(next_monday, MONDAY) == ()
    assert Terms((morning,), full_months=frozenset({202611})).windows_on(next_monday, MONDAY) == ()


def test_hours_that_were_kept_are_likelier_than_those_that_were_not() -> None:
    past = [
        Past(1, 11, Outcome.HELD),
        Past(1, 11, Outcome.HELD),
        Past(1, 15, Outcome.FAILED),
        Past(1, 17, Outcome.MOVED),
    ]
    kept, unknown = likelihood(1, 11, past), likelihood(4, 9, past)
    moved, failed = likelihood(1, 17, past), likelihood(1, 15, past)
    assert kept.value > unknown.value > moved.value > failed.value
    assert (kept.held, failed.failed, moved.moved) == (2, 1, 1)
    assert likelihood(1, 12, past).value > unknown.value
    assert likelihood(3, 11, past).value > unknown.value


def test_where_nobody_told_the_hours_of_held_visits_stand_in() -> None:
    past = [Past(1, 11, Outcome.HELD), Past(1, 12, Outcome.HELD), Past(3, 9, Outcome.FAILED)]
    assert windows_seen(past) == (Window(1, 600, 840),)


def test_a_window_of_whole_parts_is_tapped_and_others_have_hours_of_their_own() -> None:
    assert parts_within(Window(0, 540, 840)) == ("morning", "noon")
    assert parts_within(Window(0, 540, 800)) is None
