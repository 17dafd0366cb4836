"""Pages about when an owner can be visited: for staff, and for the owner through a link without an account."""

from typing import Any

from flask import Response

from crm import links
from crm.access import Permission, may, public
from crm.i18n import _
from crm.partners import queries, windows
from crm.partners.free_time import HOUR, PARTS
from crm.partners.models import Partner
from crm.partners.proposing import PART_NAMES, WEEKDAYS
from crm.partners.views import opened
from crm.partners.window_forms import OwnerWindowsForm, WindowsForm
from crm.web import check_version, go_to, page, value

#: What the fields of a week need beside the form.
STRIP: dict[str, Any] = {
    "weekdays": WEEKDAYS,
    "parts": [(name, PART_NAMES[name], f"{starts // HOUR}–{ends // HOUR}") for name, starts, ends in PARTS],
}


@may(Permission.PARTNERS_WRITE)
def tell(partner_id: int) -> Response:
    partner = opened(partner_id)
    form = WindowsForm(obj=partner.availability, version=0)
    if not form.is_submitted():
        form.prefill(partner.availability)
    if not form.validate_on_submit():
        status = 422 if form.errors else 200
        return page("partners/windows.html", form=form, partner=partner, status=status, **STRIP)
    if partner.availability:
        check_version(partner.availability, form)
    windows.tell_windows(partner=partner, **form.terms())
    return go_to("partners.show", _("Saved."), partner_id=partner.id, _anchor="windows")


@may(Permission.PARTNERS_READ)
def show_link(partner_id: int) -> Response:
    partner = opened(partner_id)
    return page(
        "partners/window_link.html",
        partner=partner,
        url=_address(partner),
        until=links.good_until(),
    )


@may(Permission.PARTNERS_WRITE)
def call_back(partner_id: int) -> Response:
    windows.call_links_back(partner=opened(partner_id))
    done = _("Earlier links open nothing any more. Here is a new one.")
    return go_to("partners.window_link", done, partner_id=partner_id)


@public
def owner(token: str) -> Response:
    """Shows the company's name and nothing that is known of it: whoever holds the link may not be the owner."""
    link, partner = _of_link(token)
    if partner is None:
        return page("partners/link_over.html", status=410)
    if link and link.old:
        return page("partners/link_old.html", token=token, status=410)
    form = OwnerWindowsForm()
    if not form.validate_on_submit():
        status = 422 if form.errors else 200
        shown: dict[str, Any] = {**STRIP, "partner": partner, "token": token}
        return page("partners/owner_windows.html", form=form, status=status, **shown)
    windows.owner_tells(partner=partner, **form.terms())
    return go_to("partners.owner_thanks", token=windows.link_token(partner))


@public
def thanks(token: str) -> Response:
    link, partner = _of_link(token)
    if partner is None or (link and link.old):
        return page("partners/link_over.html", status=410)
    return page("partners/owner_thanks.html", partner=partner, url=_address(partner), until=links.good_until())


@public
def renew(token: str) -> Response:
    _link, partner = _of_link(token)
    if partner is None:
        return page("partners/link_over.html", status=410)
    return go_to("partners.owner_thanks", token=windows.link_token(partner))


def _of_link(token: str) -> tuple[links.Link | None, Partner | None]:
    link = links.read(windows.OWNERS_PAGE, token)
    found: Partner | None = value(queries.of_link(link.public_id, link.number)) if link else None
    return link, found


def _address(partner: Partner) -> str:
    return links.absolute("partners.owner_windows", token=windows.link_token(partner))
