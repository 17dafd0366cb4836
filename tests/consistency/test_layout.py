"""The shape of the code: small files with the names of the house, thin views that cannot query, one place that commits."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from flask import Flask

from crm.access import declared, guard
from crm.config import ROOT
from crm.setup import SLICES

CODE = ROOT / "crm"
FILES = sorted(path for path in CODE.rglob("*.py"))
VIEWS = [path for path in FILES if path.name.endswith("views.py")]

LONGEST_FILE = 400
LONGEST_VIEW = 25
#: Folders that are no slice.
OTHER_FOLDERS = {"cli", "data", "demo", "doctor", "static", "translations"}
OTHER_TEMPLATES = {"_macros", "errors"}
OTHER_TESTS = {"browser", "cli", "consistency", "core", "demo", "setup"}
#: Words that say nothing about what a file holds.
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base", "tools", "services"}
#: The health of the database is asked for without any record.
MAY_ASK_THE_DATABASE = {"crm/public/views.py"}
#: Slices whose addresses do not begin with their own name, and where they begin instead.
ADDRESSES = {
    "accounts": ("/sign-in", "/sign-out", "/account", "/users"),
    "matching": ("/vacancies/", "/members/"),
    "papers": ("/members/",),
    "offline": ("/offline", "/service-worker.js", "/manifest.webmanifest"),
    "public": ("/", "/language/", "/healthz", "/readyz"),
}
#: `db.session.commit`: the edge, the frame of every command, the tables of the examples, steps in the background.
MAY_COMMIT = {"crm/web.py", "crm/cli/__init__.py", "crm/examples.py", "crm/background.py"}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    return (node for node in tree(path).body if isinstance(node, ast.FunctionDef))


def imports(path: Path) -> set[str]:
    """Every imported thing with its module: `crm.extensions.db`."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_no_file_is_long() -> None:
    lengths = {name(path): len(path.read_text().splitlines()) for path in FILES}
    assert {path: length for path, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_view_is_long() -> None:
    """Counted from `def` to its end, without the docstring."""
    long = []
    for path in VIEWS:
        for function in functions(path):
            words = function.body[0] if ast.get_docstring(function) else None
            docstring = (words.end_lineno or 0) - words.lineno + 1 if words else 0
            if (function.end_lineno or 0) - function.lineno + 1 - docstring > LONGEST_VIEW:
                long.append(f"{name(path)}: {function.name}")
    assert long == []


def test_views_cannot_query() -> None:
    forbidden = {"crm.extensions.db", "crm.db.Base"}
    asking = {
        name(path)
        for path in VIEWS
        if imports(path) & forbidden or any(one.startswith("sqlalchemy") for one in imports(path))
    }
    assert asking == MAY_ASK_THE_DATABASE


def test_only_the_edge_commits() -> None:
    committing = {name(path) for path in FILES if "session.commit()" in path.read_text()}
    assert committing == MAY_COMMIT


def test_every_file_says_what_lives_in_it() -> None:
    assert [name(path) for path in FILES if not ast.get_docstring(tree(path))] == []


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert [name(path) for path in FILES if path.stem in EMPTY_NAMES] == []


def test_every_folder_is_a_slice_and_every_slice_a_folder() -> None:
    def folders(where: str) -> set[str]:
        return {path.name for path in (ROOT / where).iterdir() if path.is_dir() and path.name != "__pycache__"}

    assert folders("crm") - OTHER_FOLDERS == set(SLICES)
    assert folders("templates") - OTHER_TEMPLATES <= set(SLICES)
    assert folders("tests") - OTHER_TESTS <= set(SLICES)


@pytest.mark.parametrize(
    ("mark", "home"),
    [(", Model):", "models.py"), ("(forms.Form):", "form"), ("blueprint = make(", "urls.py"), ("@may(", "views.py")],
)
def test_things_live_in_the_file_of_their_name(mark: str, home: str) -> None:
    slices = [path for path in FILES if path.parent.name in SLICES]
    assert [name(path) for path in slices if mark in path.read_text() and home not in path.name] == []


def test_addresses_begin_with_the_name_of_their_slice(plain_app: Flask) -> None:
    wrong = []
    for rule in plain_app.url_map.iter_rules():
        slice_name = rule.endpoint.split(".")[0]
        begins = ADDRESSES.get(slice_name, (f"/{slice_name.replace('_', '-')}",))
        if not rule.rule.startswith(begins) or "_" in rule.rule.split("<")[0]:
            wrong.append(f"{rule.endpoint}: {rule.rule}")
    assert wrong == []


def test_every_endpoint_says_who_may_use_it(plain_app: Flask) -> None:
    assert [endpoint for endpoint, view in plain_app.view_functions.items() if declared(view) is None] == []


def test_a_view_that_says_nothing_stops_the_start() -> None:
    app = Flask("bare")
    app.add_url_rule("/open", "open", lambda: "open")
    with pytest.raises(RuntimeError, match="open"):
        guard(app)
