"""Words and addresses another vocabulary (ESCO) may know, in the places of a text that ours left unread. Pure."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from crm.skills.concept_file import Label
from crm.skills.segments import Break, Word

#: Matching keys and addresses in, our concept for those that mean one out.
Beyond = Callable[[Collection[str]], Mapping[str, Label]]
#: The very name, or one with an English plural more or less: nothing looser, since nobody here chose these names.
CERTAIN = 0.9
LONGEST_NAME = 6


def with_codes(text: str, words: list[Word]) -> list[Word]:
    """The words with each address of ESCO as one word, whose key it is; http as ESCO itself writes it."""
    for hit in _CODE.finditer(text):
        at = [place for place, word in enumerate(words) if hit.start() <= word.start < hit.end()]
        code = Word(hit.group(), f"http://{hit['rest']}", hit.start(), hit.end(), words[at[0]].break_before, False)
        words = [*words[: at[0]], code, *words[at[-1] + 1 :]]
    return words


def code_of(text: str) -> str:
    """The address this text is, or nothing."""
    hit = _CODE.fullmatch(text.strip())
    return f"http://{hit['rest']}" if hit else ""


def is_code(key: str) -> bool:
    return "://" in key


def stretches_of(keys: Sequence[str]) -> list[str]:
    """Names that may stand in these words, the longest first; a single word only when it is all there is."""
    found: list[str] = []
    for size in range(min(len(keys), LONGEST_NAME), 0 if len(keys) == 1 else 1, -1):
        for start in range(len(keys) - size + 1):
            found += _spelled(" ".join(keys[start : start + size]))
    return found


def places_beyond(words: Sequence[Word], used: Collection[int], ask: Beyond) -> Iterator[tuple[tuple[int, ...], Label]]:
    """Positions with our concept for what stands there. `used`: positions ours has read."""
    codes = {place: word.key for place, word in enumerate(words) if is_code(word.key)}
    pieces = list(_pieces(words, {*used, *codes}))
    keys = [[words[place].key for place in piece] for piece in pieces]
    asked = {*codes.values(), *(key for some in keys for key in stretches_of(some))}
    known = ask(asked) if asked else {}
    for place, code in codes.items():
        if code in known:
            yield (place,), known[code]
    for piece, some in zip(pieces, keys, strict=True):
        yield from _longest(piece, some, known)


def _longest(piece: range, keys: list[str], known: Mapping[str, Label]) -> Iterator[tuple[tuple[int, ...], Label]]:
    taken: set[int] = set()
    for size in range(min(len(keys), LONGEST_NAME), 0 if len(keys) == 1 else 1, -1):
        for start in range(len(keys) - size + 1):
            at = range(piece[start], piece[start] + size)
            label = next((known[key] for key in _spelled(" ".join(keys[start : start + size])) if key in known), None)
            if label and not taken.intersection(at):
                taken.update(at)
                yield tuple(at), label


def _pieces(words: Sequence[Word], used: Collection[int]) -> Iterator[range]:
    """Whole pieces between breaks that nothing was read in."""
    start = 0
    for position in range(1, len(words) + 1):
        if position == len(words) or words[position].break_before is not Break.NONE:
            if not any(place in used for place in range(start, position)):
                yield range(start, position)
            start = position


def _spelled(key: str) -> tuple[str, str]:
    return key, key[:-1] if key.endswith("s") else key + "s"


_CODE = re.compile(r"https?://(?P<rest>data\.europa\.eu/esco/[a-z-]+/[\w.-]*\w)", re.IGNORECASE)
