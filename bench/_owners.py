"""Invented owners of a district: towns and villages, busy weeks, two or three kinds of business. The same seed, the same owners."""

from datetime import date, timedelta
from random import Random

from crm.demo.free_time import CARS as CAR_WORKS
from crm.demo.free_time import FISH, MEAL, MILK, RESORT, SEWING, SHOP, SWEETS, TOLD
from crm.info_sessions.compose import Owner, Problem, Rules
from crm.partners.free_time import HOUR, PARTS, Outcome, Past, Season, Terms, Window

TODAY = date(2026, 3, 2)
#: Around Neftchala.
BASE = (39.3768, 49.247)
TOPICS = ("employers", "employers", "employers", "finance")


def problem(number: int, seed: int = 1, days: int = 14) -> Problem:
    """`number` owners, the working days of two weeks."""
    rng = Random(seed * 1000 + number)
    places = [
        BASE,
        *((BASE[0] + rng.uniform(-0.2, 0.2), BASE[1] + rng.uniform(-0.3, 0.1)) for _ in range(2 + number // 12)),
    ]
    ahead = [TODAY + timedelta(days=day) for day in range(1, days + 1)]
    owners = [_owner(rng, one, places) for one in range(number)]
    return Problem(owners, [day for day in ahead if day.weekday() < 6], TODAY, Rules(base=BASE))


#: Where the eight visited companies of the examples are.
OFFICES = {
    **dict.fromkeys((MEAL, CAR_WORKS, SWEETS, SEWING, SHOP), BASE),
    FISH: (39.41117, 49.24792),
    RESORT: (39.33667, 49.21414),
    MILK: (39.43012, 49.10166),
}


def examples() -> Problem:
    """The eight companies of the examples that could not come to a day of training, in two weeks of November."""
    owners = [
        Owner(number, Terms(windows, seasons, None, ahead or 0), OFFICES[name], "employers")
        for number, (name, (windows, seasons, _visits, ahead, _by_owner)) in enumerate(TOLD.items(), 1)
        if name in OFFICES
    ]
    monday = date(2026, 11, 23)
    return Problem(owners, [monday + timedelta(days=day) for day in range(1, 15)], monday, Rules(base=BASE))


def _owner(rng: Random, number: int, places: list[tuple[float, float]]) -> Owner:
    place = places[0] if rng.random() < 0.5 else rng.choice(places)
    windows = {_window(rng) for _ in range(rng.choice((1, 1, 2, 2, 3)))}
    seasons = (Season(301, 310, "orders"),) if rng.random() < 0.1 else ()
    terms = Terms(
        tuple(sorted(windows)),
        seasons,
        TODAY + timedelta(days=rng.randint(3, 9)) if rng.random() < 0.1 else None,
        rng.choice((0, 0, 1, 2, 3)),
        frozenset({202603}) if rng.random() < 0.03 else frozenset(),
    )
    past = tuple(
        Past(rng.randrange(5), rng.randrange(9, 18), rng.choice(list(Outcome))) for _ in range(rng.choice((0, 0, 1, 2)))
    )
    return Owner(number + 1, terms, place, rng.choice(TOPICS), past)


def _window(rng: Random) -> Window:
    day = rng.randrange(5 if rng.random() < 0.9 else 6)
    if rng.random() < 0.7:
        _name, starts, ends = rng.choice(PARTS[:3])
        return Window(day, starts, ends)
    starts = rng.randrange(9, 17) * HOUR
    return Window(day, starts, starts + rng.choice((HOUR, HOUR + 30, 2 * HOUR)))
