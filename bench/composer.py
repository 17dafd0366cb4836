"""How many owners a day the composer reaches, against taking them first come, first served; with the time it takes."""

import argparse
import time
from collections.abc import Callable, Sequence
from functools import partial
from statistics import fmean

from bench._first_come import first_come
from bench._owners import examples, problem
from crm.info_sessions.compose import Plan, Problem, described, search

SIZES = (8, 50, 200)
SEEDS = 5
#: 200 owners must be planned within this many seconds.
SECONDS = 5.0


def main(argv: list[str]) -> int:
    """Print the figures. Exit 1 when the composer loses, or is too slow."""
    parser = argparse.ArgumentParser(prog="bench composer", description=__doc__)
    parser.add_argument("--seeds", type=int, default=SEEDS, help="how many invented districts of each size")
    parser.add_argument("--data", help="not used: the owners are invented")
    options = parser.parse_args(argv)
    print(f"{'owners':<10}{'plan':<22}{'reached':>9}{'days':>7}{'a day':>8}{'km':>8}{'slowest':>10}")
    good = _compare("examples", [examples])
    for size in SIZES:
        good &= _compare(str(size), [partial(problem, size, seed) for seed in range(1, options.seeds + 1)])
    return 0 if good else 1


def _compare(name: str, trials: Sequence[Callable[[], Problem]]) -> bool:
    plans: dict[str, list[Plan]] = {"composer": [], "first come": [], "first come, joining": []}
    slowest = 0.0
    for make in trials:
        started = time.perf_counter()
        trial = make()
        plans["composer"].append(described(trial, search(trial)))
        slowest = max(slowest, time.perf_counter() - started)
        plans["first come"].append(first_come(trial, groups=False))
        plans["first come, joining"].append(first_come(trial, groups=True))
    for kind, found in plans.items():
        taken = f"{slowest:.2f} s" if kind == "composer" else ""
        reached, days = fmean(plan.reached for plan in found), fmean(len(plan.days) for plan in found)
        km = fmean(sum(day.km for day in plan.days) for plan in found)
        print(f"{name:<10}{kind:<22}{reached:>9.1f}{days:>7.1f}{per_day(found):>8.2f}{km:>8.0f}{taken:>10}")
    rival = max(per_day(plans[kind]) for kind in plans if kind != "composer")
    ratio = per_day(plans["composer"]) / rival
    print(f"{name:<10}owners a day against the better of the two: {ratio:.2f}\n")
    return ratio > 1 and slowest < SECONDS


def per_day(plans: Sequence[Plan]) -> float:
    return sum(plan.reached for plan in plans) / max(1, sum(len(plan.days) for plan in plans))
