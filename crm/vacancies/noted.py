"""A value with the words it was read from, and text made plain for patterns without losing a place in it."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Noted(Generic[T]):
    """What was read, and the words it came from, to be shown and confirmed."""

    value: T
    words: str


class PlainText:
    """A text in small letters without Azerbaijani marks, letter for letter, so that a match can be shown as it was typed."""

    def __init__(self, text: str, typed: str | None = None) -> None:
        text = unicodedata.normalize("NFC", text)
        self.typed = text if typed is None else typed
        self.plain = text.translate(_PLAIN)
        if len(self.plain.lower()) == len(self.plain):
            self.plain = self.plain.lower()

    def without(self, pattern: re.Pattern[str]) -> "PlainText":
        """The same text with the places of `pattern` left blank: "gecə növbəsi yoxdur" must not be read as a shift."""
        return PlainText(pattern.sub(lambda hit: " " * len(hit.group()), self.plain), self.typed)

    def search(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.search(self.plain)

    def words(self, hit: re.Match[str]) -> str:
        """What stood at the match, as typed."""
        return self.typed[hit.start() : hit.end()].strip(" ,.;:()")

    def noted(self, pattern: re.Pattern[str], value: T) -> "Noted[T] | None":
        """`value` with its words when the pattern occurs."""
        hit = self.search(pattern)
        return Noted(value, self.words(hit)) if hit else None


PHONE = re.compile(r"(?:\+?994|\b0)[\s-]?\(?\d{2}\)?(?:[\s-]?\d{2,3}){2,4}\b|(?:tel|тел)\w*[.:]*\s*[\d\s()+-]{5,}")
_PLAIN = str.maketrans("ƏəIıİÖöÜüŞşÇçĞğЁё–—", "eeiiioouussccggее--")
