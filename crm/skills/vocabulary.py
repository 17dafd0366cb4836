"""The vocabulary of this installation, ready to be found in text: built from the database, kept until it changes."""

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select

from crm.esco import lookup
from crm.esco.models import EscoConcept
from crm.extensions import db
from crm.i18n import _
from crm.skills.concept_file import is_generic
from crm.skills.models import Concept, ConceptAlias, ConceptForm
from crm.skills.resolve import Found, Label, Vocabulary


def current() -> Vocabulary:
    """The same object until a form is added, moved or switched, in whatever process: one small query tells."""
    return _built(_stamp())


def suggested(text: str, limit: int = 8) -> list[Found]:
    """Concepts a person may mean while typing, best first."""
    return current().suggest(text, limit) if text.strip() else []


def meant(text: str) -> list[Found]:
    """The concepts a name typed or picked from a list means: called exactly so, or read from the words."""
    exact = [found for found in suggested(text, 3) if found.via == "exact"]
    return exact[:1] or list(current().resolve(text).concepts)


def did_you_mean(text: str) -> str:
    """For an error beside a field: the nearest names, or a word of advice."""
    near = ", ".join(found.label for found in suggested(text, 3))
    if near:
        return str(_("We do not know these words. Did you mean: %(near)s?", near=near))
    return str(_("We do not know these words. Try a simpler name of the work."))


def made_of(labels: Iterable[Label]) -> Vocabulary:
    """These names, with ESCO beyond them as today."""
    return Vocabulary(labels, lookup.linked if _stamp()[0] else None)


def labels_without(form_ids: Collection[int]) -> list[Label]:
    """The names as they were before these forms were added or switched off."""
    changed = ConceptForm.id.in_(form_ids)
    return _labels(or_(and_(ConceptForm.active.is_(True), ~changed), and_(ConceptForm.active.is_(False), changed)))


def _stamp() -> tuple[Any, ...]:
    """How many forms there are and what the last one says (its id alone comes back after an undone change), which are
    switched off, the last merging, and whether ESCO is there. All of it is read from indexes and single rows."""
    esco = select(EscoConcept.id).where(EscoConcept.concept_id.is_not(None)).exists()
    newest = select(func.count(ConceptForm.id), func.max(ConceptForm.id), esco)
    count, last, linked = db.session.execute(newest).one()
    said = select(ConceptForm.concept_id, ConceptForm.language, ConceptForm.text).where(ConceptForm.id == last)
    off = select(ConceptForm.id).where(ConceptForm.active.is_(False)).order_by(ConceptForm.id)
    merged = select(ConceptAlias.former_id, ConceptAlias.concept_id).order_by(ConceptAlias.id.desc()).limit(1)
    return (
        bool(linked),
        count,
        last,
        *(db.session.execute(said).one_or_none() or ()),
        tuple(db.session.scalars(off)),
        *(db.session.execute(merged).one_or_none() or ()),
    )


@lru_cache(maxsize=2)
def _built(stamp: tuple[Any, ...]) -> Vocabulary:
    return Vocabulary(_labels(ConceptForm.active.is_(True)), lookup.linked if stamp[0] else None)


def _labels(forms: ColumnElement[bool]) -> list[Label]:
    columns = select(Concept.code, ConceptForm.text, ConceptForm.language).join(ConceptForm.concept).where(forms)
    rows = db.session.execute(columns.order_by(ConceptForm.id)).all()
    return [Label(code, text, lang, is_generic(text)) for code, text, lang in rows]
