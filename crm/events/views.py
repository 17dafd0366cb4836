"""Pages of the events: list, new, one with its list of women and its tables, edit."""

from collections.abc import Sequence

from flask import Response, request
from flask_login import current_user

from crm import sheets
from crm.access import Permission, may
from crm.centres import queries as centre_queries
from crm.events import operations, queries
from crm.events.enums import EventKind, Participation
from crm.events.forms import AddWomanForm, AttendanceForm, BoothForm, EventForm, NewEventForm
from crm.events.models import Event, EventParticipant
from crm.events.sheet import SHEET
from crm.forms import offer
from crm.i18n import _
from crm.partners import queries as partner_queries
from crm.partners.models import Partner
from crm.search import ids_like
from crm.web import asked, check_version, get_or_404, go_to, page, paginate, rows, tuples


@may(Permission.EVENTS_READ)
def index() -> Response:
    filters = _filters()
    ids = ids_like(filters.search, tuples(queries.names(current_user))) if filters.search else None
    found = paginate(queries.listing(current_user, filters, ids), whole_rows=True)
    return page("events/index.html", part="events/_list.html", events=found, filters=filters, kinds=list(EventKind))


@may(Permission.EVENTS_READ)
def download(shape: str) -> Response:
    """The list as it is narrowed, whole, as a file or to print."""
    filters = _filters()
    ids = ids_like(filters.search, tuples(queries.names(current_user))) if filters.search else None
    found = tuples(queries.listing(current_user, filters, ids).limit(sheets.MOST))
    return sheets.answer(shape, SHEET, found)


def _filters() -> queries.Filters:
    return queries.Filters(asked(), EventKind.parse(request.args.get("kind")))


@may(Permission.EVENTS_WRITE)
def new() -> Response:
    form = NewEventForm(centre_id=current_user.centre_id)
    centres = rows(centre_queries.visible_to(current_user))
    offer(form.centre_id, [(centre.id, centre.name) for centre in centres])
    if not form.validate_on_submit():
        return page("events/form.html", form=form, event=None, status=422 if form.errors else 200)
    event = operations.plan_event(centre_id=form.centre_id.data, **form.as_values())
    return go_to("events.show", _("The event is written down. Now add the women."), event_id=event.id)


@may(Permission.EVENTS_READ)
def show(event_id: int) -> Response:
    return _page_of(_event(event_id))


@may(Permission.EVENTS_WRITE)
def edit(event_id: int) -> Response:
    event = _event(event_id)
    form = EventForm(obj=event)
    if not form.validate_on_submit():
        if request.method == "GET":
            form.prefill(event)
        return page("events/form.html", form=form, event=event, status=422 if form.errors else 200)
    check_version(event, form)
    operations.change_event(event=event, **form.as_values())
    return go_to("events.show", _("Saved."), event_id=event.id)


@may(Permission.EVENTS_WRITE)
def add_woman(event_id: int) -> Response:
    event, form = _event(event_id), AddWomanForm()
    may_join = rows(queries.one_to_add(current_user, event, form.member_id.data))
    offer(form.member_id, [(member.id, member.name) for member in may_join])
    if not form.validate_on_submit():
        return go_to(
            "events.show", _("She is on the list already, or is not of this centre."), "warning", event_id=event.id
        )
    operations.sign_up(event=event, member=may_join[0])
    return go_to(
        "events.show", _("%(name)s is on the list.", name=may_join[0].name), event_id=event.id, _anchor="women"
    )


@may(Permission.EVENTS_WRITE)
def take_off(event_id: int, participant_id: int) -> Response:
    event = _event(event_id)
    participant = get_or_404(queries.participants_of(event).where(EventParticipant.id == participant_id))
    operations.take_off(participant=participant)
    return go_to("events.show", _("Taken off the list."), event_id=event.id, _anchor="women")


@may(Permission.EVENTS_WRITE)
def attendance(event_id: int) -> Response:
    event = _event(event_id)
    participants = rows(queries.participants_of(event))
    form = _attendance_form(participants)
    if not form.validate_on_submit():
        return _page_of(event, attendance=form)
    check_version(event, form)
    operations.note_attendance(event=event, participants=participants, came=set(form.came.data or ()))
    return go_to("events.show", _("It is noted who was there."), event_id=event.id, _anchor="women")


@may(Permission.EVENTS_WRITE)
def booth(event_id: int) -> Response:
    event = get_or_404(queries.visible_to(current_user).where(Event.kind == EventKind.JOB_FAIR), id=event_id)
    form = _booth_form(event)
    if not form.validate_on_submit():
        return _page_of(event, booth=form)
    partner = get_or_404(partner_queries.visible_to(current_user), id=form.partner_id.data)
    operations.set_booth(event=event, partner=partner, places_offered=form.places_offered.data or 0)
    return go_to("events.show", _("The table is written down."), event_id=event.id, _anchor="tables")


def _event(event_id: int) -> Event:
    return get_or_404(queries.visible_to(current_user), id=event_id)


def _attendance_form(participants: Sequence[EventParticipant], event: Event | None = None) -> AttendanceForm:
    there = [one.id for one in participants if one.participation == Participation.CAME]
    form = AttendanceForm(came=there, version=event.version if event else None)
    offer(form.came, [(one.id, one.member.name) for one in participants])
    return form


def _booth_form(event: Event, **arguments: None) -> BoothForm:
    form = BoothForm(**arguments)
    employers = rows(
        partner_queries.visible_to(current_user)
        .where(Partner.centre_id == event.centre_id)
        .order_by(Partner.search_name)
    )
    offer(form.partner_id, [(partner.id, partner.name) for partner in employers], blank=_("Choose"))
    return form


def _page_of(event: Event, attendance: AttendanceForm | None = None, booth: BoothForm | None = None) -> Response:
    """The event's page; a form that was wrong is shown on it as it was typed."""
    participants, search = rows(queries.participants_of(event)), asked("find")
    is_fair = event.kind == EventKind.JOB_FAIR
    return page(
        "events/show.html",
        event=event,
        participants=participants,
        came=sum(one.participation == Participation.CAME for one in participants),
        attendance=attendance or _attendance_form(participants, event),
        find=search,
        women=rows(queries.women_to_add(current_user, event, search)) if search else [],
        is_fair=is_fair,
        booth=booth or (_booth_form(event, formdata=None) if is_fair else None),
        booths=rows(queries.booths_of(event)) if is_fair else [],
        slips=rows(queries.slips_of(event)) if is_fair else [],
        hires=rows(queries.hires_of(event)) if is_fair else [],
        status=422 if attendance or booth else 200,
    )
