"""What a woman's own pages read."""

from datetime import timedelta

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.sql.base import ExecutableOption

from crm.accounts.models import User
from crm.db import now
from crm.events.enums import Participation
from crm.events.models import Event, EventParticipant
from crm.forms import start_of_day, today
from crm.members import queries as member_queries
from crm.members.models import Consent, Member, MemberConcept
from crm.offers.enums import OfferState
from crm.offers.models import Offer
from crm.places.models import Settlement
from crm.referrals import queries
from crm.referrals.enums import DeclinedBy, ReferralState
from crm.referrals.models import Referral
from crm.vacancies.enums import VacancyState
from crm.vacancies.models import Vacancy

#: A woman who was asked hears for so long that the place was taken meanwhile.
TAKEN_DAYS = 14
FROM_YES_ON = (ReferralState.AGREED, ReferralState.INTRODUCED, ReferralState.INTERVIEWED, ReferralState.HIRED)
ONCE_OPEN = (VacancyState.OPEN, VacancyState.FILLED, VacancyState.CLOSED)


def herself(user: User) -> Select[Member]:
    """With what her pages show."""
    return member_queries.visible_to(user).options(
        joinedload(Member.centre),
        joinedload(Member.settlement).joinedload(Settlement.rayon),
        selectinload(Member.concepts).joinedload(MemberConcept.concept),
    )


def ways(user: User) -> Select[Referral]:
    """Every opening she knows of."""
    return queries.visible_to(user).options(*_opening())


def asked(user: User) -> Select[Referral]:
    """The openings, not closed since, she is asked about and has not said yes or no to. First those she has not put off
    to a later day, the longest waiting first."""
    put_off = and_(Referral.later_until.is_not(None), Referral.later_until > today())
    still_open = Referral.vacancy.has(Vacancy.state == VacancyState.OPEN)
    waiting = ways(user).where(Referral.state == ReferralState.ASKED, still_open)
    return waiting.order_by(put_off, Referral.state_since, Referral.id)


def road(user: User) -> Select[Referral]:
    """Where she is on the way: what she said yes to or wished, what was taken meanwhile, what she said no to today."""
    taken = Referral.vacancy.has(Vacancy.closed_on >= today() - timedelta(days=TAKEN_DAYS))
    return (
        ways(user)
        .where(
            or_(
                Referral.state.in_(FROM_YES_ON),
                Referral.state == ReferralState.SUGGESTED,
                and_(Referral.state == ReferralState.ASKED, taken),
                and_(Referral.declined_by == DeclinedBy.MEMBER, Referral.state_since >= start_of_day(today())),
            )
        )
        .order_by(Referral.state_since.desc(), Referral.id.desc())
    )


def jobs(user: User) -> Select[Vacancy]:
    """The openings of her centre that are or were public."""
    centre = member_queries.visible_to(user).with_only_columns(Member.centre_id)
    shown = (joinedload(Vacancy.partner), joinedload(Vacancy.settlement).joinedload(Settlement.rayon))
    return select(Vacancy).where(Vacancy.centre_id.in_(centre), Vacancy.state.in_(ONCE_OPEN)).options(*shown)


def offers(user: User) -> Select[Offer]:
    """The offers of her centre that somebody has looked through."""
    centre = member_queries.visible_to(user).with_only_columns(Member.centre_id)
    looked_through = Offer.state != OfferState.DRAFT
    return select(Offer).where(Offer.centre_id.in_(centre), looked_through).options(joinedload(Offer.partner))


def consents(user: User) -> Select[Consent]:
    """What she agreed to, the newest first."""
    hers = member_queries.visible_to(user).with_only_columns(Member.id)
    newest = (Consent.given_on.desc(), Consent.id.desc())
    return select(Consent).where(Consent.member_id.in_(hers)).options(joinedload(Consent.partner)).order_by(*newest)


def coming(member: Member) -> Select[Event]:
    """Trainings and fairs she is expected at, the next first."""
    hers = select(EventParticipant.event_id).where(
        EventParticipant.member_id == member.id, EventParticipant.participation == Participation.REGISTERED
    )
    ahead = select(Event).where(Event.id.in_(hers), Event.starts_at > now()).options(joinedload(Event.settlement))
    return ahead.order_by(Event.starts_at, Event.id).limit(3)


def _opening() -> tuple[ExecutableOption, ...]:
    vacancy = joinedload(Referral.vacancy)
    return (vacancy.joinedload(Vacancy.partner), vacancy.joinedload(Vacancy.settlement).joinedload(Settlement.rayon))
