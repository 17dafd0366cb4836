"""The command line on a database that was only just made."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import upgrade

from crm import create_app
from crm.db import may_write
from crm.extensions import db
from tests.conftest import config_for

WOMEN = "name,skills_text\nAynur Əliyeva,tikiş tikirəm\n"


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Flask]:
    token = may_write.set(True)
    app = create_app(config_for(f"sqlite:///{tmp_path / 'korpu.db'}", tmp_path))
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    may_write.reset(token)


@pytest.mark.parametrize("arguments", [["centre", "list"], ["match", "--all"], ["demo", "load"]])
def test_without_tables_a_command_says_how_to_get_them(new: Flask, arguments: list[str]) -> None:
    result = new.test_cli_runner().invoke(args=arguments)
    assert result.exit_code == 1
    [line] = result.stderr.splitlines()
    assert "flask db upgrade" in line


def test_first_import_brings_the_words_it_needs(new: Flask, tmp_path: Path) -> None:
    with new.app_context():
        upgrade()
    runner = new.test_cli_runner()
    assert runner.invoke(args=["centre", "add", "Neftçala"]).exit_code == 0
    (tmp_path / "women.csv").write_text(WOMEN)
    taken_in = runner.invoke(args=["members", "import", str(tmp_path / "women.csv"), "--centre", "Neftchala", "--json"])
    assert '"created": 1' in taken_in.stdout, taken_in.output
    understood = runner.invoke(args=["skills", "resolve"], input="tikiş bilirəm\n")
    assert '"sewing"' in understood.stdout
