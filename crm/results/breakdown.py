"""Figures taken apart: by centre, rayon, age and town or village for women; by kind and sector for partners."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Case, Select, and_, case, func, literal, select

from crm.centres.models import Centre
from crm.info_sessions.models import InfoSession
from crm.members.models import Member
from crm.partners.models import Commitment, Partner, StartupGrant
from crm.places.enums import SettlementKind
from crm.places.models import Rayon, Settlement
from crm.results.scope import Rows, Scope
from crm.vacancies.models import Vacancy

Breakdown = dict[str, dict[str, int]]
UNKNOWN = "unknown"
#: Upper age of each band but the last.
BANDS = ((24, "up_to_24"), (34, "25_34"), (44, "35_44"), (54, "45_54"))
OLDEST_BAND = "55_and_over"


def of_women(people: Rows, scope: Scope) -> Rows:
    """Rows of (part, centre, rayon, age_band, urban_rural, how many)."""
    who = people.subquery()
    columns = (
        who.c.part.label("part"),
        Centre.name.label("centre"),
        func.coalesce(Rayon.name_az, UNKNOWN).label("rayon"),
        age_band(scope).label("age_band"),
        urban_rural().label("urban_rural"),
    )
    return _counted(
        select(*columns)
        .select_from(who)
        .join(Member, Member.id == who.c.member_id)
        .join(Centre, Centre.id == Member.centre_id)
        .outerjoin(Settlement, Settlement.id == Member.settlement_id)
        .outerjoin(Rayon, Rayon.id == Settlement.rayon_id)
    )


def age_band(scope: Scope) -> Case[str]:
    """Of Member, in the year the report looks from."""
    return case(
        (Member.birth_year.is_(None), UNKNOWN),
        *[(literal(scope.as_of.year) - Member.birth_year <= oldest, name) for oldest, name in BANDS],
        else_=OLDEST_BAND,
    )


def urban_rural() -> Case[str]:
    return case((Settlement.id.is_(None), UNKNOWN), (Settlement.kind == SettlementKind.VILLAGE, "rural"), else_="urban")


def of_partners(ids: Select[int], *more: Any) -> Rows:
    """Rows of (centre, rayon, sector, ... how many) of the partners with these ids."""
    return _counted(_partner_rows(*more).where(Partner.id.in_(ids)))


def of_sessions(ids: Select[int]) -> Rows:
    held = and_(InfoSession.host_id == Partner.id, InfoSession.id.in_(ids))
    return _counted(_partner_rows().join(InfoSession, held))


def of_promises(ids: Select[int]) -> Rows:
    made = and_(Commitment.partner_id == Partner.id, Commitment.id.in_(ids))
    return _counted(_partner_rows(Commitment.kind.label("kind")).join(Commitment, made))


def of_vacancies(ids: Select[int]) -> Rows:
    posted = and_(Vacancy.partner_id == Partner.id, Vacancy.id.in_(ids))
    return _counted(_partner_rows().join(Vacancy, posted))


def of_grants(ids: Select[int]) -> Rows:
    given = and_(StartupGrant.partner_id == Partner.id, StartupGrant.id.in_(ids))
    return _counted(_partner_rows().join(StartupGrant, given))


def of_centres(ids: Select[int]) -> Rows:
    columns = (Centre.name.label("centre"), func.coalesce(Rayon.name_az, UNKNOWN).label("rayon"))
    return _counted(select(*columns).outerjoin(Rayon, Rayon.id == Centre.rayon_id).where(Centre.id.in_(ids)))


def _partner_rows(*more: Any) -> Rows:
    works_in = func.coalesce(Settlement.rayon_id, Partner.rayon_id)
    columns = (
        Centre.name.label("centre"),
        func.coalesce(Rayon.name_az, UNKNOWN).label("rayon"),
        Partner.sector.label("sector"),
        *more,
    )
    return (
        select(*columns)
        .select_from(Partner)
        .join(Centre, Centre.id == Partner.centre_id)
        .outerjoin(Settlement, Settlement.id == Partner.settlement_id)
        .outerjoin(Rayon, Rayon.id == works_in)
    )


def _counted(one_by_one: Rows) -> Rows:
    """Equal rows with their number. Without the inner select PostgreSQL takes equal expressions for different ones."""
    rows = one_by_one.subquery()
    return select(*rows.c, func.count().label("number")).group_by(*rows.c)


def summed(rows: Iterable[Any]) -> tuple[int, Breakdown]:
    """The total of grouped rows, and the total by each of their columns."""
    total = 0
    found: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        values = row._asdict()
        number = values.pop("number")
        total += number
        for name, value in values.items():
            found[name][UNKNOWN if value is None else str(value)] += number
    return total, {name: dict(sorted(parts.items(), key=_place)) for name, parts in found.items()}


def _place(value_and_number: tuple[str, int]) -> tuple[int, str]:
    """Ages from young to old, what is not known last, all else by name."""
    value = value_and_number[0]
    youngest_first = [*(name for _oldest, name in BANDS), OLDEST_BAND]
    return (youngest_first.index(value) if value in youngest_first else 99 if value == UNKNOWN else 0, value)
