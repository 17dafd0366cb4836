"""A woman's own page: one question at a time, her road, work that may suit her; her answer, and changing it."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any
from uuid import UUID

from flask import Response, abort, request, url_for
from flask_login import current_user

from crm.access import Permission, may
from crm.accounts import signing
from crm.accounts.queries import pin_of
from crm.forms import Form, today
from crm.i18n import _
from crm.matching.facts import Verdict
from crm.matching.news import new_first, new_since
from crm.matching.suggest import Suggestion, vacancies_for
from crm.matching.wording import Told, told
from crm.members import request_queries, visits
from crm.members.models import Member
from crm.my import queries
from crm.my.forms import AnswerForm, WhyForm
from crm.my.offered import offered_to
from crm.my.road import TAKEN, station
from crm.referrals import operations, wishes
from crm.referrals.enums import ReferralState
from crm.referrals.models import Referral
from crm.referrals.moves import IllegalMove
from crm.vacancies.enums import VacancyState
from crm.web import after_reading, get_or_404, go, go_to, page, rows, value

MATCHES = 5
FEW = 3


def herself(view: Callable[..., Response]) -> Callable[..., Response]:
    """Gives the view the woman who looks; a friendly page where the centre has not linked her yet."""

    @wraps(view)
    def found(**arguments: Any) -> Response:
        if signing.stale():
            signing.end()
            return go(url_for("accounts.sign_in", next=request.path if request.method == "GET" else None))
        if signing.has_to_choose():
            return go_to("my.choose_pin")
        member = value(queries.herself(current_user))
        return view(member=member, **arguments) if member else page("my/nobody.html")

    return found


@may(Permission.MY_USE)
@herself
def index(member: Member) -> Response:
    after_reading(partial(visits.keep_visit, member.id))
    return _page(member)


def _page(member: Member, status: int = 200) -> Response:
    signs_in = value(visits.of_member(member.id))
    asked, found = rows(queries.asked(current_user)), vacancies_for(member)
    new = new_since(found, visits.seen_until(signs_in))
    questions = [one for one in asked if one.later_until is None or one.later_until <= today()]
    road = [station(one) for one in rows(queries.road(current_user))]
    return page(
        "my/index.html",
        status=status,
        member=member,
        question=questions[0] if questions else None,
        more=len(questions) - 1,
        put_off=[one for one in asked if one not in questions],
        road=road,
        reasons={one.vacancy.id: reasons(one, FEW) for one in found},
        matches=[one.vacancy for one in new_first(found, new) if _is_untouched(one)][:MATCHES],
        new=new,
        offered=offered_to(member),
        requests_open=rows(request_queries.open_of(current_user, member.id)),
        coming=rows(queries.coming(member)),
        has_card=value(pin_of(current_user.id)) is not None,
    )


def _is_untouched(suggestion: Suggestion) -> bool:
    """What she is only considered for looks to her like any other opening."""
    way = suggestion.referral
    return way is None or (way.state == ReferralState.SUGGESTED and way.wished_by_member_at is None)


def reasons(suggestion: Suggestion, most: int | None = None) -> list[Told]:
    """What speaks for it first. Without what is not known, mostly about herself: beside the hours and pay on the card it
    reads as untrue. `most` leaves room for one thing that does not fit."""
    lines = [line for line in told(suggestion, "woman") if line.verdict != Verdict.NOT_KNOWN]
    fits = [line for line in lines if line.verdict == Verdict.FITS]
    others = [line for line in lines if line.verdict != Verdict.FITS]
    return fits + others if most is None else fits[: most - 1] + others[:1]


@may(Permission.MY_USE)
@herself
def show(member: Member, public_id: UUID) -> Response:
    return _way(member, _referral(public_id))


def _way(member: Member, referral: Referral, form: WhyForm | None = None) -> Response:
    return page(
        "my/show.html",
        status=422 if form else 200,
        member=member,
        referral=referral,
        station=station(referral),
        form=form or WhyForm(formdata=None),
        reasons={one.vacancy.id: reasons(one, FEW) for one in vacancies_for(member)},
    )


@may(Permission.MY_USE)
@herself
def answer(member: Member, public_id: UUID) -> Response:
    referral, form = _referral(public_id), AnswerForm()
    if not form.validate_on_submit():
        return _page(member, 422)
    reply = form.reply.data
    if referral.vacancy.state != VacancyState.OPEN:
        return go_to("my.index", TAKEN, "info")
    try:
        operations.answer(referral=referral, reply=reply, by=current_user)
    except IllegalMove:
        return _call_us()
    if reply == "no":
        return go_to("my.show", public_id=public_id)
    thanks = {"yes": _("Thank you! The centre will introduce you."), "later": _("No hurry. We will ask you again.")}
    return go_to("my.index", thanks[reply])


@may(Permission.MY_USE)
@herself
def undo(member: Member, public_id: UUID) -> Response:
    referral = _referral(public_id)
    if not Form().validate_on_submit():
        abort(400)
    if referral.vacancy.state != VacancyState.OPEN:
        return go_to("my.index", TAKEN, "info")
    try:
        wishes.take_back_answer(referral=referral, by=current_user)
    except IllegalMove:
        return _call_us()
    return go_to("my.show", _("Your answer is taken back. Answer again when you like."), public_id=public_id)


@may(Permission.MY_USE)
@herself
def why(member: Member, public_id: UUID) -> Response:
    referral, form = _referral(public_id), WhyForm()
    if not form.validate_on_submit():
        return _way(member, referral, form)
    try:
        wishes.tell_why(referral=referral, reason=form.reason.data)
    except IllegalMove:
        return _call_us()
    return go_to("my.index", _("Thank you. So we find better work for you."))


def _referral(public_id: UUID) -> Referral:
    return get_or_404(queries.ways(current_user), public_id=public_id)


def _call_us() -> Response:
    return go_to("my.index", _("This cannot be changed here any more. Call the centre, they help you."), "warning")
