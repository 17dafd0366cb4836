"""Every page as it reaches people: whole, labelled, in their language, with links that lead somewhere."""

import pytest
from flask import Flask

from tests.consistency.html import faults
from tests.consistency.walk import Visit

#: The pages come out the same from both databases.
pytestmark = pytest.mark.parametrize("whole_app", ["sqlite"], indirect=True)

#: Others see the same pages.
ROLES = ("anonymous", "administrator", "staff", "observer", "partner", "member")


def pages(visits: list[Visit]) -> list[Visit]:
    """Whole pages people look at, each text once; error pages once for each kind."""
    seen: dict[object, Visit] = {}
    for visit in visits:
        if visit.role in ROLES and visit.text and visit.status // 100 != 3 and _is_whole(visit.text):
            refused = visit.status in (403, 404)
            seen.setdefault((visit.status, visit.role) if refused else (visit.endpoint, visit.text), visit)
    return list(seen.values())


def _is_whole(html: str) -> bool:
    return html.lstrip()[:9].lower() == "<!doctype"


def test_the_pages_are_whole(app: Flask, visits: list[Visit]) -> None:
    routes = app.url_map.bind("localhost")
    shown = pages(visits)
    assert len(shown) > 100
    found = [
        f"{visit.method} {visit.url} as {visit.role} ({visit.status}): {fault}"
        for visit in shown
        for fault in faults(visit.text, routes, "az")
    ]
    assert found == [], "\n".join(found)
