"""Pages of the composer: who is visited when and why, planning it in one step, the sheet of a day."""

from datetime import timedelta
from typing import Any

from flask import Response, request
from flask_login import current_user

from crm.access import Permission, may
from crm.accounts import queries as account_queries
from crm.accounts.models import User
from crm.forms import BAKU, clock_time, offer, today
from crm.i18n import _, _n
from crm.info_sessions import operations
from crm.info_sessions.compose_forms import EVERYBODY, EVERYWHERE, AskForm, PlanForm, plan_form
from crm.info_sessions.composing import Asked, composition
from crm.info_sessions.day_sheet import sheet_of
from crm.partners import queries as partner_queries
from crm.partners.models import Partner
from crm.web import asked, asked_id, go, go_to, page, rows


@may(Permission.INFO_SESSIONS_WRITE)
def compose() -> Response:
    ask, partners, colleagues = _ask()
    if request.method == "POST":
        form = plan_form((), partners)
        if form.validate_on_submit():
            return _plan(form, colleagues.get(ask.who.data))
    shown: dict[str, Any] = {"ask": ask, "partners": partners, "found": None, "form": None}
    if not request.args or not ask.validate():
        return page("info_sessions/compose.html", status=422 if ask.errors else 200, **shown)
    first, last = ask.days()
    found = composition(current_user, Asked(ask.chosen(), ask.rayon.data, first, last, colleagues.get(ask.who.data)))
    form = plan_form(found.visits(), partners)
    status = 422 if form.is_submitted() and not form.validate() else 200
    shown |= {"found": found, "form": form}
    return page("info_sessions/compose.html", status=status, **shown)


@may(Permission.INFO_SESSIONS_READ)
def day() -> Response:
    """The visits of one day in their order, to be printed and taken along."""
    moment, who = clock_time(asked("on") + "T00:00"), asked_id("who")
    on = moment.date() if moment else today()
    colleagues = rows(account_queries.colleagues_of(current_user))
    return page(
        "info_sessions/day.html",
        sheet=sheet_of(current_user, on, who),
        who=next((one for one in colleagues if one.id == who), None),
        colleagues=colleagues,
        before=on - timedelta(days=1),
        after=on + timedelta(days=1),
    )


def _ask() -> tuple[AskForm, list[Partner], dict[int, User]]:
    """The form of the address, with what can be chosen in it."""
    ask = AskForm(who=current_user.id)
    partners = rows(partner_queries.by_name(current_user))
    colleagues = {one.id: one for one in rows(account_queries.colleagues_of(current_user))}
    rayons = rows(partner_queries.rayons_of(current_user))
    offer(ask.rayon, [(one.id, one.name_az) for one in rayons], blank=EVERYWHERE)
    offer(ask.partner, [(one.id, one.name) for one in partners])
    offer(ask.who, [(one.id, one.name) for one in colleagues.values()], blank=EVERYBODY)
    return ask, list(partners), colleagues


def _plan(form: PlanForm, facilitator: User | None) -> Response:
    planned = operations.plan_visits(visits=form.visits(), facilitator=facilitator)
    if not planned:
        return go(request.full_path)
    done = _n("%(num)d session is planned.", "%(num)d sessions are planned.", len(planned))
    first = planned[0].starts_at.astimezone(BAKU).date().isoformat()
    who = facilitator.id if facilitator else None
    return go_to("info_sessions.day", str(done) + " " + _("Here is the sheet of the first day."), on=first, who=who)
