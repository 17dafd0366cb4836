"""Every text exists in Azerbaijani and Russian, says the same with the same values in it, and none is left over."""

import re
from collections.abc import Iterator

import pytest

from crm.cli.translations import SOURCE_LANGUAGE, read_catalogue, texts_in_use, untranslated
from crm.i18n import LANGUAGES

TRANSLATED = sorted(set(LANGUAGES) - {SOURCE_LANGUAGE})
FORMS = {"az": 2, "ru": 3}
VALUE = re.compile(r"%\(\w+\)[sd]")

pytestmark = pytest.mark.parametrize("language", TRANSLATED)


def pairs(language: str) -> Iterator[tuple[str, str, bool]]:
    """(text, translation, whether it is one form of several). Texts without a translation have a test of their own."""
    for message in read_catalogue(language):
        if not message.id or not message.string or not all(message.string):
            continue
        if isinstance(message.id, str):
            yield message.id, str(message.string), False
        else:
            yield from ((message.id[-1], said, True) for said in message.string)


def test_nothing_is_untranslated_or_guessed(language: str) -> None:
    assert list(untranslated(language)) == []
    assert [message.id for message in read_catalogue(language) if message.id and message.fuzzy] == []


def test_the_catalogue_holds_the_texts_of_the_program_and_no_others(language: str) -> None:
    used = {message.id for message in texts_in_use() if message.id}
    kept = {message.id for message in read_catalogue(language) if message.id}
    assert (used - kept, kept - used) == (set(), set()), "python3 run.py flask translations update"
    assert list(read_catalogue(language).obsolete) == []


def test_the_same_values_stand_in_every_translation(language: str) -> None:
    wrong = []
    for text, said, one_form in pairs(language):
        wanted, found = set(VALUE.findall(text)), set(VALUE.findall(said))
        # A form for one ("a woman") may leave its number out.
        if found != wanted and not (one_form and found == wanted - {"%(num)s"}):
            wrong.append((text, said))
    assert wrong == []


def test_a_per_cent_sign_beside_a_value_is_doubled(language: str) -> None:
    with_values = [said for text, said, _one_form in pairs(language) if "%" in text]
    assert [said for said in with_values if "%" in VALUE.sub("", said).replace("%%", "")] == []


def test_plurals_have_all_forms_of_the_language(language: str) -> None:
    plurals = [message for message in read_catalogue(language) if message.id and not isinstance(message.id, str)]
    assert plurals
    assert [message.id for message in plurals if len(message.string) != FORMS[language]] == []


def test_translations_begin_and_end_as_the_text_does(language: str) -> None:
    wrong = [(text, said) for text, said, _one_form in pairs(language) if _edges(text) != _edges(said)]
    assert wrong == []


def _edges(text: str) -> tuple[bool, bool, bool, bool]:
    """Blanks at both ends, whether more is to come, whether it is a whole sentence."""
    return text[:1].isspace(), text[-1:].isspace(), text.endswith("…"), text.endswith((".", "!", "?"))
