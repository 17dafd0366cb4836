"""Before a woman is stored: is she one of these? Yes opens her record with what was typed; no is remembered."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import Response, request, url_for
from wtforms import TextAreaField

from crm.accounts.models import User
from crm.audit.enums import Action
from crm.audit.operations import record
from crm.i18n import _
from crm.members import consents, duplicates, pair_queries
from crm.members.enums import ConsentManner, Purpose
from crm.members.forms import MemberForm, NewMemberForm
from crm.members.models import Member
from crm.members.same_woman import Reason
from crm.web import field_text, page_once, rows

#: What the page asks, and the numbers of those it showed: "another" is said of them and of nobody else.
ANSWER, SHOWN, ANOTHER = "who_she_is", "shown", "another"
#: More than these nobody looks through.
MOST = 5


@dataclass(frozen=True)
class Alike:
    """A woman who is stored and may be the one typed, and why."""

    member: Member
    why: tuple[Reason, ...]


def alike(form: NewMemberForm, user: User) -> list[Alike]:
    """Surest first; only whom this person may see."""
    found = duplicates.find(centre_id=form.centre_id.data, values=form.data)[:MOST]
    seen = {one.id: one for one in rows(pair_queries.those(user, [one.member_id for one in found]))}
    return [Alike(seen[one.member_id], one.likeness.reasons) for one in found if one.member_id in seen]


def chosen(others: Sequence[Alike]) -> Member | None:
    """The one a person said she is."""
    said = request.form.get(ANSWER)
    return next((one.member for one in others if str(one.member.id) == said), None)


def is_another(others: Sequence[Alike]) -> bool:
    """None is like her, or a person saw them all and said so."""
    shown = set(request.form.get(SHOWN, "").split())
    return {str(one.member.id) for one in others} <= (shown if request.form.get(ANSWER) == ANOTHER else set())


def open_with(typed: NewMemberForm, member: Member, understood: Any) -> Response:
    """Her record, with what was typed offered as changes; it is saved as any correction is."""
    record(Action.LOOKED, member)
    form = MemberForm(formdata=None, obj=member)
    for field in typed:
        if field.name in form and field.name not in {"csrf_token", "client_key"} and field.data:
            _offer(form[field.name], field)
    again = url_for("members.edit", member_id=member.id)
    return page_once("members/edit.html", again, form=form, member=member, offered=True, **understood(form.data))


def agree(*, member: Member, manner: ConsentManner | None, in_reports: bool, by: User) -> None:
    """What she agreed to as she was asked now; what is in force already is not written twice."""
    if manner is None:
        return
    for purpose in (Purpose.SERVICES, Purpose.REPORTS)[: 1 + in_reports]:
        if not consents.has_consent(member_id=member.id, purpose=purpose):
            consents.give_consent(member=member, purpose=purpose, manner=manner, by=by)


def _offer(field: Any, typed: Any) -> None:
    known = field_text(field).strip()
    if known == field_text(typed).strip():
        return
    if known and isinstance(field, TextAreaField):
        field.data = f"{field.data}\n\n{typed.data}"
        return
    if field.name == "seeking":  # a choice the new form makes by itself
        return
    field.data = typed.data
    field.description = _("Until now: %(said)s", said=known) if known else _("New")
