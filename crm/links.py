"""Links that open one page to whoever holds them, without an account: signed, with their day, exchanged for newer ones."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from flask import current_app, url_for
from itsdangerous import BadData, URLSafeTimedSerializer

from crm.db import now
from crm.forms import today

#: How long a link opens its page by itself, and how long whoever holds it can still exchange it for a newer one.
LINK_DAYS, RENEWABLE_DAYS = 60, 365
DAY = 24 * 3600


@dataclass(frozen=True)
class Link:
    """What a token says: whose it is, the number it was given (0 without), whether it is too old to open the page, and
    for whom among several it was made (0 without)."""

    public_id: UUID
    number: int
    old: bool
    reader: int = 0


def sign(page: str, public_id: UUID, number: int = 0, reader: int = 0) -> str:
    """What a link carries: signed, with its day, good for this page alone."""
    said = [public_id.hex, number, reader] if reader else [public_id.hex, number] if number else public_id.hex
    token = _signer(page).dumps(said)
    return token if isinstance(token, str) else token.decode()


def read(page: str, token: str) -> Link | None:
    """None when it is not ours, or so old that nobody can exchange it."""
    try:
        said, made = _signer(page).loads(token, max_age=RENEWABLE_DAYS * DAY, return_timestamp=True)
        public_id, number, reader = (*said, 0)[:3] if isinstance(said, list) else (said, 0, 0)
        return Link(UUID(hex=public_id), int(number), now() - made > timedelta(days=LINK_DAYS), int(reader))
    except (BadData, ValueError, TypeError, AttributeError):
        return None


def absolute(endpoint: str, **values: Any) -> str:
    """An address that also works outside the page: in a message, a feed, a search engine."""
    return str(current_app.extensions["config"].base_url) + url_for(endpoint, **values)


def good_until() -> date:
    """The last day of a link made today."""
    return today() + timedelta(days=LINK_DAYS)


def _signer(page: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt=page)
