"""`flask facts load`: the places and the vocabulary that every installation needs."""

from sqlalchemy import select

from crm.cli import Group, say, transaction
from crm.demo.load import load_facts
from crm.extensions import db
from crm.places.models import Rayon
from crm.skills.models import Concept

command = Group("facts", help="Places and vocabulary the program ships with.")


def bring_missing() -> None:
    """An installation without places or vocabulary gets them, in the running transaction."""
    if db.session.scalar(select(Rayon.id).limit(1)) is None or db.session.scalar(select(Concept.id).limit(1)) is None:
        load_facts()


@command.command("load", help="Bring them up to date; what was added here stays.")
def load() -> None:
    with transaction():
        load_facts()
    say("Places and vocabulary are up to date.")
