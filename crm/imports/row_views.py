"""Pages of a list of women: its rows by what becomes of them, one row to decide or correct, the list taken back."""

from typing import Any

from flask import Response
from flask_login import current_user

from crm.access import Permission, may
from crm.i18n import _
from crm.imports import looking, queries, reverting, taking
from crm.imports.enums import OPEN, ImportState, RowState
from crm.imports.forms import DecisionForm, row_form
from crm.imports.models import ImportRun
from crm.imports.row_models import ImportRow
from crm.web import Page, asked, get_or_404, go_to, page, paginate, tuples, value

ROWS_PER_PAGE = 50


def show(run: ImportRun) -> Response:
    """Asked for by views.show, which checks who may."""
    state = RowState.parse(asked("state"))
    listed: Page[ImportRow] = paginate(queries.rows_of(run, state), ROWS_PER_PAGE)
    return page(
        "imports/women.html",
        part="imports/_rows.html",
        run=run,
        rows=listed,
        state=state,
        can_decide=run.state == ImportState.PREVIEWED,
        can_revert=reverting.can_revert(run),
        **_counts(run),
    )


@may(Permission.IMPORTS_RUN)
def progress(run_id: int) -> Response:
    run = _run(run_id)
    taking.go_on_if_stopped(run)
    return page("imports/progress.html", part="imports/_progress.html", run=run, **_counts(run))


@may(Permission.IMPORTS_RUN)
def row(run_id: int, row_id: int) -> Response:
    run = _run(run_id)
    found = get_or_404(queries.rows_of(run), id=row_id)
    form = row_form(found.said, run.titles)
    can_decide = run.state == ImportState.PREVIEWED and found.state in OPEN
    if form.validate_on_submit() and can_decide:
        looking.correct(row=found, cells={name: said or "" for name, said in form.values().items()})
        return go_to("imports.row", _("The row is looked at anew."), run_id=run.id, row_id=found.id)
    more = {"can_decide": can_decide, "following": value(queries.next_unclear(run, found))}
    return page("imports/row.html", status=422 if form.errors else 200, run=run, row=found, form=form, **more)


@may(Permission.IMPORTS_RUN)
def decide(run_id: int, row_id: int) -> Response:
    """On to the next row that waits; back to the list after the last."""
    run = _run(run_id)
    found = get_or_404(queries.rows_of(run), id=row_id)
    form = DecisionForm()
    if run.state == ImportState.PREVIEWED and form.validate_on_submit():
        looking.decide(row=found, decision=form.decision.data)
    following = value(queries.next_unclear(run, found))
    if following:
        return go_to("imports.row", run_id=run.id, row_id=following)
    return go_to("imports.show", _("Every row is decided."), run_id=run.id)


@may(Permission.IMPORTS_RUN)
def revert(run_id: int) -> Response:
    run = _run(run_id)
    reverting.revert(run=run)
    return go_to("imports.show", _("The list is taken back. What stays says why."), run_id=run.id)


def _counts(run: ImportRun) -> dict[str, Any]:
    found = tuples(queries.states_of(run))
    counts = {state: number for state, number, _withheld in found}
    return {
        "counts": {state: counts[state] for state in RowState if state in counts},
        "withheld": sum(withheld or 0 for _state, _number, withheld in found),
    }


def _run(run_id: int) -> ImportRun:
    return get_or_404(queries.visible_to(current_user), id=run_id)
