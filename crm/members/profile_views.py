"""The pages of the profile in steps. Each step is saved by itself; the next one opens after it."""

from typing import Any

from flask import Response, abort, request

from crm.access import Permission, may
from crm.i18n import _
from crm.members import operations
from crm.members.profile_forms import step_form
from crm.members.profile_steps import FIELDS, Step, progress
from crm.members.understanding import TEXTS
from crm.members.views import opened, understood
from crm.skills import doubts
from crm.web import check_version, go_to, page

#: The name of the second button: saves, and leads back to her page.
LEAVE = "leave"


@may(Permission.MEMBERS_WRITE)
def edit(member_id: int, step: str) -> Response:
    member, here = opened(member_id), Step.parse(step) or abort(404)
    form = step_form(here, member)
    if not form.validate_on_submit():
        around = {"now": here, "way": progress(member, here), "fields": FIELDS[here], **_read_of(here, form.data)}
        status = 422 if form.errors else 200
        return page("members/profile.html", form=form, member=member, **around, status=status)
    check_version(member, form)
    operations.change_member(member=member, **_values(form.values()))
    operations.say_meant(member=member, answers=doubts.answers(request.form.getlist(doubts.FIELD)))
    following = progress(member, here).after(here)
    if following is None or request.form.get(LEAVE):
        return go_to("members.show", _("Saved."), member_id=member.id)
    return go_to("members.profile_step", _("Saved."), member_id=member.id, step=following.value)


def _read_of(here: Step, typed: dict[str, Any]) -> dict[str, Any]:
    """What is understood of her words, on the steps that ask for them."""
    return understood(typed) if set(TEXTS) & set(FIELDS[here]) else {}


def _values(typed: dict[str, Any]) -> dict[str, Any]:
    """An empty number in the papers is none: no two women of a centre have the same."""
    return typed | {"reference": typed["reference"] or None} if "reference" in typed else typed
