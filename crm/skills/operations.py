"""Loading the vocabulary the program ships with. What staff changed in it is in editing.py, phrases.py and merging.py."""

from pathlib import Path

from sqlalchemy import select

from crm.config import ROOT
from crm.extensions import db
from crm.skills.concept_file import ConceptRow, read_skills_csv
from crm.skills.enums import ConceptKind, FormOrigin
from crm.skills.fold import match_key
from crm.skills.models import Concept, ConceptAlias, ConceptForm, ConceptNeighbour

SHIPPED = ROOT / "crm" / "data" / "skills.csv"
LONGEST = 200
#: Papers that are had in days: a health certificate or an electronic signature is no obstacle, only an errand.
QUICK = frozenset(
    {"medical-book", "hygiene-cert", "fire-safety-cert", "no-criminal-record", "e-signature", "bank-card"}
)
HARD_KINDS = frozenset({ConceptKind.LICENCE, ConceptKind.LANGUAGE})


def load_vocabulary(path: Path = SHIPPED) -> None:
    """The shipped concepts, forms and neighbours into the tables. Repeatable: ids stay, what staff changed stays."""
    rows = read_skills_csv(path)
    known = {concept.code: concept for concept in db.session.scalars(select(Concept))}
    merged = {alias.code: alias.concept_id for alias in db.session.scalars(select(ConceptAlias))}
    for row in rows:
        if row.code in merged:
            continue
        concept = known.setdefault(row.code, Concept(code=row.code))
        if not concept.edited:
            _describe(concept, row)
        db.session.add(concept)
    db.session.flush()
    ids = {row.code: merged.get(row.code) or known[row.code].id for row in rows}
    _load_forms(rows, ids)
    _load_neighbours(rows, ids)
    db.session.flush()


def _describe(concept: Concept, row: ConceptRow) -> None:
    concept.kind = ConceptKind[row.kind.upper()]
    concept.group, concept.isco = row.group, row.isco
    concept.label_az, concept.label_ru, concept.label_en = (row.labels.get(lang, "") for lang in ("az", "ru", "en"))
    concept.quick = row.code in QUICK
    concept.hard = concept.kind in HARD_KINDS and not concept.quick


def _load_forms(rows: list[ConceptRow], ids: dict[str, int]) -> None:
    wanted = {
        (ids[row.code], name.lang, name.text[:LONGEST]): match_key(name.text)[:LONGEST]
        for row in rows
        for name in row.names()
    }
    shipped_for = set(ids.values())
    for form in db.session.scalars(select(ConceptForm)):
        still_there = wanted.pop((form.concept_id, form.language, form.text), None) is not None
        if not still_there and form.origin == FormOrigin.SHIPPED and form.concept_id in shipped_for:
            db.session.delete(form)
    for (concept_id, lang, text), key in wanted.items():
        db.session.add(ConceptForm(concept_id=concept_id, language=lang, text=text, match_key=key))


def _load_neighbours(rows: list[ConceptRow], ids: dict[str, int]) -> None:
    wanted: dict[tuple[int, int], float] = {}
    for row in rows:
        for other, weight in row.related.items():
            if other in ids and ids[other] != ids[row.code] and weight > 0:
                pair = ids[row.code], ids[other]
                wanted[pair] = max(weight, wanted.get(pair, 0.0))
    shipped_for = set(ids.values())
    for link in db.session.scalars(select(ConceptNeighbour)):
        weight = wanted.pop((link.concept_id, link.neighbour_id), 0.0)
        if link.origin == FormOrigin.STAFF:
            continue
        if weight:
            link.weight = weight
        elif link.concept_id in shipped_for and link.neighbour_id in shipped_for:
            db.session.delete(link)
    for (concept_id, neighbour_id), weight in wanted.items():
        db.session.add(ConceptNeighbour(concept_id=concept_id, neighbour_id=neighbour_id, weight=weight))
