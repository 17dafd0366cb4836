"""Thin profiles, as most real ones are (a village, three words): how good are the first five the page would suggest?

Suggested is who scores and is not called unfit. A suggestion is right when the whole profile was graded for that
vacancy. A hard conflict is told when the cut profile shows it (her village is too far), untold when only the whole one
does (her hours, a limit of her own): nobody can know that yet, and the page asks for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from bench._graded import Trial
from crm.matching.facts import Fit, Part, Verdict
from crm.matching.score import assess, rank

FIRST = 5
CONFLICTS = frozenset({"hours", "night", "reach"})


@dataclass
class Firsts:
    """Summed over the first fives of all vacancies."""

    suggested: int = 0
    right: int = 0
    told: int = 0
    untold: int = 0

    @property
    def precision(self) -> float:
        return self.right / max(1, self.suggested)


def first_fives(thin: Trial, whole: Trial) -> Firsts:
    """The same women and vacancies, with the profiles cut and whole."""
    profiles = {woman.id: woman for woman in whole.women}
    asked = {opening.id: opening for _, opening, _ in whole.openings}
    facts, known, sums = thin.knowledge(), whole.knowledge(), Firsts()
    for _, opening, grades in thin.openings:
        suggested = [one for one in rank(thin.women, opening, facts) if one.score and one.fit is not Fit.DOES_NOT_FIT]
        for one in suggested[:FIRST]:
            sums.suggested += 1
            sums.right += grades.get(one.candidate_id, 0) > 0
            if _in_conflict(one.parts):
                sums.told += 1
            elif _in_conflict(assess(profiles[one.candidate_id], asked[opening.id], known).parts):
                sums.untold += 1
    return sums


def _in_conflict(parts: Iterable[Part]) -> bool:
    return any(part.kind in CONFLICTS and part.verdict is Verdict.DOES_NOT_FIT for part in parts)
