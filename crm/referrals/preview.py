"""This is exactly what a partner sees of her: now, if the centre proposes her, and after her yes.

Made of the cards the partner's own pages are made of (cards.py), found by the same queries (shown.py): what is shown
here and what the partner sees cannot drift apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from crm.extensions import db
from crm.matching.suggest import on_the_way
from crm.members.hidings import may_meet
from crm.members.models import Member
from crm.partners.models import Partner
from crm.referrals import cards, shown
from crm.referrals.cards import CandidateCard, KnownCard
from crm.referrals.enums import ReferralState
from crm.referrals.models import Referral
from crm.referrals.queries import OPEN_STATES
from crm.vacancies.enums import VacancyState
from crm.vacancies.models import Vacancy, VacancyNeed

#: Openings she is not on the way to are examples; so many are enough.
EXAMPLES = 2


@dataclass(frozen=True)
class Seen:
    """One opening through its partner's eyes: `unnamed` and `named` are there now; `proposed` would be there if the centre
    proposed her for it, `after` once she says yes."""

    vacancy: Vacancy
    unnamed: CandidateCard | None
    named: KnownCard | None
    proposed: CandidateCard | None
    after: KnownCard | None

    @property
    def nothing(self) -> bool:
        return self.unnamed is None and self.named is None


@dataclass(frozen=True)
class Preview:
    """`bare` is what a partner without an opening would learn after her yes. `never`: she named this partner."""

    partner: Partner
    openings: tuple[Seen, ...]
    bare: KnownCard | None
    never: bool = False

    @property
    def nothing_now(self) -> bool:
        return all(one.nothing for one in self.openings)


def preview(member: Member, partner: Partner, way: Referral | None = None) -> Preview:
    """`way`: of this one opening only; otherwise of each opening of the partner she is on the way to."""
    if not may_meet(member=member, partner_id=partner.id):
        return Preview(partner, (), None, never=True)
    hers = select(Referral).where(Referral.member_id == member.id)
    found = _rows(hers if way is None else hers.where(Referral.id == way.id), partner)
    ways = {one.vacancy_id: one for one in found}
    openings = [way.vacancy for way in ways.values()] or _examples(partner)
    seen = tuple(_seen(member, vacancy, ways.get(vacancy.id), partner) for vacancy in openings)
    return Preview(partner, seen, None if seen else cards.bare(member))


def _seen(member: Member, vacancy: Vacancy, way: Referral | None, partner: Partner) -> Seen:
    eyes = select(Partner.id).where(Partner.id == partner.id)
    hers = Referral.vacancy_id == vacancy.id, Referral.member_id == member.id
    known = cards.known(vacancy, db.session.scalars(shown.known(eyes).where(*hers)).all())
    unnamed = cards.candidates(eyes, vacancy, of=member.id)
    (suggestion,) = on_the_way(vacancy, [way or _as_if(member, vacancy)])
    after = (
        None if known else cards.named(suggestion, suggestion.referral or _as_if(member, vacancy), as_if_agreed=True)
    )
    proposed = None if known or unnamed or vacancy.state != VacancyState.OPEN else cards.anonymous(suggestion, 1)
    return Seen(vacancy, next(iter(unnamed), None), next(iter(known), None), proposed, after)


def _rows(statement: Select[Referral], partner: Partner) -> Sequence[Referral]:
    """Her ways to openings of this partner that are not over, and the work it gave her."""
    shown_states = (*OPEN_STATES, ReferralState.HIRED)
    opening = joinedload(Referral.vacancy).selectinload(Vacancy.needs).joinedload(VacancyNeed.concept)
    theirs = statement.where(Referral.state.in_(shown_states), Referral.vacancy.has(Vacancy.partner_id == partner.id))
    return db.session.scalars(theirs.options(opening).order_by(Referral.id)).all()


def _examples(partner: Partner) -> Sequence[Vacancy]:
    needs = selectinload(Vacancy.needs).joinedload(VacancyNeed.concept)
    newest = select(Vacancy).where(Vacancy.partner_id == partner.id, Vacancy.state == VacancyState.OPEN)
    return db.session.scalars(newest.options(needs).order_by(Vacancy.id.desc()).limit(EXAMPLES)).all()


def _as_if(member: Member, vacancy: Vacancy) -> Referral:
    """A way that is only thought of; it never reaches the database."""
    return Referral(
        public_id=uuid4(),
        centre_id=vacancy.centre_id,
        member_id=member.id,
        member=member,
        vacancy_id=vacancy.id,
        vacancy=vacancy,
        state=ReferralState.SUGGESTED,
    )
