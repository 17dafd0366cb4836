"""`flask user ...`: who works with the program, where no administrator can sign in yet or any more."""

import sys

import click
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from crm.access import Role
from crm.accounts import operations
from crm.accounts.managing import OFFICE
from crm.accounts.models import User
from crm.accounts.passwords import SHORTEST
from crm.accounts.queries import user_with_login
from crm.cli import Group, fail, print_json, say, transaction
from crm.cli.centre import the_centre
from crm.extensions import db
from crm.i18n import DEFAULT_LANGUAGE, LANGUAGES

command = Group("user", help="Administrators, staff and observers. A new password is printed on stdout, once.")

PASSWORD_STDIN = click.option(
    "--password-stdin", is_flag=True, help="Read the password from stdin instead of inventing one."
)


@command.command("add")
@click.option("--login", required=True, help="What she or he signs in with: an e-mail, a phone, a short name.")
@click.option("--name", required=True, help="First and last name.")
@click.option("--role", type=click.Choice([role.value for role in OFFICE]), required=True)
@click.option("--centre", "centre_name", metavar="NAME", help="Needed for staff.")
@click.option("--language", type=click.Choice(list(LANGUAGES)), default=DEFAULT_LANGUAGE, show_default=True)
@PASSWORD_STDIN
def add(login: str, name: str, role: str, centre_name: str | None, language: str, password_stdin: bool) -> None:
    """A new user."""
    login, name = operations.fold_login(login), " ".join(name.split())
    if not login or not name:
        fail(f"--{'name' if login else 'login'} is empty.")
    if role == Role.STAFF and centre_name is None:
        fail("Staff belong to a centre: add --centre NAME. Which there are: flask centre list")
    password, invented = _password(password_stdin)
    with transaction():
        centre_id = the_centre(centre_name).id if centre_name is not None else None
        try:
            operations.create_user(
                login=login,
                name=name,
                role=Role[role.upper()],
                password=password,
                centre_id=centre_id,
                language=language,
            )
        except ValueError:
            fail(f"--login {login}: somebody signs in with it already. A new password: flask user reset {login}")
    say(f"{name} can sign in as {login}.")
    _show(password, invented)


@command.command("reset")
@click.argument("login")
@PASSWORD_STDIN
def reset(login: str, password_stdin: bool) -> None:
    """A new password; whoever is signed in with the old one is signed out."""
    password, invented = _password(password_stdin)
    with transaction():
        user = db.session.scalar(user_with_login(operations.fold_login(login)))
        if user is None:
            fail(f"Nobody signs in as {login}. Who there is: flask user list")
        operations.set_password(user=user, password=password)
        active = user.active
    say(f"{login} has a new password." if active else f"{login} has a new password, but is switched off.")
    _show(password, invented)


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def list_users(as_json: bool) -> None:
    """Everybody who can sign in, partners and members too."""
    found = db.session.scalars(select(User).options(joinedload(User.centre)).order_by(User.login)).all()
    users = [
        {
            "login": user.login,
            "name": user.name,
            "role": user.role.value,
            "centre": user.centre.name if user.centre else None,
            "language": user.language,
            "active": user.active,
        }
        for user in found
    ]
    if as_json:
        print_json({"users": users})
        return
    for user in users:
        state = "" if user["active"] else " (switched off)"
        click.echo(f"{user['role']:<14} {user['login']:<32} {user['name']}, {user['centre'] or '-'}{state}")


def _password(from_stdin: bool) -> tuple[str, bool]:
    """The password, and whether it was invented here."""
    if not from_stdin:
        return operations.invent_password(), True
    password = sys.stdin.readline().rstrip("\r\n")
    if not SHORTEST <= len(password) <= 200:
        fail(f"The password must have {SHORTEST} to 200 characters; it was read from the first line of stdin.")
    return password, False


def _show(password: str, invented: bool) -> None:
    if invented:
        click.echo(password)
