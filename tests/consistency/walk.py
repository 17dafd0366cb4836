"""Asks for every address as everybody: each answer is kept, each change undone before the next request."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flask import Flask
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from crm.extensions import db, limiter
from tests import factories
from tests.consistency.world import World
from tests.counting import writes

#: Makes a whole database in the background, which no savepoint undoes.
NOT_UNDONE = ("start.examples", "POST", "administrator")
IGNORED = frozenset({"HEAD", "OPTIONS"})
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


@dataclass(frozen=True)
class Visit:
    """One answer. `text` is empty for pictures and files; of a failure it holds the exception.

    `wrote` are the statements that changed something."""

    endpoint: str
    method: str
    role: str
    url: str
    status: int
    text: str
    wrote: tuple[str, ...] = ()


@dataclass(frozen=True)
class Visitor:
    """A browser signed in, or signed out, as its next request finds it: the cookie and a good anti-forgery token."""

    role: str
    cookie: str
    token: str


def walk(app: Flask, world: World) -> list[Visit]:
    """Every endpoint x method x visitor of the world; POSTs carry a good token and nothing else."""
    people = visitors(app, world)
    return [
        _visit(app, visitor, rule.endpoint, method, url)
        for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.endpoint)
        for url in addresses(app, world, rule)
        for method in sorted((rule.methods or set()) - IGNORED)
        for visitor in people
        if (rule.endpoint, method, visitor.role) != NOT_UNDONE
    ]


def visitors(app: Flask, world: World) -> list[Visitor]:
    db.session.commit()
    return [_sign_in(app, role, login) for role, login in world.logins.items()]


def addresses(app: Flask, world: World, rule: Rule) -> list[str]:
    """The rule's address with the world's record for each argument; none when the world lacks one (see `missing`)."""
    if missing(world, rule):
        return []
    with app.test_request_context():
        return [app.url_for(rule.endpoint, **{name: world.argument(rule.endpoint, name) for name in rule.arguments})]


def missing(world: World, rule: Rule) -> list[str]:
    """Arguments of the address the world has no record for."""
    return sorted(name for name in rule.arguments if world.argument(rule.endpoint, name) is None)


def ask(app: Flask, visitor: Visitor, method: str, url: str) -> TestResponse:
    """One answer; what the request changed is undone."""
    data = {"csrf_token": visitor.token} if method == "POST" else None
    with _undone(app):
        browser = app.test_client(use_cookies=False)
        return browser.open(url, method=method, data=data, headers={"Cookie": visitor.cookie})


def _sign_in(app: Flask, role: str, login: str | None) -> Visitor:
    browser = app.test_client()
    limiter.reset()
    if login is not None:
        assert factories.post(browser, "/sign-in", login=login, password=factories.PASSWORD).status_code == 303
    page = browser.get("/sign-in", follow_redirects=True)
    found = TOKEN.search(page.text)
    assert found, f"no form on {page.request.path}"
    cookie = browser.get_cookie("korpu")
    assert cookie is not None
    return Visitor(role, f"korpu={cookie.value}", found.group(1))


def _visit(app: Flask, visitor: Visitor, endpoint: str, method: str, url: str) -> Visit:
    with writes() as wrote:
        try:
            answer = ask(app, visitor, method, url)
        except Exception as failure:  # the test app lets them through
            return Visit(endpoint, method, visitor.role, url, 500, repr(failure))
    text = answer.text if answer.mimetype.startswith("text/") or answer.mimetype.endswith(("xml", "json")) else ""
    return Visit(endpoint, method, visitor.role, url, answer.status_code, text, tuple(wrote))


@contextmanager
def _undone(app: Flask) -> Iterator[None]:
    """A savepoint around one request."""
    connection = db._app_engines[app][None]  # a connection, see `undone` of the tests
    limiter.reset()
    inner = connection.begin_nested()
    try:
        yield
    finally:
        db.session.remove()
        inner.rollback()
