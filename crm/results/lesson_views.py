"""What we learn from what did not come about: a page with figures and quotes, and the same to take along."""

from dataclasses import dataclass

from flask import Response
from flask_login import current_user

from crm import sheets
from crm.access import Permission, allowed, may
from crm.formats import month
from crm.results import lessons
from crm.results.asked import Asked, asked_scope
from crm.results.enums import Lesson
from crm.results.forms import LessonForm, month_days
from crm.results.lesson_sheet import SHEET, Line
from crm.results.months import month_of
from crm.results.scope import Scope
from crm.web import page, tuples


@dataclass(frozen=True)
class Chapter:
    kind: Lesson
    figures: list[lessons.Figure]
    quotes: list[lessons.Quote]


@may(Permission.RESULTS_READ)
def index() -> Response:
    asked, chapters = _read()
    return page(
        "results/lessons.html",
        asked=asked,
        chapters=chapters,
        leads_to=lessons.LEADS_TO,
        quoting=allowed(current_user, Permission.RESULTS_PEOPLE),
    )


@may(Permission.RESULTS_READ)
def download(shape: str) -> Response:
    _asked, chapters = _read()
    lines = []
    for one in chapters:
        for figure in one.figures:
            for when, number in sorted(figure.months.items(), reverse=True):
                lines.append(Line(one.kind, figure.reason, month(when), number))
        lines += [Line(one.kind, said.about, month(month_of(said.day)), None, said.words) for said in one.quotes]
    return sheets.answer(shape, SHEET, lines)


def _read() -> tuple[Asked, list[Chapter]]:
    """Quotes only for who may open the records they stand in."""
    asked = asked_scope(LessonForm)
    form = asked.form
    first, last = month_days(form.month.data) if form.month.data and not form.month.errors else (None, None)
    scope = Scope(asked.scope.centre_id, first, last)
    chosen = [one for one in Lesson if form.kind.data in (None, one)]
    return asked, [_chapter(kind, scope) for kind in chosen]


def _chapter(kind: Lesson, scope: Scope) -> Chapter:
    figures = lessons.figures(tuples(lessons.counted(kind, scope)))
    return Chapter(kind, figures, lessons.quotes(kind, tuples(lessons.quoted(current_user, kind, scope))))
