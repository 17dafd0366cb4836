"""What a partner says about a woman: would like to meet her, met her, hired her, or not; each leads back to the opening."""

from collections.abc import Callable
from uuid import UUID

from flask import Response, abort
from flask_login import current_user

from crm.access import Permission, may
from crm.audit.operations import note_look
from crm.forms import Form, today
from crm.i18n import _
from crm.portal import operations
from crm.portal.forms import HireForm, InterviewForm, NoForm
from crm.referrals import cards, shown, wishes
from crm.referrals.models import Referral
from crm.referrals.moves import IllegalMove
from crm.referrals.queries import partners_of
from crm.vacancies import queries as vacancy_queries
from crm.web import get_or_404, go_to, page


@may(Permission.PORTAL_USE)
def meet(public_id: UUID, number: int) -> Response:
    vacancy = get_or_404(vacancy_queries.whole(current_user), public_id=public_id)
    referral, form = cards.candidate(partners_of(current_user), vacancy, number), Form()
    if referral is None or not form.validate_on_submit():
        abort(404)
    wishes.wish_to_meet(referral=referral)
    said = _("The centre knows that you would like to meet candidate %(number)s, and asks her.", number=number)
    return go_to("portal.show", said, public_id=public_id, _anchor="candidates")


@may(Permission.PORTAL_USE)
def interviewed(public_id: UUID) -> Response:
    referral, form = _known(public_id), InterviewForm()
    if not form.validate_on_submit():
        return _asking("portal/interviewed.html", referral, form)
    return _reported(
        referral,
        lambda: operations.report_interview(
            referral=referral, by=current_user, on=form.on.data or today(), note=form.note.data or ""
        ),
        _("Written down. Thank you for telling us."),
    )


@may(Permission.PORTAL_USE)
def hired(public_id: UUID) -> Response:
    referral = _known(public_id)
    form = HireForm(weekly_hours=referral.vacancy.weekly_hours, pay=referral.vacancy.pay_min)
    if not form.validate_on_submit():
        return _asking("portal/hired.html", referral, form)
    return _reported(
        referral,
        lambda: operations.report_hire(referral=referral, by=current_user, **form.values()),
        _("Good news, thank you! The centre has it in writing."),
    )


@may(Permission.PORTAL_USE)
def declined(public_id: UUID) -> Response:
    referral, form = _known(public_id), NoForm()
    if not form.validate_on_submit():
        return _asking("portal/declined.html", referral, form)
    return _reported(
        referral,
        lambda: operations.report_no(
            referral=referral, by=current_user, reason=form.reason.data, note=form.note.data or ""
        ),
        _("Written down. The centre looks for somebody else."),
    )


@may(Permission.PORTAL_USE)
def not_met(public_id: UUID) -> Response:
    referral, form = _known(public_id), Form()
    if not form.validate_on_submit():
        abort(400)
    return _reported(
        referral,
        lambda: wishes.not_met_yet(referral=referral, by=current_user),
        _("Thank you. The centre helps you to find a day."),
    )


def _known(public_id: UUID) -> Referral:
    """Only a woman who agreed that this partner may see her; the look is noted."""
    referral = get_or_404(shown.known(partners_of(current_user)), public_id=public_id)
    note_look(referral.member)
    return referral


def _asking(template: str, referral: Referral, form: Form) -> Response:
    return page(
        template, name=referral.member.name, vacancy=referral.vacancy, form=form, status=422 if form.errors else 200
    )


def _reported(referral: Referral, report: Callable[[], object], thanks: str) -> Response:
    """Takes the step; what is not possible now is said on the opening's page."""
    back = referral.vacancy.public_id
    try:
        report()
    except IllegalMove as refused:
        why = refused.why or _("This is not possible any more. Call the centre, they help you.")
        return go_to("portal.show", why, "warning", public_id=back)
    return go_to("portal.show", thanks, public_id=back)
