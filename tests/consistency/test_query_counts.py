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


def statements(app: Flask, world: World, *, first_time: bool) -> dict[str, list[str]]:
    """The statements of every page each role may open; what is read once and kept is read before they are counted."""
    counted: dict[str, list[str]] = {}
    people = [visitor for visitor in visitors(app, world) if visitor.role in ROLES]
    for rule in app.url_map.iter_rules():
        asked = itertools.product(addresses(app, world, rule), people) if "GET" in (rule.methods or set()) else []
        for url, visitor in asked:
            if first_time and ask(app, visitor, "GET", url).status_code != 200:
                continue
            with queries() as those:
                answer = ask(app, visitor, "GET", url)
            if answer.status_code == 200:
                counted[f"{url} as {visitor.role}"] = those.statements
    return counted


def test_no_page_asks_once_for_each_row(app: Flask) -> None:
    world = build()
    grow(world, FEW)
    few = statements(app, world, first_time=True)
    grow(world, MANY - FEW)
    many = statements(app, world, first_time=False)
    assert few.keys() <= many.keys()
    assert len(few) > 80
    grown = {page: (len(few[page]), len(many[page])) for page in few if len(many[page]) > len(few[page])}
    assert grown == {}
