"""Pages of the partners: new, one with everything about it, correct, stage, next step."""

from flask import Response, request, url_for
from flask_login import current_user

from crm.access import Permission, may
from crm.accounts import queries as account_queries
from crm.centres import queries as centre_queries
from crm.forms import offer
from crm.i18n import _
from crm.messages import queries as message_queries
from crm.partners import operations, queries
from crm.partners.due import due_day
from crm.partners.forms import NewPartnerForm, PartnerForm, StageForm
from crm.partners.history import story_of
from crm.partners.models import Partner
from crm.partners.next_step import NextStepForm
from crm.partners.papers import ending, ends_soon, is_over
from crm.partners.proposing import past_of, terms_of, times_to_propose, week_of
from crm.partners.road import stays
from crm.web import check_version, filtered_url, get_or_404, go, go_to, page, rows, value


@may(Permission.PARTNERS_WRITE)
def new() -> Response:
    form = NewPartnerForm(responsible_id=current_user.id)
    centres = rows(centre_queries.visible_to(current_user))
    offer(form.centre_id, [(centre.id, centre.name) for centre in centres])
    _offer_colleagues(form)
    if not form.validate_on_submit() or not centres:
        return page("partners/new.html", form=form, centres=centres, status=422 if form.errors else 200)
    partner = operations.create_partner(centre_id=form.centre_id.data or centres[0].id, **form.values("centre_id"))
    return go_to("partners.show", _("%(name)s is written down.", name=partner.name), partner_id=partner.id)


@may(Permission.PARTNERS_READ)
def show(partner_id: int) -> Response:
    partner = opened(partner_id)
    story = story_of(current_user, partner)
    terms, past = terms_of(partner.availability, story.sessions), past_of(story.sessions)
    return page(
        "partners/show.html",
        partner=partner,
        story=story,
        founder=value(queries.founder_seen_by(current_user, partner)) if partner.founder_id else None,
        ending=ending(partner.agreements),
        ends_soon=ends_soon,
        is_over=is_over,
        stays=stays(partner.stage_changes),
        week=week_of(terms.windows),
        proposals=times_to_propose(terms, past),
        messages=rows(message_queries.last_of(current_user, partner_id=partner.id)),
        signs_in=rows(queries.users_of(partner)),
    )


@may(Permission.PARTNERS_WRITE)
def edit(partner_id: int) -> Response:
    partner = opened(partner_id)
    form = PartnerForm(obj=partner)
    _offer_colleagues(form, partner)
    if not form.validate_on_submit():
        return page("partners/edit.html", form=form, partner=partner, status=422 if form.errors else 200)
    check_version(partner, form)
    operations.change_partner(partner=partner, **form.values())
    return go_to("partners.show", _("Saved."), partner_id=partner.id)


@may(Permission.PARTNERS_WRITE)
def stage(partner_id: int) -> Response:
    partner = opened(partner_id)
    form = StageForm(obj=partner)
    if not form.validate_on_submit():
        if not form.is_submitted():
            form.prefill(partner)
        return page("partners/stage.html", form=form, partner=partner, status=422 if form.errors else 200)
    check_version(partner, form)
    words = form.stage_reason.data or ""
    operations.move_stage(partner=partner, stage=form.stage.data, reason=form.reason.data, words=words)
    if "from_board" in request.args:
        return go(filtered_url("partners.board", from_board=None))
    return go_to("partners.show", _("Saved."), partner_id=partner.id)


@may(Permission.PARTNERS_WRITE)
def resume(partner_id: int) -> Response:
    partner = opened(partner_id)
    operations.resume(partner=partner)
    return go_to("partners.show", _("Taken up again: %(stage)s.", stage=partner.stage.label), partner_id=partner.id)


@may(Permission.PARTNERS_WRITE)
def next_step(partner_id: int) -> Response:
    partner = opened(partner_id)
    form = NextStepForm(obj=partner)
    if not form.validate_on_submit():
        back, status = url_for("partners.show", partner_id=partner.id), 422 if form.errors else 200
        return page("partners/next_step.html", form=form, back=back, name=partner.name, status=status)
    check_version(partner, form)
    operations.plan_next_step(partner=partner, next_step=form.next_step.data or "", due=due_day(form))
    return go_to("partners.show", _("Saved."), partner_id=partner.id)


def opened(partner_id: int) -> Partner:
    """The partner of the address, with everything its page shows; 404 for another centre's."""
    return get_or_404(queries.whole(current_user), id=partner_id)


def _offer_colleagues(form: NewPartnerForm | PartnerForm, partner: Partner | None = None) -> None:
    """Who may look after a partner: colleagues, and whoever does now."""
    people = {user.id: user.name for user in rows(account_queries.colleagues_of(current_user))}
    if partner and partner.responsible:
        people.setdefault(partner.responsible.id, partner.responsible.name)
    offer(form.responsible_id, people.items(), blank=_("nobody yet"))
