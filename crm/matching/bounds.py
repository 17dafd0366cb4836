"""How well a woman can fit at best, from which needs she meets: the classes that early.py goes through. Pure."""

from dataclasses import dataclass
from itertools import product

from crm.matching.cover import QUICK_CREDIT, WISH, Weighed
from crm.matching.score import DESIRED, TRAINED, Asked
from crm.matching.terms import CONFLICT_LOSS, MILD_LOSS

EXACT, NEAR, LACKING = 0, 1, 2
#: More needs make too many classes to tell apart.
MOST_NEEDS = 6


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
    core, desired = states[: len(asked.core)], states[len(asked.core) :]
    coverage = _coverage(asked.core, core)
    if asked.opening.training_provided:
        coverage = max(coverage, TRAINED)
    total, most = coverage, 1.0
    if asked.desired:
        total, most = total + DESIRED * _coverage(asked.desired, desired), most + DESIRED
    wished, unwished = (total + WISH) / (most + WISH), total / (most + WISH)
    # What is not agreed is a thing to talk over, or another wish than this work.
    bound = max(wished, total / most) if agreed else max((1 - MILD_LOSS) * max(wished, total / most), unwished)
    missing = any(
        state == LACKING and one.need.hard and one.need.required for one, state in zip(asked.core, core, strict=True)
    )
    return bound * (1 - CONFLICT_LOSS) if missing else bound


def _coverage(weighed: tuple[Weighed, ...], states: tuple[int, ...]) -> float:
    most = sum(one.share * _credit(one, state) for one, state in zip(weighed, states, strict=True))
    return most / sum(one.share for one in weighed)


def _credit(one: Weighed, state: int) -> float:
    if state == EXACT:
        return 1.0
    return max(one.near.values()) if state == NEAR else QUICK_CREDIT if one.need.quick else 0.0
