"""What an owner sees through a link, without an account: the host picks a time, a guest says whether she or he comes."""

from flask import Response, request

from crm import links
from crm.access import public
from crm.db import now
from crm.i18n import _, speak_to_reader
from crm.info_sessions import inviting, queries
from crm.info_sessions.calendar import calendar_file
from crm.info_sessions.forms import NoneSuitsForm
from crm.info_sessions.models import Invitation, SessionPartner
from crm.partners.letters import to_whom
from crm.web import go_to, page, rows, value


@public
def owner(token: str) -> Response:
    """Buttons, so that a scanner that follows links answers nothing."""
    link, invitation = _of_link(token)
    if invitation is None:
        return page("partners/link_over.html", status=410)
    old = bool(link and link.old)
    seat = _seat(link, invitation)
    return page(
        "info_sessions/guest.html" if seat else "info_sessions/owner.html",
        token=token,
        old=old,
        info_session=invitation.info_session,
        invitation=invitation,
        seat=seat,
        ahead=[one for one in invitation.times if one.starts_at > now()],
        can_answer=inviting.can_answer(invitation) and not old,
        is_set=inviting.is_set(invitation),
        until=links.good_until(),
    )


@public
def pick(token: str) -> Response:
    link, invitation = _of_link(token)
    if invitation is None or (link and link.old):
        return page("partners/link_over.html", status=410)
    time_id, words = request.form.get("time", ""), (NoneSuitsForm().words.data or "")[:500]
    if seat := _seat(link, invitation):
        coming = time_id != "none"
        inviting.guest_answers(seat=seat, coming=coming, words="" if coming else words)
    elif time_id == "none":
        inviting.none_suits(invitation=invitation, words=words)
    else:
        inviting.pick_time(invitation=invitation, time_id=int(time_id) if time_id.isdecimal() else None)
    return go_to("info_sessions.owner", token=inviting.link_token(invitation, _seat(link, invitation)))


@public
def renew(token: str) -> Response:
    """A newer link for whoever holds this one."""
    link, invitation = _of_link(token)
    if invitation is None:
        return page("partners/link_over.html", status=410)
    done = _("This address is new. Keep it: the old one may stop working.")
    return go_to("info_sessions.owner", done, token=inviting.link_token(invitation, _seat(link, invitation)))


@public
def owner_calendar(token: str) -> Response:
    """Only the people of the company that got the link: another company's addresses are none of its business."""
    link, invitation = _of_link(token)
    if invitation is None:
        return page("partners/link_over.html", status=410)
    info_session, seat = invitation.info_session, _seat(link, invitation)
    company = seat.partner if seat else info_session.host
    return calendar_file(info_session, [company], rows(queries.works_at([company.id])))


def _of_link(token: str) -> tuple[links.Link | None, Invitation | None]:
    """The page speaks the language of the message the link came with."""
    link = links.read(inviting.OWNERS_PAGE, token)
    invitation: Invitation | None = value(queries.of_link(link.public_id, link.number)) if link else None
    if link is None or invitation is None:
        return link, None
    seat = _seat(link, invitation)
    if link.reader and seat is None:  # that company does not take part any more
        return link, None
    person = to_whom((seat.partner if seat else invitation.info_session.host).contacts)
    speak_to_reader(person.language if person else "az")
    return link, invitation


def _seat(link: links.Link | None, invitation: Invitation) -> SessionPartner | None:
    """The guest the link was made for; None for the host."""
    return next((one for one in invitation.info_session.guests if link and one.id == link.reader), None)
