"""The vocabulary: concepts, their forms in three languages, neighbours, and phrases nobody understood yet."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from crm.db import Id, enum_type, now
from crm.extensions import Model
from crm.skills.enums import ConceptKind, FormOrigin


class Concept(Id, Model):
    """A skill, occupation, tool, licence or language under a stable code.

    `hard` is what nobody learns on the job (a diploma, a driving licence); `quick` is obtained in days."""

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

    forms: Mapped[list["ConceptForm"]] = relationship(back_populates="concept", order_by="ConceptForm.id")


class ConceptForm(Id, Model):
    """One way to say a concept. The preferred labels are forms too."""

    __tablename__ = "concept_forms"
    __table_args__ = (UniqueConstraint("concept_id", "language", "text"),)

    concept_id: Mapped[int] = mapped_column(ForeignKey("concepts.id"))
    language: Mapped[str] = mapped_column(String(2))
    text: Mapped[str] = mapped_column(String(200))
    match_key: Mapped[str] = mapped_column(String(200), index=True)
    origin: Mapped[FormOrigin] = mapped_column(enum_type(FormOrigin, "origin"), default=FormOrigin.SHIPPED)

    concept: Mapped[Concept] = relationship(back_populates="forms")


class ConceptNeighbour(Id, Model):
    """How far having `neighbour` counts where `concept` is needed, 0 to 1."""

    __tablename__ = "concept_neighbours"
    __table_args__ = (
        UniqueConstraint("concept_id", "neighbour_id"),
        CheckConstraint("weight > 0 AND weight <= 1", name="weight_in_range"),
    )

    concept_id: Mapped[int] = mapped_column(ForeignKey("concepts.id"))
    neighbour_id: Mapped[int] = mapped_column(ForeignKey("concepts.id"), index=True)
    weight: Mapped[float]


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
