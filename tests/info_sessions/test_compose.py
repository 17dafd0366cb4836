"""The composer keeps every promise made to owners, and reaches more of them a day than first come, first served."""

from datetime import date, timedelta
from itertools import pairwise
from math import ceil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench._first_come import first_come
from bench._owners import examples
from bench._owners import problem as district
from crm.info_sessions.compose import Busy, Owner, Plan, Problem, Rules, compose, described, search
from crm.info_sessions.compose_why import Why, why_left, why_so
from crm.partners.free_time import Outcome, Past, Season, Terms, Window, year_month
from crm.places.distance import km_between

TODAY = date(2026, 3, 2)  # a Monday
DAYS = [TODAY + timedelta(days=number) for number in range(1, 13)]
TOWN, NEAR, FAR = (39.3768, 49.247), (39.40, 49.247), (39.43, 49.10)
MORNING = Window(1, 540, 720)

hours = st.integers(8, 19)
windows = st.builds(
    lambda day, start, length: Window(day, start * 60, min(start * 60 + length, 1440)),
    st.integers(0, 6),
    hours,
    st.sampled_from((30, 45, 60, 90, 180)),
)
terms = st.builds(
    Terms,
    st.lists(windows, max_size=3).map(tuple),
    st.lists(st.builds(Season, st.sampled_from((301, 305, 1201)), st.sampled_from((304, 310, 110))), max_size=1).map(
        tuple
    ),
    st.none() | st.sampled_from(DAYS),
    st.integers(0, 5),
    st.sampled_from((frozenset[int](), frozenset[int](), frozenset({202603}))),
)
points = st.sampled_from((TOWN, NEAR, FAR, None))
past = st.lists(st.builds(Past, st.integers(0, 6), hours, st.sampled_from(Outcome)), max_size=2).map(tuple)
busy_times = st.dictionaries(
    st.sampled_from(DAYS), st.builds(lambda at, point: [Busy(at * 60, at * 60 + 40, point)], hours, points), max_size=3
)


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    number = draw(st.integers(0, 9))
    owners = [
        Owner(place + 1, draw(terms), draw(points), draw(st.sampled_from(("employers", "finance"))), draw(past))
        for place in range(number)
    ]
    rules = Rules(base=draw(st.sampled_from((TOWN, None))), largest=draw(st.integers(2, 6)))
    return Problem(owners, DAYS, TODAY, rules, draw(busy_times))


def minutes(trial: Problem, one: tuple[float, float] | None, other: tuple[float, float] | None) -> int:
    """The way from door to door, counted here once more."""
    rules = trial.rules
    if one is None or other is None:
        return rules.unknown_way
    return rules.pause + ceil(km_between(one, other) * 1.25 * rules.minutes_a_km)


def covered(owner: Owner, on: date, starts: int, ends: int) -> bool:
    return any(one.weekday == on.weekday() and one.starts <= starts and ends <= one.ends for one in owner.terms.windows)


def faults(trial: Problem, plan: Plan) -> list[str]:
    """Every promise to owners and every law of time and place that the plan breaks."""
    owners, rules, wrong = {owner.id: owner for owner in trial.owners}, trial.rules, []
    placed = [member for day in plan.days for visit in day.visits for member in visit.members]
    if len(placed) != len(set(placed)) or set(placed) & set(plan.left) or len(placed) + len(plan.left) != len(owners):
        wrong.append("somebody is in two places, or lost")
    for day in plan.days:
        for visit in day.visits:
            host = owners[visit.host]
            if len(visit.members) > rules.largest or visit.members[0] != visit.host:
                wrong.append("group size")
            if visit.ends - visit.starts != (rules.group if len(visit.members) > 1 else rules.alone):
                wrong.append("length")
            for one in visit.members:
                owner = owners[one]
                way = 0 if one == visit.host else minutes(trial, owner.point, host.point)
                if not covered(owner, day.on, visit.starts - way, visit.ends + way):
                    wrong.append("window")
                if any(season.covers(day.on) for season in owner.terms.seasons):
                    wrong.append("season")
                if (day.on - trial.today).days < owner.terms.days_ahead or day.on < (owner.terms.not_before or day.on):
                    wrong.append("too early")
                if year_month(day.on) in owner.terms.full_months:
                    wrong.append("contacts a month")
                if owner.topic != host.topic:
                    wrong.append("topic")
                if one != visit.host and (
                    owner.point is None
                    or host.point is None
                    or km_between(owner.point, host.point) * 1.25 > rules.reach
                ):
                    wrong.append("host out of reach")
        stops = [(visit.starts, visit.ends, owners[visit.host].point) for visit in day.visits]
        stops += [(one.starts, one.ends, one.point) for one in trial.busy.get(day.on, ())]
        stops.sort(key=lambda stop: stop[:2])
        for before, after in pairwise(stops):
            if before[1] + minutes(trial, before[2], after[2]) > after[0]:
                wrong.append("no time for the way")
        if len(day.visits) > rules.visits_a_day:
            wrong.append("too many visits")
        first, last = day.visits[0], day.visits[-1]
        if rules.base and first.starts < rules.day_starts + minutes(trial, rules.base, owners[first.host].point):
            wrong.append("leaves too early")
        if rules.base and last.ends + minutes(trial, owners[last.host].point, rules.base) > rules.day_ends:
            wrong.append("home too late")
    return wrong


