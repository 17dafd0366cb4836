"""How many owners a day the composer reaches, against taking them first come, first served; with the time it takes."""

import argparse
import time
from collections.abc import Sequence
from statistics import fmean

from bench._first_come import first_come
from bench._owners import problem
from crm.info_sessions.compose import Plan, described, search

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
    good = True
    print(f"{'owners':<8}{'plan':<22}{'reached':>9}{'days':>7}{'a day':>8}{'same days':>11}{'km':>8}{'slowest':>10}")
    for size in SIZES:
        good &= _size(size, options.seeds)
    return 0 if good else 1


def _size(size: int, seeds: int) -> bool:
    plans: dict[str, list[Plan]] = {"composer": [], "first come": [], "first come, joining": []}
    slowest = 0.0
    for seed in range(1, seeds + 1):
        started = time.perf_counter()
        trial = problem(size, seed)
        plans["composer"].append(described(trial, search(trial)))
        slowest = max(slowest, time.perf_counter() - started)
        plans["first come"].append(first_come(trial, groups=False))
        plans["first come, joining"].append(first_come(trial, groups=True))
    for name, found in plans.items():
        taken = f"{slowest:.2f} s" if name == "composer" else ""
        same = fmean(best_days(ours, len(theirs.days)) for ours, theirs in zip(plans["composer"], found, strict=True))
        reached, days = fmean(plan.reached for plan in found), fmean(len(plan.days) for plan in found)
        km = fmean(sum(day.km for day in plan.days) for plan in found)
        print(f"{size:<8}{name:<22}{reached:>9.1f}{days:>7.1f}{per_day(found):>8.2f}{same:>11.1f}{km:>8.0f}{taken:>10}")
    rivals = [per_day(plans[name]) for name in plans if name != "composer"]
    print(f"{'':<8}ratio to the better of the two: {per_day(plans['composer']) / max(rivals):.2f}")
    return per_day(plans["composer"]) > max(rivals) and slowest < SECONDS


def per_day(plans: Sequence[Plan]) -> float:
    return sum(plan.reached for plan in plans) / max(1, sum(len(plan.days) for plan in plans))


def best_days(plan: Plan, number: int) -> int:
    """How many owners the plan reaches on its fullest days, when it may use only so many."""
    return sum(sorted((day.reached for day in plan.days), reverse=True)[:number])
