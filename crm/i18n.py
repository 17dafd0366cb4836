"""Words in three languages: gettext shortcuts, the language of this request, enums that carry their text."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Self

from flask import Response, g, has_request_context, request
from flask_babel import get_locale, gettext, lazy_gettext, ngettext, refresh
from flask_babel.speaklater import LazyString
from flask_login import current_user

LANGUAGES: dict[str, tuple[str, str]] = {"az": ("Azərbaycanca", "AZ"), "ru": ("Русский", "RU"), "en": ("English", "EN")}
DEFAULT_LANGUAGE = "az"
LANGUAGE_COOKIE = "language"
YEAR = 365 * 24 * 3600

_ = gettext
_l = lazy_gettext
_n = ngettext


class LabelledEnum(StrEnum):
    """A string enum whose members carry the text people read: `COMPANY = "company", _l("Company")`."""

    label: LazyString

    def __new__(cls, value: str, label: LazyString) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def choices(cls) -> list[tuple[str, LazyString]]:
        return [(member.value, member.label) for member in cls]

    @classmethod
    def parse(cls, value: object) -> Self | None:
        """The member of this value, or None: for filters in the URL, where nonsense means "no filter"."""
        return next((member for member in cls if member.value == value), None)


def choose_language() -> str:
    """The switch wins, then what the user record says, then the language of a link's reader, then Azerbaijani."""
    if not has_request_context():
        return DEFAULT_LANGUAGE
    chosen = request.cookies.get(LANGUAGE_COOKIE)
    if chosen in LANGUAGES:
        return chosen
    if current_user and current_user.is_authenticated:
        return str(current_user.language)
    return str(g.get("readers_language", DEFAULT_LANGUAGE))


def speak_to_reader(code: str) -> None:
    """Whoever opened a link we sent reads the page in the language of the message, unless another was chosen."""
    g.readers_language = code
    refresh()


def keep_language(response: Response, code: str) -> None:
    """The browser remembers the language for a year."""
    response.set_cookie(LANGUAGE_COOKIE, code, max_age=YEAR, httponly=True, samesite="Lax", secure=request.is_secure)


def language() -> str:
    """The language code of this request: "az", "ru" or "en"."""
    locale = get_locale()
    return str(locale.language) if locale else DEFAULT_LANGUAGE


def in_language(record: Any, field: str = "name") -> str:
    """`record.name_az`, `.name_ru` or `.name_en` by the language of the request, falling back to Azerbaijani."""
    return str(getattr(record, f"{field}_{language()}", None) or getattr(record, f"{field}_az"))


#: The letters in the order of each alphabet; what is in none of them comes after, by its code.
ALPHABETS = {
    "az": "aâbcçdeəfgğhxıiîjkqlmnoöprsştuüûvwyz",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "en": "aəbcçdefgğhiıjklmnoöpqrsştuüvwxyz",
}
#: Python's own lower-casing makes an English i of the Azerbaijani I, and two signs of the İ.
TURKIC = str.maketrans("Iİ", "ıi")


def alphabet_key(text: str, code: str | None = None) -> tuple[int, ...]:
    """Sorts by the alphabet of a language, the one of the request unless told: Ağdam, Şəki, Xızı by theirs."""
    code = code or language()
    letters = ALPHABETS[code]
    lowered = (text.translate(TURKIC) if code == "az" else text).lower()
    places = (letters.find(letter) for letter in lowered)
    return tuple(
        place + 1_000 if place >= 0 else ord(letter) if letter < "a" else ord(letter) + 2_000
        for place, letter in zip(places, lowered, strict=True)
    )


def by_alphabet(records: Iterable[Any]) -> list[Any]:
    """Records named in three languages, as the alphabet of the request has them."""
    return sorted(records, key=lambda record: alphabet_key(in_language(record)))
