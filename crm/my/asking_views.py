"""What she asks of her centre, and who has looked at her record."""

from flask import Response, abort
from flask_login import current_user

from crm.access import Permission, may
from crm.forms import Form
from crm.i18n import _
from crm.members import request_queries, requests
from crm.members.models import Member
from crm.members.request_models import RequestKind
from crm.my import looks
from crm.my.asking_forms import ChangeForm, DeletionForm, PhoneForm
from crm.my.views import herself
from crm.web import get_or_404, go_to, page, rows, tuples

FORMS = {RequestKind.CHANGE: ChangeForm, RequestKind.PHONE: PhoneForm, RequestKind.DELETION: DeletionForm}


@may(Permission.MY_USE)
@herself
def asked(member: Member) -> Response:
    found = rows(request_queries.of_member(current_user, member.id))
    return page("my/asked.html", member=member, waiting=[one for one in found if not one.closed_at], found=found)


@may(Permission.MY_USE)
@herself
def ask(member: Member, kind: str) -> Response:
    wanted = RequestKind.parse(kind) or abort(404)
    form = FORMS[wanted]()
    if not form.validate_on_submit():
        status = 422 if form.errors else 200
        return page("my/ask.html", status=status, member=member, kind=wanted.value, form=form)
    requests.ask(member=member, kind=wanted, text=form.text.data or "")
    return go_to("my.asked", _("Your centre has it now. They will call you in the way that is safe for you."))


@may(Permission.MY_USE)
@herself
def take_back(member: Member, request_id: int) -> Response:
    if not Form().validate_on_submit():
        abort(400)
    requests.take_back(request=get_or_404(request_queries.open_of(current_user, member.id), id=request_id))
    return go_to("my.asked", _("Taken back. Everything stays as it is."))


@may(Permission.MY_USE)
@herself
def who_looked(member: Member) -> Response:
    return page("my/who_looked.html", member=member, days=list(looks.by_day(tuples(looks.entries(member)))))
