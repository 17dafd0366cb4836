"""Whose phone it is right now: a name for the kept pages and the keys that lock what waits to be sent.

Both are derived, never stored. A phone holds the keys only in the pages of the person who is signed in, and those pages
go when she signs out; what waits stays behind, locked, until she signs in there again."""

import hmac
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256

from flask import current_app
from flask_login import current_user

from crm.config import Config

#: Said instead of an owner on pages of nobody.
NOBODY = "nobody"


@dataclass(frozen=True)
class Phone:
    """`keys` are in base64, the newest first: with it is locked, with any is opened."""

    owner: str
    keys: str


def phone_of_user() -> Phone | None:
    """None while nobody is signed in."""
    if not current_user.is_authenticated:
        return None
    config: Config = current_app.extensions["config"]
    derived = (_derived(key, f"outbox {current_user.id}") for key in config.encryption_keys)
    owner = _derived(config.secret_key.encode(), f"owner {current_user.id}").hex()[:16]
    return Phone(owner, " ".join(b64encode(key).decode() for key in derived))


def _derived(secret: bytes, purpose: str) -> bytes:
    return hmac.digest(secret, f"korpu phone {purpose}".encode(), sha256().name)
