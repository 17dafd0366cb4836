"""The matching's constants tried one by one, and chosen by leave-one-out over the graded vacancies."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import product
from math import prod

from bench._agreement import Measured, line, means, measure
from bench._graded import Trial
from crm.matching import cover, knowledge, reach, score, terms

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


def tuned(trial: Trial) -> Iterator[str]:
    """Each constant alone, then four of them together by leave-one-out."""
    for name, values in ALONE.items():
        for value in values:
            with _constants({name: value}):
                mark = "*" if value == _standing(name) else " "
                yield line(f"{mark} {name} {value}", measure(trial))
    left_out, chosen = leave_one_out(trial)
    yield line(f"leave-one-out over {_choices()} choices", left_out)
    for values, times in chosen.most_common():
        yield f"  chosen {times} times: " + ", ".join(f"{n} {v}" for n, v in zip(TOGETHER, values, strict=True))


def leave_one_out(trial: Trial) -> tuple[list[Measured], Counter[tuple[float, ...]]]:
    """Each vacancy measured with the constants that do best on all the others; and how often each choice was made."""
    choices = [dict(zip(TOGETHER, values, strict=True)) for values in product(*(ALONE[name] for name in TOGETHER))]
    tried = []
    for choice in choices:
        with _constants(choice):
            tried.append(measure(trial))
    left_out = []
    chosen: Counter[tuple[float, ...]] = Counter()
    for number in range(len(trial.openings)):
        best = max(range(len(choices)), key=lambda i: _worth(tried[i][:number] + tried[i][number + 1 :]))
        left_out.append(tried[best][number])
        chosen[tuple(choices[best].values())] += 1
    return left_out, chosen


def _choices() -> int:
    return prod(len(ALONE[name]) for name in TOGETHER)


def _worth(found: Sequence[Measured]) -> float:
    ndcgs, recalls = means(found)
    return ndcgs + recalls


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
