"""Advertisements as owners really write them: what was misread once is read right."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from crm.skills.resolve import Found, Vocabulary, named, read_skills_csv
from crm.vacancies.needs import Reading, read_vacancy

VOCABULARY = Vocabulary(named(read_skills_csv(Path(__file__).resolve().parents[2] / "crm" / "data" / "skills.csv")))


def read(text: str) -> Reading:
    return read_vacancy(text, VOCABULARY)


def codes(found: Iterable[Found]) -> set[str]:
    return {item.concept for item in found}


def test_an_ending_written_after_a_number_is_neither_food_nor_a_second_opening() -> None:
    found = read("Restorana 2 ofisiant lazımdır. İş saatı 12:00-dan gecə 12-yə qədər.")
    assert codes(found.required) == {"waitressing"}
    assert codes(found.desired) == set()
    assert found.openings is not None
    assert found.openings.value == 2


@pytest.mark.parametrize(
    ("said", "weekly", "weekend"),
    [
        ("Satıcı. İş vaxtı 10:00-20:00, həftədə 1 gün istirahət", 54, True),
        ("Продавец. С 10:00 до 20:00, два выходных в неделю", 45, True),
        ("Повар в школьную столовую, выходные суббота воскресенье", None, False),
    ],
)
def test_days_off_are_not_days_of_work(said: str, weekly: int | None, weekend: bool) -> None:
    found = read(said)
    assert (found.weekly_hours and found.weekly_hours.value) == weekly
    assert found.weekend is not None
    assert found.weekend.value is weekend


def test_a_plus_at_the_end_of_a_list_does_not_make_the_whole_list_a_wish() -> None:
    found = read("We are looking for a receptionist: fluent English and Azerbaijani, Russian is a plus.")
    assert codes(found.required) == {"receptionist", "lang-en"}
    assert codes(found.desired) == {"lang-az", "lang-ru"}  # without a word of degree two needs are required


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Təcili! Marketə kassir tələb olunur", "Marketə kassir"),
        ("Срочно!!! Требуется швея", "швея"),
        ("Konserv zavoduna mövsümi işçilər 30 nəfər. Gecə növbəsi var", "Konserv zavoduna mövsümi işçilər"),
        ("satici 2 nefer", "satici"),
    ],
)
def test_the_title_is_the_work_without_the_calling_and_the_counting(text: str, title: str) -> None:
    assert read(text).title == title


def test_a_way_paid_by_the_firm_is_transport_and_a_meal_is_no_cooking() -> None:
    found = read("Marketə kassir. Yemək və yol şirkətdən.")
    assert found.transport is not None
    assert found.transport.value is True
    assert "cooking" not in codes([*found.required, *found.desired])


@pytest.mark.parametrize("text", ["Ищем бухгалтера со знанием 1С", "1C bilən mühasib axtarılır"])
def test_an_accountant_who_knows_a_program_is_an_accountant(text: str) -> None:
    assert codes(read(text).required) == {"accountant"}


def test_hours_named_before_the_pay_do_not_make_it_a_wage_by_the_hour() -> None:
    found = read("satici teleb olunur 2 nefer, is saati 9-18, maas 380 azn")
    assert found.pay_min is not None
    assert found.pay_min.value == 380
