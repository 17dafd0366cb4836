"""ESCO beside our own vocabulary: its concepts with their names, and which of ours they mean.

Its names, a hundred thousand and more that nobody here chose, are looked up and never held in memory."""

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from crm.db import Id, enum_type
from crm.esco.enums import RelationKind
from crm.extensions import Model
from crm.skills.models import Concept

LONGEST_NAME = 400


class EscoConcept(Id, Model):
    """An occupation or skill of ESCO by its URI. `concept` is ours that it means; several may mean the same one."""

    __tablename__ = "esco_concepts"

    uri: Mapped[str] = mapped_column(String(200), unique=True)
    occupation: Mapped[bool]
    isco: Mapped[str] = mapped_column(String(40), default="")
    concept_id: Mapped[int | None] = mapped_column(ForeignKey(Concept.id), index=True)

    concept: Mapped[Concept | None] = relationship()


class EscoLabel(Id, Model):
    """One of its names in one language."""

    __tablename__ = "esco_labels"
    __table_args__ = (UniqueConstraint("esco_id", "language", "text"),)

    esco_id: Mapped[int] = mapped_column(ForeignKey(EscoConcept.id))
    language: Mapped[str] = mapped_column(String(10))
    text: Mapped[str] = mapped_column(String(LONGEST_NAME))
    match_key: Mapped[str] = mapped_column(String(LONGEST_NAME), index=True)
    preferred: Mapped[bool] = mapped_column(default=False)


class EscoRelation(Id, Model):
    """What an occupation or a skill needs (essential, optional), and what is broader than it."""

    __tablename__ = "esco_relations"
    __table_args__ = (UniqueConstraint("esco_id", "other_id", "kind"),)

    esco_id: Mapped[int] = mapped_column(ForeignKey(EscoConcept.id))
    other_id: Mapped[int] = mapped_column(ForeignKey(EscoConcept.id), index=True)
    kind: Mapped[RelationKind] = mapped_column(enum_type(RelationKind, "kind"))


class EscoProposal(Id, Model):
    """Perhaps the same as ours: a person decides. A refused one stays, so that it is not proposed or linked again."""

    __tablename__ = "esco_proposals"
    __table_args__ = (
        UniqueConstraint("esco_id", "concept_id"),
        CheckConstraint("score >= 0 AND score <= 1", name="score_in_range"),
    )

    esco_id: Mapped[int] = mapped_column(ForeignKey(EscoConcept.id))
    concept_id: Mapped[int] = mapped_column(ForeignKey(Concept.id), index=True)
    score: Mapped[float]
    refused: Mapped[bool] = mapped_column(default=False)

    esco: Mapped[EscoConcept] = relationship()
    concept: Mapped[Concept] = relationship()
