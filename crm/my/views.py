"""A woman's own page: what she is asked, her answer, and work that may suit her."""

from uuid import UUID

from flask import Response
from flask_login import current_user

from crm.access import Permission, may
from crm.forms import Form
from crm.i18n import _
from crm.matching.facts import Verdict
from crm.matching.suggest import Suggestion, vacancies_for
from crm.matching.wording import Told, told
from crm.members import queries as member_queries
from crm.my import queries
from crm.my.forms import AnswerForm
from crm.referrals import operations
from crm.referrals import queries as referral_queries
from crm.referrals.enums import ReferralState
from crm.referrals.moves import IllegalMove
from crm.web import get_or_404, go_to, page, rows

MATCHES = 5


@may(Permission.MY_USE)
def index() -> Response:
    return _page()


def _page(status: int = 200) -> Response:
    member = get_or_404(member_queries.visible_to(current_user))
    found = vacancies_for(member)
    # What she is only considered for looks to her like any other opening.
    fresh = [one for one in found if one.referral is None or one.referral.state == ReferralState.SUGGESTED][:MATCHES]
    return page(
        "my/index.html",
        status=status,
        member=member,
        referrals=rows(queries.asked(current_user)),
        reasons={one.vacancy.id: _reasons(one) for one in found},
        matches=[one.vacancy for one in fresh],
        blank_form=lambda: Form(formdata=None),
    )


def _reasons(suggestion: Suggestion) -> list[Told]:
    """Without what is not known, mostly about herself: beside the hours and pay on the card it reads as untrue."""
    return [line for line in told(suggestion, "woman") if line.verdict != Verdict.NOT_KNOWN]


@may(Permission.MY_USE)
def answer(public_id: UUID) -> Response:
    referral = get_or_404(referral_queries.visible_to(current_user), public_id=public_id)
    form = AnswerForm()
    if not form.validate_on_submit():
        return _page(422)
    try:
        operations.answer(referral=referral, reply=form.reply.data, by=current_user)
    except IllegalMove:
        return go_to("my.index", _("This was answered already. Call the centre if you want to change it."), "warning")
    thanks = {
        "yes": _("Thank you! The centre will introduce you."),
        "no": _("That is all right. We keep looking for you."),
        "later": _("No hurry. We will ask you again."),
    }
    return go_to("my.index", thanks[form.reply.data])
