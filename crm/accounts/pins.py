"""Cards and PINs: given by the centre, chosen anew by her at the first sign-in, renewed when she forgot hers."""

import secrets

from crm.accounts import operations, waits
from crm.accounts.models import Pin, User
from crm.accounts.passwords import hash_password, password_fits
from crm.accounts.pin_rules import DIGITS, is_easy
from crm.accounts.queries import pin_of, pin_typed
from crm.audit.enums import Action
from crm.audit.operations import record
from crm.extensions import db


def give_card(*, user: User, code: str, phone: str | None = None) -> str:
    """A card for this user; returns the PIN, which is shown once."""
    pin = invent_pin()
    db.session.add(Pin(user=user, code=code, phone=phone, pin_hash=hash_password(pin)))
    db.session.flush()
    return pin


def renew(*, user: User) -> tuple[Pin, str]:
    """A new PIN, and a card where there was none. Every open sign-in ends, and so does waiting for wrong ones."""
    card = db.session.scalar(pin_of(user.id))
    if card is None:
        pin = give_card(user=user, code=invent_code())
        card = db.session.execute(pin_of(user.id)).scalar_one()
    else:
        pin = invent_pin()
        card.pin_hash, card.chosen = hash_password(pin), False
    waits.forget(card.code)
    waits.forget(card.phone or "")
    operations.close_all_sign_ins(user=user)
    record(Action.CHANGED, user, pin=["…", "…"])
    db.session.flush()
    return card, pin


def choose(*, card: Pin, pin: str, but: str) -> None:
    """Her own PIN. She is signed out everywhere but in the browser whose token has the digest `but`."""
    card.pin_hash, card.chosen = hash_password(pin), True
    operations.close_all_sign_ins(user=card.user, but=but)
    record(Action.CHANGED, card.user, pin=["…", "…"])
    db.session.flush()


def fits(user: User, secret: str) -> bool:
    """Her PIN, or her password where she has no card."""
    card = db.session.scalar(pin_of(user.id))
    by_pin = card is not None and password_fits(card.pin_hash, secret)
    return by_pin or password_fits(user.password_hash, secret)


def invent_code() -> str:
    """What stands on a card: says nothing about her, and no letter looks like another."""
    while True:
        code = "".join(secrets.choice(operations.LETTERS) for _ in range(8))
        if not code.isdecimal():  # or it would read as a phone number
            return code


def invent_pin() -> str:
    while True:
        pin = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
        if not is_easy(pin):
            return pin


def follow_phone(*, user_id: int, old: str, new: str) -> None:
    """Her number was corrected: she types the new one from now on, unless somebody else does."""
    card = db.session.scalar(pin_of(user_id))
    if card and card.phone and card.phone == old != new:
        card.phone = None if not new or db.session.scalar(pin_typed("", new)) else new
        db.session.flush()
