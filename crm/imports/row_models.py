"""One row of a list that was sent: what it says, what becomes of it, and what is needed to take that back."""

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from crm.db import EncryptedText, Id, enum_type
from crm.extensions import Model
from crm.imports.enums import Decision, RowState
from crm.imports.headers import Row
from crm.imports.models import ImportRun

if TYPE_CHECKING:
    from crm.members.models import Member


class ImportRow(Id, Model):
    """`known_id`: who it may be or is, of those stored; `known_line`: of the rows above it. `member_id`: who came of it.
    `undo` holds what stood before and what was written; `version_after` how the list left her record."""

    __tablename__ = "import_rows"
    __table_args__ = (
        Index("ix_import_rows_run_id_line", "run_id", "line", unique=True),
        Index("ix_import_rows_run_id_state", "run_id", "state"),
    )

    run_id: Mapped[int] = mapped_column(ForeignKey("import_runs.id", ondelete="CASCADE"))
    line: Mapped[int]
    cells: Mapped[str] = mapped_column(EncryptedText)
    state: Mapped[RowState] = mapped_column(enum_type(RowState, "state"))
    decision: Mapped[Decision | None] = mapped_column(enum_type(Decision, "decision"))
    reason: Mapped[str] = mapped_column(String(500), default="")
    withheld: Mapped[int] = mapped_column(default=0)
    known_id: Mapped[int | None] = mapped_column(ForeignKey("members.id", ondelete="SET NULL"), index=True)
    known_line: Mapped[int | None]
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id", ondelete="SET NULL"), index=True)
    undo: Mapped[str | None] = mapped_column(EncryptedText)
    version_after: Mapped[int | None]

    run: Mapped[ImportRun] = relationship()
    known: Mapped["Member | None"] = relationship(foreign_keys=known_id)
    member: Mapped["Member | None"] = relationship(foreign_keys=member_id)

    @property
    def said(self) -> dict[str, str]:
        """Its cells by our names."""
        cells: dict[str, str] = json.loads(self.cells)
        return cells

    @property
    def name(self) -> str:
        said = self.said
        parts = [said.get("first_name"), said.get("last_name")] if "first_name" in said else [said.get("full_name")]
        return " ".join(part for part in parts if part)[:200]

    @property
    def written(self) -> dict[str, Any]:
        undo: dict[str, Any] = json.loads(self.undo or "{}")
        return undo

    def as_row(self, titles: dict[str, str]) -> Row:
        return Row(self.line, {name: cell for name, cell in self.said.items() if cell}, titles)


def packed(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
