"""What the composer has to beat: owners in the order they stand in the list, each at the first time that is free."""

from collections import defaultdict
from collections.abc import Iterator

from crm.info_sessions.compose import DayPlan, Plan, Problem, Visit

GRID = 15


def first_come(problem: Problem, *, groups: bool) -> Plan:
    """Each owner gets the first free quarter of an hour that suits, by the same rules as the composer.

    `groups`: who can come to a session that is planned already joins it instead."""
    planned: defaultdict[int, list[tuple[int, int, list[int]]]] = defaultdict(list)  # day: (starts, ends, members)
    for owner in range(len(problem.owners)):
        if not (groups and _join(problem, planned, owner)):
            _alone(problem, planned, owner)
    days = tuple(_described(problem, day, planned[day]) for day in sorted(planned))
    reached = {member for day in days for visit in day.visits for member in visit.members}
    return Plan(days, tuple(owner.id for owner in problem.owners if owner.id not in reached))


def _join(problem: Problem, planned: dict[int, list[tuple[int, int, list[int]]]], owner: int) -> bool:
    rules = problem.rules
    for day in sorted(planned):
        visits = planned[day]
        for number, (starts, _ends, members) in enumerate(visits):
            host, ends = members[0], starts + rules.group
            option = next((one for one in problem.open[day].options[host] if one[0] == starts), None)
            if option is None or not option[1] >> owner & 1 or len(members) >= rules.largest:
                continue
            if _fits(problem, [*visits[:number], *visits[number + 1 :]], starts, ends, host):
                visits[number] = (starts, ends, [*members, owner])
                return True
    return False


def _alone(problem: Problem, planned: dict[int, list[tuple[int, int, list[int]]]], owner: int) -> None:
    for number, day in enumerate(problem.open):
        if len(planned.get(number, ())) >= problem.rules.visits_a_day:
            continue
        for starts in day.starts.get(owner, ()):
            ends = starts + problem.rules.alone
            if _fits(problem, planned.get(number, []), starts, ends, owner):
                planned[number] = sorted([*planned.get(number, []), (starts, ends, [owner])])
                return


def _fits(problem: Problem, visits: list[tuple[int, int, list[int]]], starts: int, ends: int, host: int) -> bool:
    rules, ways = problem.rules, problem.ways
    if starts < rules.day_starts + ways[-1][host] or ends + ways[host][-1] > rules.day_ends:
        return False
    return all(
        ends + ways[host][members[0]] <= other_starts or other_ends + ways[members[0]][host] <= starts
        for other_starts, other_ends, members in visits
    )


def _described(problem: Problem, day: int, visits: list[tuple[int, int, list[int]]]) -> DayPlan:
    shown = tuple(_visits(problem, sorted(visits)))
    home = problem.kms[sorted(visits)[-1][2][0]][-1] if visits else 0.0
    return DayPlan(problem.days[day], shown, sum(visit.km or 0.0 for visit in shown) + (home or 0.0))


def _visits(problem: Problem, visits: list[tuple[int, int, list[int]]]) -> Iterator[Visit]:
    place = len(problem.owners)
    for starts, ends, members in visits:
        ids = tuple(problem.owners[one].id for one in members)
        yield Visit(starts, ends, ids[0], ids, problem.kms[place][members[0]], problem.ways[place][members[0]])
        place = members[0]
