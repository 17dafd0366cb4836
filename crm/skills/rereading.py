"""All texts read again after the vocabulary changed, in small steps with a count of how far it is.

What a person chose or took away stays: only what the changed forms alone bring in or take out is changed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import Select, func, or_, select

from crm import background
from crm.background import Hold
from crm.db import now
from crm.extensions import db
from crm.members import understanding
from crm.members.models import Member
from crm.skills import vocabulary
from crm.skills.fold import match_key
from crm.skills.models import Concept, ConceptForm, Rereading
from crm.skills.resolve import Label, Vocabulary
from crm.vacancies import operations as vacancies
from crm.vacancies.enums import VacancyState
from crm.vacancies.models import Vacancy

Record = TypeVar("Record", Member, Vacancy)

#: Texts looked at and texts read in one step: how long others wait to write.
LOOKED_AT, READ = 500, 20
#: Letters of a form's longest word that a text must hold: endings and misspellings come later in a word.
BEGINNING = 3
#: Vacancies that are over stay as they were.
STATES = (VacancyState.DRAFT, VacancyState.WAITING, VacancyState.OPEN)


def begin(*, concept: Concept, forms: Collection[ConceptForm]) -> None:
    """Notes that all texts are to be read again, and goes on with it once the change is saved."""
    words = {max(form.match_key.split(), key=len)[:BEGINNING] for form in forms if form.match_key}
    if not words:
        return
    total = (db.session.scalar(select(func.count()).select_from(Member)) or 0) + (
        db.session.scalar(select(func.count()).select_from(Vacancy).where(Vacancy.state.in_(STATES))) or 0
    )
    form_ids = sorted(form.id for form in forms)
    db.session.add(Rereading(concept=concept, form_ids=form_ids, words=sorted(words), total=total))
    db.session.flush()
    background.after_answer(go_on)


def go_on() -> None:
    """In the background, unless somebody is at it."""
    background.keep_on(Turn().step)


def go_on_if_stopped(readings: Collection[Rereading]) -> None:
    """After a process ended in the middle."""
    if any(one.finished_at is None and background.has_stopped(one) for one in readings):
        go_on()


def under_way() -> Select[Rereading]:
    """Those not finished, and those that ended a moment ago."""
    recent = Rereading.finished_at > now() - background.PATIENCE
    return select(Rereading).where(or_(Rereading.finished_at.is_(None), recent)).order_by(Rereading.id)


@dataclass
class Turn:
    """One thread at work."""

    hold: Hold = field(default_factory=Hold)
    rereading_id: int = 0
    labels_before: list[Label] = field(default_factory=list)
    words_before: Vocabulary | None = None

    def step(self) -> bool:
        """The next few texts; False when nothing is left or somebody else is at it."""
        if self.labels_before:  # this takes a second, so it is done before anything is locked
            self.words_before, self.labels_before = vocabulary.made_of(self.labels_before), []
        reading = self._take()
        if reading is None:
            return False
        if self.rereading_id != reading.id:
            self.rereading_id, self.labels_before = reading.id, vocabulary.labels_without(reading.form_ids)
            return True
        looked_at = self._members(reading) or self._vacancies(reading)
        reading.done = min(reading.done + looked_at, reading.total)
        if not looked_at:
            reading.done, reading.finished_at = reading.total, now()
            self.hold.let_go(reading)
        db.session.flush()
        return True

    def _take(self) -> Rereading | None:
        first = select(func.min(Rereading.id)).where(Rereading.finished_at.is_(None)).scalar_subquery()
        return self.hold.take(Rereading, Rereading.id == first)

    def _members(self, reading: Rereading) -> int:
        """How many were looked at; 0 at the end."""
        texts = (getattr(Member, name) for name in understanding.TEXTS)
        asked = select(Member.id, *texts).where(Member.id > reading.last_member_id).order_by(Member.id)
        looked_at, found = _some(asked, reading.words)
        for member in _loaded(Member, found):
            if understanding.understand_again(member=member, words_before=self.words_before):
                reading.changed += 1
        reading.last_member_id = looked_at[-1] if looked_at else reading.last_member_id
        return len(looked_at)

    def _vacancies(self, reading: Rereading) -> int:
        asked = select(Vacancy.id, Vacancy.text).where(Vacancy.id > reading.last_vacancy_id, Vacancy.state.in_(STATES))
        looked_at, found = _some(asked.order_by(Vacancy.id), reading.words)
        for vacancy in _loaded(Vacancy, found):
            if vacancies.understand_again(vacancy=vacancy, words_before=self.words_before):
                reading.changed += 1
        reading.last_vacancy_id = looked_at[-1] if looked_at else reading.last_vacancy_id
        return len(looked_at)


def _some(asked: Select[*tuple[Any, ...]], words: Sequence[str]) -> tuple[list[int], list[int]]:
    """Ids of the next texts that were looked at, and of those among them that hold one of the words."""
    looked_at: list[int] = []
    found: list[int] = []
    for text_id, *texts in db.session.execute(asked.limit(LOOKED_AT)).all():
        key = match_key(" ".join(text or "" for text in texts))
        looked_at.append(text_id)
        if any(word in key for word in words):
            found.append(text_id)
        if len(found) == READ:
            break
    return looked_at, found


def _loaded(model: type[Record], ids: list[int]) -> Sequence[Record]:
    return db.session.scalars(select(model).where(model.id.in_(ids)).order_by(model.id)).all() if ids else ()
