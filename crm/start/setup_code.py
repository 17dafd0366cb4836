"""The code that proves a person to be who set this server up: the server prints it, a stranger on the network cannot know it.

A file in the instance folder that only its owner can read, so that all processes of a server know the same code. It
goes away with the first user."""

import hmac
import logging
import os

from flask import has_request_context

from crm.accounts.operations import invent_password
from crm.config import Config

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

log = logging.getLogger(__name__)


def needed(config: Config) -> bool:
    """On a person's own computer nobody else can reach the page."""
    return config.production or config.host not in LOOPBACK


def current(config: Config) -> str:
    """The code; made when there is none yet."""
    file = config.instance / "setup-code"
    try:
        return file.read_text().strip()
    except FileNotFoundError:
        pass
    fresh = file.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
        out.write(invent_password())
    try:
        os.link(fresh, file)  # the first of two processes wins; the other reads its file
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
    if has_request_context():  # a server of another kind than ours, which prints the code when it starts
        log.warning("set-up code for the first page: %s", file.read_text())
    return file.read_text()


def fits(config: Config, typed: str | None) -> bool:
    """Spaces, capitals and dashes do not matter: it is copied by hand."""
    return not needed(config) or hmac.compare_digest(_letters(typed or ""), _letters(current(config)))


def forget(config: Config) -> None:
    (config.instance / "setup-code").unlink(missing_ok=True)


def _letters(text: str) -> bytes:
    return "".join(one for one in text.casefold() if one.isalnum()).encode()
