"""`flask skills ...`: texts in, concepts out; any other vocabulary ranked for a phrase."""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from crm import background
from crm.cli import Group, fail, print_json, say, transaction
from crm.cli.facts import bring_missing
from crm.esco import files, importing, linking, lookup
from crm.skills import operations, rereading, vocabulary
from crm.skills.linking import Linker

command = Group("skills", help="The vocabulary and the reading of texts.")


@command.command("resolve")
def resolve() -> None:
    """Reads one text a line from stdin; writes one JSON object a line."""
    with transaction():
        bring_missing()
    words = vocabulary.current()
    for line in sys.stdin:
        text = line.rstrip("\r\n")
        found = lookup.and_unlinked(words.resolve(text))
        print_json(
            {
                "text": text,
                "concepts": [
                    {"id": one.concept, "label": one.label, "confidence": one.confidence, "matched": one.matched}
                    for one in found.concepts
                ],
                "unknown": list(found.unknown),
            }
        )


@command.command("load")
def load() -> None:
    """Brings the shipped vocabulary into the database; keeps what staff added."""
    with transaction():
        operations.load_vocabulary()


@command.command("link")
@click.option(
    "--labels",
    "file",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="CSV: id,label.",
)
@click.option("--top", type=click.IntRange(min=1), default=10, show_default=True, help="Ids for each line.")
def link(file: Path, top: int) -> None:
    """Ranks the rows of any vocabulary for each line of stdin; one JSON object a line, an id once, best first."""
    linker = Linker(_labels(file))
    for line in sys.stdin:
        query = line.rstrip("\r\n")
        results = [{"id": hit.id, "label": hit.label, "score": hit.score} for hit in linker.rank(query, top)]
        print_json({"query": query, "results": results})


def _labels(file: Path) -> Iterator[tuple[str, str]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rows = csv.DictReader(lines)
            if not {"id", "label"} <= set(rows.fieldnames or ()):
                fail(f"{file.name}: the first line must name the columns id and label.")
            yield from ((row["id"] or "", row["label"] or "") for row in rows)
    except UnicodeDecodeError:
        fail(f"{file.name}: not a UTF-8 text. Save it as “CSV UTF-8” and try again.")


@command.command("reread")
def reread() -> None:
    """Goes on reading texts again after the vocabulary changed, where it stopped."""
    turn = rereading.Turn()
    while background.once(turn.step):
        pass


@command.command("import-esco")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def import_esco(folder: Path) -> None:
    """ESCO's published CSV files, every language found; repeatable. Links what is surely the same as ours."""
    try:
        with transaction():
            bring_missing()
            loaded = importing.load(folder, say)
            done = linking.link_all(say)
    except files.WrongFolder as wrong:
        fail(str(wrong))
    say(
        f"{loaded.concepts} concepts, {loaded.names} names and {loaded.relations} relations are new, "
        f"{loaded.removed} names are gone. {done.links} are linked to ours; "
        f"{done.proposals} proposals wait on the page Skills, ESCO."
    )
