"""Pages of the referrals: list, one with its steps and the next, starting from a match, a hire without one."""

from collections.abc import Callable
from functools import partial
from typing import Any

from flask import Response, request
from flask_login import current_user

from crm import sheets
from crm.access import Permission, may
from crm.audit.operations import note_look
from crm.forms import Form, offer
from crm.i18n import _
from crm.members import queries as member_queries
from crm.members.models import Member
from crm.partners import queries as partner_queries
from crm.partners.models import Partner
from crm.referrals import operations, queries, road
from crm.referrals.enums import DeclinedBy, ReferralState
from crm.referrals.forms import AnswerForm, DeclineForm, HireForm, PlacementForm, StartForm, StepForm
from crm.referrals.models import Referral
from crm.referrals.moves import MOVES, IllegalMove
from crm.referrals.sheet import SHEET
from crm.search import forgiving_page
from crm.vacancies import queries as vacancy_queries
from crm.web import asked, asked_id, get_or_404, go_to, page, rows, value


@may(Permission.REFERRALS_READ)
def index() -> Response:
    filters = _filters()
    referrals, exact = forgiving_page(
        lambda ids: queries.listing(current_user, filters, ids), filters.search, queries.folded_names(current_user)
    )
    return page(
        "referrals/index.html",
        part="referrals/_list.html",
        referrals=referrals,
        exact=exact,
        filters=filters,
        states=list(ReferralState),
    )


@may(Permission.REFERRALS_READ)
def download(shape: str) -> Response:
    """The list as it is narrowed, whole, as a file or to print."""
    filters = _filters()
    find = partial(queries.listing, current_user, filters)
    return sheets.forgiving_answer(shape, SHEET, find, filters.search, queries.folded_names(current_user))


def _filters() -> queries.Filters:
    return queries.Filters(
        asked(), ReferralState.parse(request.args.get("state")), asked("mine") == "1", asked("over") == "1"
    )


@may(Permission.REFERRALS_READ)
def show(referral_id: int) -> Response:
    referral = _referral(referral_id)
    note_look(referral.member)
    return page(
        "referrals/show.html",
        referral=referral,
        steps=road.timeline(referral),
        next_step=road.NEXT_STEP.get(referral.state),
        moves=MOVES[referral.state],
        form=StepForm(formdata=None),
        counted_otherwise=value(queries.counted_otherwise(referral)),
    )


@may(Permission.REFERRALS_WRITE)
def start() -> Response:
    """From a match: ask her, put it off, put her first or set her aside with a reason (`then`)."""
    form, then = StartForm(), request.form.get("then", "ask")
    vacancy = get_or_404(vacancy_queries.visible_to(current_user), id=form.vacancy_id.data or 0)
    member = get_or_404(member_queries.visible_to(current_user), id=form.member_id.data or 0)
    why = {"aside": form.reason.data, "pin": form.pinned_reason.data}.get(then, True)
    if not form.validate_on_submit() or not why:
        return _back_to_matches(vacancy.id, member.id, _("Please say why."), "warning")
    try:
        referral = operations.suggest(vacancy=vacancy, member=member, by=current_user)
        done = _begun(referral, then, form)
    except IllegalMove as refused:
        return _back_to_matches(vacancy.id, member.id, refused.why or _("This cannot be done now."), "warning")
    return _back_to_matches(vacancy.id, member.id, done)


def _back_to_matches(vacancy_id: int, member_id: int, message: str, category: str = "success") -> Response:
    """To the card that was clicked: on the vacancy's page, or on hers."""
    if request.args.get("from") == "member":
        return go_to("matching.for_member", message, category, member_id=member_id, _anchor=f"match-{vacancy_id}")
    return go_to("matching.for_vacancy", message, category, vacancy_id=vacancy_id, _anchor=f"match-{member_id}")


def _begun(referral: Referral, then: str, form: StartForm) -> str:
    """Raises IllegalMove for a card that was left open: her way went on meanwhile, or she was declined."""
    if referral.state != ReferralState.SUGGESTED:
        raise IllegalMove(_("This step is not possible now: %(state)s.", state=referral.state.label))
    name = referral.member.name
    if then == "later":
        operations.put_off(referral=referral, by=current_user)
        return str(_("%(name)s: put off. It comes back on its day.", name=name))
    if then == "aside":
        centre, reason = DeclinedBy.CENTRE, form.reason.data
        operations.decline(referral=referral, by=current_user, declined_by=centre, reason=reason)
        return str(_("%(name)s: set aside for this vacancy.", name=name))
    if then in ("pin", "unpin"):
        operations.pin(referral=referral, reason=(form.pinned_reason.data or "") if then == "pin" else "")
        return str(
            _("%(name)s stands first.", name=name) if then == "pin" else _("%(name)s stands by her fit.", name=name)
        )
    operations.ask(referral=referral, by=current_user)
    return str(_("%(name)s is being asked. Write down her answer when you have it.", name=name))


