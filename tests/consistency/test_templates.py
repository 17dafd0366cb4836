"""Templates as they are written: every one can be parsed, none carries a script, a style or a handler of its own."""

import re

import pytest
from flask import Flask
from jinja2 import StrictUndefined

from crm.config import ROOT

FOLDER = ROOT / "templates"
TEMPLATES = sorted(str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*.html"))

#: Data for machines is no script: browsers do not run it and the policy of scripts does not touch it.
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/ld\+json\")", re.I)
FORBIDDEN = {
    "a script inside the page": INLINE_SCRIPT,
    "a style sheet inside the page": re.compile(r"<style\b", re.I),
    "a style attribute": re.compile(r"\sstyle=", re.I),
    "a handler": re.compile(r"\son[a-z]+\s*=|\bhx-on\b|javascript:", re.I),
    "a text that is not escaped": re.compile(r"\|\s*safe\b|autoescape\s+false", re.I),
    "a second look at who clicked": re.compile(r"request\.htmx\.(target|trigger)"),
}
#: Printed, never shown in a browser.
PRINTED = {
    "results/report.html",
    "partners/women_near_paper.html",
    "members/consent_sheet.html",
    "papers/cards_paper.html",
    "papers/cv_paper.html",
}


PAGES = sorted({name for name in TEMPLATES if not re.search(r"(^|/)_", name)} - PRINTED - {"base.html"})


def source(name: str) -> str:
    return (FOLDER / name).read_text()


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_template_carries(what: str) -> None:
    assert [name for name in TEMPLATES if FORBIDDEN[what].search(source(name))] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_the_frame_of_all_pages_and_a_title(name: str) -> None:
    text = source(name)
    assert "{% extends" in text
    if not name.startswith("errors/"):  # their frame makes the title from the heading
        assert "{% block title %}" in text


def test_every_template_can_be_parsed(plain_app: Flask) -> None:
    for name in TEMPLATES:
        plain_app.jinja_env.get_template(name)


def test_an_undefined_name_is_a_mistake(plain_app: Flask) -> None:
    assert plain_app.jinja_env.undefined is StrictUndefined
