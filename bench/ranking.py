"""How well the ranking agrees with people: nDCG@10 and recall@20 over the vacancies that carry graded pairs.

--data names the folder with the women, vacancies and grades. docs/matching.md defines the measures.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from math import log2
from pathlib import Path
from statistics import fmean, median

from bench._graded import FILES, Grades, Trial, read_trial
from crm.matching import cover, knowledge, reach, score, terms
from crm.matching.score import rank

CROWD = 2000  # women in the timing

# What --tune tries for each constant alone, and together (the product, for leave-one-out).
ALONE: Mapping[str, Sequence[float]] = {
    "HEART": (1.0, 1.5, 2.0, 3.0),
    "NEAR_FROM": (0.4, 0.5, 0.6, 0.7),
    "QUICK_CREDIT": (0.25, 0.5, 0.75),
    "DESIRED": (0.0, 0.05, 0.1, 0.2),
    "WISH": (0.0, 0.05, 0.1, 0.2),
    "WISH_NEAR": (0.2, 0.3, 0.4, 0.5),
    "TRAINED": (0.3, 0.4, 0.5, 0.6),
    "CONFLICT_LOSS": (0.6, 0.65, 0.7, 0.8),
    "SOFT_LOSS": (0.1, 0.2, 0.3),
    "MILD_LOSS": (0.0, 0.03, 0.06),
    "STRETCH": (1.2, 1.3, 1.4, 1.5),
    "SECOND_STEP_FLOOR": (0.2, 0.3, 0.4, 0.5, 1.0),
    "LEAST_RARITY": (0.1, 0.2, 0.4, 1.0),
}
TOGETHER = ("HEART", "NEAR_FROM", "TRAINED", "CONFLICT_LOSS")


@dataclass(frozen=True)
class Measured:
    """One opening's figures; recall is None where nobody fits well enough to be looked for."""

    reference: str
    ndcg: float
    recall: float | None


def main(argv: list[str]) -> int:
    """Print the figures. Exit 1 when the files are not there."""
    parser = argparse.ArgumentParser(prog="bench ranking", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with " + ", ".join(FILES))
    parser.add_argument(
        "--from-text", action="store_true", help="skills and needs read from the texts, not the answers"
    )
    parser.add_argument("--tune", action="store_true", help="try other constants, and choose them by leave-one-out")
    parser.add_argument("--each", action="store_true", help="also print the figures of every vacancy")
    options = parser.parse_args(argv)
    missing = [options.data / name for name in FILES if not (options.data / name).is_file()]
    if missing:
        print(f"Not found: {', '.join(map(str, missing))}. Name the folder with --data.", file=sys.stderr)
        return 1
    trial = read_trial(options.data, from_text=options.from_text)
    found = measure(trial)
    if options.each:
        for one in found:
            print(f"  {one.reference:<26} nDCG@10 {one.ndcg:.3f}  recall@20 {_figure(one.recall)}")
    print(_line("from the texts" if options.from_text else "from the true concepts", found))
    print(_speed(trial))
    if options.tune:
        for line in _tuned(trial):
            print(line)
    return 0


def measure(trial: Trial) -> list[Measured]:
    facts = trial.knowledge()
    found = []
    for reference, opening, grades in trial.openings:
        order = [one.candidate_id for one in rank(trial.women, opening, facts)]
        found.append(Measured(reference, ndcg(order, grades), recall(order, grades)))
    return found


def ndcg(order: Sequence[int], grades: Grades, depth: int = 10) -> float:
    """Gain 2^grade - 1, discounted by log2 of the rank + 1, against the best possible order."""
    best = sorted(grades.values(), reverse=True)[:depth]
    got = [grades.get(woman, 0) for woman in order[:depth]]
    return _gain(got) / _gain(best)


def recall(order: Sequence[int], grades: Grades, depth: int = 20) -> float | None:
    """Share of the women of grade 2 or 3 (at most `depth` of them) among the first `depth`."""
    relevant = {woman for woman, grade in grades.items() if grade >= 2}
    if not relevant:
        return None
    return len(relevant.intersection(order[:depth])) / min(depth, len(relevant))


def _gain(grades: Iterable[int]) -> float:
    return sum((2**grade - 1) / log2(place + 1) for place, grade in enumerate(grades, 1))


def _tuned(trial: Trial) -> Iterator[str]:
    for name, values in ALONE.items():
        for value in values:
            with _constants({name: value}):
                mark = "*" if value == _standing(name) else " "
                yield _line(f"{mark} {name} {value}", measure(trial))
    choices = [dict(zip(TOGETHER, values, strict=True)) for values in product(*(ALONE[name] for name in TOGETHER))]
    tried = []
    for choice in choices:
        with _constants(choice):
            tried.append(measure(trial))
    left_out = []
    chosen: Counter[tuple[float, ...]] = Counter()
    for number in range(len(trial.openings)):
        # The constants that do best on all the other vacancies are tried on this one.
        best = max(range(len(choices)), key=lambda i: _worth(tried[i][:number] + tried[i][number + 1 :]))
        left_out.append(tried[best][number])
        chosen[tuple(choices[best].values())] += 1
    yield _line(f"leave-one-out over {len(choices)} choices", left_out)
    for values, times in chosen.most_common():
        yield f"  chosen {times} times: " + ", ".join(f"{n} {v}" for n, v in zip(TOGETHER, values, strict=True))


def _worth(found: Sequence[Measured]) -> float:
    ndcgs, recalls = _means(found)
    return ndcgs + recalls


def _means(found: Sequence[Measured]) -> tuple[float, float]:
    return fmean(one.ndcg for one in found), fmean(one.recall for one in found if one.recall is not None)


def _line(name: str, found: Sequence[Measured]) -> str:
    ndcgs, recalls = _means(found)
    return f"{name:<28} nDCG@10 {ndcgs:.3f}  recall@20 {recalls:.3f}  ({len(found)} vacancies)"


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


_HOMES = (score, cover, terms, reach, knowledge)
_STANDING = {name: next(getattr(home, name) for home in _HOMES if hasattr(home, name)) for name in ALONE}


def _standing(name: str) -> float:
    return float(_STANDING[name])


@contextmanager
def _constants(choice: Mapping[str, float]) -> Iterator[None]:
    """Other constants for a while, in every module that reads them."""
    _set(choice)
    try:
        yield
    finally:
        _set({name: _STANDING[name] for name in choice})


def _set(choice: Mapping[str, float]) -> None:
    for home, (name, value) in product(_HOMES, choice.items()):
        if hasattr(home, name):
            setattr(home, name, value)


def _speed(trial: Trial) -> str:
    facts = trial.knowledge()
    crowd = [trial.women[number % len(trial.women)] for number in range(CROWD)]
    spent = []
    for _reference, opening, _grades in trial.openings:
        started = time.perf_counter()
        rank(crowd, opening, facts)
        spent.append((time.perf_counter() - started) * 1000)
    return f"{'speed':<28} {CROWD} women ranked in {median(spent):.0f} ms (median of {len(spent)} vacancies)"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
