"""Pages of her consents: the words she agrees to, giving, taking back."""

from flask import Response, request
from flask_login import current_user

from crm.access import Permission, may
from crm.forms import offer
from crm.i18n import _
from crm.members import consent_text, consents
from crm.members.enums import Purpose
from crm.members.forms import ConsentForm, WithdrawForm
from crm.members.models import Member
from crm.members.views import opened
from crm.partners import queries as partner_queries
from crm.partners.models import Partner
from crm.referrals.preview import preview
from crm.web import asked_id, go_to, page, rows


@may(Permission.MEMBERS_WRITE)
def give(member_id: int) -> Response:
    """`?purpose=` chooses the words that are shown; for sharing, `?partner_id=` whom they name."""
    member = opened(member_id)
    purpose = Purpose.parse(request.values.get("purpose")) or Purpose.SERVICES
    form = ConsentForm(purpose=purpose, partner_id=asked_id("partner_id"))
    partner = _offer_partners(form).get(form.partner_id.data) if purpose == Purpose.SHARING else None
    if not form.validate_on_submit():
        texts = consent_text.wordings(member, purpose, partner)
        return page(
            "members/consent.html",
            form=form,
            member=member,
            purpose=purpose,
            partner=partner,
            wordings=texts,
            preview=preview(member, partner) if partner else None,
            status=422 if form.errors else 200,
        )
    consents.give_consent(
        member=member,
        purpose=purpose,
        manner=form.manner.data,
        partner=partner,
        valid_until=form.valid_until.data,
        by=current_user,
    )
    return _back(member, _("Her consent is recorded."))


@may(Permission.MEMBERS_WRITE)
def withdraw(member_id: int) -> Response:
    """Takes effect at once."""
    member, form = opened(member_id), WithdrawForm()
    partners = _offer_partners(form)
    if not form.validate_on_submit():
        return _back(member, _("Please choose what she takes back."), "warning")
    partner = partners.get(form.partner_id.data)
    consents.withdraw_consent(member=member, purpose=form.purpose.data, partner=partner)
    return _back(member, _("Taken back. It counts from this moment."))


def _offer_partners(form: ConsentForm | WithdrawForm) -> dict[int | None, Partner]:
    partners = rows(partner_queries.visible_to(current_user).order_by(Partner.search_name))
    offer(form.partner_id, [(partner.id, partner.name) for partner in partners], blank=_("Nobody"))
    return {partner.id: partner for partner in partners}


def _back(member: Member, message: str, category: str = "success") -> Response:
    return go_to("members.show", message, category, member_id=member.id, _anchor="consents")
