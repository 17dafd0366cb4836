"""Writing to the outbox, and sending what is in it, each step in a transaction of its own: taken, handed over, noted.

Killed between two of them, the message is taken for lost after LEASE and handed over again under the same key."""

from datetime import datetime, timedelta
from typing import Any

from flask import current_app
from flask_babel import force_locale
from sqlalchemy import select

from crm.background import once
from crm.db import now
from crm.extensions import db
from crm.i18n import DEFAULT_LANGUAGE, _
from crm.members.models import Member
from crm.messages.enums import NEEDS_A_CALL, Channel, MessageState
from crm.messages.models import Message
from crm.messages.rules import may_be_written_to, next_good_moment, wants
from crm.messages.transports import Unreachable, hand_over, way_out
from crm.partners.models import Contact, Partner

LEASE = timedelta(minutes=5)
#: After so many tries without success somebody is to look at it; each waits twice as long as the one before.
TRIES, FIRST_PAUSE = 6, timedelta(minutes=1)


def write_to_partner(
    *,
    partner: Partner,
    to: str,
    subject: str,
    text: str,
    channel: Channel = Channel.EMAIL,
    contact: Contact | None = None,
    **about: Any,
) -> Message:
    """`about`: the calendar file, and what it is about. What was sent by hand is only written down."""
    by_hand = channel == Channel.WHATSAPP
    message = Message(
        centre_id=partner.centre_id,
        partner=partner,
        contact=contact,
        channel=channel,
        to=to,
        subject=subject,
        text=text,
        state=MessageState.SENT if by_hand else MessageState.WAITING,
        sent_at=now() if by_hand else None,
        **about,
    )
    db.session.add(message)
    db.session.flush()
    return message


def say_called(*, message: Message) -> None:
    """Somebody rang instead."""
    if message.state in NEEDS_A_CALL:
        message.state = MessageState.CALLED
        db.session.flush()


def ask_her_to_call(*, member: Member, **about: Any) -> Message:
    """Says neither who writes nor what about: whoever else reads it learns nothing."""
    spoken = member.safe_contact.language if member.safe_contact else None
    with force_locale(spoken.value if spoken else DEFAULT_LANGUAGE):
        text = _("Hello, %(name)s. Please call back when it suits you.", name=member.first_name)
    message = Message(
        centre_id=member.centre_id, member=member, channel=Channel.SMS, to=member.phone, text=text, **about
    )
    db.session.add(message)
    db.session.flush()
    return message


def send_due(at: datetime | None = None) -> int:
    """Sends what is due; answers how many it took up."""
    taken: list[int] = []
    while once(lambda: _take(at or now(), taken)):
        _deliver(taken[-1], at or now())
    return len(taken)


def _take(at: datetime, taken: list[int]) -> bool:
    """Marks one as being sent; False where nothing is due. Safe-contact rules are asked here."""
    open_ones = Message.state.in_((MessageState.WAITING, MessageState.SENDING))
    due = select(Message).where(open_ones, Message.due_at <= at).order_by(Message.due_at, Message.id).limit(100)
    for message in db.session.scalars(due.with_for_update(skip_locked=True)):
        if not _allowed(message, at) or not _has_a_way_out(message, at):
            continue
        message.state, message.tries, message.due_at = MessageState.SENDING, message.tries + 1, at + LEASE
        taken.append(message.id)
        return True
    return False


def _allowed(message: Message, at: datetime) -> bool:
    """Who may not be written to is called; who may be written to at another hour waits for it."""
    member = message.member
    may = may_be_written_to(member) if member else message.contact is None or wants(message.contact, message.channel)
    if not may or not (member.phone if member else message.to):
        message.state = MessageState.CALL
        return False
    good = next_good_moment(member, at) if message.channel == Channel.SMS else at
    if good > at:
        message.state, message.due_at = MessageState.WAITING, good
        return False
    message.to = member.phone if member else message.to
    return True


def _has_a_way_out(message: Message, at: datetime) -> bool:
    """Without a server of its kind in the settings it waits until there is one: that is no try."""
    missing = way_out(message.channel, current_app.extensions["config"])[1]
    if missing:
        message.state, message.trouble, message.due_at = MessageState.WAITING, missing, at + LEASE
    return not missing


def _deliver(message_id: int, at: datetime) -> None:
    message = db.session.get_one(Message, message_id)
    config = current_app.extensions["config"]
    try:
        hand_over(message, config)
        trouble = ""
    except Unreachable as unreachable:
        trouble = str(unreachable)
    db.session.rollback()
    once(lambda: _note(message_id, trouble, at))


def _note(message_id: int, trouble: str, at: datetime) -> bool:
    message = db.session.get_one(Message, message_id)
    message.trouble = trouble
    if not trouble:
        message.state, message.sent_at = MessageState.SENT, at
    elif message.tries >= TRIES:
        message.state = MessageState.FAILED
    else:
        message.state, message.due_at = MessageState.WAITING, at + FIRST_PAUSE * 2 ** (message.tries - 1)
    return False
