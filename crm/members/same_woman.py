"""Is this the same woman? The one judgement that saving, import and the sweep share. Pure: no database, no sentences.

The order is that of a careful clerk: the number of her document, her telephone with her first name, her e-mail with her
first name, her name with year of birth and place. Families share telephones: another first name is another woman."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import OSA

from crm.i18n import LabelledEnum, _l
from crm.members import known_names
from crm.members.names import digits_of
from crm.members.sounds import bones, family_stem, father_sound, sound

#: Shorter numbers are extensions or cut off.
SHORTEST_PHONE = 7
#: Letters up to which a name may have no, one and two typing mistakes.
NO_MISTAKE, ONE_MISTAKE = 3, 7
EXACT, NEAR, OTHER = 2, 1, 0


class KeyKind(StrEnum):
    """Women who share a key of one kind are compared."""

    DOCUMENT = "document"
    PHONE = "phone"
    EMAIL = "email"
    NAME_AND_YEAR = "name_and_year"
    NAMES_AND_PLACE = "names_and_place"


class Reason(LabelledEnum):
    DOCUMENT = "document", _l("same document")
    PHONE = "phone", _l("same phone")
    EMAIL = "email", _l("same e-mail")
    NAME = "name", _l("same name")
    NAME_NEARLY = "name_nearly", _l("nearly the same name")
    FIRST_NAME = "first_name", _l("same first name")
    FATHER = "father", _l("same father's name")
    YEAR = "year", _l("same year of birth")
    PLACE = "place", _l("same village or town")
    OTHER_LAST_NAME = "other_last_name", _l("another last name, perhaps from before she married")
    OTHER_YEAR = "other_year", _l("another year of birth")

    @property
    def speaks_against(self) -> bool:
        return self in (Reason.OTHER_LAST_NAME, Reason.OTHER_YEAR)


@dataclass(frozen=True, slots=True)
class Person:
    """What is compared, already folded. `id` is 0 for a woman who is not stored yet."""

    id: int
    first: str
    last: str
    father: str
    year: int | None
    settlement_id: int | None
    phones: frozenset[str]
    email: str
    document: str | None

    @classmethod
    def of(
        cls,
        *,
        first_name: str,
        last_name: str | None = "",
        father_name: str | None = "",
        birth_year: int | None = None,
        settlement_id: int | None = None,
        phones: Iterable[str | None] = (),
        email: str | None = "",
        document: str | None = None,
        id: int = 0,
    ) -> "Person":
        numbers = frozenset(digits_of(phone or "") for phone in phones)
        return cls(
            id=id,
            first=sound(first_name),
            last=sound(last_name or ""),
            father=father_sound(father_name or ""),
            year=birth_year,
            settlement_id=settlement_id,
            phones=frozenset(number for number in numbers if len(number) >= SHORTEST_PHONE),
            email=(email or "").strip().lower(),
            document=document or None,
        )

    def keys(self) -> set[tuple[KeyKind, str]]:
        """First and last name make keys alike, so that a woman whose names were exchanged is found."""
        first, last = bones(self.first), bones(family_stem(self.last))
        found = {(KeyKind.PHONE, number) for number in self.phones}
        if self.document:
            found.add((KeyKind.DOCUMENT, self.document))
        if self.email:
            found.add((KeyKind.EMAIL, self.email))
        if self.year:
            found |= {(KeyKind.NAME_AND_YEAR, f"{name} {self.year}") for name in (first, last) if name}
        if self.settlement_id and first and last:
            found.add((KeyKind.NAMES_AND_PLACE, f"{' '.join(sorted((first, last)))} {self.settlement_id}"))
        if not found:  # nothing but a name: she is found by it, though it decides nothing
            found.add((KeyKind.NAMES_AND_PLACE, f"{' '.join(sorted((first, last)))} -"))
        return {(kind, key[:80]) for kind, key in found}


@dataclass(frozen=True, slots=True)
class Likeness:
    """`sure`: a clerk would not ask. Otherwise a person decides."""

    sure: bool
    reasons: tuple[Reason, ...]


def compare(one: Person, other: Person) -> Likeness | None:
    """None: another woman, as far as anybody can tell."""
    if one.document and other.document:
        return Likeness(True, (Reason.DOCUMENT,)) if one.document == other.document else None
    first, last = _names(one, other)
    if first == OTHER:
        return None
    father = _father(one, other)
    year, place = _year(one.year, other.year), _same(one.settlement_id, other.settlement_id)
    shared = _shared(one, other)
    judged = _with_shared if shared else _by_name
    sure = judged(first, last, father, year, place)
    if sure is None:
        return None
    return Likeness(sure, (*shared, *_reasons(first, last, father, year, place)))


def _with_shared(first: int, last: int, father: int | None, year: int | None, place: bool | None) -> bool | None:
    """She has the telephone or e-mail of the other. A grandmother and the child named after her do too."""
    differs = [father == OTHER, year == OTHER, last == OTHER]
    if sum(differs) > 1 or (differs[1] and first != EXACT):
        return None
    if first == NEAR and last == OTHER and year != EXACT and not father:
        return None
    return not any(differs) and first + last >= EXACT + NEAR


def _by_name(first: int, last: int, father: int | None, year: int | None, place: bool | None) -> bool | None:
    """Two women of one village may bear one name; the year of birth and the father tell them apart."""
    if last == OTHER or father == OTHER or not (year or place):
        return None
    mistakes = (first == NEAR) + (last == NEAR)
    if year == EXACT and place:
        return False if mistakes < 2 or father == EXACT else None
    if year == EXACT and place is None:
        return False if mistakes == 0 and father else None
    if place and year != OTHER:
        return False if mistakes == 0 and father == EXACT else None
    return None


def _shared(one: Person, other: Person) -> tuple[Reason, ...]:
    found = []
    if one.phones & other.phones:
        found.append(Reason.PHONE)
    if one.email and one.email == other.email:
        found.append(Reason.EMAIL)
    return tuple(found)


def _reasons(first: int, last: int, father: int | None, year: int | None, place: bool | None) -> tuple[Reason, ...]:
    name = Reason.FIRST_NAME if last == OTHER else Reason.NAME if first + last == 2 * EXACT else Reason.NAME_NEARLY
    said = [(name, True), (Reason.FATHER, father), (Reason.YEAR, year == EXACT), (Reason.PLACE, place)]
    warned = [(Reason.OTHER_LAST_NAME, last == OTHER), (Reason.OTHER_YEAR, year in (NEAR, OTHER))]
    return tuple(reason for reason, holds in (*said, *warned) if holds)


def _names(one: Person, other: Person) -> tuple[int, int]:
    """How alike first and last names are; the better of the two ways round. A last name nobody wrote down is NEAR."""
    straight = _alike_first(one.first, other.first), _alike_last(one.last, other.last)
    if straight[0] == OTHER and one.last and other.last:
        across = _alike_first(one.first, other.last), _alike_first(one.last, other.first)
        if across == (EXACT, EXACT):
            return across
    return straight


def _alike_first(one: str, other: str) -> int:
    near = _alike(one, other)
    if near == NEAR and {one, other} <= known_names.known_first():
        return OTHER
    return near


def _alike_last(one: str, other: str) -> int:
    if not one or not other:
        return NEAR
    stems = family_stem(one), family_stem(other)
    if stems[0] == stems[1]:
        return EXACT
    near = _alike(one, other)
    if near == NEAR and set(stems) <= known_names.known_stems():
        return OTHER
    return near


def _father(one: Person, other: Person) -> int | None:
    """None where either is not known."""
    return _alike_first(one.father, other.father) if one.father and other.father else None


def _alike(one: str, other: str) -> int:
    if one == other:
        return EXACT if one else OTHER
    longest = max(len(one), len(other))
    allowed = 0 if longest <= NO_MISTAKE else 1 if longest <= ONE_MISTAKE else 2
    return (
        NEAR
        if abs(len(one) - len(other)) <= allowed and OSA.distance(one, other, score_cutoff=allowed) <= allowed
        else OTHER
    )


def _year(one: int | None, other: int | None) -> int | None:
    """None where either is not known; NEAR for a digit wrong, two exchanged, or the year before."""
    if not one or not other:
        return None
    if one == other:
        return EXACT
    return NEAR if abs(one - other) == 1 or OSA.distance(str(one), str(other), score_cutoff=1) <= 1 else OTHER


def _same(one: int | None, other: int | None) -> bool | None:
    return None if one is None or other is None else one == other
