"""Pages of the informational sessions: list, plan, one with what came of it, change, write down, call off."""

from functools import partial
from typing import Any

from flask import Response, request
from flask_login import current_user

from crm import sheets
from crm.access import Permission, may
from crm.accounts import queries as account_queries
from crm.accounts.models import User
from crm.db import now
from crm.forms import aware, clock_time, offer
from crm.i18n import _
from crm.info_sessions import agenda, operations, queries
from crm.info_sessions.enums import SessionState
from crm.info_sessions.forms import CHOOSE, NOW, CallOffForm, NewSessionForm, SessionForm
from crm.info_sessions.log_form import log_form
from crm.info_sessions.models import InfoSession
from crm.info_sessions.objections import ready_answers
from crm.info_sessions.sheet import SHEET
from crm.partners import queries as partner_queries
from crm.partners.models import Partner
from crm.partners.proposing import Proposal, proposals_for
from crm.search import forgiving_page
from crm.skills import doubts
from crm.vacancies.operations import say_meant
from crm.web import asked, asked_id, check_version, get_or_404, go_to, page, rows


@may(Permission.INFO_SESSIONS_READ)
def index() -> Response:
    filters = _filters()
    sessions, exact = forgiving_page(
        lambda ids: queries.listing(current_user, filters, ids), filters.search, queries.folded_names(current_user)
    )
    return page(
        "info_sessions/index.html",
        part="info_sessions/_list.html",
        sessions=sessions,
        exact=exact,
        filters=filters,
        states=list(SessionState),
    )


@may(Permission.INFO_SESSIONS_READ)
def download(shape: str) -> Response:
    """The list as it is narrowed, whole, as a file or to print."""
    filters = _filters()
    find = partial(queries.listing, current_user, filters)
    return sheets.forgiving_answer(shape, SHEET, find, filters.search, queries.folded_names(current_user))


def _filters() -> queries.Filters:
    state = SessionState.parse(request.args.get("state"))
    return queries.Filters(asked(), state, asked_id("partner"), asked("mine") == "1")


@may(Permission.INFO_SESSIONS_WRITE)
def new() -> Response:
    at_once = request.form.get("then") == NOW
    form = NewSessionForm(at_once=at_once, **_start())
    partners, colleagues = _offer(form)
    if not form.validate_on_submit():
        status = 422 if form.errors else 200
        return page("info_sessions/new.html", form=form, partners=partners.values(), now_value=NOW, status=status)
    plan = {**_plan(form, partners, colleagues), "starts_at": aware(form.starts_at.data) or now()}
    info_session = operations.plan_session(**plan)
    if at_once:
        return go_to("info_sessions.log", info_session_id=info_session.id)
    return go_to("info_sessions.show", _("The session is planned."), info_session_id=info_session.id)


@may(Permission.INFO_SESSIONS_READ)
def show(info_session_id: int) -> Response:
    info_session = _opened(info_session_id)
    return page(
        "info_sessions/show.html",
        info_session=info_session,
        vacancies=rows(queries.vacancies_heard_in(info_session)),
        offers=rows(queries.offers_heard_in(info_session)),
        answers=ready_answers(),
        items=agenda.chosen(info_session.agenda),
        hint=agenda.hint_about(info_session.agenda, info_session.minutes),
        proposals=_next_times(info_session),
    )


@may(Permission.INFO_SESSIONS_WRITE)
def edit(info_session_id: int) -> Response:
    info_session = _opened(info_session_id)
    form = SessionForm(obj=info_session)
    partners, colleagues = _offer(form, info_session)
    if not form.is_submitted():
        form.prefill(info_session)
    if not form.validate_on_submit():
        status = 422 if form.errors else 200
        return page("info_sessions/edit.html", form=form, info_session=info_session, status=status)
    check_version(info_session, form)
    plan = {**_plan(form, partners, colleagues), "starts_at": aware(form.starts_at.data)}
    operations.change_session(info_session=info_session, materials=form.materials.data or "", **plan)
    return go_to("info_sessions.show", _("Saved."), info_session_id=info_session.id)


