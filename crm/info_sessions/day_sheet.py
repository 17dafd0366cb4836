"""The sheet of a day: the visits in their order, with the way to each, how long it takes, and when to leave."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from crm.accounts.models import User
from crm.info_sessions import compose_queries
from crm.info_sessions.compose import Rules
from crm.info_sessions.composing import base_of, point_of
from crm.info_sessions.models import InfoSession
from crm.web import rows


@dataclass(frozen=True)
class Leg:
    """One visit and the way there. `leave_at`: when to leave the place before. `late`: one cannot be there in time."""

    info_session: InfoSession
    km: float | None
    minutes: int
    leave_at: datetime
    late: bool

    @property
    def ends_at(self) -> datetime:
        return self.info_session.starts_at + timedelta(minutes=self.info_session.minutes)


@dataclass(frozen=True)
class Sheet:
    """`km` counts the whole way, home included, as far as places are known."""

    on: date
    legs: Sequence[Leg]
    km: float


def sheet_of(user: User, on: date, facilitator_id: int | None) -> Sheet:
    """Of one facilitator, or of everybody where none is given."""
    sessions = rows(compose_queries.of_days(user, on, on, facilitator_id))
    base = base_of(sessions[0].centre_id if sessions else None)
    rules, place, legs, total, free = Rules(base=base), base, [], 0.0, None
    for one in sessions:
        point = point_of(one.host)
        km, minutes = rules.km(place, point), rules.way(place, point)
        leave_at = one.starts_at - timedelta(minutes=minutes)
        legs.append(Leg(one, km, minutes, leave_at, free is not None and leave_at < free))
        place, free, total = point, legs[-1].ends_at, total + (km or 0.0)
    return Sheet(on, legs, total + (rules.km(place, base) or 0.0 if legs else 0.0))
