"""The quick log: one short page for the doorstep, with or without signal."""

from flask import Response
from flask_login import current_user

from crm.access import Permission, may
from crm.forms import BAKU, offer
from crm.i18n import _
from crm.info_sessions import queries
from crm.info_sessions.quick import log_quickly
from crm.info_sessions.quick_form import CHOOSE, QuickLogForm
from crm.partners import queries as partner_queries
from crm.partners.due import due_day
from crm.web import asked_id, go_to, page, rows


@may(Permission.INFO_SESSIONS_WRITE)
def quick() -> Response:
    form = QuickLogForm(partner_id=asked_id("partner"))
    partners = {partner.id: partner for partner in rows(partner_queries.by_name(current_user))}
    offer(form.partner_id, [(one.id, one.name) for one in partners.values()], blank=CHOOSE)
    if not form.validate_on_submit():
        people = rows(queries.known_people(current_user, form.partner_id.data))
        status = 422 if form.errors else 200
        return page("info_sessions/quick.html", form=form, partners=partners, people=people, status=status)
    partner, at = partners[form.partner_id.data], form.moment()
    info_session = log_quickly(
        partner=partner,
        by=current_user._get_current_object(),
        at=at,
        planned=next(iter(rows(queries.planned_on(current_user, partner.id, at.astimezone(BAKU).date()))), None),
        who=form.who.data or "",
        heard=form.heard.data or "",
        next_step=form.next_step.data or "",
        next_step_due=due_day(form),
    )
    return go_to("info_sessions.show", _("Written down. The rest can follow."), info_session_id=info_session.id)
