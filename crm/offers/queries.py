"""Offers somebody may see; the women an offer may be for, and the offers that may be for a woman."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload
from sqlalchemy.sql.base import ExecutableOption

from crm import access
from crm.access import Role
from crm.accounts.models import User
from crm.forms import today
from crm.matching.queries import Rows, took_back_consent
from crm.members.enums import ConceptRole, Seeking
from crm.members.hidden import hides_from, may_be_seen_by, may_be_seen_by_reader, partners_hidden_from
from crm.members.models import Member, MemberConcept
from crm.offers.enums import OfferKind, OfferState, TalkState
from crm.offers.models import Offer, OfferTalk
from crm.partners.enums import PartnerKind
from crm.partners.models import Partner, PartnerUser
from crm.places.models import Settlement
from crm.skills.models import Concept


def visible_to(user: User) -> Select[Offer]:
    """All for the administrator, the centre's for its staff, their own partner's for partner users."""
    statement = select(Offer).options(joinedload(Offer.partner))
    if user.role == Role.PARTNER:
        own = select(PartnerUser.partner_id).where(PartnerUser.user_id == user.id)
        return statement.where(Offer.partner_id.in_(own))
    return access.own_centre(statement, Offer.centre_id, user)


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to; empty means no limit."""

    search: str = ""
    kind: OfferKind | None = None
    state: OfferState | None = None


def names(user: User) -> Select[int, str]:
    """Id and words to search in. Offers are few, so the search folds them on the way."""
    named = visible_to(user).join(Partner, Partner.id == Offer.partner_id)
    return named.with_only_columns(Offer.id, Offer.title + " " + Partner.name)


def listing(user: User, asked: Filters, ids: Collection[int] | None = None) -> Select[Offer]:
    """Open ones first, then the newest; `ids` are what a search found."""
    statement = visible_to(user)
    if ids is not None:
        statement = statement.where(Offer.id.in_(ids))
    if asked.kind is not None:
        statement = statement.where(Offer.kind == asked.kind)
    if asked.state is not None:
        statement = statement.where(Offer.state == asked.state)
    return statement.order_by(Offer.state.desc(), Offer.id.desc())


#: Who may be meant by an offer, whether her business runs already or not.
ENTREPRENEURS = (Seeking.BUSINESS, Seeking.BOTH)


def entrepreneurs(offer: Offer, codes: Collection[str]) -> Select[Member]:
    """Women of the offer's centre who want a business or run one, with their places: those first who were asked already,
    then who can or wish one of the concepts, then who said how much they need. Whoever took her consent back is left alone."""
    runs = select(Partner.id).where(Partner.kind == PartnerKind.STARTUP, Partner.founder_id == Member.id)
    meant = select(Concept.id).where(Concept.code.in_(codes))
    begun = select(OfferTalk.id).where(OfferTalk.member_id == Member.id, OfferTalk.offer_id == offer.id)
    about = select(MemberConcept.id).where(MemberConcept.member_id == Member.id, MemberConcept.concept_id.in_(meant))
    return (
        select(Member)
        .where(
            Member.centre_id == offer.centre_id,
            or_(Member.seeking.in_(ENTREPRENEURS), runs.exists()),
            ~took_back_consent(),
            may_be_seen_by_reader(Member.id),
            ~hides_from(Member.id, offer.partner_id),
        )
        .options(*_place())
        .order_by(~begun.exists(), ~about.exists(), Member.requested_azn.is_(None), Member.id)
    )


def of_partner(user: User, partner_id: int) -> Select[Offer]:
    return visible_to(user).where(Offer.partner_id == partner_id).order_by(Offer.id.desc())


def open_to(member: Member) -> Select[Offer]:
    """The offers of her centre that are open today."""
    in_time = or_(Offer.closes_on.is_(None), Offer.closes_on >= today())
    statement = select(Offer).where(Offer.centre_id == member.centre_id, Offer.state == OfferState.OPEN, in_time)
    statement = statement.where(Offer.partner_id.not_in(partners_hidden_from(member.id)))
    return statement.options(*shown()).order_by(Offer.id)


def whole(user: User) -> Select[Offer]:
    """With what its page and its suggestions read."""
    return visible_to(user).options(*shown())


def shown() -> tuple[ExecutableOption, ...]:
    return (joinedload(Offer.partner).joinedload(Partner.settlement), joinedload(Offer.rayon))


def founders(member_ids: Collection[int]) -> Select[int | None]:
    """Which of these women run a start-up."""
    return select(Partner.founder_id).where(Partner.kind == PartnerKind.STARTUP, Partner.founder_id.in_(member_ids))


def concepts_of(member_ids: Collection[int]) -> Select[int, str, ConceptRole, str]:
    """(woman, concept, whether she can or wishes it, her words)."""
    return (
        select(MemberConcept.member_id, Concept.code, MemberConcept.role, MemberConcept.words)
        .join(Concept, Concept.id == MemberConcept.concept_id)
        .where(MemberConcept.member_id.in_(member_ids))
        .order_by(MemberConcept.id)
    )


def talks_about(offer_id: int) -> Select[OfferTalk]:
    return select(OfferTalk).where(OfferTalk.offer_id == offer_id)


def talks_of(member_id: int) -> Select[OfferTalk]:
    return select(OfferTalk).where(OfferTalk.member_id == member_id)


def last_asked(member_ids: Collection[int], but_offer_id: int) -> Rows:
    """(woman, when she was last thought of for another offer)."""
    statement = select(OfferTalk.member_id, func.max(OfferTalk.created_at))
    others = statement.where(OfferTalk.member_id.in_(member_ids), OfferTalk.offer_id != but_offer_id)
    return others.group_by(OfferTalk.member_id)


def general() -> Select[str]:
    """Concepts that name no field of work: a business as such, abilities of everybody."""
    return select(Concept.code).where(Concept.group.in_(("business", "soft")))


def quick() -> Select[str]:
    """Papers that are had within days."""
    return select(Concept.code).where(Concept.quick)


def _place() -> tuple[ExecutableOption, ...]:
    return (joinedload(Member.settlement).joinedload(Settlement.rayon),)


def to_introduce(user: User) -> Select[OfferTalk]:
    """Women who said yes to an offer and whom its partner does not know yet, the longest waiting first."""
    statement = access.own_centre(
        select(OfferTalk).where(may_be_seen_by(user, OfferTalk.member_id)), OfferTalk.centre_id, user
    ).where(OfferTalk.state == TalkState.AGREED)
    return statement.order_by(OfferTalk.state_since, OfferTalk.id)
