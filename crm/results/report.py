"""The report: every indicator counted from records in one go, with its parts, breakdown and target."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from sqlalchemy import Select

from crm.extensions import db
from crm.partners.models import Partner
from crm.results import breakdown, partnership, queries, women
from crm.results.breakdown import Breakdown
from crm.results.catalogue import Indicator, indicators
from crm.results.scope import Rows, Scope

Number = int | float


@dataclass(frozen=True)
class Figure:
    """`value` is None where nothing can be said yet: a share of nothing."""

    value: Number | None
    parts: dict[str, Number] = field(default_factory=dict)
    disaggregation: Breakdown = field(default_factory=dict)
    numerator: int | None = None
    denominator: int | None = None
    #: Women it does not count because they have not agreed to be in reports.
    left_out: int = 0


@dataclass(frozen=True)
class Line:
    """One indicator of the report with its figure and the target in force."""

    indicator: Indicator
    figure: Figure
    target: Number | None

    @property
    def share_of_target(self) -> int | None:
        """Percent of the target reached, at most 100, for the small bar."""
        if not self.target or self.figure.value is None:
            return None
        return max(0, min(100, round(100 * self.figure.value / self.target)))


@dataclass(frozen=True)
class Report:
    scope: Scope
    lines: tuple[Line, ...]
    overlap: int
    #: Women whom none of the figures counts though they would be in one: they have not agreed to be in reports.
    left_out: int

    def line(self, code: str) -> Line:
        return next(line for line in self.lines if line.indicator.code == code)

    @property
    def reconciliation(self) -> dict[str, Number]:
        """The routes of OC1 and their sum, each woman on one route only; `overlap` women are on more than one."""
        figure = self.line("OC1").figure
        return {**figure.parts, "total": figure.value or 0, "overlap": self.overlap}


def build(scope: Scope) -> Report:
    """Counts everything. About twenty statements, however many people there are."""
    refused = dict(iter(db.session.execute(women.left_out(scope))))
    targets = {
        target.code: plain(target.target) for target in db.session.scalars(queries.targets_in_force(scope.as_of))
    }
    figures = {code: replace(figure(scope), left_out=refused.get(code, 0)) for code, figure in FIGURES.items()}
    lines = tuple(Line(known, figures[known.code], targets.get(known.code)) for known in indicators())
    return Report(scope, lines, _one(women.on_several_routes(scope)), refused.get("", 0))


def plain(number: Decimal | int | None) -> Number:
    """A number as JSON and Excel know it, whole where it is whole."""
    if number is None:
        return 0
    return int(number) if number == int(number) else float(number)


def _one(statement: Select[int]) -> int:
    return db.session.scalar(statement) or 0


def _women(people: Callable[[Scope], Rows]) -> Callable[[Scope], Figure]:
    def count(scope: Scope) -> Figure:
        total, parts = breakdown.summed(db.session.execute(breakdown.of_women(people(scope), scope)))
        parts.pop("part", None)
        return Figure(total, disaggregation=parts)

    return count


def _learners(scope: Scope) -> Figure:
    unique = _women(women.learners)(scope)
    times = _one(women.attendances(scope))
    return Figure(unique.value, {"persons": unique.value or 0, "attendances": times}, unique.disaggregation)


def _routes(scope: Scope) -> Figure:
    total, parts = breakdown.summed(db.session.execute(breakdown.of_women(women.on_routes(scope), scope)))
    found = parts.pop("part", {})
    routes: dict[str, Number] = {route: found.get(route, 0) for route in women.ROUTES}
    return Figure(total, routes, {"route": {route: found.get(route, 0) for route in women.ROUTES}, **parts})


def _counted(statement: Rows, parts: dict[str, Number] | None = None) -> Figure:
    total, taken_apart = breakdown.summed(db.session.execute(statement))
    return Figure(total, parts or {}, taken_apart)


def _startups(scope: Scope) -> Figure:
    registration = Partner.registration.label("registration")
    return _counted(breakdown.of_partners(partnership.startups(scope), registration))


def _sessions(scope: Scope) -> Figure:
    held = _counted(breakdown.of_sessions(partnership.held_sessions(scope)))
    visited, _parts = breakdown.summed(db.session.execute(breakdown.of_partners(partnership.visited_partners(scope))))
    return Figure(held.value, {"sessions": held.value or 0, "companies": visited}, held.disaggregation)


def _promises(scope: Scope) -> Figure:
    kept, due = db.session.execute(partnership.promises_kept_and_due(scope)).one()
    due_ones = _counted(breakdown.of_promises(partnership.due_promises(scope)))
    share = round(100 * kept / due, 1) if due else None
    return Figure(share, {"kept": kept, "due": due}, due_ones.disaggregation, numerator=kept, denominator=due)


def _fairs(scope: Scope) -> Figure:
    """The figure of a fair is whom it put to work."""
    parts: dict[str, Number] = {name: _one(count) for name, count in partnership.fair_figures(scope).items()}
    return Figure(parts["hires"], parts)


def _grants(scope: Scope) -> Figure:
    number, azn = db.session.execute(partnership.grants_and_value(scope)).one()
    return _counted(breakdown.of_grants(partnership.grants(scope)), {"grants": number, "azn": plain(azn)})


def _corrected(scope: Scope) -> Figure:
    figure = _counted(breakdown.of_vacancies(partnership.corrected_texts(scope)))
    kinds = Counter(kind for kinds in db.session.scalars(partnership.corrected_kinds(scope)) for kind in kinds)
    return Figure(figure.value, {}, {"wording": dict(sorted(kinds.items())), **figure.disaggregation})


FIGURES: dict[str, Callable[[Scope], Figure]] = {
    "OC1": _routes,
    "OC2": _women(women.served),
    "OC4": _startups,
    "OC5": _women(women.hired_by_startups),
    "OP1": _women(women.registered),
    "OP2": _learners,
    "OP3": lambda scope: _counted(breakdown.of_partners(partnership.stronger_organisations(scope))),
    "OP4": lambda scope: _counted(breakdown.of_centres(partnership.registered_centres(scope))),
    "OP5": _sessions,
    "OP6": lambda scope: _counted(breakdown.of_partners(partnership.promising_partners(scope))),
    "OP7": _promises,
    "OP8": _fairs,
    "OP9": _grants,
    "OP10": _corrected,
}
