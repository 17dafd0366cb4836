"""Partners as a board: by stage, how long they stand there, and how long others stood."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from sqlalchemy import Select, func, select

from crm.accounts.models import User
from crm.partners import queries
from crm.partners.enums import Stage
from crm.partners.models import Partner, StageChange
from crm.partners.road import ROAD, stays
from crm.web import rows, tuples

#: Cards of one stage; who wants more opens the list of that stage.
MOST = 20


@dataclass(frozen=True)
class Column:
    """One stage: how many stand there, the first of them, and the middle time in days that partners stood there."""

    stage: Stage
    count: int
    partners: Sequence[Partner]
    days: int | None


def board_of(user: User, asked: queries.Filters, ids: Sequence[int] | None = None) -> list[Column]:
    """All stages of the road, paused and lost where somebody is. A fixed number of queries."""
    found = queries.narrowed(user, asked, ids)
    number = func.row_number().over(partition_by=Partner.stage, order_by=queries.IN_ORDER)
    numbered = found.with_only_columns(Partner.id, number.label("number")).subquery()
    shown = select(numbered.c.id).where(numbered.c.number <= MOST)
    first = rows(queries.listing(user, asked, ids).where(Partner.id.in_(shown)))
    counts = dict(tuples(_counted(found)))
    times = _days_in_stages(found)
    return [
        Column(stage, counts.get(stage, 0), [one for one in first if one.stage == stage], times.get(stage))
        for stage in Stage
        if stage in ROAD or counts.get(stage)
    ]


def _counted(found: Select[Partner]) -> Select[Stage, int]:
    return found.with_only_columns(Partner.stage, func.count()).group_by(Partner.stage)


def _days_in_stages(found: Select[Partner]) -> dict[Stage, int]:
    """The median over every stay, also those that last."""
    ids = found.with_only_columns(Partner.id)
    changed = rows(select(StageChange).where(StageChange.partner_id.in_(ids)).order_by(StageChange.id))
    walked: dict[int, list[StageChange]] = {}
    for change in changed:
        walked.setdefault(change.partner_id, []).append(change)
    spans: dict[Stage, list[int]] = {}
    for changes in walked.values():
        for stay in stays(changes):
            spans.setdefault(stay.change.stage, []).append(stay.days)
    return {stage: int(median(days)) for stage, days in spans.items()}
