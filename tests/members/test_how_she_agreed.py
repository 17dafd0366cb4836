"""How she agreed: on paper with its scan, on the screen, by phone before a witness; the words of that day stay readable."""

from hashlib import sha256
from io import BytesIO

import pytest
from flask.testing import FlaskClient

from crm.extensions import db
from crm.i18n import LANGUAGES
from crm.members import consent_text
from crm.members.enums import Purpose
from crm.members.models import Consent
from tests import factories

PDF = b"%PDF-1.4\n1 0 obj\nendobj\n%%EOF\n"


def given() -> Consent:
    return db.session.query(Consent).order_by(Consent.id.desc()).first() or pytest.fail("no consent")


def test_phone_needs_a_witness_and_keeps_her_name(staff: FlaskClient) -> None:
    her = factories.member(agrees_to=())
    db.session.commit()
    url = f"/members/{her.id}/consents/new?purpose=services"
    assert factories.post(staff, url, purpose="services", manner="phone").status_code == 422
    assert factories.post(staff, url, purpose="services", manner="phone", witness="Elnarə").status_code == 303
    assert (given().witness, given().text_version) == ("Elnarə", consent_text.VERSION)
    assert "Elnarə" in staff.get(f"/members/{her.id}").text


def test_signed_paper_is_kept_and_taken_again(staff: FlaskClient) -> None:
    her = factories.member(agrees_to=())
    db.session.commit()
    url = f"/members/{her.id}/consents/new?purpose=photos"
    wrong = factories.post(staff, url, purpose="photos", manner="paper", paper=(BytesIO(b"MZ program"), "a.pdf"))
    assert wrong.status_code == 422
    assert db.session.query(Consent).count() == 0
    sent = factories.post(staff, url, purpose="photos", manner="paper", paper=(BytesIO(PDF), "Razılıq.pdf"))
    assert sent.status_code == 303
    scan = staff.get(f"/members/{her.id}/consents/{given().id}/scan")
    assert (scan.data, scan.mimetype) == (PDF, "application/pdf")


def test_older_words_stay_as_she_read_them(staff: FlaskClient) -> None:
    her, partner = factories.member(agrees_to=()), factories.partner("Ulduz")
    old = factories.consent(her, Purpose.SHARING, partner, text_version="2026-11", language="ru")
    lost = factories.consent(her, Purpose.SERVICES, text_version="1999")
    other = factories.consent(factories.member(centre=factories.centre("Neftçala")), Purpose.SERVICES)
    db.session.commit()
    then = staff.get(f"/members/{her.id}/consents/{old.id}").text
    now = staff.get(f"/members/{her.id}/consents/new?purpose=sharing&partner_id={partner.id}").text
    for text, new in ((then, False), (now, True)):
        assert ("why the work suits you" in text) is new
    assert "saxlanmayıb" in staff.get(f"/members/{her.id}/consents/{lost.id}").text
    assert staff.get(f"/members/{her.id}/consents/{other.id}").status_code == 404
    assert staff.get(f"/members/{other.member_id}/consents/{other.id}").status_code == 404
    assert staff.get(f"/members/{her.id}/consents/{old.id}/scan").status_code == 404


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_sheet_to_sign_is_a_pdf(staff: FlaskClient, language: str) -> None:
    her = factories.member()
    db.session.commit()
    answer = staff.get(f"/members/{her.id}/consents/sheet.pdf?purpose=reports&language={language}")
    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF-")


#: Who changes a word that women have agreed to adds a version instead (crm/members/consent_text.py).
KEPT = {"2026-11": "dbb7044e1bbb5a4d", "2026-11b": "71422fa67b3e3155"}


@pytest.mark.parametrize("version", list(KEPT))
def test_no_word_of_a_version_changes(staff: FlaskClient, version: str) -> None:
    her, partner = factories.member("Aygün", "Həsənova"), factories.partner("Ulduz")
    said = [
        wording.parts
        for purpose in (Purpose.SERVICES, Purpose.REPORTS, Purpose.SHARING, Purpose.PHOTOS, Purpose.SPECIAL_CATEGORIES)
        for wording in consent_text.wordings(her, purpose, partner if purpose == Purpose.SHARING else None, version)
    ]
    assert sha256(repr(said).encode()).hexdigest()[:16] == KEPT[version]
