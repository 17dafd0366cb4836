"""How well a woman and an opening fit: a number from 0 to 1, a word, and the parts they stand on.

Pure: no Flask, no database, no sentences (explain.py gives reasons). docs/matching.md explains every constant.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from crm.matching.cover import WISH, cover, wanted, weigh, wish_part
from crm.matching.facts import Assessment, Candidate, Fit, Knowledge, Need, Opening, Part, Skill, Verdict
from crm.matching.terms import CONFLICT_LOSS, hours, night, pay, reach, weekend

__all__ = [
    "Assessment",
    "Candidate",
    "Fit",
    "Knowledge",
    "Need",
    "Opening",
    "Part",
    "Skill",
    "Verdict",
    "assess",
    "rank",
]

DESIRED = 0.1  # all that is "desired" together, against 1 for all that is required
TRAINED = 0.5  # training on the job, for a woman who wishes the work, is worth half of knowing it
FITS_FROM = 0.7
HELP_FROM = 0.375


def assess(candidate: Candidate, opening: Opening, knowledge: Knowledge) -> Assessment:
    """One woman and one opening. Where her skills or its needs are not known the score is 0 and a part says so."""
    return Asked(opening, knowledge).assess(candidate)


def rank(candidates: Iterable[Candidate], opening: Opening, knowledge: Knowledge) -> list[Assessment]:
    """All of them, best first, equal ones by id. Empty when the opening's needs are not known: ask for them."""
    if not opening.needs:
        return []
    asked = Asked(opening, knowledge)
    return sorted(map(asked.assess, candidates), key=lambda found: (-found.score, found.candidate_id))


@dataclass(frozen=True, slots=True)
class _Terms:
    """What some terms of work come to: the parts, what they leave of the score, hard conflicts, beyond all reach."""

    parts: tuple[Part, ...]
    left: float
    conflicts: int
    out: bool


class Asked:
    """One opening made ready to be held against many women: needs weighed once, equal terms judged once."""

    def __init__(self, opening: Opening, knowledge: Knowledge) -> None:
        self.opening = opening
        required = tuple(need for need in opening.needs if need.required)
        # An opening that only wishes for things is judged by its wishes.
        core = required or opening.needs
        desired = tuple(need for need in opening.needs if not need.required) if required else ()
        training = opening.training_provided is True
        self.core = weigh(core, knowledge, scale=1.0, training=training)
        self.desired = weigh(desired, knowledge, scale=DESIRED, training=training)
        self.wanted = wanted(self.core)
        self._agreed: dict[object, _Terms] = {}
        self._reached: dict[object, _Terms] = {}
        self._wished: dict[frozenset[str], Part] = {}

    def assess(self, candidate: Candidate) -> Assessment:
        has = {skill.concept: skill for skill in candidate.skills}
        core, desired = cover(self.core, has), cover(self.desired, has)
        wish = self._wish(candidate.wishes)
        # Diplomas and languages open the door, but a woman who has only them cannot do the work.
        coverage = core.coverage if core.work else 0.0
        if not self.core or not has:
            asks = "her" if self.core else "employer"
            parts = [Part("skill", Verdict.NOT_KNOWN, weight=1.0, extra={"asks": asks}), wish]
        else:
            parts = [*core.parts, *desired.parts, wish]
        if self.opening.training_provided and self.core and coverage < 1.0:
            parts.append(Part("training", Verdict.HELPS, weight=WISH))
            if wish.verdict is Verdict.FITS:
                coverage = max(coverage, TRAINED)

        agreed, reached = self._terms(candidate)
        parts += agreed.parts
        parts += reached.parts
        conflicts = agreed.conflicts + reached.conflicts
        only_business = candidate.seeking == "business"
        if only_business:
            parts.append(Part("seeking", Verdict.DOES_NOT_FIT, weight=1.0, hers=candidate.seeking))

        score = 0.0
        if not (only_business or reached.out or conflicts > 1):
            score = self._quality(coverage, desired.coverage, wish) * agreed.left * reached.left
            if conflicts or (core.missing_hard and has):
                score *= 1.0 - CONFLICT_LOSS
        blank = not (self.core and has) and not conflicts and not only_business
        return Assessment(candidate.id, self.opening.id, score, _word(score, blank=blank), tuple(parts))

    def _quality(self, coverage: float, desired: float, wish: Part) -> float:
        """Required skills, desired ones and her wish on one scale; what is not known is left out of it."""
        total, most = coverage, 1.0
        if not self.core:
            return 0.0
        if self.desired:
            total += DESIRED * desired
            most += DESIRED
        if wish.verdict is not Verdict.NOT_KNOWN:
            total += WISH * (wish.verdict is Verdict.FITS)
            most += WISH
        return total / most

    def _wish(self, wishes: frozenset[str]) -> Part:
        found = self._wished.get(wishes)
        if found is None:
            found = self._wished[wishes] = wish_part(wishes, self.wanted)
        return found

    def _terms(self, candidate: Candidate) -> tuple[_Terms, _Terms]:
        said = (candidate.availability, candidate.night_ok, candidate.weekend_ok, candidate.min_pay)
        agreed = self._agreed.get(said)
        if agreed is None:
            agreed = _terms(*(rule(candidate, self.opening) for rule in (hours, night, weekend, pay)))
            self._agreed[said] = agreed
        road = (candidate.place, candidate.max_distance_km, candidate.transport)
        reached = self._reached.get(road)
        if reached is None:
            reached = self._reached[road] = _terms(reach(candidate, self.opening))
        return agreed, reached


def _terms(*parts: Part | None) -> _Terms:
    said = tuple(part for part in parts if part is not None)
    left = 1.0
    for part in said:
        if part.verdict is Verdict.HELPS:
            left *= 1.0 - part.weight
    conflicts = sum(part.verdict is Verdict.DOES_NOT_FIT for part in said)
    return _Terms(said, left, conflicts, any("out" in part.extra for part in said))


def _word(score: float, *, blank: bool) -> Fit:
    """The word goes with the bar. Of a blank profile nothing is known, so nothing is held against it."""
    if score >= FITS_FROM:
        return Fit.FITS
    return Fit.NEEDS_HELP if blank or score >= HELP_FROM else Fit.DOES_NOT_FIT
