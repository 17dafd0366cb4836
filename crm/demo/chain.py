"""What came of the promises of the examples: the vacancy from which women were hired, the offer they got something by.

And the roads of the partners, which follow from it."""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from crm.db import now
from crm.demo.roads import walk
from crm.extensions import db
from crm.info_sessions.enums import Interest, SessionState
from crm.info_sessions.models import InfoSession
from crm.offers.models import Offer
from crm.partners.enums import CommitmentKind, CommitmentState, Stage
from crm.partners.ledger import OF_OFFERS
from crm.partners.models import Commitment, Partner
from crm.vacancies.enums import VacancyState
from crm.vacancies.models import Vacancy

#: Where a partner stands after a session that was held, and after one nobody could come to.
REACHED = {SessionState.HELD: Stage.SESSION_HELD, SessionState.NOT_HELD: Stage.CONTACTED}
#: The opening nobody asked about for weeks.
STALE = "Ütüçü"
#: A kept promise led to the vacancy of the job fair, one that is open to one that is open too.
LED_TO = {CommitmentState.KEPT: VacancyState.FILLED, CommitmentState.OPEN: VacancyState.OPEN}


def keep_promises(vacancies: list[Vacancy]) -> None:
    """Each promise of work gets the partner's latest vacancy that stands as the promise does and was not posted before it."""
    promised = select(Commitment).where(Commitment.kind == CommitmentKind.VACANCY).order_by(Commitment.id)
    for commitment in db.session.scalars(promised):
        fitting = [
            one
            for one in vacancies
            if one.partner_id == commitment.partner_id
            and one.state == LED_TO.get(commitment.state)
            and one.published_on
            and one.published_on >= commitment.made_on
        ]
        commitment.vacancy_id = fitting[0].id if fitting else None
    db.session.flush()


def keep_offers(offers: list[Offer]) -> None:
    """Each promise to women in business gets the partner's offer of its kind, which was heard where it was promised."""
    made = {(one.partner_id, one.kind.value): one for one in offers}
    for commitment in db.session.scalars(select(Commitment).where(Commitment.kind.in_(OF_OFFERS))):
        offer = made.get((commitment.partner_id, commitment.kind.value))
        if offer is not None:
            commitment.offer_id, offer.info_session_id = offer.id, commitment.info_session_id
    db.session.flush()


def follow_roads(partners: Iterable[Partner], vacancies: list[Vacancy]) -> None:
    """The stages began when the records say: the day they were invited to, the first visit, the first promise,
    the first vacancy people were hired from."""
    told: dict[int, dict[Stage, date]] = {}
    over = select(InfoSession).where(InfoSession.state.in_(REACHED)).order_by(InfoSession.starts_at)
    for session in db.session.scalars(over.options(selectinload(InfoSession.guests))):
        on = session.starts_at.date()
        for guest in session.guests:
            told.setdefault(guest.partner_id, {}).setdefault(REACHED[session.state], on)
            if session.interest == Interest.NONE:
                told[guest.partner_id][Stage.PAUSED] = on
    for commitment in db.session.scalars(select(Commitment).order_by(Commitment.made_on)):
        told.setdefault(commitment.partner_id, {}).setdefault(Stage.COMMITTED, commitment.made_on)
    for vacancy in vacancies:
        if vacancy.state == VacancyState.FILLED and vacancy.published_on:
            told.setdefault(vacancy.partner_id, {})[Stage.HIRING] = vacancy.published_on
    for partner in partners:
        walk(partner, told.get(partner.id))
    db.session.flush()


def grow_stale(vacancies: list[Vacancy]) -> None:
    """Nobody has asked about one of the openings for a long time."""
    vacancy = next((one for one in vacancies if one.title.startswith(STALE)), None)
    if vacancy is not None:
        long_ago = now() - timedelta(days=45)
        vacancy.published_on = long_ago.date()
        vacancy.updated_at = long_ago
        db.session.flush()
