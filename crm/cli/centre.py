"""`flask centre ...`: the centres, for whoever sets the program up."""

import click
from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from crm.centres import operations
from crm.centres.enums import CentreKind
from crm.centres.models import Centre
from crm.cli import Group, fail, print_json, say, transaction
from crm.extensions import db
from crm.members.models import Member
from crm.places.queries import rayons_named

command = Group("centre", help="Women's Resource Centres and women's NGOs.")


@command.command("add")
@click.argument("name")
@click.option("--rayon", metavar="NAME", help="Where it is.")
@click.option(
    "--kind", type=click.Choice([kind.value for kind in CentreKind]), default=CentreKind.WRC.value, show_default=True
)
def add(name: str, rayon: str | None, kind: str) -> None:
    """A new centre."""
    name = " ".join(name.split())
    if not 0 < len(name) <= 200:
        fail("NAME must have 1 to 200 characters.")
    with transaction():
        rayon_id = _rayon(rayon) if rayon is not None else None
        try:
            centre = operations.add_centre(name=name, kind=CentreKind[kind.upper()], rayon_id=rayon_id)
        except operations.NameTaken:
            fail(f"There is a centre called {name} already. Which there are: flask centre list")
        number = centre.id
    say(f"{name} is added as number {number}. Its first staff: flask user add --role staff --centre '{name}' ...")


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def list_centres(as_json: bool) -> None:
    """All centres with the number of their women."""
    women = select(func.count()).where(Member.centre_id == Centre.id).scalar_subquery()
    statement = select(Centre, women).options(joinedload(Centre.rayon)).order_by(Centre.name)
    centres = [
        {
            "id": centre.id,
            "name": centre.name,
            "kind": centre.kind.value,
            "rayon": centre.rayon.name_az if centre.rayon else None,
            "members": members,
        }
        for centre, members in db.session.execute(statement)
    ]
    if as_json:
        print_json({"centres": centres})
        return
    for centre in centres:
        click.echo(f"{centre['name']}, {centre['kind']}, {centre['rayon'] or '-'}, {centre['members']} women")


def the_centre(name: str) -> Centre:
    """The centre of this name, however it is spelt; ends the command where there is none."""
    centre = operations.centre_called(name)
    if centre is None:
        known = ", ".join(db.session.scalars(select(Centre.name).order_by(Centre.name)))
        fail(f"There is no centre called {name}. There are: {known or 'none yet; add one with flask centre add'}.")
    return centre


def _rayon(name: str) -> int:
    found = rayons_named(name)
    if not found:
        fail(f"--rayon {name}: no rayon or city is called so.")
    if len(found) > 1:
        fail(f"--rayon {name} may mean {', '.join(rayon.name_az for rayon in found)}. Which one?")
    return found[0].id
