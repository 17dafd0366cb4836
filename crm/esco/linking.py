"""Which concepts of ESCO mean which of ours: linked where that is safe, proposed to a person where it is only likely.

Safe is: ESCO's preferred name is, in its own language, a name of exactly one concept of ours, of the same kind, and no
ISCO code speaks against it. ESCO's other names, and names that are merely alike, are proposals."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, insert, select, update

from crm.esco.importing import batches
from crm.esco.models import EscoConcept, EscoLabel, EscoProposal
from crm.extensions import db
from crm.skills.concept_file import is_generic
from crm.skills.enums import ConceptKind
from crm.skills.linking import Linker
from crm.skills.models import Concept, ConceptForm

#: How sure a proposal is: ESCO's preferred name is one of ours but the kind, the ISCO code or another concept of ours
#: speaks against it; another name of ESCO's is one of ours; the names are alike.
DOUBTED, OTHER_NAME, LEAST_ALIKE = 0.9, 0.8, 0.5
#: Alike names that are proposed for one concept of ours, and how many names of ours are compared.
PROPOSED_EACH, COMPARED_EACH = 2, 4
#: The language in which names are compared by likeness: every concept of ESCO and of ours has one in it.
COMPARED = "en"


@dataclass
class Linked:
    """What a run added."""

    links: int = 0
    proposals: int = 0


@dataclass(frozen=True, slots=True)
class _Esco:
    id: int
    occupation: bool
    isco: str
    linked: bool


def link_all(say: Callable[[str], None]) -> Linked:
    """Links and proposals for the whole vocabulary. What a person decided, and what is linked, stays."""
    done = Linked()
    columns = select(EscoConcept.id, EscoConcept.occupation, EscoConcept.isco, EscoConcept.concept_id.is_not(None))
    theirs = {row[0]: _Esco(*row) for row in db.session.execute(columns).all()}
    ours = {row.id: row for row in db.session.execute(select(Concept.id, Concept.kind, Concept.isco, Concept.label_en))}
    decided = {tuple(row) for row in db.session.execute(select(EscoProposal.esco_id, EscoProposal.concept_id))}
    links: dict[int, int] = {}
    proposed: dict[tuple[int, int], float] = {}
    for esco_id, meant, preferred in _called_like_ours():
        one = theirs[esco_id]
        fitting = [concept_id for concept_id in meant if _fits(one, ours[concept_id])]
        if preferred and len(meant) == 1 and fitting and (esco_id, fitting[0]) not in decided:
            links.setdefault(esco_id, fitting[0])
        for concept_id in meant:
            score = DOUBTED if preferred else OTHER_NAME
            proposed[esco_id, concept_id] = max(score, proposed.get((esco_id, concept_id), 0.0))
    links = {esco_id: concept_id for esco_id, concept_id in links.items() if not theirs[esco_id].linked}
    for esco_id, concept_id in links.items():
        db.session.execute(update(EscoConcept).where(EscoConcept.id == esco_id).values(concept_id=concept_id))
    done.links = len(links)
    found = set(db.session.scalars(select(EscoConcept.concept_id).where(EscoConcept.concept_id.is_not(None))))
    found |= {concept_id for _, concept_id in proposed}
    say("Looking for names that are alike …")
    for concept_id, esco_id, score in _alike(
        {row.id: _is_occupation(row) for row in ours.values() if row.id not in found}
    ):
        proposed.setdefault((esco_id, concept_id), score)
    taken = links.keys() | {one.id for one in theirs.values() if one.linked}
    new = [
        {"esco_id": esco_id, "concept_id": concept_id, "score": round(min(1.0, score), 3), "refused": False}
        for (esco_id, concept_id), score in proposed.items()
        if esco_id not in taken and (esco_id, concept_id) not in decided
    ]
    for part in batches(new):
        db.session.execute(insert(EscoProposal), part)
    done.proposals = len(new)
    db.session.expire_all()
    return done


def _called_like_ours() -> Iterator[tuple[int, frozenset[int], bool]]:
    """(ESCO's id, ours of the same name in the same language, whether it is ESCO's preferred name)."""
    by_name: dict[tuple[str, str], set[int]] = defaultdict(set)
    forms = select(ConceptForm.concept_id, ConceptForm.language, ConceptForm.text, ConceptForm.match_key)
    for concept_id, language, text, key in db.session.execute(forms.where(ConceptForm.active)).all():
        if key and not is_generic(text):
            by_name[language, key].add(concept_id)
    labels = select(EscoLabel.esco_id, EscoLabel.language, EscoLabel.match_key, EscoLabel.preferred)
    for part in batches(sorted({key for _, key in by_name})):
        asked = labels.where(EscoLabel.match_key.in_(part)).order_by(EscoLabel.preferred.desc(), EscoLabel.id)
        for esco_id, language, key, preferred in db.session.execute(asked).all():
            if meant := by_name.get((language, key)):
                yield esco_id, frozenset(meant), preferred


def _alike(wanting: dict[int, bool]) -> Iterator[tuple[int, int, float]]:
    """(ours, ESCO's, how alike) of preferred names of the same kind, for concepts that found nobody of their name."""
    asked = select(EscoConcept.occupation, EscoConcept.id, EscoLabel.text).join(EscoConcept)
    asked = asked.where(EscoLabel.preferred, EscoLabel.language == COMPARED, EscoConcept.concept_id.is_(None))
    theirs: dict[bool, list[tuple[str, str]]] = {True: [], False: []}
    for occupation, esco_id, text in db.session.execute(asked.order_by(EscoLabel.id)).all():
        theirs[occupation].append((str(esco_id), text))
    linkers = {occupation: Linker(names) for occupation, names in theirs.items() if names}
    ours: dict[int, list[str]] = defaultdict(list)
    forms = select(ConceptForm.concept_id, ConceptForm.text).where(ConceptForm.language == COMPARED, ConceptForm.active)
    for concept_id, text in db.session.execute(forms.order_by(ConceptForm.id)).all():
        ours[concept_id].append(text)
    for concept_id, occupation in wanting.items():
        best: dict[int, float] = {}
        for text in ours[concept_id][:COMPARED_EACH] if occupation in linkers else ():
            for hit in linkers[occupation].rank(text, PROPOSED_EACH):
                best[int(hit.id)] = max(hit.score, best.get(int(hit.id), 0.0))
        for esco_id in sorted(best, key=lambda one: -best[one])[:PROPOSED_EACH]:
            if best[esco_id] >= LEAST_ALIKE:
                yield concept_id, esco_id, best[esco_id]


def _fits(theirs: _Esco, ours: Row[*tuple[Any, ...]]) -> bool:
    """The same kind, and ISCO codes that do not contradict: ESCO's go deeper than four digits, ours may be several."""
    codes = _ISCO.findall(ours.isco)
    return theirs.occupation == _is_occupation(ours) and (not theirs.isco or not codes or theirs.isco[:4] in codes)


def _is_occupation(ours: Row[*tuple[Any, ...]]) -> bool:
    return bool(ours.kind == ConceptKind.OCCUPATION)


_ISCO = re.compile(r"\d{4}")
