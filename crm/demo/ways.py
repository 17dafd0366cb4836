"""Women on their way to openings: some asked, some agreed, a few introduced; the slips of the job fair."""

from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import select

from crm.accounts.models import User
from crm.demo.results import Outcomes
from crm.demo.world import Woman, World, insert_rows
from crm.events.models import Event
from crm.extensions import db
from crm.forms import BAKU
from crm.matching.standing import as_it_stands
from crm.members.consent_text import VERSION
from crm.members.enums import ConsentManner, Purpose
from crm.members.models import Consent, Member
from crm.referrals.enums import DeclinedBy, DeclineReason, ReferralState
from crm.referrals.models import Placement, Referral, ReferralStep
from crm.vacancies.enums import VacancyState
from crm.vacancies.models import Vacancy

S = ReferralState
ROAD = (S.SUGGESTED, S.ASKED, S.AGREED, S.INTRODUCED, S.INTERVIEWED, S.HIRED)
#: How far those of each centre have come.
STATES = (
    S.SUGGESTED,
    S.ASKED,
    S.AGREED,
    S.DECLINED,
    S.ASKED,
    S.INTRODUCED,
    S.SUGGESTED,
    S.AGREED,
    S.ASKED,
    S.DECLINED,
    S.INTERVIEWED,
)
#: Of more women than this the demo keeps no standing.
MOST_RANKED = 5000
FAIR_STATES = (S.INTERVIEWED, S.DECLINED, S.DECLINED, S.INTERVIEWED, S.DECLINED, S.DECLINED, S.DECLINED, S.INTERVIEWED)


def send_women(
    world: World, outcomes: Outcomes, vacancies: list[Vacancy], staff: dict[int, User], *, kept: set[int]
) -> None:
    """Matching women of each centre to its open vacancies; nobody is hired this way. `kept` are left to others."""
    used = set(kept)
    may_be_introduced = {woman.id for woman in outcomes.enabled}
    for centre, office in enumerate(world.centres):
        openings = [one for one in vacancies if one.state == VacancyState.OPEN and one.centre_id == office.id]
        for number, state in enumerate(STATES):
            vacancy = openings[number % len(openings)]
            far = state in (S.INTRODUCED, S.INTERVIEWED)
            women = [
                woman
                for woman in world.women
                if woman.centre == centre
                and woman.id not in used | outcomes.settled
                and (not far or woman.id in may_be_introduced)
            ]
            woman = fitting(women, vacancy)
            if woman:
                used.add(woman.id)
                _refer(world, woman, vacancy, state, 3 + 2 * number, staff.get(centre))


def give_slips(world: World, outcomes: Outcomes, vacancies: list[Vacancy], fair: Event, hires: list[Placement]) -> None:
    """Every hire of the fair had its slip; other visitors had one too."""
    ready = {one.partner_id: one for one in vacancies if one.state == VacancyState.FILLED}
    women = {woman.id: woman for woman in world.women}
    for hire in hires:
        slip = _refer(world, women[hire.member_id], ready[hire.partner_id], S.HIRED, 95, None, fair)
        hire.referral = slip
    openings = list(ready.values())
    for number, (woman, state) in enumerate(zip(outcomes.visitors, FAIR_STATES, strict=False)):
        _refer(world, woman, openings[number % len(openings)], state, 100, None, fair)
    db.session.flush()


def keep_standing(world: World) -> None:
    """What a suggestion keeps: score, rank and parts. Left out of load tests, where ranking so many takes long."""
    if len(world.women) > MOST_RANKED:
        return
    db.session.flush()
    for referral in db.session.scalars(select(Referral).where(Referral.event_id.is_(None))):
        for name, value in as_it_stands(vacancy=referral.vacancy, member=referral.member).items():
            setattr(referral, name, value)


def ask(world: World, woman: Woman, vacancy: Vacancy, by: User | None) -> None:
    _refer(world, woman, vacancy, S.ASKED, 2, by)


def fitting(women: list[Woman], vacancy: Vacancy) -> Woman | None:
    """The woman who has most of what is needed, the earliest registered where several do."""
    needs = {need.concept_id for need in vacancy.needs}
    return max(women, key=lambda woman: (len(needs & woman.concepts), -woman.id), default=None)


def _refer(
    world: World,
    woman: Woman,
    vacancy: Vacancy,
    state: ReferralState,
    ago: int,
    by: User | None,
    fair: Event | None = None,
) -> Referral:
    declined = state == S.DECLINED
    road = [*ROAD[:2], state] if declined else list(ROAD[: ROAD.index(state) + 1])
    begun = datetime.combine(world.day(ago), time(10), tzinfo=BAKU)
    dated = [(one, begun + timedelta(hours=3 * number)) for number, one in enumerate(road)]
    referral = Referral(
        public_id=world.public_id(),
        centre_id=vacancy.centre_id,
        member=db.session.get_one(Member, woman.id),
        vacancy=vacancy,
        event=fair,
        state=state,
        state_since=dated[-1][1],
        declined_by=DeclinedBy.MEMBER if declined else None,
        decline_reason=world.rng.choice((DeclineReason.HOURS, DeclineReason.DISTANCE, DeclineReason.PAY))
        if declined
        else None,
        next_step_due=world.day(ago - 5) if state in ROAD[1:5] and fair is None else None,
    )
    referral.steps = [ReferralStep(state=one, happened_at=at, by=by) for one, at in dated]
    db.session.add(referral)
    if state in ROAD[2:]:
        agree(world, woman, vacancy.partner_id, ago, by)
    return referral


def agree(world: World, woman: Woman, partner_id: int, ago: int, by: User | None) -> None:
    """Her yes that this partner may learn who she is."""
    consent: dict[str, Any] = {
        "member_id": woman.id,
        "purpose": Purpose.SHARING,
        "partner_id": partner_id,
        "manner": ConsentManner.PHONE,
        "text_version": VERSION,
        "given_on": world.day(ago),
        "recorded_by_id": by.id if by else None,
    }
    insert_rows(Consent, [consent])
