"""What became of suggestions, by the rank and score kept when each was made. It changes no weight: people judge."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, String, case, cast, func, select

from crm.matching.score import FITS_FROM, HELP_FROM
from crm.members.models import Member
from crm.places.models import Rayon, Settlement
from crm.referrals.enums import ReferralState as S
from crm.referrals.models import Referral, ReferralStep
from crm.results.breakdown import UNKNOWN, age_band, urban_rural
from crm.results.enums import Group
from crm.results.scope import Rows, Scope

#: Last rank of each band; what lies beyond was not on the page.
RANKS = ((1, "1"), (3, "2-3"), (5, "4-5"), (10, "6-10"), (20, "11-20"), (50, "21-50"))
BEYOND = "beyond"
#: How far she came. Whoever was introduced, the suggestion was taken.
STATIONS = (S.ASKED, S.AGREED, S.INTRODUCED, S.INTERVIEWED, S.HIRED)
TAKEN_FROM = STATIONS.index(S.INTRODUCED) + 1


@dataclass(frozen=True)
class Line:
    """The suggestions of one rank or group, and how many of them came how far."""

    name: str
    suggested: int
    asked: int
    agreed: int
    taken: int
    hired: int

    @property
    def share(self) -> float:
        """Taken of a hundred suggested."""
        return 100 * self.taken / self.suggested


def by_rank(scope: Scope) -> Rows:
    band = case(
        (Referral.score.is_(None), UNKNOWN),
        (Referral.rank.is_(None), BEYOND),
        *[(Referral.rank <= last, name) for last, name in RANKS],
        else_=BEYOND,
    )
    return _counted(scope, band)


def by_group(scope: Scope, group: Group) -> Rows:
    return _counted(scope, _columns(scope)[group])


def reasons_against(scope: Scope) -> Rows:
    """(who said no, why, how many) among those that stood first to fifth."""
    return (
        select(Referral.declined_by, Referral.decline_reason, func.count().label("number"))
        .where(_meant(scope), Referral.state == S.DECLINED, Referral.rank <= 5)
        .group_by(Referral.declined_by, Referral.decline_reason)
        .order_by(func.count().desc(), Referral.declined_by, Referral.decline_reason)
    )


def lines(rows: Any, order: tuple[str, ...] = ()) -> list[Line]:
    """In the order given, then by name; what is not known last."""
    found = [Line(*row) for row in rows]
    place = {name: number for number, name in enumerate(order)}
    return sorted(found, key=lambda one: (one.name == UNKNOWN, place.get(one.name, len(place)), one.name))


RANK_ORDER = (*(name for _last, name in RANKS), BEYOND)
FIT_ORDER = ("fits", "needs_help", "does_not_fit")


def _columns(scope: Scope) -> Mapping[Group, ColumnElement[Any]]:
    fit = case(
        (Referral.score.is_(None), UNKNOWN),
        (Referral.score >= FITS_FROM, "fits"),
        (Referral.score >= HELP_FROM, "needs_help"),
        else_="does_not_fit",
    )
    return {
        Group.FIT: fit,
        Group.AGE: age_band(scope),
        Group.PLACE: urban_rural(),
        Group.RAYON: func.coalesce(Rayon.name_az, UNKNOWN),
        Group.EDUCATION: func.coalesce(cast(Member.education, String), UNKNOWN),
        Group.SEEKING: cast(Member.seeking, String),
    }


def _meant(scope: Scope) -> ColumnElement[bool]:
    """Suggestions made in the period to women who let reports count them; slips of a job fair are no suggestions of ours."""
    counted = Referral.member_id.in_(select(Member.id).where(scope.of_women()))
    return (
        counted & Referral.event_id.is_(None) & scope.within(Referral.created_at) & scope.of_centre(Referral.centre_id)
    )


def _counted(scope: Scope, by: ColumnElement[Any]) -> Rows:
    """Rows as Line takes them."""
    ordinal = case(*[(ReferralStep.state == state, number) for number, state in enumerate(STATIONS, 1)], else_=0)
    far = select(ReferralStep.referral_id, func.max(ordinal).label("far")).group_by(ReferralStep.referral_id).subquery()
    each = (
        select(by.label("name"), func.coalesce(far.c.far, 0).label("far"))
        .select_from(Referral)
        .join(Member, Member.id == Referral.member_id)
        .outerjoin(far, far.c.referral_id == Referral.id)
        .outerjoin(Settlement, Settlement.id == Member.settlement_id)
        .outerjoin(Rayon, Rayon.id == Settlement.rayon_id)
        .where(_meant(scope))
        .subquery()
    )
    came = [func.sum(case((each.c.far >= station, 1), else_=0)) for station in (1, 2, TAKEN_FROM, len(STATIONS))]
    return select(each.c.name, func.count(), *came).group_by(each.c.name)
