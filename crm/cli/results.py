"""`flask results report`: the donor report, counted from the records."""

import json
import sys
from datetime import date
from pathlib import Path

import click

from crm.centres.operations import centre_called
from crm.cli import Group, fail
from crm.extensions import db
from crm.forms import EARLIEST, LATEST
from crm.paper import CannotWrite
from crm.results import queries
from crm.results.report import Report, build
from crm.results.scope import Scope
from crm.results.writing import FILES, as_data

command = Group("results", help="Indicators and the donor report.")


@command.command("report")
@click.option("--from", "first", metavar="DATE", help="First day, as 2026-01-31.")
@click.option("--to", "last", metavar="DATE", help="Last day, included.")
@click.option("--centre", metavar="NAME", help="One centre only.")
@click.option("--format", "shape", type=click.Choice(["json", "xlsx", "pdf"]), required=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Into this file instead of stdout.")
def report(first: str | None, last: str | None, centre: str | None, shape: str, out: Path | None) -> None:
    """Every indicator with value, target, parts and breakdown."""
    scope = _scope(first, last, centre)
    content = _written(build(scope), shape, centre)
    if out is None:
        sys.stdout.buffer.write(content)
        return
    try:
        out.write_bytes(content)
    except OSError as wrong:
        fail(f"--out {out}: cannot be written ({wrong.strerror}). Choose another folder.")


def _written(report: Report, shape: str, centre: str | None) -> bytes:
    if shape == "json":
        return json.dumps(as_data(report), ensure_ascii=False).encode() + b"\n"
    try:
        return FILES[shape](report, centre)
    except CannotWrite as missing:
        fail(str(missing))


def _scope(first: str | None, last: str | None, centre: str | None) -> Scope:
    begins, ends = _day("--from", first), _day("--to", last)
    if begins and ends and begins > ends:
        fail(f"--from {begins} is after --to {ends}: exchange the two dates.")
    return Scope(_centre(centre), begins, ends)


def _day(option: str, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        fail(f"{option} {text}: not a date. Write it as year-month-day, such as 2026-01-31.")
    if not EARLIEST <= day <= LATEST:
        fail(f"{option} {text}: please check the year.")
    return day


def _centre(name: str | None) -> int | None:
    if name is None:
        return None
    found = centre_called(name)
    if found is None:
        known = ", ".join(db.session.scalars(queries.centre_names()))
        fail(f"--centre {name}: no such centre. There are: {known or 'none yet'}.")
    return found.id
