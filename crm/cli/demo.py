"""`flask demo load`, `flask demo logins`, `flask demo remove`: the invented examples."""

import click

from crm.centres.queries import holds_examples
from crm.cli import Group, fail, print_json, say, transaction
from crm.demo import logins as sign_ins
from crm.demo import remove as removal
from crm.demo.load import MEMBERS, NotEmpty, is_untouched, load

command = Group("demo", help="Invented examples, in a database of their own.")


@command.command("load", help="Fill an empty database with examples that show the project's figures.")
@click.option(
    "--members", type=click.IntRange(1, 1_000_000), default=MEMBERS, show_default=True, help="How many women."
)
@click.option("--seed", type=int, default=1, show_default=True, help="Another number gives other people.")
@click.option(
    "--if-empty",
    is_flag=True,
    help="Do nothing, and say nothing, where somebody uses the database already or removed the examples.",
)
def load_examples(members: int, seed: int, if_empty: bool) -> None:
    try:
        with transaction():
            if if_empty and not is_untouched():
                return
            load(members, seed)
    except NotEmpty as full:
        fail(str(full))
    say(f"{members} invented women and all around them are loaded. Sign in as: flask demo logins")


@command.command("logins", help="Who can sign in to the examples.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def logins(as_json: bool) -> None:
    if not holds_examples():
        fail("There are no examples in this database; load them into an empty one: flask demo load")
    found = sign_ins.sign_ins()
    if as_json:
        print_json(found)
        return
    for user in found["users"]:
        click.echo(f"{user['role']:<14} {user['login']:<32} {user['password']:<16} {user['name']}")


@command.command("remove", help="Take the examples out again; the places and the vocabulary stay.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def remove_examples(yes: bool) -> None:
    if not yes:
        click.confirm("Remove all examples, and everything that was tried out with them?", abort=True, err=True)
    try:
        with transaction():
            removal.remove()
    except removal.NotExamples as wrong:
        fail(str(wrong))
    removal.checkpoint()
    say("The examples are gone. Start with your own centre on the first page.")
