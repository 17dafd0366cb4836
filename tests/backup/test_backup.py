"""A backup made while people write, proved, restored into either database; what is damaged is refused before anything changes."""

import io
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from crm import create_app
from crm.access import Role
from crm.backup import making, restoring
from crm.backup.sealed import PIECE, NotReadable, Writer, opened
from crm.extensions import db
from crm.members.consents import write_special_note
from crm.members.enums import Category, Purpose
from crm.members.models import Member, SpecialNote
from crm.results.report import build
from crm.results.scope import Scope
from tests import factories
from tests.conftest import KEY, config_for
from tests.postgres import fresh_database

OLDER = bytes(reversed(range(32)))


def sealed(content: bytes, key: bytes = KEY) -> bytes:
    target = io.BytesIO()
    writer = Writer(target, key)
    writer.write(content)
    writer.close()
    return target.getvalue()


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_what_was_sealed_is_read_again(size: int) -> None:
    content = os.urandom(size)
    assert b"".join(opened(io.BytesIO(sealed(content)), [OLDER, KEY])) == content


def test_another_key_is_told_apart_from_damage() -> None:
    with pytest.raises(NotReadable, match="another encryption key"):
        list(opened(io.BytesIO(sealed(b"x")), [OLDER]))


@given(st.data())
def test_a_changed_cut_or_reordered_file_is_refused(data: st.DataObject) -> None:
    whole = bytearray(sealed(bytes(PIECE + 100)))
    if data.draw(st.booleans()):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place] ^= data.draw(st.integers(1, 255))
    else:
        del whole[data.draw(st.integers(0, len(whole) - 1)) :]
    with pytest.raises(NotReadable):
        list(opened(io.BytesIO(bytes(whole)), [KEY]))


@pytest.fixture(params=["sqlite", "postgresql"])
def two(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    """A small installation in a database of its own: real transactions, real files."""
    yield from installation(request.param, "first", request, tmp_path)


@pytest.fixture(params=["sqlite", "postgresql"])
def other(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    yield from installation(request.param, "second", request, tmp_path)


def installation(kind: str, name: str, request: pytest.FixtureRequest, folder: Path) -> Iterator[Flask]:
    url = f"sqlite:///{folder / name}.db"
    if kind == "postgresql":
        url = fresh_database(request.getfixturevalue("postgres_url"), f"korpu_backup_{name}")
    app = create_app(config_for(url, folder))
    with app.app_context():
        from flask_migrate import upgrade

        upgrade()
        db.session.remove()
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


def fill() -> str:
    """A woman with everything that is hard to carry over. Answers her protected note."""
    factories.facts()
    woman = factories.member("Günel", last_name="Əliyeva")
    factories.consent(woman, Purpose.SPECIAL_CATEGORIES)
    write_special_note(member=woman, category=Category.HEALTH, text="astma, “ağır” işə yox")
    factories.user(Role.ADMINISTRATOR, login="admin@example.com")
    db.session.commit()
    return "astma, “ağır” işə yox"


def report() -> str:
    return repr(build(Scope(None, None, None)))


def test_everything_comes_back_in_either_database(two: Flask, other: Flask, tmp_path: Path) -> None:
    file = tmp_path / "all.korpu"
    with two.app_context():
        note, before = fill(), report()
        made = making.make_backup(file, KEY)
    assert b"G\xc3\xbcnel" not in file.read_bytes()
    with other.app_context():
        factories.facts()
        factories.member("Yad", last_name="Qadın")
        db.session.commit()
        proved = restoring.prove(file, (KEY,))
        assert proved.rows == made.rows
        assert [woman.first_name for woman in db.session.query(Member)] == ["Yad"]
        db.session.rollback()

        restoring.restore(file, (OLDER, KEY))
        db.session.expire_all()
        assert [woman.name for woman in db.session.query(Member)] == ["Günel Əliyeva"]
        assert db.session.query(SpecialNote).one().text == note
        assert report() == before
        db.session.add(factories.member("Yeni"))  # ids go on where they were
        db.session.commit()


def test_what_is_written_during_a_backup_is_wholly_in_it_or_not_at_all(
    two: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "all.korpu"
    with two.app_context():
        fill()
        written = []
        lines = making.line

        def meanwhile(row: tuple[object, ...]) -> bytes:
            if not written:
                written.append(True)
                with two.app_context():
                    factories.member("Sonra")
                    db.session.commit()
            return lines(row)

        monkeypatch.setattr(making, "line", meanwhile)
        making.make_backup(file, KEY)
        assert written
        rows = restoring.prove(file, (KEY,)).rows
        assert rows["members"] == 1
        assert db.session.query(Member).count() == 2


def test_a_damaged_backup_changes_nothing(two: Flask, tmp_path: Path) -> None:
    file = tmp_path / "all.korpu"
    with two.app_context():
        fill()
        making.make_backup(file, KEY)
        whole = file.read_bytes()
        file.write_bytes(whole[: len(whole) // 2])
        with pytest.raises(NotReadable):
            restoring.restore(file, (KEY,))
        assert db.session.query(Member).count() == 1


def test_the_command_line_says_what_it_did(two: Flask, tmp_path: Path) -> None:
    file, run = tmp_path / "all.korpu", two.test_cli_runner()
    with two.app_context():
        fill()
    made = run.invoke(args=["backup", str(file), "--json"])
    assert made.exit_code == 0, made.output
    rows = json.loads(made.stdout)["rows"]
    checked = run.invoke(args=["restore", str(file), "--check", "--json"])
    assert json.loads(checked.stdout)["rows"] == rows
    assert json.loads(checked.stdout)["restored"] is False
    assert run.invoke(args=["restore", str(file)]).exit_code == 0
    mine = tmp_path / "letter.txt"
    mine.write_text("dear")
    refused = run.invoke(args=["backup", str(mine)])
    assert refused.exit_code == 1
    assert mine.read_text() == "dear"
    assert run.invoke(args=["restore", str(mine), "--check"]).exit_code == 1
    assert run.invoke(args=["restore", str(tmp_path / "none")]).exit_code == 2
