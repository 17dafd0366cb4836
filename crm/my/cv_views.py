"""Her CV as she wants it: what is in it, a look at it, the file."""

from flask import Response, request

from crm.access import Permission, may
from crm.audit.enums import Action
from crm.audit.operations import note_look
from crm.i18n import _
from crm.members.models import Member
from crm.my.views import herself
from crm.papers import cv
from crm.papers.choosing import CvForm
from crm.papers.sending import as_file
from crm.web import check_version, go_to, page


@may(Permission.MY_USE)
@herself
def choose(member: Member) -> Response:
    choice = cv.choice_of(member)
    form = CvForm(obj=choice)
    if not form.validate_on_submit():
        return page("my/cv.html", member=member, form=form, status=422 if form.errors else 200)
    if choice.id is not None:
        check_version(choice, form)
    cv.choose(member=member, **form.values())
    return go_to("my.cv", _("Saved."))


@may(Permission.MY_USE)
@herself
def pdf(member: Member) -> Response:
    note_look(member, Action.EXPORTED, what="cv")
    return as_file(lambda: cv.as_pdf(member, request.args.get("lang")), "cv.pdf")
