"""Finds records by folded words of their texts, folded on the way because they are few; forgives typos."""

from collections.abc import Iterable
from typing import Any

from crm.skills.fold import search_key
from crm.vacancies.search import nearest


def ids_like(search: str, named: Iterable[Any]) -> set[int]:
    """`named` are (id, text). Those that hold every word, else those with a word near to each."""
    words = search_key(search).split()
    folded = [(record_id, search_key(text)) for record_id, text in named]
    exact = {record_id for record_id, text in folded if all(word in text for word in words)}
    return exact or set(nearest(search, folded))
