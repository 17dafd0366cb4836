"""Thirty rows cost as many statements as three: no page asks the database once for each row."""

import itertools

import pytest
from flask import Flask

from tests.consistency.crowd import grow
from tests.consistency.walk import addresses, ask, visitors
from tests.consistency.world import World, build
from tests.counting import queries

#: The statements are the same on both databases.
pytestmark = pytest.mark.parametrize("whole_app", ["sqlite"], indirect=True)

FEW, MANY = 3, 30
ROLES = ("anonymous", "administrator", "staff", "observer", "partner", "member")


def statements(app: Flask, world: World) -> dict[str, list[str]]:
    """The statements of every page each role may open, the second time it is asked for."""
    counted: dict[str, list[str]] = {}
    people = [visitor for visitor in visitors(app, world) if visitor.role in ROLES]
    for rule in app.url_map.iter_rules():
        asked = itertools.product(addresses(app, world, rule), people) if "GET" in (rule.methods or set()) else []
        for url, visitor in asked:
            if ask(app, visitor, "GET", url).status_code == 200:
                with queries() as those:
                    ask(app, visitor, "GET", url)
                counted[f"{url} as {visitor.role}"] = those.statements
    return counted


def test_no_page_asks_once_for_each_row(app: Flask) -> None:
    world = build()
    grow(world, FEW)
    few = statements(app, world)
    grow(world, MANY - FEW)
    many = statements(app, world)
    assert few.keys() <= many.keys()
    assert len(few) > 80
    grown = {page: (len(few[page]), len(many[page])) for page in few if len(many[page]) > len(few[page])}
    assert grown == {}
