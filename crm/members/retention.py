"""Whose time is over, by the rules of her centre: she is announced 30 days ahead, then erased."""

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select

from crm.centres.models import Centre
from crm.events.enums import Participation
from crm.events.models import Event, EventParticipant
from crm.extensions import db
from crm.forms import start_of_day, today
from crm.members.enums import Purpose
from crm.members.erasing import erase
from crm.members.erasures import GRACE, ask_erasure, due
from crm.members.models import Consent, Member, MemberUser, Service
from crm.members.queries import consenting
from crm.members.retention_models import ErasureReason, ErasureRequest, RetentionRule
from crm.offers.models import OfferTalk
from crm.referrals.models import Placement, Referral, ReferralStep


@dataclass
class Done:
    """Of one centre: announced now, erased now, spared because there was contact since."""

    centre: str
    announced: int = 0
    erased: int = 0
    spared: int = 0

    def as_data(self) -> dict[str, Any]:
        return asdict(self)


def set_rules(*, centre: Centre, **months: int | None) -> RetentionRule:
    """In full months, by the names of RetentionRule's columns."""
    rule = db.session.scalar(select(RetentionRule).where(RetentionRule.centre_id == centre.id))
    if rule is None:
        rule = RetentionRule(centre_id=centre.id)
        db.session.add(rule)
    for name, number in months.items():
        setattr(rule, name, number)
    db.session.flush()
    return rule


def run(*, dry_run: bool, after_each: Callable[[], None] = db.session.flush) -> list[Done]:
    """`after_each` commits: what is done stays done. A dry run changes nothing and counts the same women."""
    counts = {centre.id: Done(centre.name) for centre in db.session.scalars(select(Centre).order_by(Centre.name))}
    for rule in db.session.scalars(select(RetentionRule).order_by(RetentionRule.id)).all():
        for reason, member in list(whose_time_ends(rule, today() + GRACE)):
            counts[rule.centre_id].announced += 1
            if not dry_run:
                ask_erasure(member=member, reason=reason)
        after_each()
    for asked in due(today()):
        count, member, spared = counts[asked.centre_id], asked.member, not _still_over(asked)
        count.spared, count.erased = count.spared + spared, count.erased + (not spared)
        if dry_run:
            continue
        if spared:
            db.session.delete(asked)
        else:
            erase(member=member)
        after_each()
    return [count for count in counts.values() if count.announced or count.erased or count.spared]


def whose_time_ends(rule: RetentionRule, on: date) -> Iterator[tuple[ErasureReason, Member]]:
    """Women of the rule's centre who are not announced yet, each once, by the first reason that applies."""
    seen: set[int] = set()
    for reason, months in _months(rule):
        for member in db.session.scalars(_over(reason, months_before(on, months), rule.centre_id)):
            if member.id not in seen:
                seen.add(member.id)
                yield reason, member


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last one of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _months(rule: RetentionRule) -> Iterator[tuple[ErasureReason, int]]:
    by_reason = {
        ErasureReason.LEFT: rule.months_after_leaving,
        ErasureReason.NEVER_AGREED: rule.months_without_consent,
        ErasureReason.NO_CONTACT: rule.months_without_contact,
    }
    yield from ((reason, months) for reason, months in by_reason.items() if months is not None)


def _still_over(asked: ErasureRequest) -> bool:
    """What she asked herself stands; what time said is asked again: there may have been contact since."""
    if asked.reason == ErasureReason.SHE_ASKED:
        return True
    rule = db.session.scalar(select(RetentionRule).where(RetentionRule.centre_id == asked.centre_id))
    months = dict(_months(rule)).get(asked.reason) if rule else None
    if months is None:
        return False
    over = _over(asked.reason, months_before(today(), months), asked.centre_id, announced=True)
    return db.session.scalar(over.where(Member.id == asked.member_id)) is not None


def _over(reason: ErasureReason, before: date, centre_id: int, announced: bool = False) -> Select[Member]:
    """Women for whom nothing spoke since that day."""
    rules = {
        ErasureReason.NO_CONTACT: ~_contact_since(before),
        ErasureReason.LEFT: and_(
            ~consenting(Purpose.SERVICES),
            _services_consent(Consent.withdrawn_on < before),
            ~_services_consent(Consent.withdrawn_on >= before),
        ),
        ErasureReason.NEVER_AGREED: ~_services_consent(),
    }
    open_ones = exists().where(ErasureRequest.member_id == Member.id, ErasureRequest.undone_on.is_(None))
    spared = exists().where(ErasureRequest.member_id == Member.id, ErasureRequest.undone_on >= before)
    hers = Member.centre_id == centre_id, Member.erased_on.is_(None), Member.joined_on < before
    new = () if announced else (~open_ones,)
    since = Member.created_at < start_of_day(before)
    return select(Member).where(*hers, since, rules[reason], ~spared, *new).order_by(Member.id)


def _services_consent(*more: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(Consent.member_id == Member.id, Consent.purpose == Purpose.SERVICES, *more)


def _contact_since(day: date) -> ColumnElement[bool]:
    """A service, an event, a step on her road, a job, an offer, a consent, a visit to her own pages."""
    moment = start_of_day(day)
    step = exists().where(ReferralStep.referral_id == Referral.id, ReferralStep.happened_at >= moment)
    came = EventParticipant.participation == Participation.CAME, EventParticipant.event_id == Event.id
    return or_(
        exists().where(Service.member_id == Member.id, Service.given_on >= day),
        exists().where(EventParticipant.member_id == Member.id, *came, Event.starts_at >= moment),
        exists().where(Referral.member_id == Member.id, or_(Referral.state_since >= moment, step)),
        exists().where(Placement.member_id == Member.id, or_(Placement.started_on >= day, Placement.ended_on >= day)),
        exists().where(OfferTalk.member_id == Member.id, OfferTalk.state_since >= moment),
        exists().where(Consent.member_id == Member.id, or_(Consent.given_on >= day, Consent.withdrawn_on >= day)),
        exists().where(MemberUser.member_id == Member.id, MemberUser.visited_on >= day),
    )
