"""What comes next with a session: before it, the session's own preparation; after it, what its partners wait for."""

from datetime import date

from flask import Response, url_for
from flask_login import current_user

from crm.access import Permission, may
from crm.i18n import _
from crm.info_sessions import queries
from crm.info_sessions.enums import SessionState
from crm.info_sessions.models import InfoSession
from crm.partners.due import due_day
from crm.partners.next_step import NextStepForm, plan
from crm.web import check_version, get_or_404, go_to, page


@may(Permission.INFO_SESSIONS_WRITE)
def next_step(info_session_id: int) -> Response:
    info_session = get_or_404(queries.visible_to(current_user), id=info_session_id)
    form, back = NextStepForm(obj=info_session), url_for("info_sessions.show", info_session_id=info_session.id)
    if not form.validate_on_submit():
        status, name = 422 if form.errors else 200, info_session.host.name
        return page("partners/next_step.html", form=form, back=back, name=name, status=status)
    check_version(info_session, form)
    plan_for_session(info_session=info_session, next_step=form.next_step.data or "", due=due_day(form))
    return go_to("info_sessions.show", _("Saved."), info_session_id=info_session.id)


def plan_for_session(*, info_session: InfoSession, next_step: str, due: date | None) -> None:
    plan(info_session, next_step, due)
    if info_session.state != SessionState.PLANNED and (next_step or due):
        for guest in info_session.guests:
            plan(guest.partner, next_step or guest.partner.next_step, due)
