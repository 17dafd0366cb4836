"""Search that forgives: records whose folded names are near to what was typed, and lists that fall back on them."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from rapidfuzz import fuzz
from sqlalchemy import Select

from crm.skills.fold import match_word, search_key
from crm.web import Page, paginate, rows, tuples

#: Two letters wrong in a word of eight.
NEAR_ENOUGH = 75
#: A list as searched (None), or of these records (their ids).
Finding = Callable[[Sequence[int] | None], Select[*tuple[Any, ...]]]


def forgiving_page(find: Finding, search: str, names: Select[*tuple[Any, ...]]) -> tuple[Page[Any], bool]:
    """The page of a list that is asked for; when a search finds nothing, what it may have meant (and then False).

    `find(None)` is the list as searched, `find(ids)` the list of these records; `names` selects (id, folded names)."""
    found = paginate(find(None))
    if found.total or not search:
        return found, True
    return paginate(find(nearest(search, tuples(names)))), False


def meant(find: Finding, search: str, names: Select[*tuple[Any, ...]]) -> list[int] | None:
    """For a list that is shown otherwise than page by page: None where the search finds something, else the ids of
    what it may have meant."""
    if not search or rows(find(None).limit(1)):
        return None
    return nearest(search, tuples(names))


def forgiving_rows(find: Finding, search: str, names: Select[*tuple[Any, ...]], most: int) -> Sequence[Any]:
    """The same list whole, as far as `most` rows, to be taken along."""
    found = rows(find(None).limit(most))
    return found if found or not search else rows(find(nearest(search, tuples(names))))


def nearest(search: str, named: Iterable[Any], limit: int = 50) -> list[int]:
    """`named` are (id, folded names). Ids whose names hold a word near to each word searched for, best first."""
    words = search_key(search).split()
    scored = [(_worst(words, name.split()), record_id) for record_id, name in named]
    near = sorted((score, record_id) for score, record_id in scored if score >= NEAR_ENOUGH)
    return [record_id for _, record_id in reversed(near)][:limit]


def ids_like(search: str, named: Iterable[Any]) -> set[int]:
    """`named` are (id, text not yet folded), for lists that are short. Those that hold every word, else the near ones."""
    words = search_key(search).split()
    folded = [(record_id, search_key(text)) for record_id, text in named]
    exact = {record_id for record_id, text in folded if all(word in text for word in words)}
    return exact or set(nearest(search, folded))


def _worst(searched: list[str], held: list[str]) -> float:
    """How near the least near word is, 0 to 100."""
    return min((max((_nearness(word, other) for other in held), default=0.0) for word in searched), default=0.0)


def _nearness(word: str, other: str) -> float:
    """A word in Cyrillic letters is compared as it is spelt in Latin ones too: Гюнель finds Günel."""
    near = fuzz.ratio(word, other)
    return near if word.isascii() else max(near, fuzz.ratio(match_word(word), other))
