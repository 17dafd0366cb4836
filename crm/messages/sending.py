"""The sender that runs beside the pages, in a thread of each serving process; `flask messages send` does the same once."""

import logging
from threading import Event, Thread

from flask import Flask

from crm.extensions import db
from crm.messages.operations import send_due

#: How often it looks whether something is due.
EVERY_SECONDS = 20

log = logging.getLogger(__name__)


def begin(app: Flask) -> None:
    Thread(target=_keep_sending, args=(app, Event()), daemon=True).start()


def _keep_sending(app: Flask, never: Event) -> None:
    """A trouble of one round, a database that is away, is over in the next."""
    while not never.wait(EVERY_SECONDS):
        with app.app_context():
            try:
                send_due()
            except Exception:
                log.exception("the outbox was not emptied this time")
            finally:
                db.session.remove()
