"""Her own words read into what she can and what she wishes. What staff chose or took away stays as they left it."""

import re
from dataclasses import dataclass, field

from sqlalchemy.orm import object_session

from crm.members.enums import ConceptRole, ConceptSource
from crm.members.models import Member, MemberConcept
from crm.skills import vocabulary
from crm.skills.operations import note_unknown
from crm.skills.queries import codes_to_ids
from crm.skills.resolve import Found

TEXTS = ("skills_text", "experience_text", "wish_text")
LONGEST_WORDS = 200
#: A phrase that may name a person or hold a number is not shown to other centres.
PRIVATE = re.compile(r"@|\d{5}")
LONGEST_PHRASE = 80


@dataclass(frozen=True)
class Reading:
    """What her texts say: concepts by code, and the phrases nobody understands yet."""

    skills: dict[str, Found] = field(default_factory=dict)
    wishes: dict[str, Found] = field(default_factory=dict)
    denied: dict[str, Found] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()

    def found(self) -> dict[tuple[ConceptRole, str], Found]:
        skills = {(ConceptRole.SKILL, code): found for code, found in self.skills.items()}
        return skills | {(ConceptRole.WISH, code): found for code, found in self.wishes.items()}


def read(skills: str, experience: str = "", wish: str = "") -> Reading:
    """The three texts together. Only what she can is a list of words; elsewhere people write sentences, and what those
    say beside work is nobody's unknown word."""
    words = vocabulary.current()
    can, did, wants = words.resolve(skills), words.resolve(experience), words.resolve(wish)
    return Reading(
        skills=_first((*can.concepts, *did.concepts)),
        wishes=_first((*wants.concepts, *wants.wishes, *can.wishes, *did.wishes)),
        denied=_first((*can.denied, *did.denied, *wants.denied)),
        unknown=can.unknown,
    )


def read_member(member: Member) -> Reading:
    return read(*(getattr(member, name) or "" for name in TEXTS))


def _first(found: tuple[Found, ...]) -> dict[str, Found]:
    """Each concept once, as it was said most surely."""
    best: dict[str, Found] = {}
    for one in found:
        if one.concept not in best or one.confidence > best[one.concept].confidence:
            best[one.concept] = one
    return best


def understand(*, member: Member, before: Reading | None = None) -> None:
    """Brings her concepts in line with her texts.

    `before` is what the texts said until now: what staff took away of that does not come back by itself."""
    after, known = read_member(member), before or Reading()
    ids = codes_to_ids()
    held = {(row.role, row.concept_id): row for row in member.concepts}
    for (role, code), found in after.found().items():
        row = held.get((role, ids[code]))
        if row is not None and row.source == ConceptSource.TEXT:
            row.words, row.confidence = found.matched[:LONGEST_WORDS], found.confidence
        elif row is None and (role, code) not in known.found():
            member.concepts.append(_concept(ids[code], role, found))
    said = {(role, ids[code]) for role, code in after.found()}
    for key, row in held.items():
        if row.source == ConceptSource.TEXT and key not in said:
            member.concepts.remove(row)
    note_unknown(phrase for phrase in after.unknown if phrase not in known.unknown and not is_private(phrase))
    session = object_session(member)
    if session is not None:
        session.flush()


def _concept(concept_id: int, role: ConceptRole, found: Found) -> MemberConcept:
    return MemberConcept(
        concept_id=concept_id,
        role=role,
        source=ConceptSource.TEXT,
        words=found.matched[:LONGEST_WORDS],
        confidence=found.confidence,
        level=found.level if role == ConceptRole.SKILL else None,
    )


def is_private(phrase: str) -> bool:
    return len(phrase) > LONGEST_PHRASE or bool(PRIVATE.search(phrase))
