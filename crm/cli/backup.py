"""`flask backup FILE`: everything in one encrypted file, made while people write."""

from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

from crm.backup.making import as_json, make_backup
from crm.cli import Command, fail, print_json, say


@click.command("backup", cls=Command)
@with_appcontext
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--json", "as_object", is_flag=True, help="One object on stdout.")
def command(file: Path, as_object: bool) -> None:
    """Writes everything into one encrypted FILE. People may go on working."""
    try:
        made = make_backup(file, current_app.extensions["config"].encryption_keys[0])
    except FileExistsError:
        fail(f"{file} is there and is no backup of ours: it stays. Choose another name.")
    except OSError as wrong:
        fail(f"{file} cannot be written: {wrong.strerror}. Nothing was left behind.")
    if as_object:
        print_json(as_json(made))
    say(f"{sum(made.rows.values()):,} rows of {len(made.rows)} tables, {made.size:,} bytes: {file}")
    say("It opens with the keys in CRM_ENCRYPTION_KEYS: keep them in another place than the backup.")
