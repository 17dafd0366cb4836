"""What runs beside the pages, in a thread of each serving process: the outbox is emptied, once a night time is kept to.

`flask messages send` and `flask retention run` do the same once. Several processes may do it at once: neither sends nor
erases anything twice."""

import logging
from collections.abc import Callable
from datetime import date
from threading import Event, Thread

from flask import Flask

from crm.db import now
from crm.extensions import db
from crm.forms import BAKU
from crm.members import retention
from crm.members.erasing import forget_on_disk
from crm.messages.operations import send_due

#: How often it looks whether a message is due, and the hour of the night in Baku from which on time is kept to.
EVERY_SECONDS, NIGHT_HOUR = 20, 3

log = logging.getLogger(__name__)


def begin(app: Flask) -> None:
    Thread(target=_keep_on, args=(app, Event()), daemon=True).start()


def _keep_on(app: Flask, never: Event) -> None:
    done: date | None = None
    while not never.wait(EVERY_SECONDS):
        _safely(app, send_due)
        here = now().astimezone(BAKU)
        if here.hour >= NIGHT_HOUR and here.date() != done:
            done = here.date()
            _safely(app, keep_to_time)


def keep_to_time() -> None:
    """Whose time is over is announced, whose day has come is erased (docs/retention.md)."""
    if any(one.erased for one in retention.run(dry_run=False, after_each=db.session.commit)):
        forget_on_disk()


def _safely(app: Flask, act: Callable[[], object]) -> None:
    """A trouble of one round, a database that is away, is over in the next."""
    with app.app_context():
        try:
            act()
        except Exception:
            log.exception("what runs beside the pages was not done this time")
        finally:
            db.session.remove()
