"""Partners as those may see them who look: staff by centre, a partner user the own one; and what belongs to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, func, select, union
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.strategy_options import _AbstractLoad

from crm import access
from crm.access import Role
from crm.accounts.models import User
from crm.members import queries as member_queries
from crm.members.models import Member
from crm.partners.enums import CommitmentState, PartnerKind, Sector, Stage
from crm.partners.models import (
    Agreement,
    Availability,
    CapacityAssessment,
    Commitment,
    Contact,
    Partner,
    PartnerSite,
    PartnerUser,
    StageChange,
    StartupGrant,
)
from crm.places.models import Rayon, Settlement
from crm.skills.fold import search_key


def visible_to(user: User) -> Select[Partner]:
    """All for the administrator, the centre's for its staff, the own one for a partner user."""
    statement = select(Partner)
    if user.role == Role.PARTNER:
        own = select(PartnerUser.partner_id).where(PartnerUser.user_id == user.id)
        return statement.where(Partner.id.in_(own))
    return access.own_centre(statement, Partner.centre_id, user)


def by_name(user: User) -> Select[Partner]:
    """For lists to choose from."""
    return visible_to(user).order_by(Partner.search_name, Partner.id)


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to; empty means no limit."""

    search: str = ""
    kind: PartnerKind | None = None
    stage: Stage | None = None
    sector: Sector | None = None
    rayon_id: int | None = None
    mine: bool = False


#: What is due first, then by name.
IN_ORDER = (Partner.next_step_due.is_(None), Partner.next_step_due, Partner.search_name, Partner.id)


def listing(user: User, asked: Filters, ids: Sequence[int] | None = None) -> Select[Partner]:
    """The partners as they are narrowed, in order, with what a list shows of them."""
    shown = joinedload(Partner.settlement).joinedload(Settlement.rayon)
    loaded = shown, joinedload(Partner.rayon), joinedload(Partner.responsible)
    return narrowed(user, asked, ids).options(*loaded).order_by(*IN_ORDER)


def narrowed(user: User, asked: Filters, ids: Sequence[int] | None = None) -> Select[Partner]:
    """`ids` stand in for the search when it found nothing."""
    statement = visible_to(user)
    if ids is not None:
        statement = statement.where(Partner.id.in_(ids))
    for word in search_key(asked.search).split() if ids is None else ():
        statement = statement.where(Partner.search_name.contains(word, autoescape=True))
    for column, wanted in (
        (Partner.kind, asked.kind),
        (Partner.stage, asked.stage),
        (Partner.sector, asked.sector),
        (Partner.responsible_id, user.id if asked.mine else None),
    ):
        statement = statement if wanted is None else statement.where(column == wanted)
    if asked.rayon_id is not None:
        there = (
            _rayons_of_sites().where(Settlement.rayon_id == asked.rayon_id).with_only_columns(PartnerSite.partner_id)
        )
        statement = statement.where((Partner.rayon_id == asked.rayon_id) | Partner.id.in_(there))
    return statement


def _rayons_of_sites() -> Select[int, int]:
    """Each partner with the rayons of its further sites."""
    return select(PartnerSite.partner_id, Settlement.rayon_id).join(
        Settlement, Settlement.id == PartnerSite.settlement_id
    )


def folded_names(user: User) -> Select[int, str]:
    """Id and folded name, for the search that forgives typos."""
    return visible_to(user).with_only_columns(Partner.id, Partner.search_name)


def rayons_of(user: User) -> Select[Rayon]:
    """The rayons where somebody is known, for the filter."""
    return (
        select(Rayon).where(Rayon.id.in_(visible_to(user).with_only_columns(Partner.rayon_id))).order_by(Rayon.name_az)
    )


def numbers_by_rayon(user: User, asked: Filters, ids: Sequence[int] | None = None) -> Select[Rayon | None, int]:
    """Each rayon where somebody is, and how many; None for those whose place nobody knows."""
    found = narrowed(user, asked, ids)
    offices = found.with_only_columns(Partner.id, Partner.rayon_id)
    sites = _rayons_of_sites().where(PartnerSite.partner_id.in_(found.with_only_columns(Partner.id)))
    places = union(offices, sites).subquery()
    counted = select(places.c.rayon_id, func.count().label("number")).group_by(places.c.rayon_id).subquery()
    return select(Rayon, counted.c.number).select_from(counted).outerjoin(Rayon, Rayon.id == counted.c.rayon_id)


def whole(user: User) -> Select[Partner]:
    """One partner with what its page shows of itself."""
    return visible_to(user).options(
        joinedload(Partner.settlement).joinedload(Settlement.rayon),
        joinedload(Partner.rayon),
        joinedload(Partner.responsible),
        selectinload(Partner.contacts),
        selectinload(Partner.commitments),
        selectinload(Partner.agreements).joinedload(Agreement.file),
        selectinload(Partner.sites).joinedload(PartnerSite.settlement).joinedload(Settlement.rayon),
        selectinload(Partner.stage_changes).joinedload(StageChange.by),
        *when_they_can(),
    )


def when_they_can() -> tuple[_AbstractLoad, ...]:
    """The free windows and the seasons to avoid, for statements that select partners."""
    told = joinedload(Partner.availability)
    return told.selectinload(Availability.windows), told.selectinload(Availability.seasons)


def of_link(public_id: UUID, number: int) -> Select[Partner]:
    """The partner whose owner got this link, unless links of that number were called back."""
    current = func.coalesce(Availability.links_number, 1) == number
    return select(Partner).outerjoin(Partner.availability).where(Partner.public_id == public_id, current)


def contacts_visible_to(user: User) -> Select[Contact]:
    return select(Contact).where(Contact.partner_id.in_(visible_to(user).with_only_columns(Partner.id)))


def agreements_visible_to(user: User) -> Select[Agreement]:
    statement = select(Agreement).where(Agreement.partner_id.in_(visible_to(user).with_only_columns(Partner.id)))
    return statement.options(joinedload(Agreement.file))


def sites_visible_to(user: User) -> Select[PartnerSite]:
    return select(PartnerSite).where(PartnerSite.partner_id.in_(visible_to(user).with_only_columns(Partner.id)))


def commitments_visible_to(user: User) -> Select[Commitment]:
    return select(Commitment).where(Commitment.partner_id.in_(visible_to(user).with_only_columns(Partner.id)))


def promises_due(user: User, by: date) -> Select[Commitment]:
    """Promises nobody has settled, due by a day; the longest overdue first."""
    due = Commitment.state == CommitmentState.OPEN, Commitment.due_on <= by
    return commitments_visible_to(user).join(Commitment.partner).where(*due).order_by(Commitment.due_on, Commitment.id)


def with_step_due(user: User, by: date) -> Select[Partner]:
    """Partners whose next step is due by a day. Where it does not go on, nothing is due."""
    due = Partner.next_step_due <= by, Partner.stage != Stage.LOST
    return visible_to(user).where(*due).order_by(Partner.next_step_due, Partner.search_name, Partner.id)


def users_visible_to(user: User) -> Select[PartnerUser]:
    """Who signs in for the partners this user sees."""
    seen = visible_to(user).with_only_columns(Partner.id)
    statement = select(PartnerUser).where(PartnerUser.partner_id.in_(seen))
    return statement.options(joinedload(PartnerUser.user)).order_by(PartnerUser.id)


def users_of(partner: Partner) -> Select[PartnerUser]:
    """Who signs in for this partner."""
    statement = select(PartnerUser).where(PartnerUser.partner_id == partner.id)
    return statement.options(joinedload(PartnerUser.user)).order_by(PartnerUser.id)


def assessments_of(partner: Partner) -> Select[CapacityAssessment]:
    statement = select(CapacityAssessment).where(CapacityAssessment.partner_id == partner.id)
    return statement.order_by(CapacityAssessment.assessed_on.desc())


def grants_of(partner: Partner) -> Select[StartupGrant]:
    statement = select(StartupGrant).where(StartupGrant.partner_id == partner.id)
    return statement.order_by(StartupGrant.handed_over_on.desc(), StartupGrant.id.desc())


def founder_seen_by(user: User, partner: Partner) -> Select[Member]:
    """The founder, where she does not hide from whoever looks."""
    return member_queries.visible_to(user).where(Member.id == partner.founder_id)


def possible_founders(user: User, partner: Partner, search: str, limit: int = 100) -> Select[Member]:
    """Women of the partner's centre whose names hold the words; the present founder is always among them."""
    statement = member_queries.visible_to(user).where(Member.centre_id == partner.centre_id)
    for word in search_key(search).split():
        statement = statement.where(
            Member.search_text.contains(word, autoescape=True) | (Member.id == partner.founder_id)
        )
    return statement.order_by((Member.id == partner.founder_id).desc(), Member.search_text, Member.id).limit(limit)
