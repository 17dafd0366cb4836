"""Her CV as staff make it with her: what is in it, a look at it, the file."""

from flask import Response, request
from flask_login import current_user

from crm.access import Permission, may
from crm.audit.enums import Action
from crm.audit.operations import note_look
from crm.i18n import _
from crm.members.models import Member
from crm.members.queries import whole
from crm.papers import cv
from crm.papers.choosing import CvForm
from crm.papers.sending import as_file
from crm.web import check_version, get_or_404, go_to, page


@may(Permission.MEMBERS_WRITE)
def choose(member_id: int) -> Response:
    member: Member = get_or_404(whole(current_user), id=member_id)
    choice = cv.choice_of(member)
    form = CvForm(obj=choice)
    if not form.validate_on_submit():
        return page("papers/cv.html", member=member, form=form, status=422 if form.errors else 200)
    if choice.id is not None:
        check_version(choice, form)
    cv.choose(member=member, **form.values())
    return go_to("papers.cv", _("Saved."), member_id=member.id)


@may(Permission.MEMBERS_READ)
def pdf(member_id: int) -> Response:
    member: Member = get_or_404(whole(current_user), id=member_id)
    note_look(member, Action.EXPORTED, what="cv")
    return as_file(lambda: cv.as_pdf(member, request.args.get("lang")), "cv.pdf")
