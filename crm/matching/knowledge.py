"""From the vocabulary's relations and the women's skills to what matching knows. Reads no file and no database."""

from collections.abc import Mapping
from math import log

SECOND_STEP_FLOOR = 0.3  # below this a friend of a friend is a stranger
LEAST_RARITY = 0.2  # what everyone can do still counts for something


def neighbours(related: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    """need -> {skill: weight}, with the steps of two: an attendant is near a cleaner, who is near cleaning.

    A relation counts both ways, with the weight its own direction says where both are given. A second step
    is worth the product of the two weights.
    """
    near: dict[str, dict[str, float]] = {concept: dict(others) for concept, others in related.items()}
    for concept, others in related.items():
        for other, weight in others.items():
            near.setdefault(other, {}).setdefault(concept, weight)
    far: dict[str, dict[str, float]] = {}
    for need, firsts in near.items():
        reached = dict(firsts)
        for first, weight in firsts.items():
            for second, onward in near[first].items():
                both = weight * onward
                if second != need and second not in firsts and both >= max(SECOND_STEP_FLOOR, reached.get(second, 0.0)):
                    reached[second] = both
        far[need] = reached
    return far


def rarity(holders: Mapping[str, int], women: int) -> dict[str, float]:
    """How much a skill tells, from how many of the women have it: 1 for hers alone, LEAST_RARITY when all have it."""
    if women < 1:
        return {}
    scale = log(women + 1)
    return {concept: max(LEAST_RARITY, log((women + 1) / max(count, 1)) / scale) for concept, count in holders.items()}