@may(Permission.INFO_SESSIONS_WRITE)
def log(info_session_id: int) -> Response:
    info_session = _opened(info_session_id)
    form = log_form(info_session, rows(queries.people_for(info_session)))
    if not form.validate_on_submit():
        status, answers = 422 if form.errors else 200, ready_answers()
        return page("info_sessions/log.html", form=form, info_session=info_session, answers=answers, status=status)
    check_version(info_session, form)
    written, done = form.log(), _("The session is written down.")
    if not form.took_place:
        operations.not_held(
            info_session=info_session,
            why=form.why_not(),
            words=form.not_held_reason.data or "",
            next_step=written.next_step,
            next_step_due=written.next_step_due,
        )
        done = _("Noted: it did not take place.")
    elif opening := operations.hold_session(info_session=info_session, log=written):
        say_meant(vacancy=opening, answers=doubts.answers(request.form.getlist(doubts.FIELD)))
        done = _("The session is written down, and the opening is a draft vacancy.")
    elif written.offer_kind:
        done = _("The session is written down, and the offer is a draft.")
    again = {} if form.took_place else {"_anchor": "again"}
    return go_to("info_sessions.show", done, info_session_id=info_session.id, **again)


@may(Permission.INFO_SESSIONS_WRITE)
def call_off(info_session_id: int) -> Response:
    info_session, form = _opened(info_session_id), CallOffForm()
    if not form.validate_on_submit():
        status = 422 if form.errors else 200
        return page("info_sessions/call_off.html", form=form, info_session=info_session, status=status)
    operations.call_off(info_session=info_session, why=form.reason(), words=form.words.data or "")
    return go_to("info_sessions.show", _("The session is called off."), info_session_id=info_session_id)


@may(Permission.INFO_SESSIONS_WRITE)
def restore(info_session_id: int) -> Response:
    operations.restore(info_session=_opened(info_session_id))
    return go_to("info_sessions.show", _("The session is planned again."), info_session_id=info_session_id)


def _next_times(info_session: InfoSession) -> list[Proposal]:
    """When to try again what did not take place."""
    if info_session.state not in (SessionState.NOT_HELD, SessionState.CANCELLED):
        return []
    return proposals_for(info_session.host, rows(queries.of_partner(current_user, info_session.host_id)))


def _opened(info_session_id: int) -> InfoSession:
    return get_or_404(queries.whole(current_user), id=info_session_id)


def _offer(
    form: NewSessionForm | SessionForm, info_session: InfoSession | None = None
) -> tuple[dict[int, Partner], dict[int, User]]:
    """Sets what can be chosen: the partners of the centre, and colleagues; whoever is chosen already stays."""
    statement = partner_queries.by_name(current_user)
    if info_session:  # a session stays within its centre, whoever corrects it
        statement = statement.where(Partner.centre_id == info_session.centre_id)
    partners = {partner.id: partner for partner in rows(statement)}
    colleagues = {user.id: user for user in rows(account_queries.colleagues_of(current_user))}
    if info_session and info_session.facilitator:
        colleagues.setdefault(info_session.facilitator.id, info_session.facilitator)
    offer(form.host_id, [(one.id, one.name) for one in partners.values()], blank=CHOOSE)
    offer(form.guest_ids, [(one.id, one.name) for one in partners.values()])
    offer(form.facilitator_id, [(one.id, one.name) for one in colleagues.values()], blank=_("not known yet"))
    return partners, colleagues


def _start() -> dict[str, Any]:
    """What a new plan begins with; after a session that did not take place, all that was planned for it."""
    start = {"host_id": asked_id("partner"), "facilitator_id": current_user.id, "starts_at": clock_time(asked("at"))}
    if not asked_id("after"):
        return {**start, "agenda": list(agenda.USUAL)}
    before = _opened(asked_id("after") or 0)
    guests = [guest.partner_id for guest in before.guests if guest.partner_id != before.host_id]
    again = {name: getattr(before, name) for name in ("host_id", "agenda", "topics", "minutes")}
    return {**start, **again, "kind": before.kind.value, "guest_ids": guests}


def _plan(
    form: NewSessionForm | SessionForm, partners: dict[int, Partner], colleagues: dict[int, User]
) -> dict[str, Any]:
    """What was chosen, as the operations take it. Guests of another centre than the host's are left out."""
    host = partners[form.host_id.data]
    guests = [partners[guest_id] for guest_id in form.guest_ids.data or [] if guest_id != host.id]
    return {
        "host": host,
        "guests": [guest for guest in guests if guest.centre_id == host.centre_id],
        "kind": form.session_kind(),
        "facilitator": colleagues.get(form.facilitator_id.data),
        "minutes": form.minutes.data or 40,
        "agenda": form.topics_chosen(),
        "topics": form.topics.data or "",
    }
