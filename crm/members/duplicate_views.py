"""The list of women who may stand here twice, the sweep that fills it, two records made one and two again."""

from typing import Any

from flask import Response, abort, request
from flask_login import current_user

from crm.access import Permission, may
from crm.audit.operations import note_look
from crm.centres import queries as centre_queries
from crm.i18n import _
from crm.members import merge_form, merging, pair_operations, pair_queries, queries, sweeping, undoing
from crm.members.journal import CannotUndo
from crm.members.models import Member
from crm.web import asked, get_or_404, go_to, page, paginate, rows, value


@may(Permission.MEMBERS_WRITE)
def index() -> Response:
    sure = {"yes": True, "no": False}.get(asked("sure"))
    filters = pair_queries.PairFilters(asked(), sure)
    return page(
        "members/duplicates.html",
        part="members/_duplicates.html",
        pairs=paginate(pair_queries.pairs(current_user, filters)),
        filters=filters,
        **_swept(),
    )


@may(Permission.MEMBERS_WRITE)
def progress() -> Response:
    """How far the sweep is; the page asks again and again."""
    swept = _swept()
    sweeping.go_on_if_stopped(swept["sweeps"])
    return page("members/_sweep.html", **swept)


def _swept() -> dict[str, Any]:
    return {
        "sweeps": rows(pair_queries.sweeps(current_user)),
        "last": value(pair_queries.last_sweep(current_user)),
        "pair_count": value(pair_queries.pair_count(current_user)),
    }


@may(Permission.MEMBERS_WRITE)
def sweep() -> Response:
    centres = rows(centre_queries.visible_to(current_user))
    sweeping.begin(centre_ids=[one.id for one in centres], by=current_user)
    return go_to("members.duplicates")


@may(Permission.MEMBERS_WRITE)
def merge(one_id: int, other_id: int) -> Response:
    """Side by side, then one."""
    one, other = _both(one_id, other_id)
    form = merge_form.merge_form(one, other)
    changed = form.is_submitted() and form.versions.data != merge_form.versions(one, other)
    if changed or not form.validate_on_submit():
        pair = value(pair_queries.pair_of(current_user, one.id, other.id))
        status = 409 if changed else 422 if form.errors else 200
        form.versions.data = merge_form.versions(one, other)
        return page("members/merge.html", form=form, one=one, other=other, pair=pair, changed=changed, status=status)
    made = merging.merge(
        one=one,
        other=other,
        chosen=merge_form.chosen(form, one, other),
        safe_from=merge_form.safe_from(form, one, other),
        by=current_user,
    )
    return go_to("members.show", _("The two records are one now."), member_id=made.member_id)


@may(Permission.MEMBERS_WRITE)
def two_women(one_id: int, other_id: int) -> Response:
    one, other = _both(one_id, other_id)
    pair_operations.say_two_women(one=one, other=other, by=current_user)
    return go_to("members.duplicates", _("Kept: %(one)s and %(other)s are two women.", one=one.name, other=other.name))


@may(Permission.MEMBERS_WRITE)
def undo(member_id: int, merge_id: int) -> Response:
    made = get_or_404(pair_queries.merges_of(current_user, member_id), id=merge_id)
    try:
        merging.undo(merge=made)
    except CannotUndo as hindered:
        return go_to("members.show", undoing.why_not(hindered.table), "warning", member_id=member_id)
    return go_to("members.show", _("Two records again, as they were."), member_id=member_id)


def _both(one_id: int, other_id: int) -> tuple[Member, Member]:
    """The smaller number first; of one centre. Opening the page is a look at both."""
    one, other = (get_or_404(queries.whole(current_user), id=number) for number in sorted((one_id, other_id)))
    if one.id == other.id or one.centre_id != other.centre_id:
        abort(404)
    if request.method == "GET":
        note_look(one)
        note_look(other)
    return one, other
