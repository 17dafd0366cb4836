"""Wrong PINs make the next try wait, longer each time and never for good. Counted for what was typed, so that nobody
learns whether such a card or number exists, and kept in the database, so that a restart forgets nothing."""

import hmac
from datetime import timedelta
from hashlib import sha256
from math import ceil

from flask import current_app
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from crm.accounts.models import SignInWait
from crm.accounts.operations import typed
from crm.accounts.queries import wait_for
from crm.db import now
from crm.extensions import db

FREE = 5
LONGEST = timedelta(hours=1)
FORGOTTEN_AFTER = timedelta(days=1)


def minutes_left(login: str) -> int:
    """How long whoever types this code or number has to wait; 0 when not at all."""
    wait = db.session.scalar(wait_for(_key(login))) if _counts(login) else None
    left = wait.wait_until - now() if wait and wait.wait_until else timedelta()
    return max(0, ceil(left / timedelta(minutes=1)))


def count(login: str) -> None:
    """One more wrong PIN."""
    if not _counts(login):
        return
    db.session.execute(delete(SignInWait).where(SignInWait.last_at < now() - FORGOTTEN_AFTER))
    wait = db.session.scalar(wait_for(_key(login)).with_for_update())
    if wait is None:
        wait = _first(_key(login))
    wait.failures, wait.last_at = wait.failures + 1, now()
    if wait.failures >= FREE:
        wait.wait_until = now() + min(LONGEST, timedelta(minutes=2 ** min(wait.failures - FREE, 6)))
    db.session.flush()


def _first(key: str) -> SignInWait:
    try:
        with db.session.begin_nested():
            wait = SignInWait(key=key, failures=0)
            db.session.add(wait)
    except IntegrityError:  # another wrong one of the same moment was first
        return db.session.execute(wait_for(key)).scalar_one()
    return wait


def forget(login: str) -> None:
    if _counts(login):
        db.session.execute(delete(SignInWait).where(SignInWait.key == _key(login)))


def _counts(login: str) -> bool:
    return any(typed(login))


def _key(login: str) -> str:
    """Not the number itself: the table tells nobody who tried to sign in."""
    code, phone = typed(login)
    return hmac.new(str(current_app.secret_key).encode(), (phone or code).encode(), sha256).hexdigest()
