"""The walk through every page, once for each database; an app for what needs no database."""

import pytest
from flask import Flask

from crm import create_app
from crm.extensions import db
from tests.conftest import config_for, undone
from tests.consistency.walk import Visit, walk
from tests.consistency.world import build

#: Access is decided before the database is asked; PostgreSQL only has to understand every statement once.
ENOUGH_FOR_POSTGRESQL = ("administrator", "partner", "member")


@pytest.fixture(scope="session")
def visits(whole_app: Flask) -> list[Visit]:
    with undone(whole_app):
        world = build()
        if db.engine.dialect.name == "postgresql":
            world.logins = {role: world.logins[role] for role in ENOUGH_FOR_POSTGRESQL}
        return walk(whole_app, world)


@pytest.fixture(scope="session")
def plain_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """An app nobody asks anything: its addresses, templates and tables."""
    folder = tmp_path_factory.mktemp("plain")
    return create_app(config_for(f"sqlite:///{folder / 'none.db'}", folder))
