"""Spelling as it arrives: without marks, in digraphs, with slips of the finger, in Cyrillic, on a Russian keyboard."""

import random
from collections.abc import Callable

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = {
    "a": "а", "b": "б", "c": "ҹ", "ç": "ч", "d": "д", "e": "е", "ə": "ә", "f": "ф", "g": "ҝ", "ğ": "ғ", "h": "һ",
    "x": "х", "ı": "ы", "i": "и", "j": "ж", "k": "к", "q": "г", "l": "л", "m": "м", "n": "н", "o": "о", "ö": "ө",
    "p": "п", "r": "р", "s": "с", "ş": "ш", "t": "т", "u": "у", "ü": "ү", "v": "в", "y": "ј", "z": "з", "w": "в",
}  # fmt: skip
# What a keyboard without Azerbaijani letters has for them.
_RUSSIAN = {**_CYRILLIC, "c": "дж", "ə": "э", "g": "г", "ğ": "г", "h": "х", "ö": "о", "ü": "у", "y": "й"}


def lowered(text: str) -> str:
    return text.replace("I", "ı").replace("İ", "i").lower()


def without_marks(text: str, for_schwa: str = "e") -> str:
    return lowered(text).translate(str.maketrans({**dict(zip("ıöüşçğ", "iousc" + "g", strict=True)), "ə": for_schwa}))


def digraphs(text: str) -> str:
    """ş, ç, ğ as sh, ch, gh and ə as a: how it is typed on a phone without the letters."""
    return without_marks(lowered(text).replace("ş", "sh").replace("ç", "ch").replace("ğ", "gh"), "a")


def two_slips(text: str) -> str:
    """No marks and two letters swapped, lost, doubled or wrong; the same text always slips the same way."""
    return _slip(_slip(without_marks(text), 1), 2)


def one_slip(text: str) -> str:
    return _slip(lowered(text), 1)


def in_cyrillic(text: str) -> str:
    return "".join(_CYRILLIC.get(letter, letter) for letter in lowered(text))


def on_a_russian_keyboard(text: str) -> str:
    return "".join(_RUSSIAN.get(letter, letter) for letter in lowered(text))


def _slip(text: str, number: int) -> str:
    chance = random.Random(f"{number} {text}")
    places = [place for place in range(1, len(text) - 1) if text[place].isalpha() and text[place + 1].isalpha()]
    if not places:
        return text
    at = chance.choice(places)
    kind = chance.choice(("swap", "lose", "double", "wrong"))
    if kind == "swap":
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    if kind == "lose":
        return text[:at] + text[at + 1 :]
    if kind == "double":
        return text[: at + 1] + text[at:]
    return text[:at] + chance.choice(_LETTERS) + text[at + 1 :]


NOISE: dict[str, Callable[[str], str]] = {
    "as written": lowered,
    "no marks, ə as e": without_marks,
    "sh ch gh, ə as a": digraphs,
    "no marks and 2 slips": two_slips,
    "in Cyrillic": in_cyrillic,
    "on a Russian keyboard": on_a_russian_keyboard,
}
