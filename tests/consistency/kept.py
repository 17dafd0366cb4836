"""Texts kept beside the tests, so that a change shows in a diff.

`KORPU_WRITE=1 python3 run.py test tests/consistency` writes them anew."""

import os
from difflib import unified_diff
from pathlib import Path

WRITE = os.environ.get("KORPU_WRITE") == "1"


def check(name: str, found: str) -> None:
    """Fails with the difference when the kept text is another one."""
    file = Path(__file__).with_name(name)
    if WRITE:
        file.write_text(found)
    kept = file.read_text() if file.exists() else ""
    change = list(unified_diff(kept.splitlines(), found.splitlines(), "kept", "found", lineterm="", n=0))
    assert change == [], f"when this is meant, write {name} anew (KORPU_WRITE=1):\n" + "\n".join(change)
