"""The examples in a database of their own: a second application at the same address, for browsers that asked for it.

Nothing of it touches the real database. `Examples` stands in front of the real application and hands over those
requests that carry its cookie; why it is built so: docs/decisions/0005-examples-live-in-a-database-of-their-own.md."""

import hmac
import logging
import os
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from flask import Flask, current_app
from flask_migrate import upgrade
from sqlalchemy import event
from werkzeug.http import parse_cookie

from crm.config import Config
from crm.extensions import db

COOKIE = "korpu_place"
#: Questions about the server itself are about the real application, whoever asks.
ALWAYS_REAL = frozenset({"/healthz", "/readyz"})
#: 4 KB each. Whoever plays with the examples cannot fill the disk of a real installation: 256 MB, and no more.
MOST_PAGES = 65_536
#: Making them takes seconds; after so long the process that made them must have died.
GIVEN_UP_SECONDS = 300

log = logging.getLogger(__name__)


class Examples:
    """WSGI in front of `app`; `make` is create_app. The examples are there when `instance/examples.db` is."""

    def __init__(self, app: Flask, make: Callable[[Config], Flask]) -> None:
        self._real, self._make = app.wsgi_app, make
        self._config: Config = app.extensions["config"]
        self.file: Path = self._config.instance / "examples.db"
        self._claim_file: Path = self._config.instance / "examples.making"
        self._lock = Lock()
        self._app: Flask | None = None
        self._inode = 0
        #: Only who was let in has it: with the file there, "examples" alone would open them to every stranger.
        self.cookie = "examples." + _derived(self._config.secret_key, "place").hex()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        app = self._opened() if self._asked_for(environ) else None
        return (app.wsgi_app if app else self._real)(environ, start_response)

    @property
    def ready(self) -> bool:
        return self.file.exists()

    @property
    def being_made(self) -> bool:
        try:
            return time.time() - self._claim_file.stat().st_mtime < GIVEN_UP_SECONDS
        except FileNotFoundError:
            return False

    def begin(self) -> None:
        """Starts making them in the background, unless they are there or under way already."""
        if not self.ready and self._claim():
            Thread(target=self._build, daemon=True).start()

    def remove(self) -> None:
        """Raises OSError where the system will not delete a file that is open (Windows)."""
        with self._lock:
            self._close()
            _delete(self.file)

    def _asked_for(self, environ: dict[str, Any]) -> bool:
        if COOKIE not in environ.get("HTTP_COOKIE", "") or environ.get("PATH_INFO") in ALWAYS_REAL:
            return False
        return hmac.compare_digest(parse_cookie(environ).get(COOKIE, "").encode(), self.cookie.encode())

    def _opened(self) -> Flask | None:
        """The second application, made when first asked for; made anew when another process put a new file there."""
        with self._lock:
            try:
                inode = self.file.stat().st_ino
            except FileNotFoundError:
                self._close()
                return None
            if self._app is None or inode != self._inode:
                self._close()
                self._app, self._inode = self._made_at(self.file), inode
            return self._app

    def _made_at(self, file: Path) -> Flask:
        """With a schema as new as the program's, and a bounded file."""
        app = self._make(_config_of_examples(self._config, file))
        with app.app_context():
            event.listen(db.engine, "connect", _bound_size)
            upgrade()
        return app

    def _close(self) -> None:
        if self._app:
            _dispose(self._app)
        self._app = None

    def _claim(self) -> bool:
        if self.being_made:
            return False
        self._claim_file.unlink(missing_ok=True)
        for left_over in self._config.instance.glob("examples.*.db"):
            _delete(left_over)
        try:
            self._claim_file.touch(exist_ok=False)
        except FileExistsError:
            return False
        return True

    def _build(self) -> None:
        """In a file of another name first, so that half of the examples are never taken for the whole."""
        from crm.demo.load import load  # this module is read before the slices are

        fresh = self.file.with_name(f"examples.{os.getpid()}.db")
        try:
            app = self._made_at(fresh)
            try:
                with app.app_context():
                    load()
                    db.session.commit()
            finally:
                _dispose(app)
            fresh.replace(self.file)
        except (Exception, SystemExit):  # Flask-Migrate ends the process where it cannot go on
            log.exception("the examples could not be made")
        finally:
            _delete(fresh)
            self._claim_file.unlink(missing_ok=True)


def stand_in_front(app: Flask, make: Callable[[Config], Flask]) -> None:
    """Of the real application alone: there are no examples of the examples."""
    if not app.extensions["config"].examples:
        app.extensions["examples"] = examples = Examples(app, make)
        app.wsgi_app = examples  # type: ignore[method-assign]  # the WSGI callable, as Flask's documentation has it


def of_this_installation() -> Examples:
    """Raises KeyError inside the examples."""
    found: Examples = current_app.extensions["examples"]
    return found


def _config_of_examples(config: Config, file: Path) -> Config:
    """Other secrets: whatever was signed or encrypted in the examples is worth nothing in the real database."""
    return replace(
        config,
        examples=True,
        database_url=f"sqlite:///{file}",
        secret_key=_derived(config.secret_key, "examples").hex(),
        encryption_keys=tuple(_derived(key.hex(), "examples") for key in config.encryption_keys),
    )


def _derived(secret: str, purpose: str) -> bytes:
    return hmac.digest(secret.encode(), f"korpu {purpose}".encode(), sha256().name)


def _bound_size(connection: Any, _record: object) -> None:
    connection.execute(f"PRAGMA max_page_count={MOST_PAGES}")


def _dispose(app: Flask) -> None:
    with app.app_context():
        db.session.remove()
        for engine in db.engines.values():
            engine.dispose()


def _delete(file: Path) -> None:
    for path in (file, file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-shm")):
        path.unlink(missing_ok=True)
