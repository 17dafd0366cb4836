"""What is found in an advertisement and what is left alone, and the text we propose instead."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crm.wording.check import check
from crm.wording.mending import corrected


def kinds(text: str) -> set[str]:
    return {found.kind.value for found in check(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kafeyə qız ofisiant axtarılır", {"gender_female"}),
        ("MAĞAZAYA SATICI XANIM TƏLƏB OLUNUR", {"gender_female"}),
        ("Kişilər narahat etməsin, qablaşdırma işidir", {"gender_female"}),
        ("Ancaq kişilər müraciət etsin", {"gender_male"}),
        ("Yaşı 45-dən çox olmayan namizədlər", {"age"}),
        ("Azyaşlı uşağı olmayan namizəd", {"marital_family"}),
        ("Xarici görünüşü yaxşı olsun", {"appearance"}),
        ("subay qız tələb olunur", {"marital_family", "gender_female"}),
        ("Требуется девушка администратор до 30 лет", {"gender_female", "age"}),
        ("Презентабельная внешность, не замужем", {"appearance", "marital_family"}),
        ("Must be under 35", {"age"}),
        ("Unmarried applicants preferred", {"marital_family"}),
    ],
)
def test_a_reader_is_told_what_shuts_people_out(text: str, expected: set[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Qadın/kişi fərqi yoxdur",
        "Xanım geyimləri butikinə satıcı",
        "Dekret məzuniyyətində olan işçini əvəz etmək üçün mühasib",
        "Günel xanımla əlaqə saxlayın",
        "“Gözəl Xanım” salonuna usta",
        "70 yaşlı nənəyə baxmaq üçün baxıcı lazımdır",
        "Uşaqlı analar üçün rahat qrafik",
        "Qızartma şöbəsinə aşpaz, maaş 300-400 manat",
        "Опыт от 3 лет, молодой коллектив",
        "Няня для девочки 5 лет",
        "Йога для беременных: тренер",
        "Single shift, attractive salary, must be over 18",
    ],
)
def test_harmless_mentions_stay_quiet(text: str) -> None:
    assert kinds(text) == set()


def test_a_finding_shows_the_words_as_they_were_typed() -> None:
    [found] = check("Marketə satici QIZ teleb olunur. Maas 400")
    assert (found.phrase, found.language) == ("satici QIZ", "az")


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("Mağazaya satıcı qız tələb olunur", "Mağazaya satıcı tələb olunur"),
        ("Yalnız qadınlar müraciət edə bilər", "Hər kəs müraciət edə bilər"),
        ("Ищем женщину для уборки офиса", "Ищем сотрудника для уборки офиса"),
        ("Looking for a girl for the reception desk", "Looking for a person for the reception desk"),
        ("Kassir lazımdır. Yas 18-30 arasi. Maaş 400 azn", "Kassir lazımdır. Maaş 400 azn"),
    ],
)
def test_the_proposed_text_keeps_the_work_and_drops_the_rest(text: str, proposed: str) -> None:
    assert corrected(text) == proposed


WORDS = (
    "satıcı qız xanım kişi oğlan yaş 18-30 40 evli subay gözəl görünüşlü tələb olunur , . lazımdır üçün olmasın женщина девушка мужчина"
    " до 35 лет без детей внешность приятная требуется young woman under 30 single attractive wanted for shop"
).split()


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_a_proposed_text_has_nothing_left_to_find(text: str) -> None:
    assert check(corrected(text)) == []


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    for found in check(text):
        assert found.phrase


def test_the_command_line_answers_one_object_a_line(app) -> None:
    run = app.test_cli_runner().invoke(args=["wording", "check"], input="Satıcı qız lazımdır\n\nMaaş 400 manat\n")
    assert run.exit_code == 0, run.output
    first, empty, harmless = [json.loads(line) for line in run.stdout.splitlines()]
    assert first["findings"][0]["type"] == "gender_female"
    assert first["findings"][0]["phrase"] == "Satıcı qız"
    assert "150" not in first["findings"][0]["advice"] and first["findings"][0]["advice"]
    assert empty["findings"] == harmless["findings"] == []
