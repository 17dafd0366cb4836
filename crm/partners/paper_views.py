"""Pages about the agreements and the sites of a partner."""

from typing import Any

from flask import Response, abort
from flask_login import current_user

from crm import files
from crm.access import Permission, may
from crm.i18n import _
from crm.partners import papers, queries
from crm.partners.forms import AgreementForm, NewAgreementForm, NewSiteForm, SiteForm
from crm.partners.models import Agreement, Partner, PartnerSite
from crm.partners.views import opened
from crm.web import check_version, get_or_404, go_to, page


@may(Permission.PARTNERS_WRITE)
def new_agreement(partner_id: int) -> Response:
    partner, form = opened(partner_id), NewAgreementForm()
    if form.validate_on_submit() and files.accepted(
        form, lambda: papers.keep_agreement(partner=partner, sent=form.paper.data, **form.values("paper"))
    ):
        return _back(partner, "papers")
    return _agreement_page(partner, form)


@may(Permission.PARTNERS_WRITE)
def agreement(partner_id: int, agreement_id: int) -> Response:
    partner, paper = opened(partner_id), _agreement(partner_id, agreement_id)
    form = AgreementForm(obj=paper)
    if form.validate_on_submit():
        check_version(paper, form)
        typed = form.values("paper")
        if files.accepted(form, lambda: papers.change_agreement(agreement=paper, sent=form.paper.data, **typed)):
            return _back(partner, "papers")
    return _agreement_page(partner, form)


@may(Permission.PARTNERS_READ)
def agreement_file(partner_id: int, agreement_id: int) -> Response:
    """The scan; who takes it is noted."""
    paper = _agreement(partner_id, agreement_id)
    return files.answer(paper.file, paper) if paper.file else abort(404)


@may(Permission.PARTNERS_WRITE)
def new_site(partner_id: int) -> Response:
    partner, form = opened(partner_id), NewSiteForm()
    if not form.validate_on_submit():
        return page("partners/site.html", form=form, partner=partner, site=None, status=422 if form.errors else 200)
    papers.add_site(partner=partner, **form.values())
    return _back(partner, "sites")


@may(Permission.PARTNERS_WRITE)
def site(partner_id: int, site_id: int) -> Response:
    partner, one = opened(partner_id), _site(partner_id, site_id)
    form = SiteForm(obj=one)
    if not form.validate_on_submit():
        status = 422 if form.errors else 200
        return page("partners/site.html", form=form, partner=partner, site=one, status=status)
    check_version(one, form)
    papers.change_site(site=one, **form.values())
    return _back(partner, "sites")


@may(Permission.PARTNERS_WRITE)
def remove_site(partner_id: int, site_id: int) -> Response:
    papers.remove_site(site=_site(partner_id, site_id))
    return go_to("partners.show", _("Removed."), partner_id=partner_id, _anchor="sites")


def _agreement(partner_id: int, agreement_id: int) -> Agreement:
    return get_or_404(queries.agreements_visible_to(current_user), id=agreement_id, partner_id=partner_id)


def _site(partner_id: int, site_id: int) -> PartnerSite:
    return get_or_404(queries.sites_visible_to(current_user), id=site_id, partner_id=partner_id)


def _agreement_page(partner: Partner, form: Any) -> Response:
    status = 422 if form.errors else 200
    return page("partners/agreement.html", form=form, partner=partner, accept=files.ACCEPT, status=status)


def _back(partner: Partner, anchor: str) -> Response:
    return go_to("partners.show", _("Saved."), partner_id=partner.id, _anchor=anchor)
