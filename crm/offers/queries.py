"""Offers somebody may see, and the women an offer may be for."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload

from crm import access
from crm.access import Role
from crm.accounts.models import User
from crm.members import queries as member_queries
from crm.members.enums import Seeking
from crm.members.models import Member
from crm.offers.enums import OfferKind, OfferState
from crm.offers.models import Offer
from crm.partners.models import Partner, PartnerUser


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


def women_for(user: User, offer: Offer) -> Select[Member]:
    """Women of the offer's centre who want a business of their own and need no more than it gives, as far as they said.

    Those who named a sum come first. Nobody is left out for a sum she never named."""
    seeks = Member.seeking.in_((Seeking.BUSINESS, Seeking.BOTH))
    statement = member_queries.visible_to(user).where(Member.centre_id == offer.centre_id, seeks)
    if offer.amount_max is not None:
        statement = statement.where(or_(Member.requested_azn.is_(None), Member.requested_azn <= offer.amount_max))
    known_first = (Member.requested_azn.is_(None), Member.requested_azn.desc(), Member.search_text, Member.id)
    return statement.options(joinedload(Member.settlement)).order_by(*known_first)
