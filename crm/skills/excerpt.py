"""A phrase in its place: the few words of a text around it. Pure."""

from crm.skills.segments import words_in

#: Letters shown before and after.
AROUND = 40


def excerpt(text: str, phrase: str) -> tuple[str, str, str] | None:
    """(before, the phrase as it is written there, after); None when the text does not say it any longer."""
    words, wanted = words_in(text), [word.key for word in words_in(phrase)]
    if not wanted:
        return None
    keys = [word.key for word in words]
    for first in range(len(keys) - len(wanted) + 1):
        if keys[first : first + len(wanted)] == wanted:
            start, end = words[first].start, words[first + len(wanted) - 1].end
            return _before(text, start), text[start:end], _after(text, end)
    return None


def _before(text: str, start: int) -> str:
    if start <= AROUND:
        return text[:start]
    return "…" + text[start - AROUND : start].partition(" ")[2]


def _after(text: str, end: int) -> str:
    if len(text) - end <= AROUND:
        return text[end:]
    return text[end : end + AROUND].rpartition(" ")[0] + "…"
