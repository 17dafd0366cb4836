"""`flask places ...`: settlements from a list or from GeoNames' country file."""

from collections.abc import Callable, Iterable
from pathlib import Path

import click

from crm.cli import Group, fail, say, transaction
from crm.places import importing
from crm.places.operations import load_places

command = Group("places", help="Rayons, towns and villages.")

SHOWN = 50
FILE = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@command.command("import")
@FILE
def import_list(file: Path) -> None:
    """Settlements from a CSV with the columns name_az, rayon, lat, lon and more (see the documentation); repeatable."""
    _load(file, importing.load_list)


@command.command("import-geonames")
@FILE
def import_geonames(file: Path) -> None:
    """Settlements from GeoNames' country file AZ.txt (unpack AZ.zip first); repeatable."""
    _load(file, importing.load_geonames)


def _load(file: Path, load: Callable[[Iterable[str]], importing.Loaded]) -> None:
    try:
        with transaction(), file.open(encoding="utf-8", newline="") as lines:
            load_places()
            loaded = load(lines)
    except importing.WrongFile as wrong:
        fail(f"{file.name}: {wrong}")
    except UnicodeDecodeError:
        fail(f"{file.name}: not a UTF-8 text. Save it as “CSV UTF-8” and try again.")
    for number, reason in loaded.rejected[:SHOWN]:
        say(f"{file.name}, line {number}: {reason}")
    if len(loaded.rejected) > SHOWN:
        say(f"… and {len(loaded.rejected) - SHOWN} more lines that could not be used.")
    if not loaded.added and not loaded.known:
        fail(f"{file.name}: no row could be used.")
    say(f"{file.name}: {loaded.added} added, {loaded.known} already known, {len(loaded.rejected)} not used.")
