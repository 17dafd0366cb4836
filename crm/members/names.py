"""How a woman is found by her name or telephone number, however they are written. Pure."""

import re

from crm.skills.fold import search_key

LONGEST = 500
NOT_A_DIGIT = re.compile(r"\D")
ONLY_A_NUMBER = re.compile(r"[\d\s+()./-]+")
SHORTEST_NUMBER = 4


def digits_of(phone: str) -> str:
    """The number without country code and leading zero: +994 50 123-45-67 and 0501234567 are the same one."""
    digits = NOT_A_DIGIT.sub("", phone)
    return digits.removeprefix("00").removeprefix("994").lstrip("0")


def phone_key(search: str) -> str:
    """The digits of a search that can only be a telephone number, else nothing."""
    digits = digits_of(search) if ONLY_A_NUMBER.fullmatch(search) else ""
    return digits if len(digits) >= SHORTEST_NUMBER else ""


def search_text(first_name: str, last_name: str, father_name: str, phone: str, reference: str | None) -> str:
    """Everything she is searched by, folded: names first, so that lists sort by them."""
    names = search_key(" ".join((first_name, last_name, father_name)))
    return " ".join(part for part in (names, digits_of(phone), search_key(reference or "")) if part)[:LONGEST]
