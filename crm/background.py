"""Work that goes on after the answer: a thread of this process, step by step, each step one transaction.

Nothing is lost when the process ends: what is left to do stands in a table, and whoever comes next begins there."""

import logging
import time
from collections.abc import Callable
from threading import Thread

from flask import Flask, current_app
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError

from crm.extensions import db

#: Between two steps others get their turn to write.
PAUSE_SECONDS = 0.02
#: Somebody saved the same record at the same moment: the step is done once more.
TRIES = 3

log = logging.getLogger(__name__)


def keep_on(step: Callable[[], bool]) -> None:
    """Runs `step` again and again until it answers False. Tests run their steps themselves."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # the application behind the proxy
    if not app.testing:
        Thread(target=_run, args=(app, step), daemon=True).start()


def _run(app: Flask, step: Callable[[], bool]) -> None:
    with app.app_context():
        try:
            while once(step):
                time.sleep(PAUSE_SECONDS)
        except Exception:
            log.exception("work in the background stopped")
        finally:
            db.session.remove()


def once(step: Callable[[], bool]) -> bool:
    """One step in a transaction of its own."""
    for tries_left in reversed(range(TRIES)):
        try:
            goes_on = step()
            db.session.commit()
            return goes_on
        except (IntegrityError, StaleDataError, OperationalError):
            db.session.rollback()
            if not tries_left:
                raise
        except BaseException:
            db.session.rollback()
            raise
    return False
