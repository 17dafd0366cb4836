"""Closest labels for a phrase that a person types or has left unknown. Only proposes: nothing here is ever accepted by itself."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from crm.skills.concept_file import Label
from crm.skills.fold import match_key

# Shares of the score: the whole phrase as written, its words in any order, the longest common stretch. A short label
# inside a long phrase scores 100 on the last one, so it may only break ties.
WHOLE, ANY_ORDER, STRETCH = 0.45, 0.35, 0.20
LEAST = 0.40
POOL = 60


def closest_labels(text: str, labels: Sequence[Label], keys: Sequence[str], limit: int) -> list[tuple[Label, float]]:
    """Up to `limit` labels of different concepts with a score 0..1, best first; 1 only for the same key.

    `keys` are the matching keys of `labels`, in the same order."""
    key = match_key(text)
    if not key:
        return []
    pool = {
        place
        for scorer in (fuzz.ratio, fuzz.token_sort_ratio, fuzz.partial_ratio)
        for _, _, place in process.extract(key, keys, scorer=scorer, limit=POOL)
    }
    best: dict[str, tuple[Label, float]] = {}
    for place in sorted(pool):
        label, score = labels[place], _alike(key, keys[place])
        if score >= LEAST and (label.concept not in best or score > best[label.concept][1]):
            best[label.concept] = (label, score)
    return sorted(best.values(), key=lambda item: (-item[1], item[0].text))[:limit]


def _alike(key: str, other: str) -> float:
    if key == other:
        return 1.0
    score = (
        WHOLE * fuzz.ratio(key, other)
        + ANY_ORDER * fuzz.token_sort_ratio(key, other)
        + STRETCH * fuzz.partial_ratio(key, other)
    ) / 100
    if other.startswith(key):  # being typed
        score = 0.5 + score / 2
    return min(score, 0.99)
