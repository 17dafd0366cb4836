"""Work that goes on after the answer: a thread of this process, step by step, each step one transaction.

Nothing is lost when the process ends: what is left to do stands in a table, and whoever comes next begins there."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Thread
from typing import Any, TypeVar

from flask import Flask, Response, after_this_request, current_app, has_request_context
from sqlalchemy import ColumnElement, or_, update
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError

from crm.db import now
from crm.extensions import db

Work = TypeVar("Work")

#: Between two steps others get their turn to write.
PAUSE_SECONDS = 0.02
#: Somebody saved the same record at the same moment: the step is done once more.
TRIES = 3

#: Whoever has not been heard of for so long has stopped.
PATIENCE = timedelta(seconds=60)

log = logging.getLogger(__name__)


def keep_on(step: Callable[[], bool]) -> None:
    """Runs `step` again and again until it answers False. Tests run their steps themselves."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # the application behind the proxy
    if not app.testing:
        Thread(target=_run, args=(app, step), daemon=True).start()


def after_answer(go_on: Callable[[], None]) -> None:
    """Work begins once the answer is given, and what it is about is saved. Without a request the caller begins it."""

    def begin(response: Response) -> Response:
        go_on()
        return response

    if has_request_context():
        after_this_request(begin)


@dataclass
class Hold:
    """One thread at work on a row that has `busy_until`: it holds the row until then, and longer with each step."""

    busy_until: datetime | None = None

    def take(self, model: type[Work], which: ColumnElement[bool]) -> Work | None:
        """The one row of `model` that `which` names; None where there is none, or somebody else is at it."""
        row: Any = model
        free = or_(row.busy_until.is_(None), row.busy_until < now(), row.busy_until == self.busy_until)
        until = now() + PATIENCE
        held = update(model).where(which, free).values(busy_until=until).returning(row.id)
        row_id = db.session.scalar(held, execution_options={"synchronize_session": False})
        if row_id is None:
            return None
        self.busy_until = until
        return db.session.get_one(model, row_id, populate_existing=True)

    def let_go(self, row: Any) -> None:
        """It is done."""
        row.busy_until = self.busy_until = None


def has_stopped(row: Any) -> bool:
    """Nobody is at it, or the process ended in the middle."""
    return row.busy_until is None or row.busy_until < now()


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
