"""A new target. Older ones stay: what was once agreed can be read for ever."""

from datetime import date
from decimal import Decimal

from crm.accounts.models import User
from crm.audit import operations as audit
from crm.audit.enums import Action
from crm.extensions import db
from crm.results.models import IndicatorTarget


def set_target(*, code: str, target: Decimal, set_on: date, reason: str, by: User) -> IndicatorTarget:
    made = IndicatorTarget(code=code, target=target, set_on=set_on, reason=reason, set_by_id=by.id)
    db.session.add(made)
    db.session.flush()
    audit.record(Action.CREATED, made, code=code, target=str(target), reason=reason)
    return made
