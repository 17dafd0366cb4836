"""`flask doctor` names what is wrong and how to mend it, even where the program refuses to start."""

import json
import os
import subprocess
import sys
from base64 import urlsafe_b64encode
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask
from flask_migrate import upgrade

from crm import create_app
from crm.access import Role
from crm.centres.models import Installation
from crm.cli.doctor import command
from crm.config import ROOT
from crm.db import may_write
from crm.doctor import database, machine
from crm.doctor.finding import Finding, State
from crm.extensions import db
from crm.members.enums import Category
from crm.members.models import SpecialNote
from tests import factories
from tests.conftest import KEY, config_for

KEYS = urlsafe_b64encode(KEY).decode()
GOOD = {
    "CRM_ENV": "production",
    "CRM_SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz",
    "CRM_ENCRYPTION_KEYS": KEYS,
    "CRM_BASE_URL": "https://korpu.example.com",
    "CRM_TRUSTED_PROXIES": "1",
}


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A private folder with a database of the newest schema."""
    folder = tmp_path_factory.mktemp("instance")
    folder.chmod(0o700)
    token = may_write.set(True)
    app = create_app(config_for(f"sqlite:///{folder / 'korpu.db'}", folder))
    with app.app_context():
        upgrade()
        for engine in db.engines.values():
            engine.dispose()
    may_write.reset(token)
    return folder


def doctor(folder: Path, *arguments: str, **settings: str) -> Result:
    """With these settings and no others."""
    nothing = {name: None for name in os.environ if name.startswith("CRM_") or name in ("HOST", "PORT")}
    return CliRunner().invoke(command, arguments, env={**nothing, **GOOD, "CRM_INSTANCE": str(folder), **settings})


def lines(result: Result, *states: str) -> list[str]:
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return [line for line in result.stdout.splitlines() if line.split()[0] in states]


def test_good_installation_has_nothing_wrong(migrated: Path) -> None:
    result = doctor(migrated)
    assert lines(result, "wrong") == []
    assert result.exit_code == 0
    [nobody] = [line for line in lines(result, "look") if "administrators" in line]
    assert "flask user add" in nobody
    found = json.loads(doctor(migrated, "--json").stdout)["findings"]
    assert {finding["state"] for finding in found} <= {"ok", "look"}


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("CRM_SECRET_KEY", "short", "48 random characters"),
        ("CRM_SECRET_KEY", "a" * 50, "48 random characters"),
        ("CRM_ENCRYPTION_KEYS", "", "32 bytes"),
        ("CRM_ENCRYPTION_KEYS", "abc", "32 bytes"),
        ("CRM_BASE_URL", "http://korpu.example.com", "TLS"),
        ("CRM_BASE_URL", "korpu", "https://"),
        ("CRM_TRUSTED_PROXIES", "one", "0 without a proxy"),
        ("CRM_SIGN_IN_LIMIT", "often", "10 per minute"),
        ("CRM_ENV", "prod", "CRM_ENV=production"),
        ("CRM_DATABASE_URL", "nonsense", "postgresql+psycopg://"),
        ("CRM_DATABASE_URL", "mysql://u:p@host/x", "postgresql+psycopg://"),
        ("CRM_DATABASE_URL", "postgresql+psycopg://u:p4ss@127.0.0.1:1/x", "server running"),
        ("CRM_REDIS_URL", "redis://127.0.0.1:1", "start it"),
        ("WEB_CONCURRENCY", "4", "CRM_REDIS_URL"),
        ("PORT", "http", "65535"),
    ],
)
def test_wrong_setting_is_named_with_its_remedy_and_without_secrets(
    migrated: Path, name: str, value: str, told: str
) -> None:
    result = doctor(migrated, **{name: value})
    [line] = lines(result, "wrong")
    assert line.split()[1].rstrip(":") == name
    assert told in line
    assert result.exit_code == 1
    assert "p4ss" not in result.output


def test_misspelt_setting_is_pointed_out(migrated: Path) -> None:
    assert any("CRM_DATABSE_URL" in line for line in lines(doctor(migrated, CRM_DATABSE_URL="x"), "look"))


def test_open_folder_and_readable_secrets_are_pointed_out(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    secrets = tmp_path / "secrets.env"
    secrets.write_text("CRM_SECRET_KEY=x\n")
    secrets.chmod(0o644)
    states = [finding.state for finding in machine.folder(tmp_path)]
    assert states == [State.LOOK, State.WRONG]


def test_folder_that_cannot_be_made_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    [finding] = machine.folder(tmp_path / "file" / "instance")
    assert finding.state == State.WRONG


def inside(folder: Path, *, keys: tuple[bytes, ...] = (KEY,), production: bool = True) -> dict[str, Finding]:
    return {found.what: found for found in database.check(f"sqlite:///{folder / 'korpu.db'}", keys, production)}


def test_database_without_tables_asks_for_the_migration(tmp_path: Path) -> None:
    (tmp_path / "korpu.db").write_bytes(b"")
    schema = inside(tmp_path)["schema"]
    assert (schema.state, "flask db upgrade" in schema.mend) == (State.WRONG, True)


def test_database_with_people_is_judged_by_what_it_holds(migrated: Path, tmp_path: Path) -> None:
    file = tmp_path / "korpu.db"
    file.write_bytes((migrated / "korpu.db").read_bytes())
    token = may_write.set(True)
    app = create_app(config_for(f"sqlite:///{file}", tmp_path))
    with app.app_context():
        centre = factories.centre()
        woman = factories.member(centre=centre)
        factories.user(centre=centre)
        factories.user(Role.ADMINISTRATOR, active=False)
        factories.save(SpecialNote(member_id=woman.id, category=Category.HEALTH, text="asthma"))
        factories.save(Installation(id=1, is_demo=True))
        db.session.commit()
        db.session.remove()
        db.engine.dispose()
    may_write.reset(token)
    found = inside(tmp_path)
    assert found["protected notes"].state == State.OK
    assert found["administrators"].state == State.WRONG
    assert found["examples"].state == State.WRONG
    assert inside(tmp_path, production=False)["examples"].state == State.OK
    other_key = inside(tmp_path, keys=(bytes(32),))["protected notes"]
    assert (other_key.state, "CRM_ENCRYPTION_KEYS" in other_key.mend) == (State.WRONG, True)


def test_careless_server_is_wrong(app: Flask) -> None:
    """The PostgreSQL of the tests is one; the SQLite of the tests is as careful as any."""
    url = app.extensions["config"].database_url
    found = {finding.what: finding for finding in database.check(url, (KEY,), production=False)}
    if url.startswith("postgresql"):
        assert found["PostgreSQL"].state == State.WRONG
        assert "fsync" in found["PostgreSQL"].found
    else:
        assert found["SQLite"].state == State.OK


def flask(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command line where the secret is refused."""
    settings = {**GOOD, "CRM_SECRET_KEY": "weak", "CRM_INSTANCE": str(folder)}
    clean = {name: value for name, value in os.environ.items() if not name.startswith("CRM_")}
    command_line = [sys.executable, "-m", "flask", "--app", str(ROOT / "wsgi.py"), *arguments]
    return subprocess.run(
        command_line, env={**clean, **settings}, cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )


def test_doctor_answers_where_the_program_refuses_to_start(migrated: Path) -> None:
    answer = flask(migrated, "doctor")
    assert answer.returncode == 1
    assert answer.stderr == ""
    assert "wrong  CRM_SECRET_KEY:" in answer.stdout
    assert "schema: is the newest" in answer.stdout


def test_any_other_command_gives_the_reason_in_one_line(migrated: Path) -> None:
    answer = flask(migrated, "user", "list")
    assert (answer.returncode, answer.stdout) == (1, "")
    [line] = answer.stderr.splitlines()
    assert line.startswith("CRM_SECRET_KEY is missing or weak")
    assert "flask doctor" in line
