"""Files made to harm, or by mistake: refused with a reason a person understands, before anything is unfolded."""

import struct
from collections.abc import Sequence
from contextlib import suppress

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_babel import force_locale
from hypothesis import given, settings
from hypothesis import strategies as st

from crm.imports import women_cells
from crm.imports.cells import BadRow
from crm.imports.headers import best_sheet, rows_of
from crm.imports.read import Sheet, _clean, read_sheets
from crm.imports.safe_file import UnreadableFile
from tests.imports.test_lists import send
from tests.imports.workbooks import ods, repacked, xlsx

GOOD = xlsx([["ad", "soyad"], ["Sevda", "Kanarova"]])
SHEET = "xl__worksheets__sheet1_xml"


def sheet_xml(cells: str) -> bytes:
    return (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<dimension ref="A1:XFD1048576"/><sheetData>{cells}</sheetData></worksheet>'
    ).encode()


def lying_about_its_size() -> bytes:
    """A part of 30 MB that says it has ten bytes."""
    content = bytearray(repacked(GOOD, xl__media__a_bin=b"\0" * 30_000_000))
    at = content.rfind(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(content)


def locked() -> bytes:
    content = bytearray(GOOD)
    at = content.find(b"PK\x01\x02")
    content[at + 8] |= 1
    return bytes(content)


CORNERS = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
UNPLACED = '<row r="1"><c><v>1</v></c></row><row r="1048576"><c><v>1</v></c></row>'
MANY_TIMES = (
    '<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="string" '
    'table:number-columns-repeated="1000"><text:p>a</text:p></table:table-cell></table:table-row>'
)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("bomb.xlsx", repacked(GOOD, xl__media__a_bin=b"\0" * 60_000_000), "unfolds"),
        ("lies.xlsx", lying_about_its_size(), "damaged"),
        ("locked.xlsx", locked(), "password"),
        ("encrypted.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Excel"),
        ("macro.xlsm", repacked(GOOD, xl__vbaProject_bin=b"\xd0\xcf"), "macros"),
        ("renamed.xlsx", repacked(GOOD, xl__vbaProject_bin=b"\xd0\xcf"), "macros"),
        ("page.xls", b"<html><table><tr><td>ad</td></tr></table></html>", "web page"),
        ("paper.csv", b"%PDF-1.7 ...", "no spreadsheet"),
        ("photo.xlsx", b"\xff\xd8\xff\xe0 JFIF", "no spreadsheet"),
        ("program.csv", b"MZ\x90\0", "no spreadsheet"),
        ("cut.xlsx", GOOD[: len(GOOD) // 2], "damaged"),
        ("corners.xlsx", repacked(GOOD, **{SHEET: sheet_xml(CORNERS)}), "far away"),
        ("unplaced.xlsx", repacked(GOOD, **{SHEET: sheet_xml(UNPLACED)}), "far away"),
        ("often.ods", ods(["ad", "soyad"], row=MANY_TIMES), "far away"),
        ("empty.xlsx", xlsx([]), "empty"),
        ("empty.csv", b"\n\n ;;; \n", "empty"),
        ("no-sheet.xlsx", repacked(GOOD, xl__workbook_xml=b"<x/>"), "again|empty"),
    ],
)
def test_file_is_refused_with_its_reason(app: Flask, name: str, content: bytes, said: str) -> None:
    with app.test_request_context(), force_locale("en"), pytest.raises(UnreadableFile, match=said):
        read_sheets(name, content)


def test_refusal_stands_beside_the_field_and_nothing_is_kept(staff: FlaskClient) -> None:
    staff.get("/language/en?next=/")
    answer = send(staff, locked(), "list.xlsx")
    assert answer.status_code == 422 and "password" in answer.text


def test_200_megabytes_are_not_unfolded(app: Flask) -> None:
    with app.test_request_context(), force_locale("en"), pytest.raises(UnreadableFile, match="larger than 20 MB"):
        read_sheets("a.xlsx", GOOD + b"a" * (200 * 1024 * 1024))


def test_million_empty_rows_below_the_list_do_no_harm(app: Flask) -> None:
    styled = '<row r="1"><c r="A1" t="inlineStr"><is><t>ad</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Sevda</t></is></c></row>'
    empty = "".join(f'<row r="{number}"><c r="A{number}" s="1"/></row>' for number in range(3, 200_000))
    (sheet,) = read_sheets("a.xlsx", repacked(GOOD, **{SHEET: sheet_xml(styled + empty)}))
    assert [line for line, _cells in sheet.lines] == [1, 2]
    assert len(read_sheets("a.ods", ods(["ad"], ["Sevda"]))[0].lines) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_of_any_maker_is_read(app: Flask, encoding: str, mark: str) -> None:
    text = f"Имя{mark}Фамилия\nСветлана{mark}Орлова\n"
    (sheet,) = read_sheets("a.csv", text.encode(encoding))
    assert sheet.lines[1] == (2, ["Светлана", "Орлова"])


def test_formula_comes_in_as_text_and_goes_out_as_text(staff: FlaskClient) -> None:
    names = ("=HYPERLINK(1)", "+994 50 111 22 33", "@SUM(1)", "-1+2")
    content = "ad;soyad;qeyd\n" + "".join(f"Qadın;A{at};{name}\n" for at, name in enumerate(names))
    rows = read_sheets("a.csv", content.encode())[0].lines
    assert [cells[2] for _line, cells in rows[1:]] == list(names)


@settings(max_examples=120)
@given(st.binary(max_size=400) | st.binary(max_size=200).map(lambda end: GOOD[:-30] + end))
def test_any_bytes_are_read_or_refused(whole_app: Flask, content: bytes) -> None:
    with whole_app.test_request_context():
        try:
            sheets = read_sheets("a.csv", content)
        except UnreadableFile:
            return
        _read_through(sheets)


@settings(max_examples=120)
@given(st.lists(st.lists(st.text(max_size=30), min_size=1, max_size=6), min_size=1, max_size=8))
def test_any_table_is_mapped_without_falling_over(whole_app: Flask, lines: list[list[str]]) -> None:
    with whole_app.test_request_context():
        kept = [(number, [_clean(cell) for cell in cells]) for number, cells in enumerate(lines, 1)]
        kept = [line for line in kept if any(line[1])]
        if kept:
            _read_through([Sheet("", kept)])


def _read_through(sheets: Sequence[Sheet]) -> None:
    sheet, header, mapping = best_sheet(sheets, women_cells.COLUMNS, women_cells.NEEDED, women_cells.LOOKS)
    for row in rows_of(sheet, header, mapping):
        with suppress(BadRow):
            women_cells.values_of(row)
