"""Pages on paper: a PDF file of finished HTML. Nothing is fetched from anywhere."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from crm.i18n import _


class CannotWrite(Exception):
    """The text says what this machine lacks for the file."""


def pdf(html: str, style: Path) -> bytes:
    """Raises CannotWrite without Pango."""
    return bytes(_laid_out(html, style).write_pdf())


def pdf_on_one_page(versions: Iterable[str], style: Path) -> bytes:
    """The first version that stands on one page, or the last one. Raises CannotWrite without Pango."""
    for html in versions:
        document = _laid_out(html, style)
        if len(document.pages) == 1:
            break
    return bytes(document.write_pdf())


def _laid_out(html: str, style: Path) -> Any:
    try:
        from weasyprint import CSS, HTML
    except OSError as missing:
        text = _("PDF files need the Pango library, which is missing here. Take the Excel file or print the page.")
        raise CannotWrite(text) from missing
    document = HTML(string=html, url_fetcher=_fetch_nothing)
    return document.render(stylesheets=[CSS(string=style.read_text(encoding="utf-8"))])


def _fetch_nothing(url: str, *_: Any, **__: Any) -> NoReturn:
    raise ValueError(f"a page on paper fetches nothing, not even {url}")
