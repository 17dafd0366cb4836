"""Rows about women: who is known already, what may be stored, and what a person must decide."""

import re
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from crm.centres.models import Centre
from crm.esco.lookup import uris_to_ids
from crm.extensions import db
from crm.i18n import _
from crm.imports import women_cells
from crm.imports.cells import BadRow, Unsure
from crm.imports.headers import Row
from crm.imports.places import Places
from crm.imports.report import Fate, Report, take_each
from crm.members import duplicates, operations
from crm.members.enums import Category, ConceptRole, ConceptSource, Purpose
from crm.members.models import Member, MemberConcept
from crm.skills.fold import search_key
from crm.skills.queries import codes_to_ids

#: Columns of special categories, and where each is written once she agreed to that.
SPECIAL = {"disability": Category.DISABILITY, "idp": Category.DISPLACEMENT, "children_under6": Category.FAMILY}
#: Remarks about her children or health inside a free text are no condition of work; they need her consent as well.
ABOUT_FAMILY = re.compile(
    r"azyasli|\busagi\b|\busaqlari\b|elil|kockun|qacqin|инвалид|беженк|ребен|\bдет[ие]|disab|\bkids?\b|small child"
)
NOTHING = frozenset({"0", "", "yox", "xeyr", "нет", "no"})


def take_in(centre: Centre, rows: list[Row]) -> Report:
    taker, report = Taker(centre), Report()

    def take(row: Row) -> None:
        written = taker.write(taker.judge(row))
        report.withheld += written.withheld
        report.note(row, written.fate, written.member.name)

    return take_each(rows, report, take)


@dataclass(frozen=True)
class Judged:
    """A row understood: her fields, the work she wishes, cells that need her consent, and who she is if she is known."""

    values: dict[str, Any]
    wishes: list[int]
    special: dict[str, str]
    member_id: int | None


@dataclass(frozen=True)
class Written:
    """`changed`: old and new of each field; `wished`: ids of the wishes that were added."""

    member: Member
    fate: Fate
    withheld: int
    changed: dict[str, list[Any]] = field(default_factory=dict)
    wished: list[int] = field(default_factory=list)


class Taker:
    """The women of one centre, found by their number in its papers, else as duplicates are (members/same_woman.py)."""

    def __init__(self, centre: Centre, create_places: bool = True) -> None:
        self._centre = centre
        self._places = Places(create_places)
        self._codes = codes_to_ids() | uris_to_ids()
        self._by_reference: dict[str, int] = {}
        self._references: dict[int, str] = {}
        self._seen: set[int] = set()
        for known in db.session.execute(select(Member.id, Member.reference).where(Member.centre_id == centre.id)):
            self._remember(*known)

    def judge(self, row: Row, decided: bool = False, member_id: int | None = None) -> Judged:
        """`decided`: a person said that she is `member_id`, or nobody we know. Raises BadRow, Unsure."""
        values = women_cells.values_of(row)
        if not values["first_name"]:
            raise BadRow(_("no first name"))
        values["settlement_id"] = self._places.of(row)
        wishes = self._wishes(row)
        if decided:
            owner = self._by_reference.get(values["reference"] or "")
            if owner is not None and owner != member_id:
                raise BadRow(_("another woman has the number %(number)s", number=values["reference"]))
        else:
            member_id = self._known(values)
        special = {column: row.cells[column] for column in SPECIAL if column in row.cells}
        return Judged(values, wishes, special, member_id)

    def seen(self, member_id: int) -> None:
        """A row about her was judged: the next one about her is one too many."""
        self._seen.add(member_id)

    def write(self, judged: Judged) -> Written:
        values = dict(judged.values)
        if judged.member_id is None:
            withheld = withhold(values, judged.special)
            member = operations.register_member(centre_id=self._centre.id, **values)
            self._remember(member.id, member.reference)
            return Written(member, Fate.CREATED, withheld, wished=_wish(member, judged.wishes))
        member = self._member(judged.member_id)
        agreed = operations.has_consent(member_id=member.id, purpose=Purpose.SPECIAL_CATEGORIES)
        withheld = 0 if agreed else withhold(values, judged.special)
        said = {name: value for name, value in values.items() if value not in (None, "")}
        changed = {name: [was, new] for name, new in said.items() if (was := getattr(member, name)) != new}
        operations.change_member(member=member, **said)
        if agreed:
            _write_notes(member, judged.special)
        return Written(member, Fate.MERGED, withheld, changed, _wish(member, judged.wishes))

    def _known(self, values: dict[str, Any]) -> int | None:
        """Her id. Raises Unsure where she may be somebody we know, but only a person can say."""
        reference = values["reference"]
        if reference and reference in self._by_reference:
            return self._once(self._by_reference[reference])
        for found in duplicates.find(centre_id=self._centre.id, values=values):
            if found.likeness.sure:
                return self._once(found.member_id)
            other = self._references.get(found.member_id)
            if reference is None or other is None:
                raise Unsure(_reason(values, found), found.member_id)
        return None

    def _once(self, member_id: int) -> int:
        """Two rows of one list about one woman: the later would silently win."""
        if member_id in self._seen:
            raise Unsure(_("this woman stands in the list twice"), member_id)
        return member_id

    def _member(self, member_id: int) -> Member:
        self._seen.add(member_id)
        return db.session.get_one(Member, member_id, options=[selectinload(Member.concepts)])

    def _remember(self, member_id: int, reference: str | None) -> None:
        if reference:
            self._by_reference[reference], self._references[member_id] = member_id, reference

    def _wishes(self, row: Row) -> list[int]:
        codes = [code for code in re.split(r"[|,;\s]+", row.cells.get("wish_concepts", "")) if code]
        unknown = [code for code in codes if code not in self._codes]
        if unknown:
            raise BadRow(_("wish_concepts: “%(said)s” is not in the vocabulary", said=unknown[0][:40]))
        return list(dict.fromkeys(self._codes[code] for code in codes))


def withhold(values: dict[str, Any], special: dict[str, str]) -> int:
    """Takes remarks about family and health out of her conditions; how many those and the special cells are."""
    said = re.split(r"\s*;\s*", values["constraints_text"]) if values.get("constraints_text") else []
    kept = [part for part in said if not ABOUT_FAMILY.search(search_key(part))]
    values["constraints_text"] = "; ".join(kept)
    return len(special) + len(said) - len(kept)


def _wish(member: Member, wishes: list[int]) -> list[int]:
    """The ids of those added."""
    held = {one.concept_id: one for one in member.concepts if one.role == ConceptRole.WISH}
    added = []
    for concept_id in wishes:
        if concept_id in held:
            held[concept_id].source, held[concept_id].confidence = ConceptSource.PICKED, 1.0
        else:
            member.concepts.append(
                MemberConcept(concept_id=concept_id, role=ConceptRole.WISH, source=ConceptSource.PICKED)
            )
            added.append(member.concepts[-1])
    db.session.flush()
    return [one.id for one in added]


def _reason(values: dict[str, Any], found: duplicates.Found) -> str:
    name = f"{values['first_name']} {values['last_name']}".strip()
    why = ", ".join(str(reason.label) for reason in found.likeness.reasons)
    said: str = _("%(name)s may be registered already: %(reasons)s", name=name, reasons=why)
    return said


def _write_notes(member: Member, special: dict[str, str]) -> None:
    for column, said in special.items():
        if search_key(said) not in NOTHING:
            operations.write_special_note(member=member, category=SPECIAL[column], text=said)
