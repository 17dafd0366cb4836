"""Changing the vocabulary: loading what the program ships with, new forms, words that were not understood."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from sqlalchemy import select

from crm.audit.enums import Action
from crm.audit.operations import record
from crm.config import ROOT
from crm.extensions import db
from crm.skills.concept_file import ConceptRow, read_skills_csv
from crm.skills.enums import ConceptKind, FormOrigin
from crm.skills.fold import match_key
from crm.skills.models import Concept, ConceptForm, ConceptNeighbour, UnknownPhrase

SHIPPED = ROOT / "crm" / "data" / "skills.csv"
LONGEST = 200
#: Papers that are had in days: a health certificate or an electronic signature is no obstacle, only an errand.
QUICK = frozenset(
    {"medical-book", "hygiene-cert", "fire-safety-cert", "no-criminal-record", "e-signature", "bank-card"}
)
HARD_KINDS = frozenset({ConceptKind.LICENCE, ConceptKind.LANGUAGE})


class FormExists(Exception):
    """The concept is already called so."""


def load_vocabulary(path: Path = SHIPPED) -> None:
    """The shipped concepts, forms and neighbours into the tables. Repeatable: ids stay, what staff added stays."""
    rows = read_skills_csv(path)
    known = {concept.code: concept for concept in db.session.scalars(select(Concept))}
    for row in rows:
        concept = known.setdefault(row.code, Concept(code=row.code))
        _describe(concept, row)
        db.session.add(concept)
    db.session.flush()
    ids = {row.code: known[row.code].id for row in rows}
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
    wanted = {
        (ids[row.code], ids[other]): weight
        for row in rows
        for other, weight in row.related.items()
        if other in ids and other != row.code and weight > 0
    }
    shipped_for = set(ids.values())
    for link in db.session.scalars(select(ConceptNeighbour)):
        weight = wanted.pop((link.concept_id, link.neighbour_id), None)
        if weight is not None:
            link.weight = weight
        elif link.concept_id in shipped_for and link.neighbour_id in shipped_for:
            db.session.delete(link)
    for (concept_id, neighbour_id), weight in wanted.items():
        db.session.add(ConceptNeighbour(concept_id=concept_id, neighbour_id=neighbour_id, weight=weight))


def add_form(*, concept: Concept, language: str, text: str) -> ConceptForm:
    """One more way to say it, for all centres. Raises FormExists."""
    key = match_key(text)[:LONGEST]
    same = ConceptForm.concept_id == concept.id, ConceptForm.match_key == key, ConceptForm.language == language
    if db.session.scalar(select(ConceptForm.id).where(*same).limit(1)):
        raise FormExists
    form = ConceptForm(concept=concept, language=language, text=text, match_key=key, origin=FormOrigin.STAFF)
    db.session.add(form)
    db.session.flush()
    record(Action.CHANGED, concept, form=[None, f"{language}: {text}"])
    return form


def note_unknown(phrases: Iterable[str]) -> None:
    """Counts each phrase that was not understood, whatever its spelling. One query, however many."""
    said: dict[str, str] = {}
    for phrase in phrases:
        key = match_key(phrase)[:LONGEST]
        if key:
            said.setdefault(key, phrase.strip()[:LONGEST])
    if not said:
        return
    known = {
        phrase.match_key: phrase
        for phrase in db.session.scalars(select(UnknownPhrase).where(UnknownPhrase.match_key.in_(said)))
    }
    for key, text in said.items():
        if key in known:
            known[key].times = UnknownPhrase.times + 1
        else:
            db.session.add(UnknownPhrase(match_key=key, text=text))
    db.session.flush()


def attach(*, phrase: UnknownPhrase, concept: Concept, language: str) -> None:
    """From now on these words mean this concept, for all centres."""
    with suppress(FormExists):  # somebody added the words on the concept's own page meanwhile
        add_form(concept=concept, language=language, text=phrase.text)
    phrase.concept = concept
    db.session.flush()
    record(Action.CHANGED, phrase, concept=[None, concept.code])


def dismiss(*, phrase: UnknownPhrase) -> None:
    """No word of work: not shown again, still counted."""
    phrase.dismissed = True
    db.session.flush()
    record(Action.CHANGED, phrase, dismissed=[False, True])


def language_of(text: str) -> str:
    """Russian when it is written in Cyrillic, Azerbaijani otherwise: a first guess for the form's language."""
    return "ru" if any("а" <= letter <= "я" or letter == "ё" for letter in text.lower()) else "az"
