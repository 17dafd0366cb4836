"""A vacancy for which nobody fits: which one requirement, relaxed, would open it to how many. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crm.matching.facts import Candidate, Fit, Knowledge, Opening
from crm.matching.score import rank


@dataclass(frozen=True, slots=True)
class Relaxed:
    """`what`: need (then `concept` says which), hours, night or transport. `women` would fit then."""

    what: str
    women: int
    concept: str = ""


def relaxed(candidates: Sequence[Candidate], opening: Opening, knowledge: Knowledge) -> list[Relaxed]:
    """Every one requirement that opens the vacancy to somebody, what opens it to most first."""
    found = [
        Relaxed(what, sum(one.fit is Fit.FITS for one in rank(candidates, other, knowledge)), concept)
        for what, concept, other in _others(opening)
    ]
    return sorted((one for one in found if one.women), key=lambda one: (-one.women, one.what, one.concept))


def _others(opening: Opening) -> Iterator[tuple[str, str, Opening]]:
    """The same opening with one requirement less; a work without any need left would be no work."""
    required = [need for need in opening.needs if need.required]
    for need in required if len(required) > 1 else ():
        eased = tuple(replace(one, required=False) if one is need else one for one in opening.needs)
        yield "need", need.concept, replace(opening, needs=eased)
    at_home = opening.home_based or opening.hours == "home"
    if opening.hours is not None and not at_home:
        yield "hours", "", replace(opening, hours=None)
    if opening.night:
        hours = "shift_day" if opening.hours == "shift_night" else opening.hours
        yield "night", "", replace(opening, night=False, hours=hours)
    if not opening.transport_provided and not at_home and opening.place is not None:
        yield "transport", "", replace(opening, transport_provided=True)
