"""The lessons to take along: a line for each reason and month, then what was said."""

from dataclasses import dataclass

from crm.i18n import _l
from crm.info_sessions.models import InfoSession
from crm.results.enums import Lesson
from crm.sheets import Column, Sheet


@dataclass(frozen=True)
class Line:
    kind: Lesson
    reason: str
    month: str
    number: int | None
    words: str = ""


SHEET = Sheet(
    "lessons",
    _l("What did not come about, and why"),
    InfoSession,
    (
        Column(_l("What"), lambda one: one.kind, 30),
        Column(_l("Why, or with whom"), lambda one: one.reason, 40),
        Column(_l("Month"), lambda one: one.month, 16),
        Column(_l("How often"), lambda one: one.number, 12),
        Column(_l("In their words"), lambda one: one.words, 60),
    ),
    personal=False,
)
