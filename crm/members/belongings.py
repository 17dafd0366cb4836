"""All that hangs on a woman, read from the tables themselves, and what becomes of it when two records of her become one,
when she asks for her whole record, and when she is erased. A test fails for a table that is not named here."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Column, Table

from crm.extensions import db

MEMBERS = "members"


class AtMerge(StrEnum):
    #: To the record that stays; of two that cannot stand side by side the fuller one stays, the journal holds the other.
    MOVES = "moves"
    #: Made anew for the record that stays; the other's goes with it.
    MADE_ANEW = "made anew"


class InRecord(StrEnum):
    """Of the whole record she may ask for."""

    WHOLE = "whole"
    #: Says nothing about her that does not stand elsewhere.
    LEFT_OUT = "left out"


class AtErasure(StrEnum):
    DELETED = "deleted"
    #: Stays with the record that says nobody any more, so that counts stay true; free text in it is emptied.
    NAMELESS = "nameless"


@dataclass(frozen=True)
class Fate:
    merge: AtMerge
    record: InRecord
    erasure: AtErasure


_HERS = Fate(AtMerge.MOVES, InRecord.WHOLE, AtErasure.DELETED)
_COUNTED = Fate(AtMerge.MOVES, InRecord.WHOLE, AtErasure.NAMELESS)
_INNER = Fate(AtMerge.MOVES, InRecord.LEFT_OUT, AtErasure.DELETED)
_MADE_ANEW = Fate(AtMerge.MADE_ANEW, InRecord.LEFT_OUT, AtErasure.DELETED)

#: By `table.column` of each key that points at a woman.
FATES: dict[str, Fate] = {
    "consents.member_id": _COUNTED,
    "cv_choices.member_id": _HERS,
    "erasure_requests.member_id": _HERS,
    "event_participants.member_id": _COUNTED,
    "import_rows.known_id": _INNER,
    "import_rows.member_id": _HERS,
    "likely_pairs.one_id": _MADE_ANEW,
    "likely_pairs.other_id": _MADE_ANEW,
    "member_concepts.member_id": _HERS,
    "member_hidings.member_id": _HERS,
    "member_keys.member_id": _MADE_ANEW,
    "member_requests.member_id": _HERS,
    "member_users.member_id": _INNER,
    "merges.member_id": _INNER,
    "messages.member_id": _HERS,
    "not_same.one_id": _INNER,
    "not_same.other_id": _INNER,
    "offer_talks.member_id": _COUNTED,
    "partners.founder_id": _COUNTED,
    "phrase_sightings.member_id": _INNER,
    "placements.member_id": _COUNTED,
    "referrals.member_id": _COUNTED,
    "safe_contacts.member_id": _HERS,
    "services.member_id": _COUNTED,
    "special_notes.member_id": _HERS,
}
#: Not hers alone though it points at her: a company goes on without its founder, and its papers are the company's.
NOT_HERS = frozenset({"partners.founder_id"})


@dataclass(frozen=True)
class Belonging:
    """A key that points at a woman, or at something of hers (`of` is then the table of that)."""

    table: Table
    column: Column[int]
    of: str = MEMBERS

    @property
    def name(self) -> str:
        return f"{self.table.name}.{self.column.name}"

    @property
    def fate(self) -> Fate:
        """Of what hangs on a woman herself; KeyError where nobody decided it."""
        return FATES[self.name]


def belongings() -> list[Belonging]:
    """Every key of every table that points at a woman, by name."""
    return list(_pointing_at(MEMBERS))


def within(belonging: Belonging) -> list[Belonging]:
    """What hangs on rows of hers in turn (the steps of a referral), and on those."""
    if belonging.name in NOT_HERS:
        return []
    found: list[Belonging] = []
    for child in _pointing_at(belonging.table.name):
        if child.table is not belonging.table:
            found += [child, *within(child)]
    return found


def pointing_at(table: str) -> list[Belonging]:
    return list(_pointing_at(table))


def _pointing_at(of: str) -> Iterator[Belonging]:
    for table in sorted(db.metadata.tables.values(), key=lambda one: one.name):
        for key in sorted(table.foreign_keys, key=lambda one: one.parent.name):
            if key.column.table.name == of:
                yield Belonging(table, key.parent, of)
