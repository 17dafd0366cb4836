"""The best women for an opening, out of those who can come to it: exact, and only the promising ones are read whole.

First the postings alone tell how well each can fit at best (`bounds.py`); then the women are scored from the top down, until
enough are found who score above all that the next could. Nothing is kept from one ranking to the next.
"""

from collections.abc import Callable, Collection

from crm.extensions import db
from crm.matching import queries
from crm.matching.bounds import at_most, met_with
from crm.matching.queries import Telling
from crm.matching.score import Asked, Assessment
from crm.members.enums import ConceptRole
from crm.vacancies.models import Vacancy

#: Scores that differ by less are equal.
SAME = 1e-6
#: So many times the women who are asked for are scored first; then twice as many, and so on.
AT_ONCE = 4
#: The bit of a wish for this work; each skill that tells has one of its own.
WISHED = 1

Scored = Callable[[Collection[int]], list[Assessment]]


def sieved(vacancy: Vacancy, asked: Asked, telling: Telling, scored: Scored, limit: int) -> list[Assessment]:
    """All who can be among the first `limit`, and some more."""
    order = sorted(_promise(vacancy, asked, telling).items(), key=lambda hers: (-hers[1], hers[0]))
    found: list[Assessment] = []
    begin, number = 0, AT_ONCE * limit
    while begin < len(order) and not enough(found, limit, order[begin][1]):
        found += scored([woman for woman, _bound in order[begin : begin + number]])
        begin, number = begin + number, 2 * number
    return found


def enough(found: list[Assessment], limit: int, bound: float) -> bool:
    """Nobody who scores at most `bound` can still come among the first `limit` of those found."""
    if bound <= 0:
        return True
    return len(found) >= limit and sorted((one.score for one in found), reverse=True)[limit - 1] > bound + SAME


def _promise(vacancy: Vacancy, asked: Asked, telling: Telling) -> dict[int, float]:
    """Woman -> what she scores at best. Many have the same to offer: it is worked out once for each."""
    bits = {concept: 1 << place for place, concept in enumerate(telling.skills, start=1)}
    held: dict[int, int] = {}
    for woman, concept, role in db.session.execute(queries.postings_that_tell(vacancy, telling)).all():
        held[woman] = held.get(woman, 0) | (bits[concept] if role == ConceptRole.SKILL else WISHED)
    bounds: dict[int, float] = {}
    for profile in set(held.values()):
        skills = {code for concept, code in telling.skills.items() if profile & bits[concept]}
        bounds[profile] = at_most(asked, met_with(asked, skills), wished=bool(profile & WISHED))
    return {woman: bounds[profile] for woman, profile in held.items()}
