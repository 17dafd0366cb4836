"""Pages of her consents: the words she agrees to, giving, taking back."""

from flask import Response, abort, make_response, request
from flask_login import current_user

from crm import files
from crm.access import Permission, may
from crm.audit.enums import Action
from crm.audit.operations import note_look
from crm.forms import offer
from crm.i18n import _, language
from crm.members import consent_text, consents, queries
from crm.members.enums import Purpose
from crm.members.forms import ConsentForm, WithdrawForm
from crm.members.models import Member
from crm.members.views import opened
from crm.paper import CannotWrite
from crm.partners import queries as partner_queries
from crm.partners.models import Partner
from crm.referrals.preview import preview
from crm.web import asked_id, get_or_404, go_to, page, rows


@may(Permission.MEMBERS_WRITE)
def give(member_id: int) -> Response:
    """`?purpose=` chooses the words that are shown; for sharing, `?partner_id=` whom they name."""
    member = opened(member_id)
    purpose = Purpose.parse(request.values.get("purpose")) or Purpose.SERVICES
    form = ConsentForm(purpose=purpose, partner_id=asked_id("partner_id"))
    partner = _offer_partners(form).get(form.partner_id.data) if purpose == Purpose.SHARING else None
    if not form.validate_on_submit() or not files.accepted(form, lambda: _agreed(member, purpose, partner, form)):
        return _asking(member, purpose, partner, form)
    return _back(member, _("Her consent is recorded."))


def _asking(member: Member, purpose: Purpose, partner: Partner | None, form: ConsentForm) -> Response:
    return page(
        "members/consent.html",
        form=form,
        member=member,
        purpose=purpose,
        partner=partner,
        wordings=consent_text.wordings(member, purpose, partner),
        preview=preview(member, partner) if partner else None,
        accept=files.ACCEPT,
        status=422 if form.errors else 200,
    )


def _agreed(member: Member, purpose: Purpose, partner: Partner | None, form: ConsentForm) -> None:
    consents.give_consent(
        member=member,
        purpose=purpose,
        manner=form.manner.data,
        partner=partner,
        valid_until=form.valid_until.data,
        by=current_user,
        sent=form.paper.data,
        language=language(),
        witness=form.witness.data or "",
        typed_name=form.typed_name.data or "",
    )


@may(Permission.MEMBERS_READ)
def words_then(member_id: int, consent_id: int) -> Response:
    """What she agreed to then, in the words of that day."""
    member = opened(member_id)
    consent = get_or_404(queries.consents_of(current_user, member_id), id=consent_id)
    texts = consent_text.wordings(member, consent.purpose, consent.partner, consent.text_version)
    return page("members/consent_then.html", member=member, consent=consent, wordings=texts)


@may(Permission.MEMBERS_READ)
def scan(member_id: int, consent_id: int) -> Response:
    """The paper she signed; who takes it is noted."""
    member = opened(member_id)
    consent = get_or_404(queries.consents_of(current_user, member_id), id=consent_id)
    return files.answer(consent.scan, member) if consent.scan else abort(404)


@may(Permission.MEMBERS_WRITE)
def sheet(member_id: int) -> Response:
    """The words on paper to sign, in `?language=`; for sharing, `?partner_id=` whom they name."""
    member, purpose = opened(member_id), Purpose.parse(request.args.get("purpose")) or Purpose.SERVICES
    chosen = asked_id("partner_id") if purpose == Purpose.SHARING else None
    partner = get_or_404(partner_queries.visible_to(current_user), id=chosen) if chosen else None
    try:
        content = consent_text.sheet(member, purpose, partner, request.args.get("language") or language())
    except CannotWrite as missing:
        return _back(member, str(missing), "warning")
    note_look(member, Action.EXPORTED, purpose=purpose.value)
    response = make_response(content)
    response.mimetype = "application/pdf"
    response.headers["Content-Disposition"] = "inline; filename=consent.pdf"
    return response


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
