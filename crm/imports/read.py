"""A spreadsheet (csv, xlsx) into rows of text under our own column names. What they mean is not known here."""

import csv
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO

from python_calamine import CalamineError, load_workbook

from crm.i18n import _
from crm.skills.fold import search_key

LARGEST_FILE = 20 * 1024 * 1024
#: What a small xlsx may unfold to; beyond that it is made to choke its reader.
LARGEST_UNFOLDED = 200 * 1024 * 1024
MOST_ROWS = 50_000
MOST_COLUMNS = 200
LONGEST_CELL = 6000
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

#: Answers that the program must find by itself are never read, whatever a file calls the rest.
FORBIDDEN = re.compile(r"gold|required concepts|desired concepts|discriminat|advisory|archetype|split|idea concepts")


class UnreadableFile(ValueError):
    """The file is no spreadsheet we can read; the message says what to do."""


@dataclass(frozen=True)
class Row:
    """One line of the list: where it stands in the file, its cells that are not empty by our names, and theirs."""

    line: int
    cells: Mapping[str, str]
    titles: Mapping[str, str]


def read_rows(name: str, content: bytes, columns: Mapping[str, Sequence[str]], needed: Sequence[str]) -> list[Row]:
    """`columns`: our name -> what people call it; one of `needed` must be there. Raises UnreadableFile."""
    if len(content) > LARGEST_FILE:
        raise UnreadableFile(_("The file is larger than 20 MB. Please split it."))
    if not content.strip():
        raise UnreadableFile(_("The file is empty."))
    lines = _xlsx(content) if content.startswith(b"PK") else _csv(name, content)
    first, *rest = lines or [(1, [])]
    ours = _named(first[1], columns)
    if not set(needed) & set(ours.values()):
        raise UnreadableFile(
            _("The first row must name the columns. Missing: %(columns)s.", columns=", ".join(columns[needed[0]][:3]))
        )
    titles = {name: first[1][at] for at, name in ours.items()}
    rows = (
        Row(line, {ours[at]: cell for at, cell in enumerate(cells) if at in ours and cell}, titles)
        for line, cells in rest
    )
    return [row for row in rows if row.cells]


def _named(head: Sequence[str], columns: Mapping[str, Sequence[str]]) -> dict[int, str]:
    """Position -> our name. The first column of a name counts."""
    called = {_key(said): ours for ours, many in columns.items() for said in (ours, *many)}
    found: dict[int, str] = {}
    for at, title in enumerate(head[:MOST_COLUMNS]):
        key = _key(title)
        if key in called and called[key] not in found.values() and not FORBIDDEN.search(key):
            found[at] = called[key]
    return found


def _key(title: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", search_key(title)).split())


def _clean(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, bool):
        cell = int(cell)
    return CONTROL.sub("", str(cell if cell is not None else "")).strip()[:LONGEST_CELL]


def _xlsx(content: bytes) -> list[tuple[int, list[str]]]:
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > LARGEST_UNFOLDED:
                raise UnreadableFile(_("The file is larger than 20 MB. Please split it."))
        sheet = load_workbook(BytesIO(content)).get_sheet_by_index(0)
        found = sheet.to_python(skip_empty_area=False)
    except (zipfile.BadZipFile, CalamineError, ValueError, IndexError) as wrong:
        if isinstance(wrong, UnreadableFile):
            raise
        raise UnreadableFile(_("This Excel file cannot be read. Please save it again as .xlsx or .csv.")) from wrong
    return _limited((line, [_clean(cell) for cell in cells]) for line, cells in enumerate(found, 1))


def _csv(name: str, content: bytes) -> list[tuple[int, list[str]]]:
    if b"\x00" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableFile(_("This is no spreadsheet. Please send an Excel file (.xlsx) or .csv."))
    if not name.lower().endswith((".csv", ".txt", ".tsv")):
        raise UnreadableFile(_("This is no spreadsheet. Please send an Excel file (.xlsx) or .csv."))
    text = _decoded(content)
    head = text.split("\n", 1)[0]
    separator = max((",", ";", "\t"), key=head.count)

    def lines() -> Iterator[tuple[int, list[str]]]:
        reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
        before = 0
        for cells in reader:
            # A cell may hold line breaks: the row begins after the end of the one before.
            yield before + 1, [_clean(cell) for cell in cells]
            before = reader.line_num

    try:
        return _limited(lines())
    except csv.Error as wrong:
        raise UnreadableFile(_("This CSV file cannot be read: %(why)s.", why=wrong)) from wrong


def _limited(lines: Iterable[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    found: list[tuple[int, list[str]]] = []
    for line in lines:
        if len(found) > MOST_ROWS:
            raise UnreadableFile(_("The list has more than %(rows)d rows. Please split it.", rows=MOST_ROWS))
        if found or any(line[1]):
            found.append(line)
    return found


def _decoded(content: bytes) -> str:
    """UTF-8 or UTF-16 where it is; otherwise old Windows files: Cyrillic letters come in runs, Turkish ones do not."""
    encodings = ["utf-16"] if content.startswith((b"\xff\xfe", b"\xfe\xff")) else []
    runs, high = len(re.findall(rb"[\xc0-\xff]{3,}", content)), len(re.findall(rb"[\x80-\xff]+", content))
    encodings += ["utf-8-sig", "cp1251" if runs * 2 > high else "cp1254"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeError:
            continue
    return content.decode("cp1254", "replace")
