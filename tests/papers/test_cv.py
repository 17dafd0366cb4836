"""Her CV: one page whatever is known of her, in three languages, with nothing in it that she did not choose."""

import re
import zlib
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_babel import force_locale

from crm.accounts.models import User
from crm.audit.enums import Action
from crm.audit.models import AuditEntry
from crm.extensions import db
from crm.members.enums import Education
from crm.papers import cv
from tests import factories

SignIn = Callable[[User], FlaskClient]


def pages(made: bytes) -> int:
    """As the root of a PDF's pages counts them."""
    assert made.startswith(b"%PDF")
    parts = [zlib.decompress(part) for part in re.findall(rb"stream\n(.*?)\nendstream", made, re.DOTALL)]
    return int(re.findall(rb"/Count (\d+)", b"".join([made, *parts]))[0])


def test_she_chooses_what_is_in_it_and_gets_the_file(app: Flask, sign_in: SignIn) -> None:
    her = factories.member("Zərnigar", phone="050 111 22 33", birth_year=1990, skills=("sewing",))
    browser = sign_in(factories.member_user(her))
    assert factories.post(browser, "/my/cv", about="Səliqəli işləyirəm", with_place="y").status_code == 303
    page = browser.get("/my/cv").text
    assert "Səliqəli işləyirəm" in page
    answer = browser.get("/my/cv.pdf?lang=ru")
    assert answer.data.startswith(b"%PDF")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="cv.pdf"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert browser.get("/my/cv.pdf?look=yes").headers["Content-Disposition"].startswith("inline")
    with app.test_request_context():
        choice = cv.choice_of(her)
        written = cv.written(her, choice)
        assert "Səliqəli işləyirəm" in written
        assert "050 111 22 33" not in written
        assert "1990" not in written
        choice.with_phone = choice.with_birth_year = True
        written = cv.written(her, choice)
        assert "050 111 22 33" in written
        assert "1990" in written


@pytest.mark.parametrize("code", ["az", "ru", "en"])
def test_it_is_one_page_for_whom_little_is_known_and_for_whom_much(app: Flask, code: str) -> None:
    thin = factories.member("Ay")
    full = factories.member(
        "Zərnigar-Şəhrəbanu",
        "Məmmədhüseynzadə-Əliyeva",
        skills=("sewing",),
        experience_text="On il tikiş sexində işləmişəm, usta olmuşam. " * 70,
        skills_text="tikirəm",
        education=Education.SECONDARY,
        experience_years=10,
    )
    with app.test_request_context():
        for member in (thin, full):
            assert pages(cv.as_pdf(member, code)) == 1
        with force_locale(code):
            assert "None" not in cv.written(thin, cv.choice_of(thin))


def test_staff_make_it_with_her_and_it_is_noted(staff: FlaskClient, sign_in: SignIn) -> None:
    her = factories.member()
    db.session.commit()
    page = f"/members/{her.id}/cv"
    assert factories.post(staff, page, about="Bacarıqlıdır", with_phone="y").status_code == 303
    assert factories.post(staff, page, about="köhnə", version="0").status_code == 409
    assert staff.get(f"{page}.pdf").data.startswith(b"%PDF")
    noted = db.session.query(AuditEntry).filter_by(action=Action.EXPORTED, thing_id=her.id).one()
    assert noted.changes == {"what": "cv"}
    other = sign_in(factories.user(centre=factories.centre("Neftçala")))
    assert other.get(page).status_code == 404
    assert other.get(f"{page}.pdf").status_code == 404
