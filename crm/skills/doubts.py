"""What was read without being sure: what else it may mean, and what a person says it means."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from crm.skills import vocabulary
from crm.skills.resolve import Found

#: Surer than this nobody is asked; a misspelt word has to be surer. Other meanings at least so much alike are offered.
SURE, SURE_MISSPELT, ALIKE = 0.70, 0.88, 0.5
#: Questions for one text, the least sure first; other meanings offered in each.
QUESTIONS, OTHERS = 3, 2
#: The name of the fields, and what stands between what was read and what is meant.
FIELD, MARK = "meant", ">"
MOST_ANSWERS = 20


@dataclass(frozen=True, slots=True)
class Doubt:
    """`concept` was read from `words`; `others` come next, nearest first. All by code."""

    words: str
    concept: str
    others: tuple[str, ...]


def about(found: Iterable[Found], the_same: Collection[str] = ()) -> list[Doubt]:
    """The least sure first. What is read already, or is `the_same` by code, is no other meaning."""
    found = list(found)
    read = {one.concept for one in found}.union(the_same)
    doubts: list[Doubt] = []
    unsure = [one for one in found if one.confidence < (SURE_MISSPELT if one.via == "fuzzy" else SURE)]
    # A trade and its skill come from the same words: one question for both.
    by_words: dict[str, Found] = {}
    for one in sorted(unsure, key=lambda one: one.confidence):
        by_words.setdefault(one.matched, one)
    for one in list(by_words.values())[:QUESTIONS]:
        near = vocabulary.suggested(one.matched, OTHERS + len(read))
        others = [other.concept for other in near if other.confidence >= ALIKE and other.concept not in read][:OTHERS]
        if others:
            doubts.append(Doubt(one.matched, one.concept, tuple(others)))
    return doubts


def answers(values: Iterable[str]) -> dict[str, set[str]]:
    """What was read -> what is meant, as the fields say it. What is no such answer is left out."""
    said: dict[str, set[str]] = {}
    for value in list(values)[:MOST_ANSWERS]:
        read, mark, meant = value.partition(MARK)
        if read and mark and meant:
            said.setdefault(read, set()).add(meant)
    return said
