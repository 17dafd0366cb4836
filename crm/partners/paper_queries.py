"""Agreements that are to be talked about."""

from datetime import timedelta

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import aliased

from crm.accounts.models import User
from crm.forms import today
from crm.partners.enums import Stage
from crm.partners.models import Agreement, Partner
from crm.partners.papers import TOLD_BEFORE
from crm.partners.queries import visible_to

#: What is over for longer was let go on purpose; the partner's page still says so.
TOLD_AFTER = timedelta(days=90)


def agreements_ending(user: User) -> Select[Agreement]:
    """The last signed agreement of each partner that ends soon or is over for less than TOLD_AFTER, the longest over first.
    Where it does not go on, nothing is to be renewed."""
    later = aliased(Agreement)
    lasts = select(later.id).where(
        later.partner_id == Agreement.partner_id,
        later.signed_on.is_not(None),
        or_(later.valid_until.is_(None), later.valid_until > Agreement.valid_until),
    )
    theirs = visible_to(user).where(Partner.stage != Stage.LOST).with_only_columns(Partner.id)
    ending = (
        Agreement.signed_on.is_not(None),
        Agreement.valid_until.between(today() - TOLD_AFTER, today() + TOLD_BEFORE),
    )
    found = select(Agreement).join(Agreement.partner).where(Agreement.partner_id.in_(theirs), *ending, ~lasts.exists())
    return found.order_by(Agreement.valid_until, Agreement.id)
