"""The report in its shapes: JSON data (the public shape of `flask results report`), an Excel file, a PDF."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

from flask import current_app

from crm.config import ROOT
from crm.formats import day
from crm.forms import today
from crm.i18n import _, _n, language
from crm.paper import pdf
from crm.results import wording
from crm.results.report import Line, Report

MIME = {"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "pdf": "application/pdf"}
STYLE = ROOT / "crm" / "data" / "report.css"
#: What begins like this could be a formula for a spreadsheet that guesses: it is written as text, always.
PLAIN_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def as_data(report: Report) -> dict[str, Any]:
    return {
        "indicators": [_line(line) for line in report.lines],
        "reconciliation": report.reconciliation,
        "left_out_without_consent": report.left_out,
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "code": line.indicator.code,
        "name": line.indicator.official,
        "unit": line.indicator.unit,
        "baseline": line.indicator.baseline,
        "target": line.target,
        "value": line.figure.value,
        "numerator": line.figure.numerator,
        "denominator": line.figure.denominator,
        "disaggregation": line.figure.disaggregation,
        "parts": line.figure.parts,
        "left_out_without_consent": line.figure.left_out,
    }


def as_excel(report: Report, centre: str | None) -> bytes:
    """Three sheets: indicators, parts and breakdowns, reconciliation."""
    from xlsxwriter import Workbook

    out = BytesIO()
    book = Workbook(out, PLAIN_TEXT)
    bold = book.add_format({"bold": True})
    head = [_("Code"), _("Indicator"), _("Unit"), _("Baseline"), _("Target"), _("Figure"), _("Not counted")]
    figures = list(map(_excel_row, report.lines))
    sums = [(str(wording.PARTS.get(name) or name), number) for name, number in _sums(report)]
    for title, columns, table in (
        (_("Indicators"), head, figures),
        (_("Taken apart"), [_("Code"), _("By"), _("Which"), _("Figure")], list(_taken_apart(report))),
        (_("Livelihoods"), [_("Way"), _("Women")], sums),
    ):
        sheet = book.add_worksheet(title[:31])
        sheet.write_string(0, 0, about(report, centre))
        sheet.write_string(1, 0, left_out_words(report))
        for column, text in enumerate(columns):
            sheet.write_string(2, column, text, bold)
        for number, values in enumerate(table, 3):
            for column, value in enumerate(values):
                _cell(sheet, number, column, value)
        sheet.set_column(1, 2, 48)
    book.close()
    return out.getvalue()


def _excel_row(line: Line) -> tuple[Any, ...]:
    known = line.indicator
    return (
        known.code,
        str(known.name),
        known.unit,
        known.baseline,
        line.target,
        line.figure.value,
        line.figure.left_out or None,
    )


def _cell(sheet: Any, row: int, column: int, value: Any) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, value)
    elif value is not None:
        sheet.write_number(row, column, value)


def _sums(report: Report) -> Iterator[tuple[str, Any]]:
    for name, number in report.reconciliation.items():
        yield {"total": _("in all"), "overlap": _("on more than one way, counted once")}.get(name, name), number


def _taken_apart(report: Report) -> Iterator[tuple[str, str, str, Any]]:
    for line in report.lines:
        for part, number in line.figure.parts.items():
            yield line.indicator.code, _("Part"), str(wording.PARTS.get(part, part)), number
        for dimension, values in line.figure.disaggregation.items():
            for value, number in values.items():
                label = str(wording.value_label(dimension, value))
                yield line.indicator.code, str(wording.DIMENSIONS[dimension]), label, number


def about(report: Report, centre: str | None) -> str:
    """One line: whose figures, which days, written when."""
    scope, whose = report.scope, centre or _("All centres")
    if scope.first or scope.last:
        first, last = day(scope.first), day(scope.last or today())
        return str(_("%(centre)s, %(first)s to %(last)s", centre=whose, first=first, last=last))
    return str(_("%(centre)s, from the beginning to %(day)s", centre=whose, day=day(today())))


def left_out_words(report: Report) -> str:
    """One line: how many women no figure counts because they have not agreed to it."""
    if not report.left_out:
        return str(_("Every woman it is about has agreed to be counted."))
    return str(
        _n(
            "Not counted: %(num)s woman who has not agreed to be in reports.",
            "Not counted: %(num)s women who have not agreed to be in reports.",
            report.left_out,
        )
    )


def as_pdf(report: Report, centre: str | None) -> bytes:
    """Printed from a template of its own. Raises CannotWrite without Pango."""
    page = current_app.jinja_env.get_template("results/report.html").render(
        report=report,
        about=about(report, centre),
        left_out=left_out_words(report),
        wording=wording,
        sums=list(_sums(report)),
        locale=language(),
    )
    return pdf(page, STYLE)


FILES: dict[str, Callable[[Report, str | None], bytes]] = {"xlsx": as_excel, "pdf": as_pdf}
