"""The report as JSON (the public shape of `flask results report`)."""

from typing import Any

from crm.results.report import Line, Report


def as_data(report: Report) -> dict[str, Any]:
    return {"indicators": [_line(line) for line in report.lines], "reconciliation": report.reconciliation}


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
    }
