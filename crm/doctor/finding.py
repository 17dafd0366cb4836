"""One line of the doctor's report."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class State(StrEnum):
    OK = "ok"
    LOOK = "look"  # works, and somebody should know
    WRONG = "wrong"


@dataclass(frozen=True)
class Finding:
    """What was looked at, what was found, and how to mend it."""

    state: State
    what: str
    found: str
    mend: str = ""

    def line(self) -> str:
        return f"{self.state:<6} {self.what}: {self.found}" + (f" Mend: {self.mend}" if self.mend else "")

    def as_data(self) -> dict[str, Any]:
        return asdict(self)


def ok(what: str, found: str) -> Finding:
    return Finding(State.OK, what, found)


def look(what: str, found: str, mend: str) -> Finding:
    return Finding(State.LOOK, what, found, mend)


def wrong(what: str, found: str, mend: str) -> Finding:
    return Finding(State.WRONG, what, found, mend)
