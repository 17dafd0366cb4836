"""The page on which staff write down who must never see her."""

from flask import Response
from flask_login import current_user

from crm.access import Permission, may
from crm.forms import offer
from crm.i18n import _
from crm.members import hidings, queries
from crm.members.hiding_form import HidingForm
from crm.members.models import Member
from crm.members.safe_models import MemberHiding
from crm.members.views import opened
from crm.web import get_or_404, go_to, page, rows


@may(Permission.MEMBERS_WRITE)
def index(member_id: int) -> Response:
    member, form = opened(member_id), HidingForm()
    partners, contacts, users = _offered(member, form)
    if not form.validate_on_submit():
        named = hidings.hidings_of(member)
        return page("members/hidings.html", form=form, member=member, hidings=named, status=422 if form.errors else 200)
    named_user = users.get(form.user_id.data)
    hidings.hide(
        member=member,
        partner=partners.get(form.partner_id.data),
        contact=contacts.get(form.contact_id.data),
        user=named_user,
    )
    if named_user is not None and named_user.id == current_user.id:
        return go_to("members.index", _("Saved. You will not meet her any more."))
    return go_to("members.hidings", _("Saved. It counts from this moment."), member_id=member.id)


@may(Permission.MEMBERS_WRITE)
def remove(member_id: int, hiding_id: int) -> Response:
    member = opened(member_id)
    hiding: MemberHiding = get_or_404(queries.hidings(current_user, member.id), id=hiding_id)
    hidings.stop_hiding(hiding=hiding)
    return go_to("members.hidings", _("Taken back."), member_id=member.id)


def _offered(member: Member, form: HidingForm) -> tuple[dict, dict, dict]:  # type: ignore[type-arg]  # id -> record
    partners = rows(queries.partners_to_name(member))
    contacts = rows(queries.contacts_to_name(member))
    users = rows(queries.staff_to_name(member))
    offer(form.partner_id, [(one.id, one.name) for one in partners], blank=_("Nobody"))
    offer(form.contact_id, [(one.id, f"{one.name}, {one.partner.name}") for one in contacts], blank=_("Nobody"))
    offer(form.user_id, [(one.id, one.name) for one in users], blank=_("Nobody"))
    return tuple({one.id: one for one in found} for found in (partners, contacts, users))  # type: ignore[return-value]  # three of them
