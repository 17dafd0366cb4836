"""Pages of an invitation: for staff, and for the owner through a link without an account."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from flask import Response, request
from flask_login import current_user

from crm import links
from crm.access import Permission, may, public
from crm.db import now
from crm.forms import Form, on_the_clock
from crm.i18n import _
from crm.info_sessions import inviting, letters, queries
from crm.info_sessions.calendar import calendar_file
from crm.info_sessions.enums import SessionState
from crm.info_sessions.forms import InviteForm, NoneSuitsForm
from crm.info_sessions.models import InfoSession, Invitation
from crm.partners.letters import Letter
from crm.partners.proposing import proposals_for
from crm.web import get_or_404, go_to, page, rows, value


@may(Permission.INFO_SESSIONS_WRITE)
def invite(info_session_id: int) -> Response:
    """Up to three times to choose from; then the text that carries them to the owner."""
    info_session = _opened(info_session_id)
    form = InviteForm(**_first_times(info_session))
    if form.validate_on_submit() and info_session.state == SessionState.PLANNED:
        inviting.propose_times(info_session=info_session, times=form.times())
        return go_to("info_sessions.invite", _("Now send it to the owner."), info_session_id=info_session.id)
    letter = letter_of(info_session.invitation) if info_session.invitation else None
    status = 422 if form.errors else 200
    shown: dict[str, Any] = {"form": form, "info_session": info_session, "letter": letter, "blank_form": _blank_form}
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
    return calendar_file(info_session, rows(queries.works_at([guest.partner_id for guest in info_session.guests])))


@public
def owner(token: str) -> Response:
    """Buttons, so that a scanner that follows links answers nothing."""
    link, invitation = _of_link(token)
    if invitation is None:
        return page("partners/link_over.html", status=410)
    old = bool(link and link.old)
    return page(
        "info_sessions/owner.html",
        token=token,
        old=old,
        info_session=invitation.info_session,
        invitation=invitation,
        ahead=[one for one in invitation.times if one.starts_at > now()],
        can_answer=inviting.can_answer(invitation) and not old,
        until=links.good_until(),
        blank_form=_blank_form,
    )


@public
def pick(token: str) -> Response:
    link, invitation = _of_link(token)
    if invitation is None or (link and link.old):
        return page("partners/link_over.html", status=410)
    time_id = request.form.get("time", "")
    if time_id == "none":
        form = NoneSuitsForm()
        inviting.none_suits(invitation=invitation, words=(form.words.data or "")[:500])
    else:
        inviting.pick_time(invitation=invitation, time_id=int(time_id) if time_id.isdecimal() else None)
    return go_to("info_sessions.owner", token=inviting.link_token(invitation))


@public
def renew(token: str) -> Response:
    """A newer link for whoever holds this one."""
    _link, invitation = _of_link(token)
    if invitation is None:
        return page("partners/link_over.html", status=410)
    done = _("This address is new. Keep it: the old one may stop working.")
    return go_to("info_sessions.owner", done, token=inviting.link_token(invitation))


@public
def owner_calendar(token: str) -> Response:
    """Only the people of the company that got the link: another company's addresses are none of its business."""
    _link, invitation = _of_link(token)
    if invitation is None:
        return page("partners/link_over.html", status=410)
    info_session = invitation.info_session
    return calendar_file(info_session, rows(queries.works_at([info_session.host_id])))


def letter_of(invitation: Invitation) -> Letter:
    info_session = invitation.info_session
    address = links.absolute("info_sessions.owner", token=inviting.link_token(invitation))
    contacts = rows(queries.works_at([info_session.host_id]))
    return letters.invitation(info_session, contacts, address)


def _opened(info_session_id: int) -> InfoSession:
    return get_or_404(queries.whole(current_user), id=info_session_id)


def _of_link(token: str) -> tuple[links.Link | None, Invitation | None]:
    link = links.read(inviting.OWNERS_PAGE, token)
    return link, value(queries.of_link(link.public_id, link.number)) if link else None


def _first_times(info_session: InfoSession) -> dict[str, datetime | None]:
    """The times sent before; else those that suit the owner best; else the time that is planned."""
    times: Sequence[datetime] = (
        [one.starts_at for one in info_session.invitation.times] if info_session.invitation else ()
    )
    if not times:
        earlier = rows(queries.of_partner(current_user, info_session.host_id))
        times = [one.at for one in proposals_for(info_session.host, earlier)] or [info_session.starts_at]
    return {f"time{number}": on_the_clock(at) for number, at in enumerate(times[:3], 1)}


def _blank_form() -> Form:
    return Form(formdata=None)
