"""How much two women resemble each other in what work means to them: skills by rarity, wishes, place, hours. Pure.

Only `facts.Candidate` is read: age, family, looks and nationality have no field in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crm.matching.cover import NEAR_FROM, WISH_NEAR
from crm.matching.facts import Candidate, Knowledge
from crm.matching.reach import road_km

#: What each is worth where both sides are known.
SKILLS, WISHES, PLACE, HOURS = 0.7, 0.15, 0.1, 0.05
HERS = 0.7  # that the other can what she can; the rest: that the other can little else
CLOSE_KM, FAR_KM = 10.0, 40.0  # neighbours; beyond the second they never meet
MOST_OTHERS = 3  # so many of the things only the other can are named


@dataclass(frozen=True, slots=True)
class Trait:
    """`kind`: alike, close, different, not_known. `code` is a sentence; `via` is what the other has instead."""

    kind: str
    code: str
    concept: str = ""
    via: str = ""
    km: float | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    candidate_id: int
    score: float
    traits: tuple[Trait, ...]


def likeness(her: Candidate, other: Candidate, knowledge: Knowledge) -> Likeness:
    """0 for somebody who shares no work with her, by skill or (where one of them has none on record) by wish."""
    worth, traits = _together(
        (SKILLS, _skills(her, other, knowledge)),
        (WISHES, _wishes(her, other, knowledge)),
        (PLACE, _place(her, other)),
        (HOURS, _hours(her, other)),
    )
    shares = any(trait.concept and trait.kind in ("alike", "close") for trait in traits)
    return Likeness(other.id, worth if shares else 0.0, traits)


Side = tuple[float | None, list[Trait]]  # None: not known, it neither costs nor earns


def _together(*sides: tuple[float, Side]) -> tuple[float, tuple[Trait, ...]]:
    known = [(weight, part) for weight, (part, _traits) in sides if part is not None]
    most = sum(weight for weight, _part in known)
    worth = sum(weight * part for weight, part in known) / most if most else 0.0
    return worth, tuple(trait for _weight, (_part, traits) in sides for trait in traits)


def _skills(her: Candidate, other: Candidate, knowledge: Knowledge) -> Side:
    hers, theirs = [one.concept for one in her.skills], [one.concept for one in other.skills]
    if not hers:
        return None, []
    if not theirs:
        return None, [Trait("not_known", "skills_not_known")]
    found = {concept: _nearest(concept, theirs, knowledge.neighbours, NEAR_FROM) for concept in hers}
    back = {concept: _nearest(concept, hers, knowledge.neighbours, NEAR_FROM) for concept in theirs}
    traits = list(_told(hers, found, knowledge.rarity))
    only = [concept for concept in _rarest(theirs, knowledge.rarity) if not back[concept][0]]
    traits += [Trait("different", "can_besides", concept) for concept in only[:MOST_OTHERS]]
    return HERS * _share(found, knowledge) + (1.0 - HERS) * _share(back, knowledge), traits


def _told(hers: list[str], found: Mapping[str, tuple[float, str]], rarity: Mapping[str, float]) -> Iterator[Trait]:
    for concept in _rarest(hers, rarity):
        near, via = found[concept]
        if near == 1.0:
            yield Trait("alike", "both_can", concept)
        elif near:
            yield Trait("close", "can_close", concept, via)
        else:
            yield Trait("different", "cannot", concept)


def _rarest(concepts: list[str], rarity: Mapping[str, float]) -> list[str]:
    return sorted(concepts, key=lambda concept: (-rarity.get(concept, 1.0), concept))


def _nearest(
    concept: str, others: list[str], neighbours: Mapping[str, Mapping[str, float]], least: float
) -> tuple[float, str]:
    if concept in others:
        return 1.0, concept
    near = neighbours.get(concept, {})
    best = max(((near.get(other, 0.0), other) for other in sorted(others)), default=(0.0, ""))
    return best if best[0] >= least else (0.0, "")


def _share(found: Mapping[str, tuple[float, str]], knowledge: Knowledge) -> float:
    weights = {concept: knowledge.rarity.get(concept, 1.0) for concept in found}
    return sum(weights[concept] * near for concept, (near, _via) in found.items()) / sum(weights.values())


def _wishes(her: Candidate, other: Candidate, knowledge: Knowledge) -> Side:
    if not her.wishes:
        return None, []
    if not other.wishes:
        return None, [Trait("not_known", "wishes_not_known")]
    near = [(*_nearest(wish, list(other.wishes), knowledge.neighbours, WISH_NEAR), wish) for wish in sorted(her.wishes)]
    best, via, wish = max(near)
    if not best:
        return 0.0, [Trait("different", "wishes_other")]
    return best, [Trait("alike", "both_wish", wish) if via == wish else Trait("close", "wishes_close", wish, via)]


def _place(her: Candidate, other: Candidate) -> Side:
    if her.place is None:
        return None, []
    if other.place is None:
        return None, [Trait("not_known", "place_not_known")]
    km = road_km(her.place, other.place)
    if km <= CLOSE_KM:
        return 1.0, [Trait("alike", "lives_near", km=km)]
    if km <= FAR_KM:
        return 1.0 - (km - CLOSE_KM) / (FAR_KM - CLOSE_KM), [Trait("close", "lives_farther", km=km)]
    return 0.0, [Trait("different", "lives_far", km=km)]


def _hours(her: Candidate, other: Candidate) -> Side:
    if her.availability is None:
        return None, []
    if other.availability is None:
        return None, [Trait("not_known", "hours_not_known")]
    same = her.availability == other.availability
    return float(same), [Trait("alike" if same else "different", "same_hours" if same else "other_hours")]
