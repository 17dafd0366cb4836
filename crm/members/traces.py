"""What gives a woman away in a text somebody wrote: her full name, telephone, e-mail. Pure."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from crm.members.names import digits_of
from crm.skills.fold import search_key

GONE = "…"
#: Shorter numbers and names are in too many texts.
SHORTEST_NUMBER = 7
SHORTEST_NAME = 3
_BETWEEN = r"[\s,.]+"
#: Between first and last name: Əli qızı.
_FATHER = r"\s+\w+\s+(?:\w+\s+)?"
#: One sign for one sign, so that what is found in the folded text stands at the same place of the text itself.
_FOLD = str.maketrans("əƏıIİöÖüÜşŞçÇğĞ", "eeiiioouussccgg")


@dataclass(frozen=True)
class Traces:
    """`fragments`: one of them is in any text that holds a trace, as it may stand in the database."""

    pattern: re.Pattern[str] | None
    fragments: tuple[str, ...]

    def without(self, text: str) -> str:
        """The text without her; what else it says stays."""
        if self.pattern is None:
            return text
        kept, last = [], 0
        for found in self.pattern.finditer(_folded(text)):
            kept += [text[last : found.start()], GONE]
            last = found.end()
        return "".join([*kept, text[last:]])

    def without_in(self, value: Any) -> Any:
        """The same in every text of a JSON value, its keys as well."""
        if isinstance(value, str):
            return self.without(value)
        if isinstance(value, list):
            return [self.without_in(one) for one in value]
        if isinstance(value, dict):
            return {self.without(str(key)): self.without_in(one) for key, one in value.items()}
        return value


def traces_of(
    *, names: Iterable[tuple[str, str]] = (), phones: Iterable[str] = (), emails: Iterable[str] = ()
) -> Traces:
    """`names`: first and last; a first name alone is many women's."""
    patterns: list[str] = []
    fragments: set[str] = set()
    for first, last in set(names):
        if len(first) >= SHORTEST_NAME and len(last) >= SHORTEST_NAME:
            one, two = (_words(part) for part in (first, last))
            patterns += [rf"\b{one}(?:{_BETWEEN}|{_FATHER}){two}", rf"\b{two}{_BETWEEN}{one}"]
            fragments |= _spellings(last)
    for phone in set(phones):
        digits = digits_of(phone)
        if len(digits) >= SHORTEST_NUMBER:
            patterns.append(r"(?<!\d)(?:(?:\+?994|\(?0+)[\s()/.-]*)?" + r"[\s()/.-]*".join(digits) + r"(?!\d)")
            fragments |= _groups(digits[-7:])
    for email in {one.strip() for one in emails if "@" in one}:
        patterns.append(re.escape(_folded(email)))
        fragments |= _spellings(email)
    return Traces(re.compile("|".join(patterns)) if patterns else None, tuple(sorted(fragments)))


def _folded(text: str) -> str:
    return "".join(low if len(low := char.lower()) == 1 else char for char in text.translate(_FOLD))


def _words(name: str) -> str:
    return r"\s+".join(re.escape(word) for word in _folded(name).split())


def _spellings(name: str) -> set[str]:
    upper = name.replace("i", "İ").replace("ı", "I").upper()
    written = {name, name.lower(), name.upper(), upper, search_key(name)}
    return written | {json.dumps(one)[1:-1] for one in written}


def _groups(digits: str) -> set[str]:
    a, b, c = digits[:3], digits[3:5], digits[5:]
    return {digits, *(sign.join((a, b, c)) for sign in " -."), f"{a} {b}{c}", f"{a}-{b}{c}"}
