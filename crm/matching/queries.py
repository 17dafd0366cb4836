"""Reading for matching: who may be suggested and can reach the place, by ids; nobody's text is compared here."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import cos, radians
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    SQLColumnExpression,
    String,
    and_,
    func,
    or_,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import aliased, joinedload, selectinload

from crm.extensions import db
from crm.forms import today
from crm.matching.reach import FARTHEST_KM, ROAD_FACTOR, Place
from crm.members.enums import ConceptRole, Purpose, Seeking
from crm.members.hidden import hides_from, may_be_seen_by_reader, partners_hidden_from
from crm.members.models import Consent, Member, MemberConcept
from crm.places.models import Settlement
from crm.referrals.models import Referral
from crm.skills.models import Concept, ConceptNeighbour
from crm.vacancies.enums import Hours, VacancyState
from crm.vacancies.models import Vacancy, VacancyNeed

KM_PER_DEGREE = 111.0
#: How rare a skill is, is told from so many women of a centre, the newest: counting all would cost more the more there are.
TOLD_FROM = 5000
#: More ids than this are not named one by one.
MANY = 5000

#: A statement of several columns.
Rows = Select[*tuple[Any, ...]]

#: What score.Candidate is made of, in this order.
HER_COLUMNS = (
    Member.id, Member.seeking, Member.availability, Member.night_ok, Member.weekend_ok, Member.max_distance_km,
    Member.transport, Member.min_pay, Settlement.lat, Settlement.lon,
)  # fmt: skip


@dataclass(frozen=True)
class Telling:
    """Concept ids and codes: as a skill it meets a need or stands in for one; as a wish it is a wish for this work."""

    skills: Mapping[int, str]
    wishes: Mapping[int, str]


def candidates_for(vacancy: Vacancy, telling: Telling) -> Rows:
    """The women of the vacancy's centre who may be suggested, live within reach and have a skill or a wish that tells.

    A woman whose place is not known stays in: that is no reason to leave her out."""
    any_that_tells = select(MemberConcept.id).where(MemberConcept.member_id == Member.id, _tells(telling))
    may = may_be_suggested(vacancy)
    return _hers().where(*may, any_that_tells.exists(), Member.id.in_(_who_may_come(vacancy)))


def postings_that_tell(vacancy: Vacancy, telling: Telling) -> Rows | CompoundSelect[*tuple[Any, ...]]:
    """(member, concept id, role) of all who can come to the vacancy. Where anybody can, the concepts' index alone is read,
    whose women they are is seen later: `suggestable`."""
    columns = select(MemberConcept.member_id, MemberConcept.concept_id, type_coerce(MemberConcept.role, String))
    if place_to_reach(vacancy) is None:
        concept = MemberConcept.concept_id
        return union_all(*(columns.where(one) for one in _tell(concept, telling)))
    return columns.where(_tells(telling), MemberConcept.member_id.in_(_who_may_come(vacancy)))


def _tells(telling: Telling) -> ColumnElement[bool]:
    """ "+ 0" keeps SQLite from asking for each of the concepts of each woman: she has few."""
    return or_(*_tell(MemberConcept.concept_id + 0, telling))


def _tell(concept: SQLColumnExpression[int], telling: Telling) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """A skill that tells, a wish that tells."""
    can = and_(concept.in_(telling.skills), MemberConcept.role == ConceptRole.SKILL)
    return can, and_(concept.in_(telling.wishes), MemberConcept.role == ConceptRole.WISH)


def suggestable(vacancy: Vacancy, member_ids: Collection[int]) -> Rows:
    """Those of these women who may be suggested for it."""
    return these(member_ids).where(*may_be_suggested(vacancy))


def may_be_suggested(vacancy: Vacancy) -> tuple[ColumnElement[bool], ...]:
    """Women of its centre who seek work and hide neither from its partner nor from whoever looks."""
    seeks = Member.centre_id == vacancy.centre_id, Member.seeking != Seeking.BUSINESS, ~took_back_consent()
    return *seeks, may_be_seen_by_reader(Member.id), ~hides_from(Member.id, vacancy.partner_id)


def _who_may_come(vacancy: Vacancy) -> Select[int] | CompoundSelect[int]:
    """By the index that begins with where she lives, so that the cost follows the women within reach. Two selects and no
    "or": with it both databases would look at every woman. So would PostgreSQL if the settlements were not told by name."""
    hers, place = select(Member.id).where(Member.centre_id == vacancy.centre_id), place_to_reach(vacancy)
    if place is None:
        return hers
    close = db.session.scalars(select(Settlement.id).where(near(place))).all()
    return union_all(hers.where(Member.settlement_id.in_(close)), hers.where(Member.settlement_id.is_(None)))


def at_home(vacancy: Vacancy) -> bool:
    return bool(vacancy.home_based) or vacancy.hours == Hours.HOME


def place_to_reach(vacancy: Vacancy) -> Place | None:
    """None: where she lives does not matter, or nobody knows where the work is."""
    return None if at_home(vacancy) else place_of(vacancy)


def place_of(record: Vacancy | Member) -> Place | None:
    return record.settlement.point if record.settlement else None


def concepts_of(members: Rows) -> Rows:
    """(member, concept id, role, level, her words) of the women that `members` finds."""
    ids = members.with_only_columns(Member.id)
    columns = MemberConcept.member_id, MemberConcept.concept_id, MemberConcept.role, MemberConcept.level
    return select(*columns, MemberConcept.words).where(MemberConcept.member_id.in_(ids))


def these(member_ids: Collection[int]) -> Rows:
    return _hers().where(Member.id.in_(member_ids))


def _hers() -> Rows:
    return select(*HER_COLUMNS).outerjoin(Settlement, Settlement.id == Member.settlement_id)


def ways_to(vacancy_id: int) -> Select[Referral]:
    return select(Referral).where(Referral.vacancy_id == vacancy_id).order_by(Referral.id)


def last_thought_of(member_ids: Collection[int], vacancy: Vacancy) -> Rows:
    """(member, when another opening was last thought of for her)."""
    statement = select(Referral.member_id, func.max(Referral.created_at)).where(Referral.vacancy_id != vacancy.id)
    if len(member_ids) > MANY:
        statement = statement.where(Referral.centre_id == vacancy.centre_id)
    else:
        statement = statement.where(Referral.member_id.in_(member_ids))
    return statement.group_by(Referral.member_id)


def openings_for(member: Member, concept_ids: Collection[int]) -> Select[Vacancy]:
    """The open vacancies of her centre that need one of the concepts and that she may reach."""
    statement = select(Vacancy).outerjoin(Vacancy.settlement).options(*shown())
    needed = VacancyNeed.vacancy_id == Vacancy.id, VacancyNeed.concept_id.in_(concept_ids)
    statement = statement.where(
        Vacancy.centre_id == member.centre_id,
        Vacancy.state == VacancyState.OPEN,
        Vacancy.partner_id.not_in(partners_hidden_from(member.id)),
        select(VacancyNeed.id).where(*needed).exists(),
    )
    place = place_of(member)
    if place is None:
        return statement.order_by(Vacancy.id)
    home = or_(Vacancy.home_based.is_(True), Vacancy.hours == Hours.HOME)
    return statement.where(or_(home, near(place))).order_by(Vacancy.id)


def shown() -> tuple[Any, ...]:
    """What matching and its cards read of a vacancy."""
    return (
        joinedload(Vacancy.partner),
        joinedload(Vacancy.settlement).joinedload(Settlement.rayon),
        selectinload(Vacancy.needs).joinedload(VacancyNeed.concept),
    )


def relations_of(codes: Collection[str]) -> Rows:
    """(concept, neighbour, weight) by code, as the vocabulary states them: those with one of these on either side."""
    need, skill = aliased(Concept), aliased(Concept)
    these = select(Concept.id).where(Concept.code.in_(codes))
    touching = or_(ConceptNeighbour.concept_id.in_(these), ConceptNeighbour.neighbour_id.in_(these))
    return (
        select(need.code, skill.code, ConceptNeighbour.weight)
        .join(need, need.id == ConceptNeighbour.concept_id)
        .join(skill, skill.id == ConceptNeighbour.neighbour_id)
        .where(ConceptNeighbour.weight > 0, touching)
        .order_by(ConceptNeighbour.id)
    )


def holders_in(centre_id: int, codes: Collection[str]) -> Rows:
    """(code, how many of the newest women of the centre can do it).

    The bound is said of both tables: PostgreSQL does not conclude it and would walk all women of the centre."""
    oldest = func.coalesce(_newest(centre_id).offset(TOLD_FROM - 1).limit(1).scalar_subquery(), 0)
    return (
        select(Concept.code, func.count())
        .join(MemberConcept, MemberConcept.concept_id == Concept.id)
        .join(Member, Member.id == MemberConcept.member_id)
        .where(
            Concept.code.in_(codes),
            MemberConcept.role == ConceptRole.SKILL,
            MemberConcept.member_id >= oldest,
            Member.id >= oldest,
            Member.centre_id == centre_id,
        )
        .group_by(Concept.code)
    )


def women_in(centre_id: int, at_most: int = TOLD_FROM) -> Select[int]:
    """How many women the centre has, counted so far only: as a rule as far as `holders_in` counts among."""
    return select(func.count()).select_from(_newest(centre_id).limit(at_most).subquery())


def _newest(centre_id: int) -> Select[int]:
    return select(Member.id).where(Member.centre_id == centre_id).order_by(Member.id.desc())


def last_woman() -> Select[int | None]:
    """The highest id: the house never had more women than that."""
    return select(func.max(Member.id))


def near(place: Place) -> ColumnElement[bool]:
    """A box around the place as wide as anybody travels, and whatever lies nowhere known."""
    lat, lon = place
    tall = FARTHEST_KM / ROAD_FACTOR / KM_PER_DEGREE
    wide = tall / max(cos(radians(lat)), 0.1)
    inside = and_(Settlement.lat.between(lat - tall, lat + tall), Settlement.lon.between(lon - wide, lon + wide))
    return or_(Settlement.lat.is_(None), inside)


def took_back_consent(purpose: Purpose = Purpose.SERVICES) -> ColumnElement[bool]:
    """She once agreed, to be helped by the centre where nothing else is asked for, and took it back."""
    services = select(Consent.id).where(Consent.member_id == Member.id, Consent.purpose == purpose)
    in_force = or_(Consent.valid_until.is_(None), Consent.valid_until >= today())
    given = services.where(Consent.withdrawn_on.is_(None), in_force)
    return and_(services.where(Consent.withdrawn_on.is_not(None)).exists(), ~given.exists())
