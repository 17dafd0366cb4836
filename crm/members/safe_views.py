"""The page on which staff write down how she is reached safely."""

from flask import Response, request

from crm.access import Permission, may
from crm.i18n import _
from crm.members import safe_operations
from crm.members.safe_forms import SafeContactForm
from crm.members.views import opened
from crm.web import check_version, go_to, page


@may(Permission.MEMBERS_WRITE)
def edit(member_id: int) -> Response:
    member = opened(member_id)
    safe = safe_operations.contact_of(member)
    form = SafeContactForm(obj=safe)
    if request.method == "GET":
        form.prefill(safe)
        form.note.data = member.contact_note
    if not form.validate_on_submit():
        return page("members/safe.html", form=form, member=member, status=422 if form.errors else 200)
    if safe.id is not None:
        check_version(safe, form)
    safe_operations.keep_safe_contact(member=member, **form.values())
    return go_to("members.show", _("Saved."), member_id=member.id, _anchor="reach")
