"""Changing a concept: how people say it, what it is, what comes near, a new one. For all centres at once."""

import re
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from crm.audit.enums import Action
from crm.audit.operations import record, record_changes
from crm.extensions import db
from crm.i18n import LANGUAGES
from crm.skills.enums import FormOrigin
from crm.skills.fold import match_key, search_key
from crm.skills.models import Concept, ConceptAlias, ConceptForm, ConceptNeighbour
from crm.skills.operations import LONGEST

LONGEST_CODE = 50


class FormExists(Exception):
    """The concept is already called so."""


def add_form(*, concept: Concept, language: str, text: str, known_is_fine: bool = False) -> ConceptForm:
    """One more way to say it; one that was switched off is understood again. Raises FormExists, unless that is fine."""
    key = match_key(text)[:LONGEST]
    same = ConceptForm.concept_id == concept.id, ConceptForm.match_key == key, ConceptForm.language == language
    asked = select(ConceptForm).where(*same).order_by(ConceptForm.active.desc(), ConceptForm.id)
    form = db.session.scalars(asked).first()
    if form is not None and form.active:
        if not known_is_fine:
            raise FormExists
        return form
    if form is not None:
        switch_form(form=form, active=True)
        return form
    form = ConceptForm(concept=concept, language=language, text=text[:LONGEST], match_key=key, origin=FormOrigin.STAFF)
    db.session.add(form)
    db.session.flush()
    record(Action.CHANGED, concept, form=[None, f"{language}: {text}"])
    return form


def switch_form(*, form: ConceptForm, active: bool) -> None:
    """Off: nobody is understood by it any longer. It stays, so that an update does not bring it back."""
    if form.active == active:
        return
    form.active = active
    said = f"{form.language}: {form.text}"
    db.session.flush()
    record(Action.CHANGED, form.concept, form=[None, said] if active else [said, None])


def set_forms(*, concept: Concept, active_ids: set[int]) -> list[ConceptForm]:
    """Exactly these are understood. Gives the forms that changed."""
    changed = [form for form in concept.forms if form.active != (form.id in active_ids)]
    for form in changed:
        switch_form(form=form, active=form.id in active_ids)
    _touch(concept)
    return changed


def create_concept(**values: Any) -> Concept:
    """A concept the program does not ship. Its labels are understood from now on."""
    concept = Concept(code=_free_code(values["label_en"] or values["label_az"]), edited=True, **values)
    db.session.add(concept)
    db.session.flush()
    record(Action.CREATED, concept)
    _add_labels(concept)
    return concept


def change_concept(*, concept: Concept, **values: Any) -> list[ConceptForm]:
    """Labels, kind, field of work, ISCO code, how it is learnt. Gives the forms that are understood newly."""
    for name, value in values.items():
        setattr(concept, name, value)
    concept.edited = True
    record_changes(concept)
    db.session.flush()
    known = {form.id for form in concept.forms if form.active}
    return [form for form in _add_labels(concept) if form.id not in known]


def _add_labels(concept: Concept) -> list[ConceptForm]:
    labels = [(language, getattr(concept, f"label_{language}")) for language in LANGUAGES]
    said = [(language, text) for language, text in labels if match_key(text)]
    return [add_form(concept=concept, language=language, text=text, known_is_fine=True) for language, text in said]


def set_neighbours(*, concept: Concept, weights: Mapping[int, float]) -> None:
    """Concept id -> how far having it counts, 0 to 1; 0 says that it does not. What is not named stays."""
    links = {
        link.neighbour_id: link
        for link in db.session.scalars(select(ConceptNeighbour).where(ConceptNeighbour.concept_id == concept.id))
    }
    for neighbour_id, weight in weights.items():
        link = links.get(neighbour_id)
        before = link.weight if link else 0.0
        if neighbour_id == concept.id or abs(before - weight) < 0.001:
            continue
        if link is None:
            link = ConceptNeighbour(concept_id=concept.id, neighbour_id=neighbour_id, weight=weight)
            db.session.add(link)
        link.weight, link.origin = weight, FormOrigin.STAFF
        code = db.session.scalar(select(Concept.code).where(Concept.id == neighbour_id))
        record(Action.CHANGED, concept, near=[f"{code} {before:.0%}" if before else None, f"{code} {weight:.0%}"])
    _touch(concept)


def _touch(concept: Concept) -> None:
    """Its version grows: a second person with the old list is told."""
    flag_modified(concept, "edited")
    db.session.flush()


def _free_code(name: str) -> str:
    """kebab-case, as the shipped ones; numbered when taken, also by one that is part of another now."""
    stem = re.sub(r"[^a-z0-9]+", "-", match_key(name) if not name.isascii() else search_key(name)).strip("-")
    stem = stem[:LONGEST_CODE] or "concept"
    used = select(Concept.code).where(Concept.code.startswith(stem, autoescape=True))
    merged = select(ConceptAlias.code).where(ConceptAlias.code.startswith(stem, autoescape=True))
    taken = {*db.session.scalars(used), *db.session.scalars(merged)}
    return next(code for code in (stem, *(f"{stem}-{n}" for n in range(2, 10_000))) if code not in taken)
