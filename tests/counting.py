"""Counts the statements a page sends: reading ones, to compare one row with many, and writing ones."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event


class Counted:
    """`number` of SELECTs, and their texts for whoever looks for the one too many."""

    def __init__(self) -> None:
        self.statements: list[str] = []

    @property
    def number(self) -> int:
        return len(self.statements)


@contextmanager
def queries() -> Iterator[Counted]:
    """`with queries() as counted: browser.get(...)`, then `counted.number`."""
    counted = Counted()
    with _noted(("SELECT", "WITH"), counted.statements):
        yield counted


@contextmanager
def writes() -> Iterator[list[str]]:
    """The statements sent meanwhile that change something."""
    statements: list[str] = []
    with _noted(("INSERT", "UPDATE", "DELETE"), statements):
        yield statements


@contextmanager
def _noted(verbs: tuple[str, ...], statements: list[str]) -> Iterator[None]:
    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.lstrip().upper().startswith(verbs):
            statements.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", note)
