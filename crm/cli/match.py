"""`flask match`: the ranking of the suggestions page as CSV."""

import csv
import sys
from collections.abc import Sequence

import click
from flask.cli import with_appcontext
from sqlalchemy import Select, select

from crm.cli import Command, fail, say
from crm.extensions import db
from crm.matching import queries as matching_queries
from crm.matching.explain import Reason, reasons
from crm.matching.ranking import ranking
from crm.matching.suggest import LIMIT
from crm.members.models import Member
from crm.vacancies import queries
from crm.vacancies.models import Vacancy

COLUMNS = ("vacancy_ref", "rank", "member_ref", "score", "fit", "reasons")
LARGEST_ID = 2**31 - 1


@click.command("match", cls=Command, help="Women for vacancies, best first, as CSV on stdout.")
@click.option("--vacancy", "reference", metavar="REF", help="The reference it was imported with, or its id.")
@click.option("--all", "everything", is_flag=True, help="Every vacancy that is not filled or closed.")
@click.option("--top", type=click.IntRange(min=1), default=LIMIT, show_default=True, help="Women for each vacancy.")
@with_appcontext
def command(reference: str | None, everything: bool, top: int) -> None:
    if bool(reference) == everything:
        raise click.UsageError("give either --vacancy REF or --all")
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(COLUMNS)
    for vacancy in _vacancies(reference):
        if not vacancy.needs:
            say(f"vacancy {_ref(vacancy)}: no needs are known, so there is no ranking; add its needs on its page")
        out.writerows(_lines(vacancy, top))


def _vacancies(reference: str | None) -> Sequence[Vacancy]:
    if reference is None:
        return _read(queries.to_be_filled())
    found = _read(queries.referenced(reference))
    if not found and reference.isdecimal() and int(reference) <= LARGEST_ID:
        found = _read(select(Vacancy).where(Vacancy.id == int(reference)))
    if not found:
        fail(f"no vacancy has the reference or id {reference}: look it up at /vacancies")
    return found


def _read(statement: Select[Vacancy]) -> Sequence[Vacancy]:
    return db.session.scalars(statement.options(*matching_queries.shown())).unique().all()


def _lines(vacancy: Vacancy, top: int) -> list[tuple[str, int, str, str, str, str]]:
    best = ranking(vacancy, top)
    ids = [found.candidate_id for found in best]
    women = {row.id: row.reference for row in db.session.execute(_references(ids))}
    return [
        (
            _ref(vacancy),
            place,
            women[found.candidate_id] or str(found.candidate_id),
            f"{found.score:.4f}",
            str(found.fit),
            "; ".join(map(_reason, reasons(found))),
        )
        for place, found in enumerate(best, 1)
    ]


def _references(ids: Sequence[int]) -> Select[int, str | None]:
    return select(Member.id, Member.reference).where(Member.id.in_(ids))


def _ref(vacancy: Vacancy) -> str:
    return vacancy.reference or str(vacancy.id)


def _reason(reason: Reason) -> str:
    """The code with what it is about: has_skill:sewing."""
    about = reason.params.get("concept")
    return f"{reason.code}:{about}" if about else reason.code
