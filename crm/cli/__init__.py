"""The `flask ...` commands: thin modules, each with one `command`. Every command is one transaction."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, NoReturn

from flask import Flask

from crm.extensions import db


def init_app(app: Flask) -> None:
    for module in iter_modules(__path__):
        app.cli.add_command(import_module(f"{__name__}.{module.name}").command)


@contextmanager
def transaction() -> Iterator[None]:
    """Commits when the block ends well, undoes everything when it does not."""
    try:
        yield
        db.session.commit()
    except BaseException:
        db.session.rollback()
        raise


def fail(message: str) -> NoReturn:
    """The input was wrong: says what, where and how to mend it on stderr; exit status 1."""
    print(message, file=sys.stderr)
    raise SystemExit(1)


def say(message: str) -> None:
    """A word for people; stdout belongs to the data."""
    print(message, file=sys.stderr)


def print_json(data: Any) -> None:
    """One object on one line of stdout."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False) + "\n")
