"""How well a woman can fit at best, from how she meets the needs: early.py looks at the most promising first. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import product

from crm.matching.cover import QUICK_CREDIT, WISH, Weighed
from crm.matching.score import DESIRED, TRAINED, Asked
from crm.matching.terms import CONFLICT_LOSS, MILD_LOSS

EXACT, NEAR, LACKING = 0, 1, 2
#: More needs make too many classes to tell apart.
MOST_NEEDS = 6
#: For each need, the core ones first, how far she meets it at most; None when no skill of hers does.
Met = tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Class:
    """`states` say for each need, the core ones first, how she meets it; `agreed`: nothing is left to talk over and this
    work is not against her wishes. Nobody in the class scores more than `bound`."""

    bound: float
    states: tuple[int, ...]
    agreed: bool


def classes(asked: Asked) -> list[Class]:
    """All of them, the most promising first. Empty where there are too many needs."""
    needs = asked.core + asked.desired
    if len(needs) > MOST_NEEDS:
        return []
    each = [(EXACT, NEAR, LACKING) if one.near else (EXACT, LACKING) for one in needs]
    made = [
        Class(_bound(asked, states, agreed), states, agreed) for states in product(*each) for agreed in (True, False)
    ]
    return sorted(made, key=lambda one: (-one.bound, not one.agreed, one.states))


def _bound(asked: Asked, states: tuple[int, ...], agreed: bool) -> float:
    values = (1.0, None, None)
    met = tuple(
        max(one.near.values()) if state == NEAR else values[state]
        for one, state in zip(asked.core + asked.desired, states, strict=True)
    )
    unsaid, wished = (at_most(asked, met, wished=wished) for wished in (False, True))
    if agreed:
        return max(unsaid, wished)
    # What is not agreed is a thing to talk over, or another wish than this work.
    return max((1 - MILD_LOSS) * max(unsaid, wished), unsaid / (1 + WISH / _most(asked)))


def met_with(asked: Asked, skills: Collection[str]) -> Met:
    """By these skills, whatever their level."""
    return tuple(
        1.0
        if one.need.concept in skills
        else max((weight for code, weight in one.near.items() if code in skills), default=None)
        for one in asked.core + asked.desired
    )


def at_most(asked: Asked, met: Met, *, wished: bool) -> float:
    """No woman who meets the needs so scores more, if she wishes this work, or else said nothing of it."""
    core, desired = met[: len(asked.core)], met[len(asked.core) :]
    works = any(one.work and credit is not None for one, credit in zip(asked.core, core, strict=True))
    coverage = _coverage(asked.core, core) if works else 0.0
    if wished and asked.opening.training_provided:
        coverage = max(coverage, TRAINED)
    total = coverage + (DESIRED * _coverage(asked.desired, desired) if asked.desired else 0.0)
    most = _most(asked)
    best = (total + WISH) / (most + WISH) if wished else total / most
    lacks = any(
        credit is None and one.need.hard and one.need.required for one, credit in zip(asked.core, core, strict=True)
    )
    # A profile without any skill is blank: nothing is missing from it.
    blank = all(credit is None for credit in met)
    return best * (1 - CONFLICT_LOSS) if lacks and not blank else best


def _most(asked: Asked) -> float:
    return 1.0 + DESIRED if asked.desired else 1.0


def _coverage(weighed: tuple[Weighed, ...], met: Met) -> float:
    best = sum(one.share * _credit(one, credit) for one, credit in zip(weighed, met, strict=True))
    return best / sum(one.share for one in weighed)


def _credit(one: Weighed, credit: float | None) -> float:
    return (QUICK_CREDIT if one.need.quick else 0.0) if credit is None else credit
