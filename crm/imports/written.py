"""Cells as people write them: names in one cell, two telephones, days in any order, a place with its rayon. Pure."""

import re
from datetime import date, timedelta

from crm.members.names import digits_of
from crm.skills.fold import search_key

#: Endings of family names in Azerbaijan, folded, in both scripts.
FAMILY = re.compile(
    r".{2,}(ova|eva|yeva|ov|ev|yev|zade|zada|skaya|skiy|beyli|oglu|ова|ева|заде|ская|ина|енко|ко)$|.{4,}(li|lu|лы|ли|лу)$"
)
DAUGHTER = frozenset({"qizi", "qiz", "q", "kizi", "gizi", "кызы", "гызы"})
PATRONYMIC = re.compile(r".{3,}(ovna|evna|yevna|ична|овна|евна|инична)$")
#: Between two telephones in one cell.
BETWEEN = re.compile(r"\s*(?:[/;,|\n]|\bvə\b|\bи\b|\band\b)\s*")
#: Day one of the days that spreadsheets count.
FIRST_DAY = date(1899, 12, 30)

_DAY = re.compile(r"(?<!\d)(\d{1,2})[./\-](\d{1,2})[./\-](\d{4}|\d{2})\b")
_ISO = re.compile(r"((?:19|20)\d{2})[./\-](\d{1,2})[./\-](\d{1,2})\b")
_YEAR = re.compile(r"(?<!\d)(19\d{2}|20\d{2})(?!\d)")


def split_name(whole: str, family_first: bool = False) -> tuple[str, str, str]:
    """(first, family, father's) of "Əliyeva Günel Rəşid qızı". `family_first`: the column says so, or it is not known."""
    words = whole.replace(",", " ").split()
    father = ""
    if len(words) > 2 and search_key(words[-1]).rstrip(".") in DAUGHTER:
        father, words, family_first = words[-2], words[:-2], True
    elif len(words) > 2 and PATRONYMIC.fullmatch(search_key(words[-1])):
        father, words = words[-1], words[:-1]
    elif len(words) > 2:
        at = 1 if _is_family(words[-1]) and not _is_family(words[0]) else len(words) - 1
        father, words = words[at], [word for place, word in enumerate(words) if place != at]
    if len(words) < 2:
        return (words[0] if words else "", "", father)
    first_is, last_is = _is_family(words[0]), _is_family(words[-1])
    if first_is != last_is:
        family_first = first_is
    if family_first:
        return " ".join(words[1:]), words[0], father
    return words[0], " ".join(words[1:]), father


def looks_like_name(cell: str) -> bool:
    words = cell.split()
    return 2 <= len(words) <= 4 and all(word[:1].isalpha() for word in words) and any(map(_is_family, words))


def _is_family(word: str) -> bool:
    return bool(FAMILY.fullmatch(search_key(word)))


def split_phones(cell: str) -> tuple[str, list[str]]:
    """The first telephone as it is dialled, and the others as they are written."""
    parts = [part for part in BETWEEN.split(cell) if len(digits_of(part)) >= 5]
    if not parts:
        return cell.strip(), []
    return with_nought(parts[0]), [with_nought(part) for part in parts[1:]]


def with_nought(phone: str) -> str:
    """Spreadsheets take "0501112233" for a number and eat its nought."""
    bare = phone.strip()
    return f"0{bare}" if bare.isdecimal() and len(bare) == 9 and not bare.startswith("0") else bare


def looks_like_phone(cell: str) -> bool:
    return (
        bool(re.match(r"^[\d+(][\d\s()+\-–./;,]{6,}", cell))
        and 9 <= len(digits_of(split_phones(cell)[0])) <= 12
        and not read_day(cell)
    )


def looks_like_email(cell: str) -> bool:
    return bool(re.fullmatch(r"[^@\s]+@[^@\s]+\.[A-Za-z]{2,}", cell))


def looks_like_birth(cell: str) -> bool:
    year = read_year(cell)
    return year is not None and 1930 <= year <= date.today().year - 10 and len(cell) < 20


def read_day(cell: str) -> date | None:
    """12.05.1987, 12/05/87, 1987-05-12, or the number a spreadsheet keeps for a day."""
    bare = cell.strip()
    if bare.isdecimal() and 7000 < int(bare[:9]) < 60000 and len(bare) == 5:
        return FIRST_DAY + timedelta(days=int(bare))
    iso, said = _ISO.search(bare), _DAY.search(bare)
    try:
        if iso:
            return date(*(int(part) for part in iso.groups()))
        if said:
            day, month, year = (int(part) for part in said.groups())
            year += 0 if year > 99 else 1900 if year > date.today().year % 100 else 2000
            return date(year, month, day) if month <= 12 else date(year, day, month)
    except ValueError:
        return None
    return None


def read_year(cell: str) -> int | None:
    """The year of a day, or the one that stands there: "1987-ci il", "1987 г.р."."""
    day = read_day(cell)
    if day:
        return day.year
    years = _YEAR.findall(cell)
    return int(years[0]) if len(years) == 1 else None


def split_place(cell: str) -> tuple[str, str]:
    """(village, rayon) of "Sabirabad rayonu, Qalaqayın kəndi", in either order; the rayon is empty where none is said."""
    parts = [part.strip(" .") for part in re.split(r"[,;/]|\s[-–]\s", cell) if part.strip(" .")]
    if len(parts) == 1:
        inside = re.fullmatch(r"(.+?)\s+(?:rayonu?|ray\.|r\.|район|р-н)\s*,?\s*(.+)", parts[0], re.IGNORECASE)
        return (inside.group(2), inside.group(1)) if inside else (parts[0], "")
    rayons = [
        part for part in parts if re.search(r"\b(rayon\w*|ray\.?|r|район|р-н)\.?$|\b(район|р-н)\b", part, re.IGNORECASE)
    ]
    villages = [part for part in parts if part not in rayons]
    if not rayons:  # "Sabirabad, Qalaqayın": the wider one comes first, unless the other says it is a village
        rayons, villages = villages[:1], villages[1:]
    return (villages[-1] if len(villages) == 1 or not villages else villages[0]) if villages else "", rayons[0]
