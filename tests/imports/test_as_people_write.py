"""The workbook a centre really has: titles above the header, several sheets, names, telephones and days as people write them."""

from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from crm.extensions import db
from crm.imports import women_cells
from crm.imports.enums import ImportKind
from crm.imports.headers import best_sheet
from crm.imports.operations import take_in
from crm.imports.read import read_sheets
from crm.imports.written import read_day, read_year, split_name, split_phones, split_place
from crm.members.models import Member
from tests import factories
from tests.imports.workbooks import ods, xlsx

REAL = [
    ["Sabirabad Qadın Resurs Mərkəzi"],
    ["2025-ci il üzrə qeydiyyat siyahısı"],
    [],
    ["№", "Soyadı, adı, atasının adı", "Təvəllüd", "Ünvan", "Əlaqə nömrəsi (mobil)", "İmza"],
    [
        1,
        "Əliyeva Günel Rəşid qızı",
        date(1987, 5, 12),
        "Sabirabad rayonu, Qalaqayın kəndi",
        "501112233 / 055 444 55 66",
        "",
    ],
    [2, "Həsənova Aygün", "1990-cı il", "Qalaqayın k.", "(070) 300-40-50", ""],
]


def women_of(content: bytes, name: str = "a.xlsx") -> list[Member]:
    take_in(kind=ImportKind.MEMBERS, centre=factories.centre(), name=name, content=content)
    return list(db.session.scalars(select(Member).order_by(Member.id)))


def test_real_workbook_goes_in(app: Flask) -> None:
    content = xlsx([["Qeydlər"], ["Bu vərəqdə heç nə yoxdur"]], REAL)
    first, second = women_of(content)
    assert (first.first_name, first.last_name, first.father_name) == ("Günel", "Əliyeva", "Rəşid")
    assert (first.birth_year, first.phone, first.reference) == (1987, "0501112233", None)
    assert "055 444 55 66" in first.contact_note
    assert first.settlement is not None and first.settlement.name_az == "Qalaqayın"
    assert (second.first_name, second.birth_year, second.phone) == ("Aygün", 1990, "(070) 300-40-50")


def test_columns_without_a_title_are_known_by_what_stands_in_them(app: Flask) -> None:
    lines = [
        ["Siyahı", "", ""],
        *([f"Əliyeva Günel {chr(at + 5)}əna", f"050 111 22 {at}", f"12.03.19{at}"] for at in range(60, 75)),
    ]
    with app.test_request_context():
        _sheet, _header, mapping = best_sheet(
            read_sheets("a.xlsx", xlsx(lines)), women_cells.COLUMNS, women_cells.NEEDED, women_cells.LOOKS
        )
    assert mapping == {0: "full_name", 1: "phone", 2: "birth_year"}


def test_village_merged_over_its_women_is_that_of_each(app: Flask) -> None:
    def village(book: object) -> None:
        book.worksheets()[0].merge_range("A2:A3", "Qalaqayın")  # type: ignore[attr-defined]

    lines = [["Kənd", "Ad", "Soyad"], ["", "Sevda", "Kanarova"], ["", "Nigar", "Hacıyeva"]]
    women = women_of(xlsx(lines, also=village))
    assert [woman.settlement.name_az for woman in women if woman.settlement] == ["Qalaqayın"] * 2


def test_open_document_goes_in(app: Flask) -> None:
    assert [woman.name for woman in women_of(ods(["Ad", "Soyad"], ["Sevda", "Kanarova"]), "a.ods")] == [
        "Sevda Kanarova"
    ]


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("Əliyeva Günel Rəşid qızı", ("Günel", "Əliyeva", "Rəşid")),
        ("Günel Əliyeva", ("Günel", "Əliyeva", "")),
        ("Əliyeva Günel", ("Günel", "Əliyeva", "")),
        ("ƏLİYEVA GÜNEL RƏŞİD Q.", ("GÜNEL", "ƏLİYEVA", "RƏŞİD")),
        ("Иванова Мария Петровна", ("Мария", "Иванова", "Петровна")),
        ("Мария Петровна Иванова", ("Мария", "Иванова", "Петровна")),
        ("Sevda", ("Sevda", "", "")),
        ("", ("", "", "")),
    ],
)
def test_name_in_one_cell_is_taken_apart(whole: str, parts: tuple[str, str, str]) -> None:
    assert split_name(whole) == parts


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("12.05.1987", 1987),
        ("1987-05-12", 1987),
        ("12/05/87", 1987),
        ("1987-ci il", 1987),
        ("31909", 1987),
        ("?", None),
    ],
)
def test_year_is_read_from_any_day(said: str, year: int | None) -> None:
    assert read_year(said) == year


def test_two_telephones_in_a_cell_are_two() -> None:
    assert split_phones("501112233, 055 444 55 66") == ("0501112233", ["055 444 55 66"])
    assert split_phones("050 111 22 33 və 0704445566")[1] == ["0704445566"]
    assert split_phones("yoxdur") == ("yoxdur", [])


def test_day_that_is_none_is_none() -> None:
    assert read_day("31.02.1990") is None and read_day("12.13.1990") == date(1990, 12, 13)


def test_place_with_its_rayon_is_taken_apart() -> None:
    assert split_place("Sabirabad rayonu, Qalaqayın kəndi") == ("Qalaqayın kəndi", "Sabirabad rayonu")
    assert split_place("Qalaqayın kəndi, Sabirabad r.") == ("Qalaqayın kəndi", "Sabirabad r")
    assert split_place("Qalaqayın") == ("Qalaqayın", "")
