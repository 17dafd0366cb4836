"""`flask skills resolve`: texts in, concepts out."""

import sys

from flask.cli import AppGroup

from crm.cli import print_json, transaction
from crm.skills import operations, vocabulary

command = AppGroup("skills", help="The vocabulary and the reading of texts.")


@command.command("resolve")
def resolve() -> None:
    """Reads one text a line from stdin; writes one JSON object a line."""
    words = vocabulary.current()
    for line in sys.stdin:
        text = line.rstrip("\r\n")
        found = words.resolve(text)
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
