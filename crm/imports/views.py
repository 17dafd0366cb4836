"""Pages of the imports: what was sent, send a list, look it through, take it in."""

from typing import Any

from flask import Response
from flask_login import current_user

from crm.access import Permission, may
from crm.centres import queries as centre_queries
from crm.forms import Form, offer
from crm.i18n import _
from crm.imports import queries, row_views, runs
from crm.imports.enums import ImportState
from crm.imports.forms import ListForm
from crm.imports.models import ImportRun
from crm.imports.safe_file import UnreadableFile
from crm.web import Page, asked, get_or_404, go_to, page, page_number, paginate, rows

PROBLEMS = ("needs_decision", "rejected")
PROBLEMS_PER_PAGE = 50


@may(Permission.IMPORTS_RUN)
def index() -> Response:
    found = paginate(queries.listing(current_user, asked()))
    return page("imports/index.html", part="imports/_list.html", runs=found, search=asked())


@may(Permission.IMPORTS_RUN)
def new() -> Response:
    form = ListForm()
    centres = rows(centre_queries.visible_to(current_user))
    offer(form.centre_id, [(one.id, one.name) for one in centres], blank=_("Choose") if len(centres) > 1 else None)
    if len(centres) == 1:
        form.centre_id.data, form.centre_id.validators = centres[0].id, []
    run = _looked_through(form) if form.validate_on_submit() else None
    if run is None:
        return page("imports/new.html", form=form, centres=centres, status=422 if form.errors else 200)
    return go_to("imports.show", run_id=run.id)


def _looked_through(form: ListForm) -> ImportRun | None:
    """None, with the reason beside the field, when the file is no list."""
    centre = get_or_404(centre_queries.visible_to(current_user), id=form.centre_id.data)
    sent = form.file.data
    try:
        return runs.look_through(
            kind=form.kind.data, centre=centre, name=sent.filename or "", content=sent.read(), by=current_user
        )
    except UnreadableFile as wrong:
        form.file.errors = [str(wrong)]
        return None


@may(Permission.IMPORTS_RUN)
def show(run_id: int) -> Response:
    run = _run(run_id)
    if run.by_rows:
        return row_views.show(run)
    hidden = [name.strip() for name in rows(queries.names_hidden_from(current_user))]
    problems = _problems(run, hidden)
    number = page_number()
    shown = problems[(number - 1) * PROBLEMS_PER_PAGE : number * PROBLEMS_PER_PAGE]
    return page(
        "imports/show.html",
        part="imports/_problems.html",
        run=run,
        sample=[one for one in run.report.get("sample", ()) if one["name"] not in hidden],
        problems=Page(shown, number, len(problems), PROBLEMS_PER_PAGE),
        list_endpoint=f"{run.kind.value}.index",
        form=Form(),
        other_form=Form(),
    )


@may(Permission.IMPORTS_RUN)
def take(run_id: int) -> Response:
    run = _run(run_id)
    runs.take(run=run)
    said = _("The list is being taken in.") if run.state == ImportState.TAKING else _("The list is taken in.")
    return go_to("imports.show", said, run_id=run.id)


@may(Permission.IMPORTS_RUN)
def throw_away(run_id: int) -> Response:
    runs.throw_away(run=_run(run_id))
    return go_to("imports.index", _("The file is thrown away. Nothing was changed."))


def _run(run_id: int) -> ImportRun:
    return get_or_404(queries.visible_to(current_user), id=run_id)


def _problems(run: ImportRun, hidden: list[str]) -> list[dict[str, Any]]:
    """Rows that stay out, without those about women who must not be shown to this person."""
    return sorted(
        [
            {**row, "undecided": kind == "needs_decision"}
            for kind in PROBLEMS
            for row in run.report[kind]
            if not any(name in row["reason"] for name in hidden)
        ],
        key=lambda row: int(row["row"]),
    )
