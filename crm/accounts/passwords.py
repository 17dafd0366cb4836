"""Argon2id hashing. Checking an unknown account costs as much as checking a known one."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from flask import current_app

SHORTEST = 10

#: OWASP's minimum for argon2id: 19 MiB, two passes, one lane.
_NORMAL = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)
_CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def _hasher() -> PasswordHasher:
    return _CHEAP if current_app.testing else _NORMAL


def hash_password(password: str) -> str:
    return _hasher().hash(password)


def password_fits(stored: str | None, password: str) -> bool:
    """Compares with the stored hash, or with a hash of nothing when there is no such account."""
    try:
        _hasher().verify(stored or _nobody(current_app.testing), password)
    except (VerificationError, InvalidHashError):
        return False
    return stored is not None


@cache
def _nobody(testing: bool) -> str:
    return (_CHEAP if testing else _NORMAL).hash("nobody signs in with this")
