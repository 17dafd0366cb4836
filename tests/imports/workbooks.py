"""Spreadsheets for tests, made in memory: real ones, and ones nobody should open."""

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

from xlsxwriter import Workbook

EMPTY_ROW = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'


def xlsx(*sheets: Sequence[Sequence[Any]], also: Callable[[Workbook], None] | None = None) -> bytes:
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    for lines in sheets:
        sheet = book.add_worksheet()
        for number, line in enumerate(lines):
            for column, cell in enumerate(line):
                sheet.write(number, column, cell)
    if also:
        also(book)
    book.close()
    return out.getvalue()


def repacked(content: bytes, **changed: bytes) -> bytes:
    """The same file with parts put in; `__` in a name stands for a slash, `_` before the ending for its dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = {
            name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"): text
            for name, text in changed.items()
        }
        for part in old.infolist():
            if part.filename not in names:
                new.writestr(part, old.read(part))
        for name, text in names.items():
            new.writestr(name, text)
    return out.getvalue()


def ods(*lines: Sequence[str], row: str = EMPTY_ROW) -> bytes:
    def cell(text: str) -> str:
        return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'

    rows = "".join(f"<table:table-row>{''.join(map(cell, line))}</table:table-row>" for line in lines)
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="Siyahı">{rows}{row}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", kind)
        packed.writestr("META-INF/manifest.xml", manifest)
        packed.writestr("content.xml", content)
    return out.getvalue()
