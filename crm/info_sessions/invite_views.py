"""Pages of an invitation for staff. What an owner sees through a link: owner_views.py."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from flask import Response, request
from flask_login import current_user

from crm import links
from crm.access import Permission, may
from crm.forms import on_the_clock
from crm.i18n import _
from crm.info_sessions import inviting, letters, queries
from crm.info_sessions.calendar import calendar_file
from crm.info_sessions.enums import SessionState
from crm.info_sessions.forms import InviteForm
from crm.info_sessions.models import InfoSession, Invitation, SessionPartner
from crm.partners.letters import Letter
from crm.partners.proposing import proposals_for
from crm.web import get_or_404, go_to, page, rows


@may(Permission.INFO_SESSIONS_WRITE)
def invite(info_session_id: int) -> Response:
    """Up to three times to choose from; then the text that carries them to the owner."""
    info_session = _opened(info_session_id)
    form = InviteForm(**_first_times(info_session))
    if form.validate_on_submit() and info_session.state == SessionState.PLANNED:
        inviting.propose_times(info_session=info_session, times=form.times())
        return go_to("info_sessions.invite", _("Now send it to the owner."), info_session_id=info_session.id)
    ready = letters_of(info_session.invitation) if info_session.invitation else {}
    status = 422 if form.errors else 200
    shown: dict[str, Any] = {"form": form, "info_session": info_session, "letters": ready}
    return page("info_sessions/invite.html", status=status, **shown)


@may(Permission.INFO_SESSIONS_WRITE)
def handled(info_session_id: int) -> Response:
    """Staff phoned, or has seen the answer."""
    info_session = _opened(info_session_id)
    if info_session.invitation:
        inviting.handle(invitation=info_session.invitation)
    if request.args.get("from") == "today":
        return go_to("today.index", _("Noted."), _anchor="invitations")
    return go_to("info_sessions.show", _("Noted."), info_session_id=info_session_id)


@may(Permission.INFO_SESSIONS_WRITE)
def call_back(info_session_id: int) -> Response:
    """It went to the wrong person."""
    info_session = _opened(info_session_id)
    if info_session.invitation:
        inviting.call_links_back(invitation=info_session.invitation)
    done = _("Earlier links open nothing any more. Here is a new one.")
    return go_to("info_sessions.invite", done, info_session_id=info_session_id)


@may(Permission.INFO_SESSIONS_READ)
def calendar(info_session_id: int) -> Response:
    info_session = _opened(info_session_id)
    companies = [guest.partner for guest in info_session.guests]
    return calendar_file(info_session, companies, rows(queries.works_at([company.id for company in companies])))


def letters_of(invitation: Invitation) -> dict[SessionPartner, Letter]:
    """One for each company in the room, to whoever decides there; the host first."""
    info_session = invitation.info_session
    people = rows(queries.works_at([guest.partner_id for guest in info_session.guests]))
    made = {}
    for seat in sorted(info_session.guests, key=lambda one: one.partner_id != info_session.host_id):
        hers = [one for one in people if one.partner_id == seat.partner_id]
        its_own = None if seat.partner_id == info_session.host_id else seat
        address = links.absolute("info_sessions.owner", token=inviting.link_token(invitation, its_own))
        made[seat] = letters.invitation(info_session, seat.partner, hers, address)
    return made


def _opened(info_session_id: int) -> InfoSession:
    return get_or_404(queries.whole(current_user), id=info_session_id)


def _first_times(info_session: InfoSession) -> dict[str, datetime | None]:
    """The times sent before; else those that suit the owner best; else the time that is planned."""
    times: Sequence[datetime] = (
        [one.starts_at for one in info_session.invitation.times] if info_session.invitation else ()
    )
    if not times:
        earlier = rows(queries.of_partner(current_user, info_session.host_id))
        times = [one.at for one in proposals_for(info_session.host, earlier)] or [info_session.starts_at]
    return {f"time{number}": on_the_clock(at) for number, at in enumerate(times[:3], 1)}
