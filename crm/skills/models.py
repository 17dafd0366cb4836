"""The vocabulary: concepts, their forms in three languages, neighbours, and phrases nobody understood yet."""

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from crm.db import Id, Versioned, enum_type, now
from crm.extensions import Model
from crm.skills.enums import ConceptKind, FormOrigin, Learning


class Concept(Id, Versioned, Model):
    """A skill, occupation, tool, licence or language under a stable code.

    `hard` is what nobody learns on the job (a diploma, a driving licence); `quick` is obtained in days. What staff
    `edited`, an update of the program leaves as it is."""

    __tablename__ = "concepts"

    code: Mapped[str] = mapped_column(String(60), unique=True)
    kind: Mapped[ConceptKind] = mapped_column(enum_type(ConceptKind, "kind"))
    group: Mapped[str] = mapped_column(String(40), index=True)
    isco: Mapped[str] = mapped_column(String(40), default="")
    label_az: Mapped[str] = mapped_column(String(200))
    label_ru: Mapped[str] = mapped_column(String(200))
    label_en: Mapped[str] = mapped_column(String(200))
    hard: Mapped[bool] = mapped_column(default=False)
    quick: Mapped[bool] = mapped_column(default=False)
    edited: Mapped[bool] = mapped_column(default=False)

    forms: Mapped[list["ConceptForm"]] = relationship(back_populates="concept", order_by="ConceptForm.id")

    @property
    def learning(self) -> Learning:
        return Learning.HARD if self.hard else Learning.QUICK if self.quick else Learning.ORDINARY

    @learning.setter
    def learning(self, learning: Learning) -> None:
        self.hard, self.quick = learning == Learning.HARD, learning == Learning.QUICK


class ConceptAlias(Id, Model):
    """The code of a concept that became part of another one: lists and updates of the program still name it."""

    __tablename__ = "concept_aliases"

    code: Mapped[str] = mapped_column(String(60), unique=True)
    former_id: Mapped[int] = mapped_column(index=True)
    concept_id: Mapped[int] = mapped_column(ForeignKey("concepts.id"), index=True)


class ConceptForm(Id, Model):
    """One way to say a concept. The preferred labels are forms too.

    One that misleads is switched off and stays, so that an update of the program does not bring it back."""

    __tablename__ = "concept_forms"
    __table_args__ = (UniqueConstraint("concept_id", "language", "text"),)

    concept_id: Mapped[int] = mapped_column(ForeignKey("concepts.id"))
    language: Mapped[str] = mapped_column(String(2))
    text: Mapped[str] = mapped_column(String(200))
    match_key: Mapped[str] = mapped_column(String(200), index=True)
    origin: Mapped[FormOrigin] = mapped_column(enum_type(FormOrigin, "origin"), default=FormOrigin.SHIPPED)
    active: Mapped[bool] = mapped_column(default=True, index=True)

    concept: Mapped[Concept] = relationship(back_populates="forms")


class ConceptNeighbour(Id, Model):
    """How far having `neighbour` counts where `concept` is needed, up to 1. 0: staff says it does not count."""

    __tablename__ = "concept_neighbours"
    __table_args__ = (
        UniqueConstraint("concept_id", "neighbour_id"),
        CheckConstraint("weight >= 0 AND weight <= 1", name="weight_in_range"),
    )

    concept_id: Mapped[int] = mapped_column(ForeignKey("concepts.id"))
    neighbour_id: Mapped[int] = mapped_column(ForeignKey("concepts.id"), index=True)
    weight: Mapped[float]
    origin: Mapped[FormOrigin] = mapped_column(enum_type(FormOrigin, "origin"), default=FormOrigin.SHIPPED)


class UnknownPhrase(Id, Model):
    """Words that were not understood, with how often they were typed; attached to a concept once, for all centres."""

    __tablename__ = "unknown_phrases"

    match_key: Mapped[str] = mapped_column(String(200), unique=True)
    text: Mapped[str] = mapped_column(String(200))
    times: Mapped[int] = mapped_column(default=1)
    concept_id: Mapped[int | None] = mapped_column(ForeignKey("concepts.id"), index=True)
    dismissed: Mapped[bool] = mapped_column(default=False)
    first_seen: Mapped[datetime] = mapped_column(default=now)

    concept: Mapped[Concept | None] = relationship()


class PhraseSighting(Id, Model):
    """Whose text said the words, so that her own centre can see them in their place."""

    __tablename__ = "phrase_sightings"
    __table_args__ = (
        UniqueConstraint("phrase_id", "member_id"),
        UniqueConstraint("phrase_id", "vacancy_id"),
        CheckConstraint("(member_id IS NULL) <> (vacancy_id IS NULL)", name="in_one_text"),
    )

    phrase_id: Mapped[int] = mapped_column(ForeignKey("unknown_phrases.id", ondelete="CASCADE"))
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id", ondelete="CASCADE"), index=True)
    vacancy_id: Mapped[int | None] = mapped_column(ForeignKey("vacancies.id", ondelete="CASCADE"), index=True)


class Rereading(Id, Model):
    """All texts read again because `form_ids` of a concept were added or switched off. Goes on where it stopped.

    `words` are beginnings of words: texts with none of them need no second reading. `busy_until`: somebody is at it."""

    __tablename__ = "rereadings"

    concept_id: Mapped[int | None] = mapped_column(ForeignKey("concepts.id", ondelete="SET NULL"), index=True)
    form_ids: Mapped[list[int]] = mapped_column(JSON)
    words: Mapped[list[str]] = mapped_column(JSON)
    total: Mapped[int] = mapped_column(default=0)
    done: Mapped[int] = mapped_column(default=0)
    changed: Mapped[int] = mapped_column(default=0)
    last_member_id: Mapped[int] = mapped_column(default=0)
    last_vacancy_id: Mapped[int] = mapped_column(default=0)
    begun_at: Mapped[datetime] = mapped_column(default=now)
    finished_at: Mapped[datetime | None] = mapped_column(index=True)
    busy_until: Mapped[datetime | None]

    concept: Mapped[Concept | None] = relationship()
