"""The calendar file of a session (RFC 5545, RFC 5546): an invitation, each change of it, and its cancellation.

The same UID always, whatever the address of the program becomes; SEQUENCE grows with every change; times are UTC, which every calendar shows on its own clock."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from urllib.parse import urlsplit

from flask import Response, current_app, make_response
from icalendar import Calendar, Event, vCalAddress, vText

from crm.db import now
from crm.i18n import _, in_language
from crm.info_sessions.enums import SessionState
from crm.info_sessions.models import InfoSession
from crm.partners.models import Contact, Partner

CALLED_OFF = frozenset({SessionState.CANCELLED, SessionState.NOT_HELD})


def calendar_file(info_session: InfoSession, companies: Iterable[Partner], people: Iterable[Contact]) -> Response:
    """As a download, for these companies and whoever of them, among `people`, is asked to come."""
    calendar = as_calendar(info_session, companies, people)
    response = make_response(calendar.to_ical())
    response.headers["Content-Type"] = f"text/calendar; method={calendar['METHOD']}; charset=utf-8"
    response.headers["Content-Disposition"] = 'attachment; filename="korpu.ics"'
    response.headers["Cache-Control"] = "no-store"
    return response


def as_calendar(info_session: InfoSession, companies: Iterable[Partner], people: Iterable[Contact]) -> Calendar:
    """Without any address to invite it is a notice (PUBLISH), with one it is an invitation (REQUEST)."""
    off = info_session.state in CALLED_OFF
    attendees = list(_attendees(companies, list(people)))
    calendar = Calendar()
    calendar.add("prodid", "-//Korpu//Informational sessions//AZ")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "CANCEL" if off else "REQUEST" if attendees else "PUBLISH")
    event = Event()
    event.add("uid", info_session.calendar_uid)
    event.add("sequence", info_session.calendar_sequence)
    event.add("dtstamp", now())
    event.add("dtstart", info_session.starts_at)
    event.add("dtend", info_session.starts_at + timedelta(minutes=info_session.minutes))
    event.add("summary", _("Visit of the women's centre: %(name)s", name=info_session.host.name))
    if where := _where(info_session):
        event.add("location", where)
    if info_session.about:
        event.add("description", info_session.about)
    event.add("status", "CANCELLED" if off else "CONFIRMED")
    event.add("organizer", _organizer(info_session), encode=False)
    for attendee in attendees:
        event.add("attendee", attendee, encode=False)
    calendar.add_component(event)
    return calendar


def _attendees(companies: Iterable[Partner], people: Sequence[Contact]) -> Iterator[vCalAddress]:
    """Whoever has an e-mail address, each address once; a company's own where none of its people has one."""
    named: dict[str, str] = {}
    for company in companies:
        hers = [(one.email, one.name) for one in people if one.partner_id == company.id and one.email.strip()]
        for email, name in hers or [(company.email, company.name)]:
            if address := email.strip().lower():
                named.setdefault(address, name)
    for address, name in named.items():
        attendee = _address(address, name)
        attendee.params["ROLE"] = vText("REQ-PARTICIPANT")
        attendee.params["PARTSTAT"] = vText("NEEDS-ACTION")
        attendee.params["RSVP"] = vText("TRUE")
        yield attendee


def _organizer(info_session: InfoSession) -> vCalAddress:
    """The centre, at the address of who goes there."""
    goes = info_session.facilitator
    address = goes.login if goes and "@" in goes.login else f"no-reply@{_host_name()}"
    return _address(address, info_session.centre.name)


def _address(address: str, name: str) -> vCalAddress:
    made = vCalAddress(f"mailto:{address}")
    made.params["CN"] = vText(name.replace('"', "'"))
    return made


def _where(info_session: InfoSession) -> str:
    host = info_session.host
    place = in_language(host.settlement) if host.settlement else ""
    return ", ".join(part for part in (host.name, host.address, place) if part)


def _host_name() -> str:
    return urlsplit(str(current_app.extensions["config"].base_url)).hostname or "korpu.invalid"
