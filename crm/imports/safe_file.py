"""Which files are refused before anything reads them, each with the reason and what to do. By content, never by name."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from crm.i18n import _

LARGEST_FILE = 20 * 1024 * 1024
#: What a packed file may unfold to, and how many times its size a part of it may; a bomb is thousands of times.
LARGEST_UNFOLDED = 200 * 1024 * 1024
MOST_TIMES, SMALL_PART = 250, 4 * 1024 * 1024
MOST_PARTS = 2000
#: Rows times columns that a sheet may reach over, whatever stands in between.
LARGEST_AREA = 3_000_000
#: A cell that says "I stand here so many times" may say so this often.
MOST_REPEATED = 1000

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OTHER_KINDS = (
    b"%PDF",
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"GIF8",
    b"MZ",
    b"\x7fELF",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"{\\rtf",
)

_VALUED = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,4})(\d{1,9})"[^>]*(?<!/)>\s*<(?:\w+:)?(?:v|is|f)\b')
_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d{1,9})"')
_UNPLACED = re.compile(rb"<(?:\w+:)?c\b(?![^>]*\br=)[^>]*(?<!/)>\s*<(?:\w+:)?(?:v|is|f)\b")
_ODS = re.compile(rb"<table:table-row\b[^>]*>|<table:table-cell\b[^>]*>")
_ODS_ROWS = re.compile(rb'number-rows-repeated="(\d{1,12})"')
_ODS_COLUMNS = re.compile(rb'number-columns-repeated="(\d{1,12})"')


#: What unpacking raises for a file that is cut off, changed or packed in a way nobody asked for.
DAMAGED = (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError)


class UnreadableFile(ValueError):
    """The file is no spreadsheet we can read; the message says what to do."""


def check(content: bytes) -> None:
    """Raises UnreadableFile."""
    if len(content) > LARGEST_FILE:
        raise UnreadableFile(_("The file is larger than 20 MB. Please split it."))
    if not content.strip():
        raise UnreadableFile(_("The file is empty."))
    if content.startswith(OLD_OFFICE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise UnreadableFile(
                _("The file is locked with a password. Open it, take the password away and save it again.")
            )
        raise UnreadableFile(_("This is an old Excel file (.xls). Please save it as .xlsx or .csv."))
    if content.startswith(OTHER_KINDS):
        raise UnreadableFile(_("This is no spreadsheet. Please send an Excel file (.xlsx) or .csv."))
    if re.match(rb"\s*<(!doctype html|html|\?xml|table)", content[:200], re.IGNORECASE):
        raise UnreadableFile(
            _("This is a web page with the name of a spreadsheet. Open it in Excel and save it as .xlsx.")
        )
    if is_packed(content):
        _check_packed(content)


def is_packed(content: bytes) -> bool:
    return content.startswith(b"PK")


def _check_packed(content: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            parts = packed.infolist()
            names = {part.filename.lower() for part in parts}
            if any(part.flag_bits & 1 for part in parts):
                raise UnreadableFile(
                    _("The file is locked with a password. Open it, take the password away and save it again.")
                )
            if len(parts) > MOST_PARTS or any(_is_bomb(part) for part in parts):
                raise UnreadableFile(_too_much())
            if sum(part.file_size for part in parts) > LARGEST_UNFOLDED:
                raise UnreadableFile(_too_much())
            if any(name.endswith("vbaproject.bin") or name.startswith("basic/") for name in names):
                raise UnreadableFile(
                    _("There are programs (macros) in this file. Please save it as .xlsx without them.")
                )
            for part in parts:
                _check_part(packed, part)
    except UnreadableFile:
        raise
    except DAMAGED as wrong:
        raise UnreadableFile(_("The file is damaged. Please save it again as .xlsx or .csv.")) from wrong


def _too_much() -> str:
    return str(_("The file unfolds to far more than it seems to hold. It is not opened."))


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    return part.file_size > SMALL_PART and part.file_size > MOST_TIMES * max(part.compress_size, 1)


def _check_part(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Unfolds it whole: a part that says a wrong size is found out by its checksum before another program trusts it."""
    text = packed.read(part)
    name = part.filename.lower()
    if re.search(r"xl/worksheets/[^/]+\.xml$", name):
        _check_area(_reach(text))
    elif name == "content.xml":
        for area in _ods_areas(text):
            _check_area(area)


def _check_area(area: int) -> None:
    if area > LARGEST_AREA:
        raise UnreadableFile(
            _(
                "A cell stands far away from the list, in a row or column nobody sees. Copy the list alone into a new file."
            )
        )


def _reach(sheet: bytes) -> int:
    """Rows times columns between the outermost cells that hold something."""
    rows: list[int] = []
    columns: list[int] = []
    for letters, row in _VALUED.findall(sheet):
        rows.append(int(row))
        columns.append(_column(letters))
    if _UNPLACED.search(sheet):
        rows += [1, *(int(row) for row in _ROW.findall(sheet))]
        columns += [1, 100]
    return (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1) if rows else 0


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _ods_areas(text: bytes) -> Iterator[int]:
    """For each cell that holds something: how many cells it claims to be."""
    times = 1
    for tag in _ODS.findall(text):
        if tag.startswith(b"<table:table-row"):
            times = _repeated(_ODS_ROWS, tag)
        elif b"office:value-type" in tag:
            here = times * _repeated(_ODS_COLUMNS, tag)
            yield LARGEST_AREA + 1 if here > MOST_REPEATED else here


def _repeated(pattern: re.Pattern[bytes], tag: bytes) -> int:
    found = pattern.search(tag)
    return int(found.group(1)) if found else 1
