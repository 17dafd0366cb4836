"""The `flask ...` commands: thin modules, each with one `command`. Every command is one transaction."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, NoReturn

import click
from flask import Flask
from flask.cli import AppGroup
from sqlalchemy.exc import OperationalError, ProgrammingError

from crm.extensions import db


class _Explained(click.Command):
    """Where the database cannot be used, the reason and what to do, not a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (OperationalError, ProgrammingError) as error:
            reason = str(error.orig).strip().splitlines()[0]
            fail(
                f"The database cannot be used: {reason}. A new one gets its tables by `flask db upgrade`; "
                "whatever else may be wrong: flask doctor"
            )


class Command(_Explained):
    """One command of its own name."""


class Group(_Explained, AppGroup):
    """The commands of one thing."""


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
