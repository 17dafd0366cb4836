"""`flask retention run`: whose time is over is announced, whose day has come is erased."""

import click

from crm.cli import Group, fail, print_json, say, transaction
from crm.cli.centre import the_centre
from crm.extensions import db
from crm.members.erasing import forget_on_disk
from crm.members.retention import run, set_rules

MONTHS = click.IntRange(1, 600)
command = Group("retention", help="How long a woman's data is kept.")


@command.command("set")
@click.option("--centre", "name", required=True, metavar="NAME")
@click.option("--without-contact", "months_without_contact", type=MONTHS, help="Months without any contact.")
@click.option("--after-leaving", "months_after_leaving", type=MONTHS, help="Months after she took her consent back.")
@click.option("--without-consent", "months_without_consent", type=MONTHS, help="Months without ever having agreed.")
def set_rule(name: str, **months: int | None) -> None:
    """What a centre decided about time, in full months. What is not named never ends anybody's time."""
    with transaction():
        set_rules(centre=the_centre(name), **months)
    say(f"{name}: decided. Who would be announced: flask retention run --dry-run")


@command.command("run", help="Announce whose time is over, erase whose day has come. The running server does it daily.")
@click.option("--dry-run", is_flag=True, help="Only count; change nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def run_retention(dry_run: bool, as_json: bool) -> None:
    with transaction():
        done = run(dry_run=dry_run, after_each=db.session.flush if dry_run else db.session.commit)
    forgotten = dry_run or forget_on_disk()
    if as_json:
        print_json({"dry_run": dry_run, "centres": [one.as_data() for one in done]})
    else:
        for one in done:
            click.echo(f"{one.centre}: {one.announced} announced, {one.erased} erased, {one.spared} spared")
        if not done:
            say("Nobody's time is over.")
    if not forgotten:
        fail("Somebody was reading: erased names may still be in the log beside the database file. Run this again.")
