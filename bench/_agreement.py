"""Agreement of a ranking with somebody's grades: nDCG@10 and recall@20, as docs/matching.md defines them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log2
from statistics import fmean

from bench._graded import Grades, Trial
from crm.matching.score import rank


@dataclass(frozen=True)
class Measured:
    """One opening's figures; recall is None where nobody fits well enough to be looked for."""

    reference: str
    ndcg: float
    recall: float | None


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


def means(found: Sequence[Measured]) -> tuple[float, float]:
    return fmean(one.ndcg for one in found), fmean(one.recall for one in found if one.recall is not None)


def line(name: str, found: Sequence[Measured]) -> str:
    ndcgs, recalls = means(found)
    return f"{name:<28} nDCG@10 {ndcgs:.3f}  recall@20 {recalls:.3f}  ({len(found)} vacancies)"


def figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
