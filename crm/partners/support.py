"""What the project did for a partner: capacity of civil-society organisations, equipment of start-ups."""

from datetime import date
from decimal import Decimal

from sqlalchemy import select

from crm.audit.enums import Action
from crm.audit.operations import record
from crm.extensions import db
from crm.partners.models import CapacityAssessment, Partner, StartupGrant


class AlreadyAssessed(Exception):
    """There is one assessment of a partner a day."""


def assess_capacity(
    *, partner: Partner, assessed_on: date, score_before: int, score_after: int, topic: str = ""
) -> CapacityAssessment:
    """Points from 0 to 100 before and after the support. Raises AlreadyAssessed."""
    same_day = select(CapacityAssessment.id).where(
        CapacityAssessment.partner_id == partner.id, CapacityAssessment.assessed_on == assessed_on
    )
    if db.session.scalar(same_day) is not None:
        raise AlreadyAssessed
    assessment = CapacityAssessment(
        partner=partner, assessed_on=assessed_on, topic=topic, score_before=score_before, score_after=score_after
    )
    db.session.add(assessment)
    db.session.flush()
    record(Action.CREATED, assessment)
    return assessment


def hand_over(*, partner: Partner, item: str, value_azn: Decimal, handed_over_on: date) -> StartupGrant:
    """Equipment or animals given to a start-up, by the handover act."""
    grant = StartupGrant(partner=partner, item=item, value_azn=value_azn, handed_over_on=handed_over_on)
    db.session.add(grant)
    db.session.flush()
    record(Action.CREATED, grant)
    return grant
