"""Pages of the promise ledger and of what the project did: promises, assessments, grants, the founder of a start-up."""

from typing import Any

from flask import Response, request, url_for
from flask_login import current_user
from markupsafe import Markup

from crm.access import Permission, may
from crm.forms import offer, today
from crm.i18n import _
from crm.partners import operations, queries, support
from crm.partners.enums import Stage
from crm.partners.forms import AssessmentForm, FounderForm, GrantForm, PromiseForm
from crm.partners.models import Commitment, Partner
from crm.partners.views import opened
from crm.web import asked, check_version, get_or_404, go_to, page, rows, value


@may(Permission.PARTNERS_WRITE)
def new_promise(partner_id: int) -> Response:
    partner, form = opened(partner_id), PromiseForm()
    if not form.validate_on_submit():
        return page("partners/promise.html", form=form, partner=partner, status=422 if form.errors else 200)
    operations.promise(partner=partner, **form.values("words"), words=form.words.data or "")
    operations.advance(partner=partner, stage=Stage.COMMITTED)
    return go_to("partners.show", _("The promise is written down."), partner_id=partner.id, _anchor="promises")


@may(Permission.PARTNERS_WRITE)
def settle(partner_id: int, commitment_id: int) -> Response:
    kept, commitment = request.form.get("kept") == "yes", _promise(partner_id, commitment_id)
    operations.settle(commitment=commitment, kept=kept, on=today())
    done = _("The promise was kept.") if kept else _("Noted: the promise was not kept.")
    if request.args.get("from") == "today":
        return go_to("today.index", _with_link(commitment, done), _anchor="promises")
    return go_to("partners.show", done, partner_id=partner_id, _anchor="promises")


@may(Permission.PARTNERS_WRITE)
def reopen(partner_id: int, commitment_id: int) -> Response:
    operations.reopen(commitment=_promise(partner_id, commitment_id))
    return go_to("partners.show", _("The promise is open again."), partner_id=partner_id, _anchor="promises")


@may(Permission.PARTNERS_WRITE)
def assess(partner_id: int) -> Response:
    partner, form = opened(partner_id), AssessmentForm()
    if form.validate_on_submit():
        try:
            support.assess_capacity(partner=partner, **form.values("topic"), topic=form.topic.data or "")
            return go_to("partners.show", _("Saved."), partner_id=partner.id, _anchor="capacity")
        except support.AlreadyAssessed:
            form.assessed_on.errors = [_("There is an assessment of this day already.")]
    return page("partners/assessment.html", form=form, partner=partner, status=422 if form.errors else 200)


@may(Permission.PARTNERS_WRITE)
def hand_over(partner_id: int) -> Response:
    partner, form = opened(partner_id), GrantForm()
    if not form.validate_on_submit():
        return page("partners/grant.html", form=form, partner=partner, status=422 if form.errors else 200)
    support.hand_over(partner=partner, **form.values())
    return go_to("partners.show", _("Saved."), partner_id=partner.id, _anchor="startup")


@may(Permission.PARTNERS_WRITE)
def founder(partner_id: int) -> Response:
    """The list of women is short: `?q=` finds another one."""
    partner, search = opened(partner_id), asked()
    form = FounderForm(obj=partner)
    women = rows(queries.possible_founders(current_user, partner, search))
    offer(form.founder_id, [(woman.id, woman.name) for woman in women], blank=_("not known"))
    if not form.validate_on_submit():
        status = 422 if form.errors else 200
        return page("partners/founder.html", form=form, partner=partner, search=search, women=women, status=status)
    check_version(partner, form)
    operations.change_partner(partner=partner, **_keeping_whom_she_cannot_see(partner, form))
    return go_to("partners.show", _("Saved."), partner_id=partner.id, _anchor="startup")


def _keeping_whom_she_cannot_see(partner: Partner, form: FounderForm) -> dict[str, Any]:
    """A founder who hides from whoever saves is no choice of the form; saving must not take her away."""
    values = form.values()
    if partner.founder_id and value(queries.founder_seen_by(current_user, partner)) is None:
        values["founder_id"] = partner.founder_id
    return values


def _with_link(commitment: Commitment, done: str) -> str:
    """Said on another page: the partner's name leads to where it can be undone."""
    there = url_for("partners.show", partner_id=commitment.partner_id, _anchor="promises")
    return Markup('<a href="{}">{}</a>: {}').format(there, commitment.partner.name, done)


def _promise(partner_id: int, commitment_id: int) -> Commitment:
    return get_or_404(queries.commitments_visible_to(current_user), id=commitment_id, partner_id=partner_id)