@may(Permission.REFERRALS_WRITE)
def ask(referral_id: int) -> Response:
    return _stepped(referral_id, lambda one: operations.ask(referral=one, by=current_user), _("She is being asked."))


@may(Permission.REFERRALS_WRITE)
def introduce(referral_id: int) -> Response:
    return _stepped(
        referral_id, lambda one: operations.introduce(referral=one, by=current_user), _("They are introduced.")
    )


@may(Permission.REFERRALS_WRITE)
def interviewed(referral_id: int) -> Response:
    form = StepForm()
    return _stepped(
        referral_id,
        lambda one: operations.interviewed(referral=one, by=current_user, note=form.note.data or ""),
        _("The interview is written down."),
    )


@may(Permission.REFERRALS_WRITE)
def answer(referral_id: int) -> Response:
    referral, form = _referral(referral_id), AnswerForm()
    if not form.validate_on_submit():
        return page("referrals/answer.html", form=form, referral=referral, status=422 if form.errors else 200)
    return _stepped(
        referral_id,
        lambda one: operations.answer(referral=one, by=current_user, **_given(form)),
        _("Her answer is written down."),
    )


@may(Permission.REFERRALS_WRITE)
def decline(referral_id: int) -> Response:
    referral, form = _referral(referral_id), DeclineForm()
    if not form.validate_on_submit():
        return page("referrals/decline.html", form=form, referral=referral, status=422 if form.errors else 200)
    return _stepped(
        referral_id,
        lambda one: operations.decline(referral=one, by=current_user, **_given(form)),
        _("Written down."),
    )


@may(Permission.REFERRALS_WRITE)
def hire(referral_id: int) -> Response:
    referral = _referral(referral_id)
    form = HireForm(weekly_hours=referral.vacancy.weekly_hours, pay=referral.vacancy.pay_min)
    if not form.validate_on_submit():
        return page("referrals/hire.html", form=form, referral=referral, status=422 if form.errors else 200)
    return _stepped(
        referral_id,
        lambda one: operations.hire(referral=one, by=current_user, **_given(form)),
        _("She has work. The hire is written down."),
    )


@may(Permission.REFERRALS_WRITE)
def new_placement() -> Response:
    form = PlacementForm(partner_id=asked_id("partner"), member_id=asked_id("member"))
    partners = rows(partner_queries.visible_to(current_user).order_by(Partner.search_name))
    members = rows(member_queries.visible_to(current_user).order_by(Member.search_text))
    offer(form.partner_id, [(partner.id, partner.name) for partner in partners], blank=_("Choose"))
    offer(form.member_id, [(member.id, member.name) for member in members], blank=_("Choose"))
    if not form.validate_on_submit():
        return page("referrals/new_placement.html", form=form, status=422 if form.errors else 200)
    partner = next(partner for partner in partners if partner.id == form.partner_id.data)
    member = next(member for member in members if member.id == form.member_id.data)
    try:
        operations.record_placement(
            member=member, partner=partner, by=current_user, **_given(form, "partner_id", "member_id")
        )
    except IllegalMove as refused:
        form.member_id.errors = [refused.why]
        return page("referrals/new_placement.html", form=form, status=422)
    return go_to("partners.show", _("The hire is written down."), partner_id=partner.id)


def _given(form: Form, *leave_out: str) -> dict[str, Any]:
    """What was answered; a question left open keeps the operation's own default."""
    return {name: value for name, value in form.values(*leave_out).items() if value not in (None, "")}


def _referral(referral_id: int) -> Referral:
    return get_or_404(queries.whole(current_user), id=referral_id)


def _stepped(referral_id: int, step: Callable[[Referral], object], done: str) -> Response:
    """Takes one step; what is not allowed now is said on the page."""
    referral = _referral(referral_id)
    try:
        step(referral)
    except IllegalMove as refused:
        why = refused.why or _("This step is not possible now: %(state)s.", state=referral.state.label)
        return go_to("referrals.show", why, "warning", referral_id=referral_id)
    return go_to("referrals.show", done, referral_id=referral_id)
