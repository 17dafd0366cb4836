"""What happens to the times when an owner can be visited: told by staff, told by the owner through a link."""

from collections.abc import Iterable
from typing import Any

from crm import links
from crm.audit.enums import Action
from crm.audit.operations import record, record_changes
from crm.db import now
from crm.extensions import db
from crm.forms import today
from crm.partners.free_time import Season, Window, clock, merged
from crm.partners.models import Availability, AvoidedSeason, FreeWindow, Partner

#: The page a link opens; `crm.links` signs it.
OWNERS_PAGE = "partners.windows"


def availability_of(partner: Partner) -> Availability:
    """The row of this partner, added where there is none."""
    if partner.availability is None:
        partner.availability = Availability()
        db.session.flush()
    return partner.availability


def tell_windows(
    *, partner: Partner, windows: Iterable[Window], seasons: Iterable[Season], by_owner: bool = False, **values: Any
) -> Availability:
    """Replaces all that was known with what was told now."""
    told = availability_of(partner)
    before = summary(told)
    told.windows = [FreeWindow(weekday=one.weekday, starts=one.starts, ends=one.ends) for one in merged(windows)]
    told.seasons = [AvoidedSeason(begins=one.begins, ends=one.ends, reason=one.reason) for one in seasons]
    for name in ("not_before", "contacts_a_month", "days_ahead"):
        setattr(told, name, values.get(name))
    told.told_on, told.told_by_owner, told.updated_at = today(), by_owner, now()
    record_changes(told)
    db.session.flush()
    if before != summary(told):
        record(Action.CHANGED, partner, free_windows=[before, summary(told)])
    return told


def owner_tells(
    *, partner: Partner, windows: Iterable[Window], seasons: Iterable[Season], **values: Any
) -> Availability:
    """What the owner left empty in the page of the link stays as it was: the page does not show what is known."""
    told = availability_of(partner)
    kept: dict[str, Any] = {
        "windows": list(windows) or [one.window for one in told.windows],
        "seasons": list(seasons) or [one.season for one in told.seasons],
    }
    for name in ("not_before", "contacts_a_month", "days_ahead"):
        given = values.get(name)
        kept[name] = getattr(told, name) if given is None else given
    return tell_windows(partner=partner, by_owner=True, **kept)


def summary(told: Availability) -> str:
    """The windows in the audit: weekday (1 is Monday) and hours."""
    return "; ".join(f"{one.weekday + 1} {clock(one.starts)}-{clock(one.ends)}" for one in told.windows)


def call_links_back(*, partner: Partner) -> None:
    """Links given so far open nothing any more."""
    told = availability_of(partner)
    told.links_number += 1
    record_changes(told)
    db.session.flush()


def link_token(partner: Partner) -> str:
    return links.sign(OWNERS_PAGE, partner.public_id, partner.availability.links_number if partner.availability else 1)
