"""`flask <things> import FILE`: the same for women, companies and vacancies."""

from pathlib import Path

import click
from flask.cli import with_appcontext

from crm.centres.operations import centre_called
from crm.cli import fail, print_json, say, transaction
from crm.cli.facts import bring_missing
from crm.imports.enums import ImportKind
from crm.imports.operations import take_in
from crm.imports.report import Report
from crm.imports.safe_file import UnreadableFile


def import_command(kind: ImportKind) -> click.Command:
    @click.command("import", help="Take in a list (csv, xlsx); again and again, without doubles.")
    @click.argument("file", type=click.Path(path_type=Path))
    @click.option("--centre", "centre_name", required=True, help="The centre whose list it is.")
    @click.option("--dry-run", is_flag=True, help="Only say what would happen.")
    @click.option("--json", "as_json", is_flag=True, help="The report as one JSON object on stdout.")
    @with_appcontext
    def run(file: Path, centre_name: str, dry_run: bool, as_json: bool) -> None:
        try:
            content = file.read_bytes()
        except OSError as wrong:
            fail(f"{file} cannot be read: {wrong.strerror}")
        with transaction():
            centre = centre_called(centre_name)
            if centre is None:
                fail(f"There is no centre called {centre_name}. Add it first: flask centre add")
            bring_missing()
            try:
                report = take_in(kind=kind, centre=centre, name=file.name, content=content, dry_run=dry_run)
            except UnreadableFile as wrong:
                fail(f"{file}: {wrong}")
        _tell(report, as_json)
        if not report.usable:
            fail(f"{file}: no row could be used")

    return run


def _tell(report: Report, as_json: bool) -> None:
    if as_json:
        print_json(report.numbers())
        return
    say(f"created {report.created}, merged {report.merged}, withheld {report.withheld}")
    for title, rows in (("to be decided", report.needs_decision), ("rejected", report.rejected)):
        for row in rows:
            say(f"row {row['row']} {title}: {row['reason']}")
