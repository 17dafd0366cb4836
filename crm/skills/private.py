"""Phrases that may name a person or hold a number: they are not collected, for all centres would read them. Pure."""

import re
from collections.abc import Iterable

from crm.skills.fold import match_key

LONGEST_PHRASE = 80
#: An address, or digits enough for a phone, a house or a date.
NUMBERS = re.compile(r"@|https?:|www\.|\d\W*\d\W*\d|\d.*\d.*\d.*\d")
#: Endings of surnames and patronymics. Russian words of work end alike (торгов, готова), so there a capital must begin.
SURNAME = re.compile(r"\b[a-zəıöüşçğ]{2,}(?:ova|yeva|eva|zadə|zade)\b|\b(?:qızı|qizi|oğlu|oglu)\b", re.IGNORECASE)
CAPITAL_SURNAME = re.compile(
    r"\b[A-ZƏİÖÜŞÇĞ][a-zəıöüşçğ]{2,}(?:ov|yev|ev)\b|\b[А-ЯЁ][а-яё]{2,}(?:ова|ева|ёва|ов|ев|заде|ович|евич|овна|евна|кызы|оглы)\b"
)
SHORTEST_NAME = 3


def is_private(phrase: str, names: Iterable[str] = ()) -> bool:
    """Whether to keep it to the text it stands in. `names` are those of the people the text is about."""
    if len(phrase) > LONGEST_PHRASE or any(rule.search(phrase) for rule in (NUMBERS, SURNAME, CAPITAL_SURNAME)):
        return True
    words = match_key(phrase).split()
    known = {word for name in names for word in match_key(name or "").split() if len(word) >= SHORTEST_NAME}
    return any(word.startswith(name) for word in words for name in known)
