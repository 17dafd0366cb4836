"""The page on which staff write down who must never see her."""

from collections.abc import Sequence
from typing import Any, TypeVar

from flask import Response
from flask_login import current_user

from crm.access import Permission, may
from crm.accounts.models import User
from crm.forms import offer
from crm.i18n import _
from crm.members import hidings, queries
from crm.members.hiding_form import HidingForm
from crm.members.safe_models import MemberHiding
from crm.members.views import opened
from crm.partners.models import Contact, Partner
from crm.web import get_or_404, go_to, page, rows

Named = TypeVar("Named", Partner, Contact, User)


@may(Permission.MEMBERS_WRITE)
def index(member_id: int) -> Response:
    member, form = opened(member_id), HidingForm()
    partners = rows(queries.partners_to_name(member))
    contacts = rows(queries.contacts_to_name(member))
    users = rows(queries.staff_to_name(member))
    _offer(form, partners, contacts, users)
    if not form.validate_on_submit():
        named = hidings.hidings_of(member)
        return page("members/hidings.html", form=form, member=member, hidings=named, status=422 if form.errors else 200)
    named_user = _chosen(users, form.user_id)
    hidings.hide(
        member=member,
        partner=_chosen(partners, form.partner_id),
        contact=_chosen(contacts, form.contact_id),
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


def _offer(form: HidingForm, partners: Sequence[Partner], contacts: Sequence[Contact], users: Sequence[User]) -> None:
    offer(form.partner_id, [(one.id, one.name) for one in partners], blank=_("Nobody"))
    offer(form.contact_id, [(one.id, f"{one.name}, {one.partner.name}") for one in contacts], blank=_("Nobody"))
    offer(form.user_id, [(one.id, one.name) for one in users], blank=_("Nobody"))


def _chosen(offered: Sequence[Named], field: Any) -> Named | None:
    return next((one for one in offered if one.id == field.data), None)
