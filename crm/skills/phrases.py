"""Words that were not understood: counted with where they stood, attached to a concept once, or put aside."""

from collections.abc import Iterable

from sqlalchemy import select

from crm.audit.enums import Action
from crm.audit.operations import record
from crm.extensions import db
from crm.skills.editing import add_form, switch_form
from crm.skills.fold import match_key
from crm.skills.models import Concept, ConceptForm, PhraseSighting, UnknownPhrase
from crm.skills.operations import LONGEST
from crm.skills.private import is_private


def note_unknown(
    phrases: Iterable[str],
    *,
    member_id: int | None = None,
    vacancy_id: int | None = None,
    names: Iterable[str] = (),
) -> None:
    """Counts each phrase that was not understood, whatever its spelling, and whose text said it. Three queries at most.

    What may name a person or hold a number is left out; `names` are those that the text may say."""
    names = list(names)
    said: dict[str, str] = {}
    for phrase in phrases:
        key = match_key(phrase)[:LONGEST]
        if key and not is_private(phrase, names):
            said.setdefault(key, phrase.strip()[:LONGEST])
    if not said:
        return
    asked = select(UnknownPhrase).where(UnknownPhrase.match_key.in_(said))
    known = {phrase.match_key: phrase for phrase in db.session.scalars(asked)}
    seen = _seen(member_id, vacancy_id)
    for key, text in said.items():
        if key not in known:
            known[key] = UnknownPhrase(match_key=key, text=text)
            db.session.add(known[key])
        elif known[key].id not in seen:
            known[key].times = UnknownPhrase.times + 1
    db.session.flush()
    if member_id or vacancy_id:
        new = [phrase for phrase in known.values() if phrase.id not in seen]
        db.session.add_all(PhraseSighting(phrase_id=one.id, member_id=member_id, vacancy_id=vacancy_id) for one in new)
        db.session.flush()


def _seen(member_id: int | None, vacancy_id: int | None) -> set[int]:
    """Ids of the phrases this text was seen to say before: reading it again counts none of them twice."""
    if not (member_id or vacancy_id):
        return set()
    here = PhraseSighting.member_id == member_id if member_id else PhraseSighting.vacancy_id == vacancy_id
    return set(db.session.scalars(select(PhraseSighting.phrase_id).where(here)))


def attach(*, phrase: UnknownPhrase, concept: Concept, language: str) -> ConceptForm:
    """From now on these words mean this concept, for all centres. Gives the form, which may have been there already."""
    form = add_form(concept=concept, language=language, text=phrase.text, known_is_fine=True)
    phrase.concept, phrase.dismissed = concept, False
    db.session.flush()
    record(Action.CHANGED, phrase, concept=[None, concept.code])
    return form


def dismiss(*, phrase: UnknownPhrase) -> None:
    """No word of work: not shown again, still counted."""
    phrase.dismissed = True
    db.session.flush()
    record(Action.CHANGED, phrase, dismissed=[False, True])


def take_up_again(*, phrase: UnknownPhrase) -> list[ConceptForm]:
    """Undoes `attach` or `dismiss`: the words wait again. Gives the forms that are no longer understood by it."""
    concept, was_aside = phrase.concept, phrase.dismissed
    phrase.concept, phrase.dismissed = None, False
    same = ConceptForm.match_key == phrase.match_key, ConceptForm.active
    forms = []
    if concept is not None:
        forms = list(db.session.scalars(select(ConceptForm).where(ConceptForm.concept_id == concept.id, *same)))
    for form in forms:
        switch_form(form=form, active=False)
    db.session.flush()
    record(
        Action.CHANGED, phrase, **({"concept": [concept.code, None]} if concept else {"dismissed": [was_aside, False]})
    )
    return forms


def language_of(text: str) -> str:
    """Russian when it is written in Cyrillic, Azerbaijani otherwise: a first guess for the form's language."""
    return "ru" if any("а" <= letter <= "я" or letter == "ё" for letter in text.lower()) else "az"
