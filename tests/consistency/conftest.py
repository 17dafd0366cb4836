"""The walk through every page, once for each database; an app for what needs no database."""

import pytest
from flask import Flask

from crm import create_app
from tests.conftest import config_for, undone
from tests.consistency.walk import Visit, walk
from tests.consistency.world import build


@pytest.fixture(scope="session")
def visits(whole_app: Flask) -> list[Visit]:
    with undone(whole_app):
        return walk(whole_app, build())


@pytest.fixture(scope="session")
def plain_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """An app nobody asks anything: its addresses, templates and tables."""
    folder = tmp_path_factory.mktemp("plain")
    return create_app(config_for(f"sqlite:///{folder / 'none.db'}", folder))
