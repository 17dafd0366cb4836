"""Pages of a partner: the own openings, the women who agreed to be introduced, and a new opening."""

from flask import Response
from flask_login import current_user

from crm.access import Permission, may
from crm.i18n import _
from crm.partners import queries as partner_queries
from crm.portal import queries
from crm.portal.forms import OpeningForm
from crm.vacancies import operations
from crm.vacancies.enums import VacancyState
from crm.web import get_or_404, go_to, page, rows


@may(Permission.PORTAL_USE)
def index() -> Response:
    return page(
        "portal/index.html",
        vacancies=rows(queries.openings(current_user)),
        referrals=rows(queries.candidates(current_user)),
    )


@may(Permission.PORTAL_USE)
def new() -> Response:
    partner = get_or_404(partner_queries.visible_to(current_user))
    form = OpeningForm()
    if not form.validate_on_submit():
        return page("portal/new.html", status=422 if form.is_submitted() else 200, form=form, partner=partner)
    operations.draft_vacancy(
        partner=partner,
        text=form.text.data or "",
        title=form.title.data or "",
        posted_by=current_user,
        state=VacancyState.WAITING,
    )
    return go_to("portal.index", _("Thank you. The centre looks at it and then opens it."))
