"""`flask doctor`: names every wrong setting and how to mend it."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from crm.cli import print_json
from crm.config import ROOT, ConfigError, own_secrets, read_database_url, read_encryption_keys
from crm.doctor import database, machine, settings
from crm.doctor.finding import Finding, State, wrong


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def command(as_json: bool) -> None:
    """Names every wrong setting and how to mend it; status 1 when something is wrong."""
    findings = list(examine(os.environ))
    if as_json:
        print_json({"findings": [finding.as_data() for finding in findings]})
    else:
        for finding in findings:
            click.echo(finding.line())
    if any(finding.state == State.WRONG for finding in findings):
        raise SystemExit(1)


def examine(environ: Mapping[str, str]) -> Iterator[Finding]:
    """All findings, whatever is wrong with the first of them."""
    instance = Path(environ.get("CRM_INSTANCE") or ROOT / "instance")
    production = environ.get("CRM_ENV") == "production"
    if not production:
        try:
            environ = {**own_secrets(instance), **environ}
        except OSError as error:
            yield wrong(
                "secrets", f"cannot be kept in {instance} ({error.strerror}).", "see the instance folder below."
            )
    yield from settings.check(environ)
    yield from machine.check(environ, instance)
    try:
        keys = read_encryption_keys(environ)
    except ConfigError:
        keys = ()
    try:
        yield from database.check(read_database_url(environ, instance), keys, production)
    except ConfigError as refused:
        yield settings.refusal(database.WHAT, refused)
