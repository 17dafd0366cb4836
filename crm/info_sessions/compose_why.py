"""Why an owner is visited together with others, alone, or not at all in these days. Pure: codes here, words on the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from crm.info_sessions.compose import Problem, Visit, bits
from crm.partners.free_time import year_month


class Why(StrEnum):
    """The first four say how a visit came about, the others why there is none."""

    TOGETHER = "together"
    NOBODY_NEAR = "nobody_near"
    NO_COMMON_TIME = "no_common_time"
    OTHERS_ELSEWHERE = "others_elsewhere"
    NOT_TOLD = "not_told"
    SEASON = "season"
    ENOUGH_VISITS = "enough_visits"
    TOO_SOON = "too_soon"
    OTHER_DAYS = "other_days"
    NO_ROOM = "no_room"


@dataclass(frozen=True, slots=True)
class Together:
    """`km`: how far by road the guest with the longest way comes."""

    why: Why
    km: float = 0.0


def why_so(problem: Problem, visit: Visit) -> Together:
    """Why these are together, or why this one is alone."""
    number = {owner.id: place for place, owner in enumerate(problem.owners)}
    host = number[visit.host]
    if len(visit.members) > 1:
        return Together(Why.TOGETHER, max(problem.kms[number[one]][host] or 0.0 for one in visit.members[1:]))
    near = problem.near[host]
    if not near:
        return Together(Why.NOBODY_NEAR)
    return Together(Why.OTHERS_ELSEWHERE if _share_an_hour(problem, host, near) else Why.NO_COMMON_TIME)


def _share_an_hour(problem: Problem, host: int, near: Iterable[int]) -> bool:
    """Could the host and one of these sit together on any of the days, in either office?"""
    for day in problem.open:
        if any(mask for _start, mask, _likely in day.options.get(host, ())):
            return True
        if any(host in bits(mask) for one in near for _start, mask, _likely in day.options.get(one, ())):
            return True
    return False


def why_left(problem: Problem, owner_id: int) -> Why:
    """What stands in the way on the days that were asked for; the last obstacle where there are several."""
    number = next(place for place, owner in enumerate(problem.owners) if owner.id == owner_id)
    terms = problem.owners[number].terms
    if not terms.windows:
        return Why.NOT_TOLD
    if any(day.is_open(number) for day in problem.open):
        return Why.NO_ROOM
    weekdays = {window.weekday for window in terms.windows}
    days = [on for on in problem.days if on.weekday() in weekdays]
    if not days:
        return Why.OTHER_DAYS
    if all(any(season.covers(on) for season in terms.seasons) for on in days):
        return Why.SEASON
    if all(year_month(on) in terms.full_months for on in days):
        return Why.ENOUGH_VISITS
    if any(not terms.windows_on(on, problem.today) for on in days):
        return Why.TOO_SOON
    return Why.OTHER_DAYS
