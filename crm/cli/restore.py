"""`flask restore FILE`: a backup proves itself in a scratch database, then takes the place of everything."""

from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

from crm.backup.restoring import prove, restore
from crm.backup.sealed import NotReadable
from crm.cli import Command, fail, print_json, say


@click.command("restore", cls=Command)
@with_appcontext
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--check", is_flag=True, help="Only prove that it can be restored; nothing is touched.")
@click.option("--json", "as_object", is_flag=True, help="One object on stdout.")
def command(file: Path, check: bool, as_object: bool) -> None:
    """Puts a backup in the place of everything in the database, or only proves it."""
    keys = current_app.extensions["config"].encryption_keys
    try:
        proved = prove(file, keys) if check else restore(file, keys)
    except NotReadable as wrong:
        fail(f"{file}: {wrong} Nothing was changed.")
    except OSError as wrong:
        fail(f"{file} cannot be read: {wrong.strerror}. Nothing was changed.")
    if as_object:
        print_json(
            {
                "made_at": proved.made_at,
                "revision": proved.revision,
                "rows": sum(proved.rows.values()),
                "restored": not check,
            }
        )
    rows = f"{sum(proved.rows.values()):,} rows of {proved.made_at}"
    say(f"{rows}: it can be restored." if check else f"{rows} are back. Whoever was signed in then is signed in again.")
