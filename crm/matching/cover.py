"""How far a woman's skills cover an opening's needs, and whether she wishes this work. Terms: terms.py. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from crm.matching.facts import Extra, Knowledge, Need, Part, Skill, Verdict

HEART = 2.0  # the first work named is the heart of the opening and counts this many times
NEAR_FROM = 0.6  # a skill less near than this does not stand in for the need
QUICK_CREDIT = 0.5  # a paper she can have within days, not had yet
WISH = 0.1  # that she wishes this very work, against 1 for all that is required
WISH_NEAR = 0.3  # a wish this near to a need is a wish for this work


@dataclass(frozen=True, slots=True)
class Weighed:
    """A need with its share of all needs, what stands in for it, and the part a woman gets who lacks it."""

    need: Need
    share: float
    work: bool
    near: Mapping[str, float]  # may stand in for it
    liked: Mapping[str, float]  # who wishes these wishes for it
    extra: Extra
    lacking: Part


@dataclass(frozen=True, slots=True)
class Covered:
    coverage: float
    work: bool  # she can do at least something of the work itself
    missing_hard: bool
    parts: list[Part]


def weigh(needs: tuple[Need, ...], knowledge: Knowledge, *, scale: float, training: bool) -> tuple[Weighed, ...]:
    """Each need's share of `scale`, by rarity; the first work among them is the heart.

    Papers and languages are not work, unless the opening asks for nothing else."""
    work = [need for need in needs if not need.hard and not need.quick] or list(needs)
    weights = [knowledge.rarity.get(need.concept, 1.0) * (HEART if need is work[0] else 1.0) for need in needs]
    total = sum(weights) or 1.0
    return tuple(
        _weighed(need, scale * weight / total, need in work, knowledge, training=training)
        for need, weight in zip(needs, weights, strict=True)
    )


def _weighed(need: Need, share: float, work: bool, knowledge: Knowledge, *, training: bool) -> Weighed:
    extra: dict[str, str | int | float] = {"required": int(need.required)}
    if need.level is not None:
        extra["needed"] = need.level
    if need.hard:
        extra["hard"] = 1
    if need.quick:
        extra["quick"] = 1
    if training and not need.hard:
        extra["training"] = 1
    mended = need.quick or not need.required or "training" in extra
    verdict = Verdict.HELPS if mended else Verdict.DOES_NOT_FIT
    lacking = Part("skill", verdict, need.concept, weight=share, their=need.words, extra=extra)
    liked = {code: weight for code, weight in knowledge.neighbours.get(need.concept, {}).items() if weight >= WISH_NEAR}
    # What is hard is had or not: no neighbour stands in for a diploma.
    near = {} if need.hard else {code: weight for code, weight in liked.items() if weight >= NEAR_FROM}
    return Weighed(need, share, work, near, liked, extra, lacking)


def cover(weighed: tuple[Weighed, ...], has: Mapping[str, Skill]) -> Covered:
    got = total = 0.0
    work = missing_hard = False
    parts: list[Part] = []
    for one in weighed:
        total += one.share
        credit, skill = _best(one, has)
        if skill is None:
            credit = QUICK_CREDIT if one.need.quick else 0.0
            missing_hard = missing_hard or (one.need.hard and one.need.required)
            parts.append(one.lacking)
        else:
            work = work or one.work
            parts.append(_held(one, skill, credit))
        got += one.share * credit
    return Covered(got / total if total else 0.0, work, missing_hard, parts)


def _best(one: Weighed, has: Mapping[str, Skill]) -> tuple[float, Skill | None]:
    """The skill of hers that comes nearest to the need, and how far it covers it. Equal ones: the first by concept."""
    needed = one.need.level
    exact = has.get(one.need.concept)
    if exact is not None and (credit := _level(exact.level, needed)) == 1.0:
        return credit, exact
    best = exact
    credit = 0.0 if exact is None else _level(exact.level, needed)
    for concept in sorted(one.near.keys() & has.keys()):
        skill = has[concept]
        near = one.near[concept] * _level(skill.level, needed)
        if near > credit:
            credit, best = near, skill
    return credit, best


def _level(hers: int | None, needed: int | None) -> float:
    """A level counts up to what is needed; an unsaid one is neither good nor bad."""
    if hers is None or not needed or hers >= needed:
        return 1.0
    return hers / needed


def _held(one: Weighed, skill: Skill, credit: float) -> Part:
    extra: Extra = one.extra
    if credit < 1.0:
        extra = {**one.extra, "credit": round(credit, 2)}
        if skill.level is not None:
            extra["level"] = skill.level
    return Part(
        "skill",
        Verdict.FITS if credit >= 1.0 else Verdict.HELPS,
        one.need.concept,
        None if skill.concept == one.need.concept else skill.concept,
        one.share,
        one.need.words,
        skill.words,
        extra,
    )


def wanted(core: tuple[Weighed, ...]) -> dict[str, tuple[float, str]]:
    """What a woman may wish for so that it is this work: concept -> (how near, to which need)."""
    found: dict[str, tuple[float, str]] = {}
    for one in core:
        if one.work:
            for concept, weight in ((one.need.concept, 1.0), *one.liked.items()):
                if weight > found.get(concept, (0.0, ""))[0]:
                    found[concept] = (weight, one.need.concept)
    return found


def wish_part(wishes: frozenset[str], wanted: Mapping[str, tuple[float, str]]) -> Part:
    """`concept` is the need her wish meets, `via` the wish itself where it is a neighbour or another work."""
    if not wishes:
        return Part("wish", Verdict.NOT_KNOWN)
    near = sorted((-wanted[wish][0], wish) for wish in wishes & wanted.keys())
    if not near:
        return Part("wish", Verdict.HELPS, weight=WISH, via=min(wishes))
    wish = near[0][1]
    concept = wanted[wish][1]
    return Part("wish", Verdict.FITS, concept, None if wish == concept else wish, WISH)
