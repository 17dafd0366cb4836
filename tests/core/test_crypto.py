"""Protected fields: read with any key we have, written with the newest, useless without one, useless when touched."""

from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from flask import Flask
from sqlalchemy import text

from crm.config import Config, ConfigError
from crm.crypto import decrypt, encrypt
from crm.extensions import db
from crm.members.consents import give_consent, write_special_note
from crm.members.enums import Category, ConsentManner, Purpose
from crm.members.models import SpecialNote
from tests import factories

OLD, NEW, FOREIGN = bytes(range(32)), bytes(range(1, 33)), bytes(range(2, 34))
WORDS = "Astma; həkim Əliyevə deyib: тяжёлая работа нельзя"


def test_what_is_written_can_be_read() -> None:
    assert decrypt(encrypt(WORDS, OLD), [OLD]) == WORDS
    assert decrypt(encrypt("", OLD), [OLD]) == ""


def test_the_same_words_never_look_the_same() -> None:
    assert encrypt(WORDS, OLD) != encrypt(WORDS, OLD)


def test_after_a_new_key_the_old_words_can_still_be_read() -> None:
    keys = [NEW, OLD]
    assert decrypt(encrypt(WORDS, OLD), keys) == WORDS
    assert decrypt(encrypt(WORDS, keys[0]), keys) == WORDS
    with pytest.raises(InvalidTag):
        decrypt(encrypt(WORDS, NEW), [OLD])


def test_a_foreign_key_reads_nothing() -> None:
    with pytest.raises(InvalidTag):
        decrypt(encrypt(WORDS, OLD), [FOREIGN])


def test_no_changed_bit_goes_unnoticed() -> None:
    stored = encrypt(WORDS, OLD)
    for place in range(len(stored)):
        touched = bytearray(stored)
        touched[place] ^= 1
        with pytest.raises(InvalidTag):
            decrypt(bytes(touched), [OLD])
    for length in (0, 3, 16, len(stored) - 1):
        with pytest.raises(InvalidTag):
            decrypt(stored[:length], [OLD])


@pytest.fixture
def note(app: Flask) -> SpecialNote:
    member = factories.member()
    give_consent(member=member, purpose=Purpose.SPECIAL_CATEGORIES, manner=ConsentManner.PAPER)
    written = write_special_note(member=member, category=Category.HEALTH, text=WORDS)
    db.session.commit()
    return written


def test_the_database_holds_no_word_of_it(note: SpecialNote) -> None:
    stored = db.session.execute(text("SELECT text FROM special_notes")).scalar_one()
    assert isinstance(stored, bytes | memoryview)
    assert b"Astma" not in bytes(stored)
    db.session.expire(note)
    assert note.text == WORDS


def test_a_lost_key_is_named_and_nothing_is_shown(app: Flask, note: SpecialNote) -> None:
    stored = encrypt(WORDS, FOREIGN)
    db.session.execute(text("UPDATE special_notes SET text = :stored"), {"stored": stored})
    db.session.expire(note)
    with pytest.raises(RuntimeError, match="CRM_ENCRYPTION_KEYS"):
        _ = note.text


@pytest.mark.parametrize("keys", ["", "short", "c2hvcnQ=", "%%%"])
def test_a_wrong_key_stops_the_start(tmp_path: Path, keys: str) -> None:
    environment = {
        "CRM_INSTANCE": str(tmp_path),
        "CRM_ENV": "production",
        "CRM_SECRET_KEY": "abcdefghijklmnopqrstuvwxyz0123456789",
        "CRM_ENCRYPTION_KEYS": keys,
    }
    with pytest.raises(ConfigError, match="CRM_ENCRYPTION_KEYS"):
        Config.from_environment(environment)


@pytest.mark.parametrize("secret", ["", "short", "a" * 40])
def test_a_weak_secret_stops_production(tmp_path: Path, secret: str) -> None:
    environment = {"CRM_INSTANCE": str(tmp_path), "CRM_ENV": "production", "CRM_SECRET_KEY": secret}
    with pytest.raises(ConfigError, match="CRM_SECRET_KEY"):
        Config.from_environment(environment)


def test_development_makes_its_own_secrets_once_and_keeps_them_to_itself(tmp_path: Path) -> None:
    first = Config.from_environment({"CRM_INSTANCE": str(tmp_path)})
    second = Config.from_environment({"CRM_INSTANCE": str(tmp_path)})
    assert first == second
    assert (tmp_path / "secrets.env").stat().st_mode & 0o077 == 0
    assert first.secret_key not in repr(first)
