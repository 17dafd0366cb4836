"""`flask facts load`: the places and the vocabulary that every installation needs."""

from flask.cli import AppGroup

from crm.cli import say, transaction
from crm.demo.load import load_facts

command = AppGroup("facts", help="Places and vocabulary the program ships with.")


@command.command("load", help="Bring them up to date; what was added here stays.")
def load() -> None:
    with transaction():
        load_facts()
    say("Places and vocabulary are up to date.")
