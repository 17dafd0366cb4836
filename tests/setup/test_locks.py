"""The locks are complete, agree with each other, and name no address that only one computer knows."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")


def entries(lock: str) -> dict[str, list[str]]:
    """Requirement line -> its hashes."""
    text = (ROOT / lock).read_text().replace("\\\n", " ")
    return {
        line.split(" --hash")[0].strip(): re.findall(r"--hash=sha256:([0-9a-f]{64})", line)
        for line in text.splitlines()
    }


def names(requirements: str) -> set[str]:
    lines = (ROOT / requirements).read_text().splitlines()
    return {re.split(r"[\[=<>;\s]", line)[0].lower() for line in lines if line and line[0] not in "#-"}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_with_hashes(lock: str) -> None:
    assert [line for line, hashes in entries(lock).items() if not hashes or "==" not in line] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_address_and_no_option_of_one_computer(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert "://" not in text
    assert re.findall(r"--(?!hash=)\S+", text) == []


def test_tests_run_with_the_versions_that_people_run() -> None:
    assert entries("requirements.lock").items() <= entries("requirements-dev.lock").items()


@pytest.mark.parametrize(("wanted", "lock"), [("requirements.in", LOCKS[0]), ("requirements-dev.in", LOCKS[1])])
def test_what_we_ask_for_is_locked(wanted: str, lock: str) -> None:
    locked = {line.split("==")[0].split("[")[0] for line in entries(lock)}
    assert names(wanted) - locked == set()


def test_htmx_is_of_the_line_that_htmx_flask_understands() -> None:
    assert any(line.startswith("django-js-lib-htmx==2.0.") for line in entries("requirements.lock"))


def test_python_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert project["project"]["requires-python"] == ">=3.11"
    assert project["tool"]["mypy"]["python_version"] == "3.11"
    assert "sys.version_info < (3, 11)" in (ROOT / "run.py").read_text()
