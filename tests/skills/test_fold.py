"""Any spelling of a word finds the word: properties that hold for every text, and the spellings people really type."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.skills.fold import match_key, search_key

LETTERS = "abcçdeəfgğhxıijkqlmnoöprsştuüvyzABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZабвгдежзийклмнопрстуфхцчшщъыьэюяёәғҝөүһҹјÉñß"
TEXTS = st.one_of(st.text(), st.text(alphabet=LETTERS + " '’-.,_1Cс\u0307\u0306"))


@given(TEXTS)
def test_folding_a_key_again_changes_nothing(text: str) -> None:
    assert search_key(search_key(text)) == search_key(text)
    assert match_key(match_key(text)) == match_key(text)


@given(TEXTS)
def test_a_text_with_letters_never_loses_its_key(text: str) -> None:
    if any(char.isalpha() for char in text):
        assert search_key(text)
        assert match_key(text)


@given(TEXTS)
def test_decomposed_and_composed_letters_give_the_same_key(text: str) -> None:
    decomposed, composed = unicodedata.normalize("NFD", text), unicodedata.normalize("NFC", text)
    assert match_key(decomposed) == match_key(composed)
    assert search_key(decomposed) == search_key(composed)


@given(st.text(alphabet="abcçdeəfgğhxıijkqlmnoöprsştuüvyz ", min_size=1))
def test_capitals_give_the_same_key_as_small_letters(text: str) -> None:
    capitals = text.replace("i", "İ").upper()
    assert match_key(capitals) == match_key(text)
    assert search_key(capitals) == search_key(text)


@given(st.text(alphabet="abcçdeəfgğhxıijkqlmnoöprsştuüvyzƏ").map("k{}".format))
def test_a_cyrillic_schwa_among_latin_letters_is_the_same_letter(text: str) -> None:
    typed = text.replace("ə", "ә").replace("Ə", "Ә")
    assert match_key(typed) == match_key(text)
    assert search_key(typed) == search_key(text)


@given(st.text(alphabet="abcdefghijklmnoprstuvyz ", min_size=1))
def test_dotted_and_dotless_i_are_one_letter_in_either_case(text: str) -> None:
    for dotless in (
        text.replace("i", "ı"),
        text.replace("i", "I"),
        text.replace("i", "İ"),
        text.replace("i", "i\u0307"),
    ):
        assert match_key(dotless) == match_key(text)
        assert search_key(dotless) == search_key(text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("BİLƏSUVAR", "Biləsuvar"),
        ("bilesuvar", "Biləsuvar"),
        ("ISIQ", "işıq"),
        ("Neftçala", "Neftcala"),
        ("Kənd   məktəbi!", "kend mektebi"),
        ("Şǝki".replace("ǝ", "ә"), "Şəki"),  # Cyrillic ә from a Russian phone keyboard
        ("Mәmmәdova", "Məmmədova"),
        ("mə'lumat", "məlumat"),
        ("Алёна", "Алена"),
    ],
)
def test_search_finds_the_name_however_it_is_typed(typed: str, meant: str) -> None:
    assert search_key(typed) == search_key(meant)


def test_search_keeps_cyrillic_and_does_not_merge_consonants() -> None:
    assert search_key("Сабирабад район") == "сабирабад район"
    assert search_key("Şəhla") == "sehla"
    assert search_key("Qızxanım") == "qizxanim"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tikishchi", "tikişçi"),
        ("тикишчи", "tikişçi"),
        ("тикишҹи", "tikişçi"),
        ("ashpaz", "aşpaz"),
        ("bagban", "bağban"),
        ("baghban", "bağban"),
        ("khalcha", "xalça"),
        ("Kassa", "kasa"),
        ("qənnadı", "genadi"),
        ("TİKİŞ", "tikiş"),
        ("wiski", "viski"),
        ("балыг", "balıq"),
    ],
)
def test_matching_key_is_the_same_for_every_spelling(typed: str, meant: str) -> None:
    assert match_key(typed) == match_key(meant)


def test_matching_keeps_different_words_apart() -> None:
    assert len({match_key(word) for word in ("tikiş", "toxuma", "satıcı", "sağıcı", "aşpaz", "швея", "повар")}) == 7
