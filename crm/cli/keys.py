"""`flask keys`: a new encryption key, and everything encrypted again with it."""

import secrets
from base64 import urlsafe_b64encode

import click
from flask import current_app

from crm import keys
from crm.cli import Group, fail, say, transaction
from crm.config import KEY_BYTES
from crm.extensions import db

command = Group("keys", help="Encryption keys of protected fields (CRM_ENCRYPTION_KEYS).")


@command.command("new", help="Print a new key on stdout. It is kept nowhere.")
def new() -> None:
    click.echo(urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode())


@command.command("rotate", help="Encrypt everything again with the newest key. Repeatable; people may work meanwhile.")
@click.option("--dry-run", is_flag=True, help="Only say how much still needs an older key.")
def rotate(dry_run: bool) -> None:
    known = current_app.extensions["config"].encryption_keys
    plan = keys.waiting(known)
    for one in plan:
        say(f"{one.table}.{one.column}: {one.left} to encrypt again.")
    if dry_run:
        return
    unreadable = _rotate(known)
    if unreadable:
        fail(
            f"{unreadable} cannot be read with any key and stayed as they are. "
            "Put the key they were written with at the end of CRM_ENCRYPTION_KEYS and run this again."
        )
    say("Everything is encrypted with the newest key: the older ones may leave CRM_ENCRYPTION_KEYS.")
    say("Backups made until now still need them: keep them where you keep the backups.")


def _rotate(known: tuple[bytes, ...]) -> str:
    """Each batch is a transaction of its own. Answers which rows no key opened, or ""."""
    lost: dict[str, tuple[int, ...]] = {}
    steps = keys.rotate(known)
    while True:
        with transaction():
            state = next(steps, None)
        if state is None:
            break
        lost[f"{state.table}.{state.column}"] = state.unreadable
        say(f"{state.table}.{state.column}: {state.done} of {state.left}.")
        db.session.expire_all()
    return "; ".join(f"{name}: rows {', '.join(map(str, ids))}" for name, ids in lost.items() if ids)
