"""The vocabulary of this installation, ready to be found in text: built from the database, kept until it changes."""

from collections.abc import Collection
from functools import lru_cache
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, and_, cast, func, or_, select

from crm.extensions import db
from crm.i18n import _
from crm.skills.concept_file import is_generic
from crm.skills.models import Concept, ConceptForm
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


def without(form_ids: Collection[int]) -> Vocabulary:
    """The vocabulary as it was before these forms were added or switched off. Built anew: half a second."""
    changed = ConceptForm.id.in_(form_ids)
    return _of(or_(and_(ConceptForm.active.is_(True), ~changed), and_(ConceptForm.active.is_(False), changed)))


def _stamp() -> tuple[Any, ...]:
    """How many forms there are, which, whose, and what the last one says: ids alone come back after an undone change."""
    whose = func.sum(cast(ConceptForm.id, BigInteger) * ConceptForm.concept_id)
    newest = select(func.count(ConceptForm.id), func.sum(ConceptForm.id), whose, func.max(ConceptForm.id))
    *sums, last = db.session.execute(newest.where(ConceptForm.active)).one()
    said = select(ConceptForm.concept_id, ConceptForm.language, ConceptForm.text).where(ConceptForm.id == last)
    return *sums, last, *(db.session.execute(said).one_or_none() or ())


@lru_cache(maxsize=2)
def _built(stamp: tuple[Any, ...]) -> Vocabulary:
    return _of(ConceptForm.active.is_(True))


def _of(forms: ColumnElement[bool]) -> Vocabulary:
    columns = select(Concept.code, ConceptForm.text, ConceptForm.language).join(ConceptForm.concept).where(forms)
    rows = db.session.execute(columns.order_by(ConceptForm.id)).all()
    return Vocabulary(Label(code, text, lang, is_generic(text)) for code, text, lang in rows)
