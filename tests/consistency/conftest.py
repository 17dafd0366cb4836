"""The walk through every page, once for each database."""

import pytest
from flask import Flask

from tests.conftest import undone
from tests.consistency.walk import Visit, walk
from tests.consistency.world import build


@pytest.fixture(scope="session")
def visits(whole_app: Flask) -> list[Visit]:
    with undone(whole_app):
        return walk(whole_app, build())
