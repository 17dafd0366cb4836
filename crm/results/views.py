"""Pages of the results: the figures, one taken apart, who stands behind it, who is left out, files, targets."""

from flask import Response, abort, make_response, request
from flask_login import current_user

from crm.access import Permission, may
from crm.i18n import _
from crm.paper import CannotWrite
from crm.results import behind, left_out, operations, outcomes, queries, wording, writing
from crm.results.asked import asked_scope
from crm.results.catalogue import NAMES, NOT_MEASURED, indicators
from crm.results.enums import Group
from crm.results.forms import GroupForm, TargetForm
from crm.results.report import build
from crm.web import go_to, page, paginate, rows, tuples


@may(Permission.RESULTS_READ)
def index() -> Response:
    asked = asked_scope()
    return page(
        "results/index.html",
        asked=asked,
        report=build(asked.scope),
        wording=wording,
        left_out=tuples(left_out.sizes(asked.scope))[0]._asdict(),
        not_measured=NOT_MEASURED.values(),
        status=422 if asked.form.errors else 200,
    )


@may(Permission.RESULTS_READ)
def show(code: str) -> Response:
    """One indicator: rule, parts, breakdown, every target it had."""
    _known(code)
    asked = asked_scope()
    line = build(asked.scope).line(code)
    return page("results/show.html", asked=asked, line=line, wording=wording, targets=rows(queries.targets_of(code)))


@may(Permission.RESULTS_PEOPLE)
def people(code: str) -> Response:
    """The records behind a figure, as far as this user may see them."""
    _known(code)
    asked, part = asked_scope(), request.args.get("part")
    kind, statement = behind.records(current_user, code, part, asked.scope)
    words = wording.PARTS.get(part or "")
    return page(
        "results/people.html",
        part="results/_people.html",
        asked=asked,
        kind=kind,
        found=paginate(statement),
        title=NAMES[code],
        detail=words,
        back=("results.show", {"code": code, **asked.address}),
    )


@may(Permission.RESULTS_PEOPLE)
def missing(group: str) -> Response:
    """Who is left out, by name."""
    if group not in left_out.GROUPS:
        abort(404)
    asked = asked_scope()
    kind, statement = behind.left_out_records(current_user, group, asked.scope)
    return page(
        "results/people.html",
        part="results/_people.html",
        asked=asked,
        kind=kind,
        found=paginate(statement),
        title=_("Who is left out"),
        detail=wording.GROUPS[group],
        back=("results.index", asked.address),
    )


@may(Permission.RESULTS_READ)
def suggestions() -> Response:
    """How often suggestions were taken: by the rank they had, and by group."""
    asked = asked_scope(GroupForm)
    group = Group.parse(request.args.get("by")) or Group.FIT
    return page(
        "results/suggestions.html",
        asked=asked,
        wording=wording,
        group=group,
        by_rank=outcomes.lines(tuples(outcomes.by_rank(asked.scope)), outcomes.RANK_ORDER),
        by_group=outcomes.lines(tuples(outcomes.by_group(asked.scope, group)), outcomes.FIT_ORDER),
        against=tuples(outcomes.reasons_against(asked.scope)),
        status=422 if asked.form.errors else 200,
    )


@may(Permission.RESULTS_READ)
def download(shape: str) -> Response:
    """The report as a file: figures, no names."""
    if shape not in writing.FILES:
        abort(404)
    asked = asked_scope()
    try:
        content = writing.FILES[shape](build(asked.scope), asked.centre_name)
    except CannotWrite as missing_part:
        return go_to("results.index", str(missing_part), "warning", **asked.address)
    response = make_response(content)
    response.mimetype = writing.MIME[shape]
    response.headers["Content-Disposition"] = f"attachment; filename=results.{shape}"
    return response


@may(Permission.RESULTS_TARGETS)
def target(code: str) -> Response:
    _known(code)
    form = TargetForm()
    if not form.validate_on_submit():
        known = next(one for one in indicators() if one.code == code)
        return page("results/target.html", form=form, indicator=known, status=422 if form.errors else 200)
    operations.set_target(code=code, by=current_user, **form.values())
    return go_to("results.show", _("The target is saved. The earlier ones stay."), code=code)


def _known(code: str) -> None:
    if code not in NAMES:
        abort(404)
