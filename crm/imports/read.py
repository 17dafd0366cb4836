"""A spreadsheet (xlsx, ods, csv) into lines of text, sheet by sheet. What they mean is not known here."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO, StringIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, load_workbook

from crm.i18n import _
from crm.imports.safe_file import UnreadableFile, check, is_packed

MOST_ROWS = 50_000
DEEPEST_ROW = 2 * MOST_ROWS
MOST_COLUMNS = 200
LONGEST_CELL = 6000
#: Lines at the top of a file that tell what parts its cells.
TOP = 20
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

#: Where it stands in the file, and what its cells say.
Line = tuple[int, list[str]]


@dataclass(frozen=True)
class Sheet:
    """A sheet of the file; a csv is one without a name."""

    name: str
    lines: Sequence[Line]


def read_sheets(name: str, content: bytes) -> list[Sheet]:
    """Every sheet with something on it. Raises UnreadableFile."""
    check(content)
    sheets = _workbook(content) if is_packed(content) else [Sheet("", _csv(name, content))]
    filled = [sheet for sheet in sheets if sheet.lines]
    if not filled:
        raise UnreadableFile(_("The file is empty."))
    return filled


def _workbook(content: bytes) -> list[Sheet]:
    try:
        with load_workbook(BytesIO(content)) as book:
            kinds = (one for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet)
            return [Sheet(one.name, _lines_of(book, one.name)) for one in kinds]
    except (CalamineError, ValueError, IndexError, OverflowError, OSError) as wrong:
        if isinstance(wrong, UnreadableFile):
            raise
        raise UnreadableFile(_("This Excel file cannot be read. Please save it again as .xlsx or .csv.")) from wrong


def _lines_of(book: CalamineWorkbook, name: str) -> list[Line]:
    sheet = book.get_sheet_by_name(name)
    if sheet.start is None or sheet.end is None:
        return []
    if sheet.end[0] >= DEEPEST_ROW:
        raise UnreadableFile(_("The list has more than %(rows)d rows. Please split it.", rows=MOST_ROWS))
    found = sheet.to_python(skip_empty_area=False)
    lines = [(number, [_clean(cell) for cell in cells[:MOST_COLUMNS]]) for number, cells in enumerate(found, 1)]
    _spread_down(sheet, lines)
    return _limited(lines)


def _spread_down(sheet: CalamineSheet, lines: list[Line]) -> None:
    """A cell merged over several rows says the same of each of them: the village written once beside its women."""
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if left != right or left >= MOST_COLUMNS or top >= len(lines):
            continue
        for row in range(top + 1, min(bottom + 1, len(lines))):
            if any(lines[row][1]):  # an empty row stays one
                lines[row][1][left] = lines[top][1][left]


def _csv(name: str, content: bytes) -> list[Line]:
    if not name.lower().endswith((".csv", ".txt", ".tsv")):
        raise UnreadableFile(_("This is no spreadsheet. Please send an Excel file (.xlsx) or .csv."))
    text = _decoded(content)
    if "\x00" in text[:4096]:
        raise UnreadableFile(_("This is no spreadsheet. Please send an Excel file (.xlsx) or .csv."))
    separator = _separator(text)

    def lines() -> Iterator[Line]:
        reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
        before = 0
        for cells in reader:
            # A cell may hold line breaks: the row begins after the end of the one before.
            yield before + 1, [_clean(cell) for cell in cells[:MOST_COLUMNS]]
            before = reader.line_num

    try:
        return _limited(lines())
    except csv.Error as wrong:
        raise UnreadableFile(_("This CSV file cannot be read: %(why)s.", why=wrong)) from wrong


def _separator(text: str) -> str:
    """What parts the cells: it stands in most of the first lines (a title above them has none), and oftenest."""
    top = [re.sub(r'"[^"]*"', "", line) for line in text.splitlines()[:TOP] if line.strip()]
    return max(
        (",", ";", "\t"), key=lambda mark: (sum(mark in line for line in top), sum(line.count(mark) for line in top))
    )


def _limited(lines: Iterable[Line]) -> list[Line]:
    """Without empty lines; their numbers stay those of the file."""
    found: list[Line] = []
    for line in lines:
        if not any(line[1]):
            continue
        if len(found) > MOST_ROWS:
            raise UnreadableFile(_("The list has more than %(rows)d rows. Please split it.", rows=MOST_ROWS))
        found.append(line)
    return found


def _clean(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, bool):
        cell = int(cell)
    if isinstance(cell, datetime):
        cell = cell.date() if cell.time() == time() else cell
    if isinstance(cell, date):
        cell = cell.isoformat()
    return CONTROL.sub("", str(cell if cell is not None else "")).strip()[:LONGEST_CELL]


def _decoded(content: bytes) -> str:
    """UTF-8 or UTF-16 where it is; otherwise old Windows files: Cyrillic letters come in runs, Turkish ones do not."""
    encodings = _utf_16(content)
    runs, high = len(re.findall(rb"[\xc0-\xff]{3,}", content)), len(re.findall(rb"[\x80-\xff]+", content))
    encodings += ["utf-8-sig", "cp1251" if runs * 2 > high else "cp1254"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeError:
            continue
    return content.decode("cp1254", "replace")


def _utf_16(content: bytes) -> list[str]:
    """With its mark, or without one: every second byte of our three alphabets is then at most 5, and some are nought."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ["utf-16"]
    top = content[: min(len(content), 4096) // 2 * 2]
    for half, encoding in ((top[1::2], "utf-16-le"), (top[::2], "utf-16-be")):
        if b"\x00" in half and all(byte <= 5 for byte in half):
            return [encoding]
    return []
