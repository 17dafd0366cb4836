"""What every answer tells the browser: no foreign and no inline code, no frame, no guessing, no copy kept."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from crm.accounts.models import User
from crm.config import Config
from tests.conftest import config_for

ADDRESSES = ("/sign-in", "/healthz", "/no-such-page", "/jobs/")


@pytest.fixture(params=ADDRESSES)
def address(request: pytest.FixtureRequest, user: User) -> str:
    return str(request.param)


def test_no_code_runs_but_our_own(client: FlaskClient, address: str) -> None:
    rules = {
        name: set(sources)
        for name, *sources in (
            rule.split() for rule in client.get(address).headers["Content-Security-Policy"].split("; ")
        )
    }
    assert rules["default-src"] == {"'none'"}
    assert rules["script-src"] == rules["style-src"] == rules["connect-src"] == rules["form-action"] == {"'self'"}
    assert rules["base-uri"] == rules["object-src"] == rules["frame-ancestors"] == {"'none'"}
    everything = set().union(*rules.values())
    assert everything <= {"'none'", "'self'", "data:"}
    assert {name for name, sources in rules.items() if "data:" in sources} == {"img-src"}


def test_the_browser_neither_guesses_nor_frames_nor_tells(client: FlaskClient, address: str) -> None:
    headers = client.get(address).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] in ("same-origin", "no-referrer", "strict-origin")
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]


def test_pages_with_people_are_kept_nowhere(staff: FlaskClient) -> None:
    for address in ("/members/", "/partners/", "/today/"):
        assert staff.get(address).headers["Cache-Control"] == "no-store"


def test_tls_is_remembered_only_over_tls(client: FlaskClient, user: User) -> None:
    over_tls = client.get("/sign-in", base_url="https://localhost").headers
    age = re.search(r"max-age=(\d+)", over_tls["Strict-Transport-Security"])
    assert age
    assert int(age.group(1)) >= 180 * 24 * 3600
    assert "Strict-Transport-Security" not in client.get("/sign-in").headers


def test_parts_and_pages_are_not_mixed_up_by_caches(staff: FlaskClient) -> None:
    page, part = staff.get("/partners/"), staff.get("/partners/", headers={"HX-Request": "true"})
    assert "HX-Request" in page.headers["Vary"]
    assert "HX-Request" in part.headers["Vary"]
    assert "<html" in page.text
    assert "<html" not in part.text


@pytest.mark.parametrize(("host", "status"), [("localhost", 200), ("127.0.0.1:5000", 200), ("evil.example", 400)])
def test_only_our_own_names_are_answered(client: FlaskClient, user: User, host: str, status: int) -> None:
    answer = client.get("/sign-in", headers={"Host": host})
    assert answer.status_code == status
    assert host == "localhost" or host not in answer.text


def test_the_name_people_use_is_one_of_ours(tmp_path: Path) -> None:
    config = config_for("sqlite://", tmp_path)
    named = Config(
        **{name: getattr(config, name) for name in config.__slots__} | {"base_url": "https://korpu.example.com"}
    )
    assert "korpu.example.com" in named.trusted_hosts
    assert (
        "0.0.0.0"
        not in Config(**{name: getattr(config, name) for name in config.__slots__} | {"host": "0.0.0.0"}).trusted_hosts
    )
