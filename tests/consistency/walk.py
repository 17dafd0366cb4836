"""Asks for every address as everybody: each answer is kept, each change undone before the next request."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from crm.extensions import db, limiter
from tests import factories
from tests.consistency.world import World

#: Makes a whole database in the background, which no savepoint undoes.
NOT_UNDONE = ("start.examples", "POST", "administrator")
IGNORED = frozenset({"HEAD", "OPTIONS"})
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


@dataclass(frozen=True)
class Visit:
    """One answer. `html` is empty for what is no page; of a failure it holds the exception."""

    endpoint: str
    method: str
    role: str
    url: str
    status: int
    html: str


def walk(app: Flask, world: World) -> list[Visit]:
    """Every endpoint x method x user of the world; POSTs carry a good token and nothing else."""
    db.session.commit()
    signed_in = {role: _sign_in(app, user.login if user else None) for role, user in world.users.items()}
    browser = app.test_client(use_cookies=False)
    return [
        _visit(app, browser, rule.endpoint, method, role, url, *signed_in[role])
        for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.endpoint)
        for url in [address(app, world, rule)]
        for method in sorted((rule.methods or set()) - IGNORED)
        for role in world.users
        if (rule.endpoint, method, role) != NOT_UNDONE
    ]


def address(app: Flask, world: World, rule: Rule) -> str:
    """The rule's address with the world's record for each argument; AssertionError when the world has none."""
    values = {name: world.argument(rule.endpoint, name) for name in rule.arguments}
    unknown = sorted(name for name, value in values.items() if value is None)
    assert not unknown, f"{rule.endpoint}: tests/consistency/world.py has no record for {', '.join(unknown)}"
    with app.test_request_context():
        return app.url_for(rule.endpoint, **values)


def _sign_in(app: Flask, login: str | None) -> tuple[str, str]:
    """The cookie header and an anti-forgery token of a browser signed in with this login, or signed out."""
    browser = app.test_client()
    limiter.reset()
    if login is not None:
        assert factories.post(browser, "/sign-in", login=login, password=factories.PASSWORD).status_code == 303
    page = browser.get("/sign-in", follow_redirects=True)
    found = TOKEN.search(page.text)
    assert found, f"no form on {page.request.path}"
    cookie = browser.get_cookie("korpu")
    assert cookie is not None
    return f"korpu={cookie.value}", found.group(1)


def _visit(
    app: Flask, browser: FlaskClient, endpoint: str, method: str, role: str, url: str, cookie: str, token: str
) -> Visit:
    data = {"csrf_token": token} if method == "POST" else None
    with _undone(app):
        try:
            answer = browser.open(url, method=method, data=data, headers={"Cookie": cookie})
        except Exception as failure:  # the test app lets them through
            return Visit(endpoint, method, role, url, 500, repr(failure))
    html = answer.text if answer.mimetype == "text/html" else ""
    return Visit(endpoint, method, role, url, answer.status_code, html)


@contextmanager
def _undone(app: Flask) -> Iterator[None]:
    """A savepoint around one request."""
    connection = db._app_engines[app][None]  # a connection, see `undone` of the tests
    limiter.reset()
    inner = connection.begin_nested()  # type: ignore[attr-defined]
    try:
        yield
    finally:
        db.session.remove()
        inner.rollback()
