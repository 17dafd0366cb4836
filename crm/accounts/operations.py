"""Signing in and out, creating users, giving a new password."""

import re
import secrets
from hashlib import sha256

from sqlalchemy import delete

from crm.access import Role
from crm.accounts.models import SignInSession, User
from crm.accounts.passwords import hash_password, password_fits
from crm.accounts.queries import pin_typed, sign_in_with, user_with_login
from crm.audit.enums import Action
from crm.audit.operations import record, record_changes
from crm.extensions import db
from crm.members.names import phone_key

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
#: Two groups of four, with or without what stands between them.
CODE = re.compile(rf"([{LETTERS}]{{4}})[ -]?([{LETTERS}]{{4}})")


def fold_login(login: str) -> str:
    """Logins differ neither by case nor by the dots of i: e-mail addresses and phones stay as they are."""
    return " ".join(login.strip().replace("İ", "i").casefold().split())[:200]


def authenticate(*, login: str, password: str) -> User | None:
    """The active user with this login and password, or card and PIN, or None; takes the same time either way."""
    pin = db.session.scalar(pin_typed(*typed(login)))
    user = pin.user if pin else db.session.scalar(user_with_login(fold_login(login)))
    stored = pin.pin_hash if pin else user.password_hash if user else None
    return user if password_fits(stored, password) and user and user.active else None


def typed(login: str) -> tuple[str, str]:
    """(card code, digits of a phone number), each empty where it cannot be meant."""
    code = CODE.fullmatch(fold_login(login))
    return "".join(code.groups()) if code else "", phone_key(login)


def open_sign_in(*, user: User, address: str, browser: str) -> str:
    """Adds the row that keeps this browser signed in; returns the token for its cookie."""
    token = secrets.token_urlsafe(32)
    db.session.add(
        SignInSession(user_id=user.id, token_digest=digest(token), address=address[:60], browser=browser[:200])
    )
    db.session.flush()
    record(Action.SIGNED_IN, user)
    return token


def close_sign_in(*, token: str) -> None:
    if sign_in := db.session.scalar(sign_in_with(digest(token))):
        end_sign_in(sign_in=sign_in)


def end_sign_in(*, sign_in: SignInSession) -> None:
    """Signs one browser out."""
    user = sign_in.user
    db.session.delete(sign_in)
    db.session.flush()
    record(Action.SIGNED_OUT, user, browser=sign_in.browser_name)


def close_all_sign_ins(*, user: User, but: str = "") -> None:
    """Signs the user out everywhere, or everywhere but in the browser whose token has the digest `but`."""
    theirs, kept = SignInSession.user_id == user.id, SignInSession.token_digest != but
    db.session.execute(delete(SignInSession).where(theirs, kept))


def end_all_sign_ins(*, user: User, but: str = "") -> None:
    """The same, asked for by a person and therefore in the audit."""
    close_all_sign_ins(user=user, but=but)
    record(Action.SIGNED_OUT, user, browser="*")


def create_user(
    *, login: str, name: str, role: Role, password: str, centre_id: int | None = None, language: str = "az"
) -> User:
    """Raises ValueError when the login is taken."""
    login = fold_login(login)
    if db.session.scalar(user_with_login(login)):
        raise ValueError(f"the login {login} is taken")
    user = User(
        login=login,
        name=name,
        role=role,
        password_hash=hash_password(password),
        centre_id=centre_id,
        language=language,
    )
    db.session.add(user)
    db.session.flush()
    record(Action.CREATED, user, role=role.value)
    return user


def set_password(*, user: User, password: str, but: str = "") -> None:
    """A new password ends every open sign-in, except in the browser whose token has the digest `but`."""
    user.password_hash = hash_password(password)
    db.session.flush()
    close_all_sign_ins(user=user, but=but)
    record(Action.CHANGED, user, password=["…", "…"])


def choose_language(*, user: User, language: str) -> None:
    user.language = language
    record_changes(user)
    db.session.flush()


def set_active(*, user: User, active: bool) -> None:
    """A user who is switched off is signed out at once."""
    user.active = active
    record_changes(user)
    db.session.flush()
    if not active:
        close_all_sign_ins(user=user)


def invent_password() -> str:
    """A password that can be read out over the phone: four groups of four letters and digits without look-alikes."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))


def digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
