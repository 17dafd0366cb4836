"""What a partner's pages read: everything starts from what the partner may see. No row of this file reaches a template;
cards.py says what of it may be shown."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import joinedload
from sqlalchemy.sql.base import ExecutableOption

from crm.accounts.models import User
from crm.matching.queries import took_back_consent
from crm.members.enums import Purpose
from crm.members.models import Consent, Member, MemberUser
from crm.members.queries import in_force
from crm.places.models import Settlement
from crm.referrals import queries as referral_queries
from crm.referrals.enums import ReferralState
from crm.referrals.models import Referral, ReferralStep
from crm.vacancies import queries as vacancy_queries
from crm.vacancies.enums import VacancyState
from crm.vacancies.models import Vacancy

#: She has agreed, and the partner's word is awaited.
TO_ANSWER = (ReferralState.AGREED, ReferralState.INTRODUCED, ReferralState.INTERVIEWED)


def known(user: User) -> Select[Referral]:
    """The women who agreed that this partner may see them, newest first."""
    return (
        referral_queries.visible_to(user).options(*_her(), joinedload(Referral.placement)).order_by(Referral.id.desc())
    )


def to_answer(user: User) -> Select[Referral]:
    shown = (joinedload(Referral.member), joinedload(Referral.vacancy))
    waiting = referral_queries.visible_to(user).where(Referral.state.in_(TO_ANSWER))
    return waiting.options(*shown).order_by(Referral.state_since, Referral.id)


def considered(user: User) -> Select[Referral]:
    """The women the centre suggested for an open vacancy of the partner, or asked. They do not know the partner yet, nor
    the partner them: they are shown as cards without a name. Not among them: who began by herself and waits for the
    centre, who took back her consent to be seen by this partner, or to be helped by the centre at all."""
    own = vacancy_queries.visible_to(user).where(Vacancy.state == VacancyState.OPEN).with_only_columns(Vacancy.id)
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
        )
        .options(*_her())
        .order_by(Referral.id)
    )


def in_order(user: User, vacancy_id: int) -> Select[int]:
    """Everybody who was ever on the way to it, by id: her place in this line is the number on her card."""
    own = vacancy_queries.visible_to(user).with_only_columns(Vacancy.id)
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
