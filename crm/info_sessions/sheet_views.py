"""The signed list of who was at a session, as a photo or a scan."""

from flask import Response, abort
from flask_login import current_user

from crm import files
from crm.access import Permission, may
from crm.i18n import _
from crm.info_sessions import queries
from crm.info_sessions.forms import SheetForm
from crm.info_sessions.holding import keep_sheet
from crm.web import get_or_404, go_to, page


@may(Permission.INFO_SESSIONS_WRITE)
def keep(info_session_id: int) -> Response:
    info_session = get_or_404(queries.whole(current_user), id=info_session_id)
    form = SheetForm()
    if form.validate_on_submit() and files.accepted(
        form, lambda: keep_sheet(info_session=info_session, sent=form.paper.data)
    ):
        return go_to("info_sessions.show", _("Saved."), info_session_id=info_session_id)
    status = 422 if form.errors else 200
    return page("info_sessions/sheet.html", form=form, info_session=info_session, accept=files.ACCEPT, status=status)


@may(Permission.INFO_SESSIONS_READ)
def take(info_session_id: int) -> Response:
    """To take along; who took it is noted."""
    info_session = get_or_404(queries.whole(current_user), id=info_session_id)
    return files.answer(info_session.sheet, info_session) if info_session.sheet else abort(404)
