"""Documents and settings agree with the program, and no file knows on which computer it was made."""

import re
from collections.abc import Iterator
from pathlib import Path

from crm.config import ROOT

SETTING = re.compile(r"\bCRM_[A-Z][A-Z_]*[A-Z]\b")
#: Made, installed or fetched: no part of what we wrote.
NOT_OURS = {".git", ".hypothesis", ".venv", "build", "instance", "node_modules", "test-results", "htmlcov"}
MACHINE_PATHS = re.compile(rb"(?<![\w.])/(?:work|home|root|Users)/[a-z]")
#: Where a package comes from is a matter of the computer that installs it.
WITHOUT_ADDRESS = ("pyproject.toml", "requirements*.in", "requirements*.lock", ".ci/*")


def files() -> Iterator[Path]:
    """Every file of ours."""
    waiting = [ROOT]
    while waiting:
        for path in sorted(waiting.pop().iterdir()):
            if path.is_dir() and not path.is_symlink():
                if path.name not in NOT_OURS and not path.name.endswith(("cache", "__pycache__")):
                    waiting.append(path)
            elif path.is_file() and path.suffix not in (".pyc", ".mo"):
                yield path


def test_every_setting_is_in_the_table_and_every_line_of_the_table_is_a_setting() -> None:
    programs = [*(ROOT / "crm").rglob("*.py"), ROOT / "run.py", ROOT / "wsgi.py"]
    read = {found for path in programs for found in SETTING.findall(path.read_text())}
    table = {
        found
        for line in (ROOT / "docs" / "operations.md").read_text().splitlines()
        if line.startswith("| `")
        for found in SETTING.findall(line.split("|")[1])
    }
    assert (read - table, table - read) == (set(), set())


def test_no_file_holds_a_path_of_one_computer() -> None:
    assert [str(path.relative_to(ROOT)) for path in files() if MACHINE_PATHS.search(path.read_bytes())] == []


def test_no_list_of_packages_says_where_they_come_from() -> None:
    lists = [path for pattern in WITHOUT_ADDRESS for path in ROOT.glob(pattern)]
    assert len(lists) >= 6
    assert [str(path.relative_to(ROOT)) for path in lists if "://" in path.read_text()] == []
