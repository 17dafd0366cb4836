"""Which women partners are shown: those they know, and those the centre proposes without a name. `partners` are the ids
whose eyes look: those of a partner's user on its own pages, one partner where a woman sees beforehand what it sees
(preview.py). No row of this file reaches a template; cards.py says what of it may be shown."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import joinedload
from sqlalchemy.sql.base import ExecutableOption

from crm.matching.queries import took_back_consent
from crm.members.enums import Purpose
from crm.members.hidden import hides_from_any
from crm.members.models import Consent, Member, MemberUser
from crm.members.queries import in_force
from crm.places.models import Settlement
from crm.referrals.enums import ReferralState
from crm.referrals.models import Referral, ReferralStep
from crm.referrals.queries import known_to
from crm.vacancies.enums import VacancyState
from crm.vacancies.models import Vacancy

#: She has agreed, and the partner's word is awaited.
TO_ANSWER = (ReferralState.AGREED, ReferralState.INTRODUCED, ReferralState.INTERVIEWED)


def known(partners: Select[int]) -> Select[Referral]:
    """The women who agreed that this partner may see them, newest first."""
    return known_to(partners).options(*_her(), joinedload(Referral.placement)).order_by(Referral.id.desc())


def to_answer(partners: Select[int]) -> Select[Referral]:
    shown = (joinedload(Referral.member), joinedload(Referral.vacancy))
    waiting = known_to(partners).where(Referral.state.in_(TO_ANSWER))
    return waiting.options(*shown).order_by(Referral.state_since, Referral.id)


def considered(partners: Select[int]) -> Select[Referral]:
    """The women the centre suggested for an open vacancy of the partner, or asked. They do not know the partner yet, nor
    the partner them: they are shown as cards without a name. Not among them: who began by herself and waits for the
    centre, who took back her consent to be seen by this partner, or to be helped by the centre at all."""
    own = select(Vacancy.id).where(Vacancy.state == VacancyState.OPEN, Vacancy.partner_id.in_(partners))
    began_herself = ReferralStep.by_id.in_(select(MemberUser.user_id))
    suggested = and_(
        Referral.state == ReferralState.SUGGESTED,
        ~Referral.steps.any(and_(ReferralStep.state == ReferralState.SUGGESTED, began_herself)),
    )
    return (
        select(Referral)
        .join(Member, Member.id == Referral.member_id)
        .where(
            Referral.vacancy_id.in_(own),
            or_(Referral.state == ReferralState.ASKED, suggested),
            ~_took_back_sharing(),
            ~took_back_consent(),
            ~hides_from_any(Referral.member_id, partners),
        )
        .options(*_her())
        .order_by(Referral.id)
    )


def in_order(partners: Select[int], vacancy_id: int) -> Select[int]:
    """Everybody who was ever on the way to it, by id: her place in this line is the number on her card."""
    own = select(Vacancy.id).where(Vacancy.partner_id.in_(partners))
    mine = Referral.vacancy_id == vacancy_id, Referral.vacancy_id.in_(own)
    return select(Referral.id).where(*mine).order_by(Referral.id)


def counted(statement: Select[Referral], vacancy_ids: Collection[int]) -> Select[int, int]:
    """(vacancy, how many) of a statement above."""
    plain = statement.where(Referral.vacancy_id.in_(vacancy_ids)).with_only_columns(Referral.vacancy_id, func.count())
    return plain.order_by(None).group_by(Referral.vacancy_id)


def _took_back_sharing() -> ColumnElement[bool]:
    """She once let this partner see her, and no longer does."""
    said = (
        select(Consent.id)
        .join(Vacancy, Vacancy.partner_id == Consent.partner_id)
        .where(
            Vacancy.id == Referral.vacancy_id,
            Consent.member_id == Referral.member_id,
            Consent.purpose == Purpose.SHARING,
        )
        .correlate(Referral)
    )
    return and_(said.where(Consent.withdrawn_on.is_not(None)).exists(), ~said.where(*in_force()).exists())


def _her() -> tuple[ExecutableOption, ...]:
    return (joinedload(Referral.member).joinedload(Member.settlement).joinedload(Settlement.rayon),)