@given(problems())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_every_promise_is_kept(trial: Problem) -> None:
    assert faults(trial, described(trial, search(trial))) == []


@pytest.mark.parametrize("size", [8, 30, 60])
@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_more_owners_are_reached_a_day_than_first_come(size: int, seed: int) -> None:
    beats_first_come(district(size, seed))


def test_all_eight_companies_of_the_examples_are_reached_in_fewer_days() -> None:
    plan = beats_first_come(examples())
    assert plan.left == ()


def beats_first_come(trial: Problem) -> Plan:
    ours = described(trial, search(trial))
    assert faults(trial, ours) == []
    for groups in (False, True):
        theirs = first_come(trial, groups=groups)
        assert faults(trial, theirs) == []
        assert ours.reached >= theirs.reached
        assert ours.reached / len(ours.days) > theirs.reached / len(theirs.days)
    return ours


def owner(number: int, point: tuple[float, float] | None = TOWN, topic: str = "employers", **more: object) -> Owner:
    return Owner(number, Terms((MORNING,), **more), point, topic)


def reasons(owners: list[Owner], days: list[date] = DAYS) -> tuple[Plan, list[Why], dict[int, Why]]:
    trial = Problem(owners, days, TODAY, Rules(base=TOWN))
    plan = described(trial, search(trial))
    visits = [visit for day in plan.days for visit in day.visits]
    return plan, [why_so(trial, visit).why for visit in visits], {one: why_left(trial, one) for one in plan.left}


def test_neighbours_with_a_common_hour_sit_together_and_it_says_so() -> None:
    plan, why, _left = reasons([owner(1), owner(2, NEAR), owner(3)])
    assert [sorted(visit.members) for day in plan.days for visit in day.visits] == [[1, 2, 3]]
    assert why == [Why.TOGETHER]


def test_it_says_why_somebody_is_visited_alone() -> None:
    assert reasons([owner(1), owner(2, FAR)])[1] == [Why.NOBODY_NEAR, Why.NOBODY_NEAR]
    assert reasons([owner(1), owner(2, topic="finance")])[1] == [Why.NOBODY_NEAR, Why.NOBODY_NEAR]
    afternoon = Owner(2, Terms((Window(2, 840, 1020),)), TOWN, "employers")
    assert reasons([owner(1), afternoon])[1] == [Why.NO_COMMON_TIME, Why.NO_COMMON_TIME]


def test_it_says_why_somebody_is_not_visited() -> None:
    left = reasons(
        [
            Owner(1, Terms(), TOWN, "employers"),
            owner(2, seasons=(Season(301, 331),)),
            owner(3, full_months=frozenset({202603})),
            owner(4, days_ahead=30),
            Owner(5, Terms((Window(6, 540, 700),)), TOWN, "employers"),
        ],
        DAYS[:5],
    )[2]
    assert left == {
        1: Why.NOT_TOLD,
        2: Why.SEASON,
        3: Why.ENOUGH_VISITS,
        4: Why.TOO_SOON,
        5: Why.OTHER_DAYS,
    }


def test_hours_that_were_kept_before_are_taken_first() -> None:
    all_day = Window(1, 540, 1020)
    known = Owner(1, Terms((all_day,)), TOWN, "employers", (Past(1, 14, Outcome.HELD), Past(1, 9, Outcome.FAILED)))
    plan = compose([known], [date(2026, 3, 3)], today=TODAY)
    assert plan.days[0].visits[0].starts == 14 * 60


def test_nobody_to_visit_is_an_empty_plan() -> None:
    assert compose([], DAYS, today=TODAY) == Plan((), ())
