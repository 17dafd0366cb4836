"""Forgives typos: which vacancies a misspelt search most likely means."""

from collections.abc import Iterable
from typing import Any

from rapidfuzz import fuzz

from crm.skills.fold import search_key

#: Two letters wrong in a word of eight.
NEAR_ENOUGH = 75


def nearest(search: str, named: Iterable[Any], limit: int = 50) -> list[int]:
    """`named` are (id, folded names). Ids whose names hold a word near to each word searched for, best first."""
    words = search_key(search).split()
    scored = [(_worst(words, name.split()), record_id) for record_id, name in named]
    near = sorted((score, record_id) for score, record_id in scored if score >= NEAR_ENOUGH)
    return [record_id for _, record_id in reversed(near)][:limit]


def _worst(searched: list[str], held: list[str]) -> float:
    """How near the least near word is, 0 to 100."""
    return min((max((fuzz.ratio(word, other) for other in held), default=0.0) for word in searched), default=0.0)
