"""Which six digits are too easy to guess. Pure."""

from collections.abc import Iterable

DIGITS = 6
_UP = "01234567890123456789"
#: Met most often in collections of PINs, beside those the rules below refuse.
_COMMON = frozenset(
    {"159753", "147258", "258456", "147852", "789456", "456123", "789123", "142536", "200000", "100000"}
)


def is_pin(text: str) -> bool:
    return len(text) == DIGITS and text.isascii() and text.isdecimal()


def is_easy(pin: str, known: Iterable[str] = ()) -> bool:
    """Steps up or down, repetitions, what many choose, or a part of a number that others know of her."""
    if pin in _COMMON or pin in _UP or pin[::-1] in _UP or len(set(pin)) <= 2:
        return True
    if pin in (pin[:2] * 3, pin[:3] * 2, "".join(digit * 2 for digit in pin[::2])):
        return True
    return any(len(number) >= 4 and (pin in number or number in pin) for number in known)
