"""A new key: everything is encrypted again, an interrupted run goes on, and afterwards the old key opens nothing."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import LargeBinary, select, type_coerce

from crm import keys
from crm.crypto import decrypt, encrypt
from crm.extensions import db
from crm.members.consents import give_consent, write_special_note
from crm.members.enums import Category, ConsentManner, Purpose
from crm.members.models import SpecialNote
from tests import factories
from tests.conftest import KEY

NEW, LOST = bytes(range(1, 33)), bytes(range(2, 34))


@pytest.fixture
def use(app: Flask) -> Iterator[Callable[..., None]]:
    """`use(NEW, KEY)`: the app runs with these keys, the newest first."""
    before = app.extensions["config"]
    yield lambda *known: app.extensions.update(config=replace(before, encryption_keys=known))
    app.extensions["config"] = before


def notes() -> None:
    for number, category in enumerate(Category):
        member = factories.member(f"Aygün{number}")
        give_consent(member=member, purpose=Purpose.SPECIAL_CATEGORIES, manner=ConsentManner.PAPER)
        write_special_note(member=member, category=category, text=f"söz {number}")
    db.session.commit()


def stored() -> list[bytes]:
    values = db.session.scalars(select(type_coerce(SpecialNote.__table__.c.text, LargeBinary)))
    return [bytes(value) for value in values]


def run(app: Flask, *options: str) -> Result:
    return app.test_cli_runner().invoke(args=["keys", "rotate", *options])


def test_after_a_rotation_the_old_key_may_go(app: Flask, use: Callable[..., None]) -> None:
    notes()
    before = [(note.id, note.version, note.updated_at) for note in db.session.query(SpecialNote).order_by("id")]
    use(NEW, KEY)
    assert "5 to encrypt again" in run(app, "--dry-run").stderr
    assert [decrypt(value, [KEY]) for value in stored()]
    result = run(app)
    assert result.exit_code == 0, result.stderr
    use(NEW)
    db.session.expire_all()
    read = db.session.query(SpecialNote).order_by("id").all()
    assert [note.text for note in read] == [f"söz {number}" for number in range(5)]
    assert [(note.id, note.version, note.updated_at) for note in read] == before
    assert "0 to encrypt again" in run(app, "--dry-run").stderr


def test_an_interrupted_rotation_goes_on(app: Flask, use: Callable[..., None]) -> None:
    notes()
    use(NEW, KEY)
    begun = keys.rotate((NEW, KEY), batch=2)
    assert next(begun).done == 2
    begun.close()
    assert [one.left for one in keys.waiting((NEW, KEY)) if one.table == "special_notes"] == [3]
    assert run(app).exit_code == 0
    assert {decrypt(value, [NEW]) for value in stored()} == {f"söz {number}" for number in range(5)}


def test_what_no_key_opens_is_named_and_left_alone(app: Flask, use: Callable[..., None]) -> None:
    notes()
    first = db.session.scalars(select(SpecialNote.id).order_by(SpecialNote.id)).first()
    foreign = encrypt("söz 0", LOST)
    table = SpecialNote.__table__
    db.session.execute(table.update().where(table.c.id == first).values(text=type_coerce(foreign, LargeBinary)))  # type: ignore[attr-defined]
    db.session.commit()
    use(NEW, KEY)
    result = run(app)
    assert result.exit_code == 1
    assert f"special_notes.text: rows {first}" in result.stderr
    use(NEW, KEY, LOST)
    assert run(app).exit_code == 0
    assert all(decrypt(value, [NEW]) for value in stored())


def test_every_encrypted_column_is_found(app: Flask) -> None:
    assert ("special_notes", "text") in {(column.table.name, column.name) for column in keys.encrypted_columns()}


def test_a_new_key_is_one_the_configuration_takes(app: Flask) -> None:
    from crm.config import read_encryption_keys

    printed = app.test_cli_runner().invoke(args=["keys", "new"]).stdout.strip()
    assert len(read_encryption_keys({"CRM_ENCRYPTION_KEYS": printed})[0]) == 32
