"""Her own words read into what she can and what she wishes. What staff chose or took away stays as they left it."""

from dataclasses import dataclass, field

from sqlalchemy.orm import object_session

from crm.members.enums import ConceptRole, ConceptSource
from crm.members.models import Member, MemberConcept
from crm.skills import vocabulary
from crm.skills.phrases import note_unknown
from crm.skills.queries import codes_to_ids
from crm.skills.resolve import Found, Vocabulary

TEXTS = ("skills_text", "experience_text", "wish_text")
LONGEST_WORDS = 200


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


def read(skills: str, experience: str = "", wish: str = "", words: Vocabulary | None = None) -> Reading:
    """The three texts together. Only what she can is a list of words; elsewhere people write sentences, and what those
    say beside work is nobody's unknown word."""
    words = words or vocabulary.current()
    can, did, wants = words.resolve(skills), words.resolve(experience), words.resolve(wish)
    return Reading(
        skills=_first((*can.concepts, *did.concepts)),
        wishes=_first((*wants.concepts, *wants.wishes, *can.wishes, *did.wishes)),
        denied=_first((*can.denied, *did.denied, *wants.denied)),
        unknown=can.unknown,
    )


def read_member(member: Member, words: Vocabulary | None = None) -> Reading:
    """`words`: another vocabulary than the one of today."""
    skills, experience, wish = (getattr(member, name) or "" for name in TEXTS)
    return read(skills, experience, wish, words)


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
    _note(member, after, known)
    session = object_session(member)
    if session is not None:
        session.flush()


def understand_again(*, member: Member, words_before: Vocabulary | None) -> bool:
    """After the vocabulary changed: adds what is understood only now, takes out what is no longer. True when it did.

    What staff chose, levelled or took away was no different before the change, so it stays."""
    before, after = read_member(member, words_before), read_member(member)
    ids = codes_to_ids()
    was = {(role, ids[code]) for role, code in before.found()}
    said = {(role, ids[code]): found for (role, code), found in after.found().items()}
    held = {(row.role, row.concept_id): row for row in member.concepts}
    new = [(key, found) for key, found in said.items() if key not in was and key not in held]
    gone = [row for key, row in held.items() if key in was and key not in said and row.source == ConceptSource.TEXT]
    member.concepts += [_concept(concept_id, role, found) for (role, concept_id), found in new]
    for row in gone:
        member.concepts.remove(row)
    _note(member, after, before)
    return bool(new or gone)


def _note(member: Member, after: Reading, before: Reading) -> None:
    new = [phrase for phrase in after.unknown if phrase not in before.unknown]
    names = (member.first_name, member.last_name or "", member.father_name or "")
    note_unknown(new, member_id=member.id, names=names)


def _concept(concept_id: int, role: ConceptRole, found: Found) -> MemberConcept:
    return MemberConcept(
        concept_id=concept_id,
        role=role,
        source=ConceptSource.TEXT,
        words=found.matched[:LONGEST_WORDS],
        confidence=found.confidence,
        level=found.level if role == ConceptRole.SKILL else None,
    )
