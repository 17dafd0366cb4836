"""Work she may wish for, what the centre has written about her, and what she agreed to."""

from uuid import UUID

from flask import Response, abort
from flask_login import current_user

from crm.access import Permission, may
from crm.forms import Form
from crm.i18n import _
from crm.matching.suggest import vacancies_for
from crm.matching.wording import still_to_ask
from crm.members.consents import withdraw_consent
from crm.members.enums import ConceptRole
from crm.members.models import Member
from crm.my import queries
from crm.my.agreed import agreed
from crm.my.road import TAKEN
from crm.my.views import herself, reasons
from crm.referrals import wishes
from crm.referrals.enums import ReferralState
from crm.referrals.moves import IllegalMove
from crm.vacancies.enums import VacancyState
from crm.web import get_or_404, go_to, page, rows, value


@may(Permission.MY_USE)
@herself
def job(member: Member, job_id: UUID) -> Response:
    vacancy = get_or_404(queries.jobs(current_user), public_id=job_id)
    found = [one for one in vacancies_for(member) if one.vacancy.id == vacancy.id]
    return page(
        "my/job.html",
        member=member,
        vacancy=vacancy,
        way=value(queries.ways(current_user).filter_by(vacancy_id=vacancy.id)),
        reasons={one.vacancy.id: reasons(one) for one in found},
        unknown=still_to_ask(found[0]) if found else "",
    )


@may(Permission.MY_USE)
@herself
def wish(member: Member, job_id: UUID) -> Response:
    vacancy = get_or_404(queries.jobs(current_user), public_id=job_id)
    if not Form().validate_on_submit():
        abort(400)
    if vacancy.state != VacancyState.OPEN:
        return go_to("my.index", TAKEN, "info")
    try:
        referral = wishes.wish_for_work(vacancy=vacancy, member=member, by=current_user)
    except IllegalMove as refused:
        return go_to("my.index", refused.why, "warning")
    if referral.state == ReferralState.ASKED:
        return go_to("my.show", public_id=referral.public_id)
    if referral.state == ReferralState.SUGGESTED:
        return go_to("my.index", _("Thank you! The centre knows it and will call you."))
    return go_to("my.index", _("The centre knows about it. Call them if you have a question."), "info")


@may(Permission.MY_USE)
@herself
def profile(member: Member) -> Response:
    return page(
        "my/profile.html",
        member=member,
        skills=[one.concept for one in member.concepts if one.role == ConceptRole.SKILL],
        wishes=[one.concept for one in member.concepts if one.role == ConceptRole.WISH],
    )


@may(Permission.MY_USE)
@herself
def consents(member: Member) -> Response:
    every = [agreed(consent) for consent in rows(queries.consents(current_user))]
    in_force = [one for one in every if one.over is None]
    return page("my/consents.html", member=member, in_force=in_force, over=[one for one in every if one.over])


@may(Permission.MY_USE)
@herself
def withdraw(member: Member, consent_id: int) -> Response:
    consent, form = get_or_404(queries.consents(current_user), id=consent_id), Form()
    if not form.validate_on_submit():
        return page("my/withdraw.html", member=member, form=form, one=agreed(consent))
    withdraw_consent(member=member, purpose=consent.purpose, partner=consent.partner)
    return go_to("my.consents", _("Taken back. It counts from this moment."))
