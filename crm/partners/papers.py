"""The agreements of a partner and its further sites."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from crm import files
from crm.audit.enums import Action
from crm.audit.operations import record, record_changes
from crm.db import now
from crm.extensions import db
from crm.forms import today
from crm.partners.enums import Stage
from crm.partners.models import Agreement, Partner, PartnerSite
from crm.partners.road import advance

#: From so many days before its end an agreement is told of.
TOLD_BEFORE = timedelta(days=30)


def keep_agreement(*, partner: Partner, sent: Any = None, **values: Any) -> Agreement:
    """A signed one moves the partner on. Raises files.NotAccepted."""
    scan = files.keep(sent=sent, centre_id=partner.centre_id) if sent else None
    agreement = Agreement(partner=partner, file=scan, **values)
    db.session.add(agreement)
    db.session.flush()
    record(Action.CREATED, agreement)
    _move_on(agreement)
    return agreement


def change_agreement(*, agreement: Agreement, sent: Any = None, **values: Any) -> None:
    """A new file takes the place of the old one. Raises files.NotAccepted."""
    before, scan = agreement.file, files.keep(sent=sent, centre_id=agreement.partner.centre_id) if sent else None
    for name, value in values.items():
        setattr(agreement, name, value)
    agreement.file = scan or before
    agreement.updated_at = now()
    record_changes(agreement)
    db.session.flush()
    if scan is not None and before is not None:
        db.session.delete(before)
        db.session.flush()
    _move_on(agreement)


def _move_on(agreement: Agreement) -> None:
    if agreement.signed_on is not None and agreement.signed_on <= today():
        advance(partner=agreement.partner, stage=Stage.AGREEMENT)


def ends_soon(agreement: Agreement) -> bool:
    """Signed, not over yet, but soon."""
    ends: date | None = agreement.valid_until
    return agreement.signed_on is not None and ends is not None and today() <= ends <= today() + TOLD_BEFORE


def is_over(agreement: Agreement) -> bool:
    return agreement.valid_until is not None and agreement.valid_until < today()


def ending(agreements: Sequence[Agreement]) -> Agreement | None:
    """The agreement to talk about now: it ends soon or is over, and none that lasts stands beside it."""
    signed = [one for one in agreements if one.signed_on is not None]
    if any(not is_over(one) and not ends_soon(one) for one in signed):
        return None
    return max(signed, key=lambda one: one.valid_until or date.max, default=None)


def add_site(*, partner: Partner, name: str, **values: Any) -> PartnerSite:
    site = PartnerSite(partner=partner, name=name, **values)
    db.session.add(site)
    db.session.flush()
    record(Action.CREATED, site)
    return site


def change_site(*, site: PartnerSite, **values: Any) -> None:
    for name, value in values.items():
        setattr(site, name, value)
    site.updated_at = now()
    record_changes(site)
    db.session.flush()


def remove_site(*, site: PartnerSite) -> None:
    record(Action.CHANGED, site.partner, site_removed=site.name)
    db.session.delete(site)
    db.session.flush()
