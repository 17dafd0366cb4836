"""Agreements with their scans, further sites, hours of contact: what staff keeps, what is refused, what others never see."""

from datetime import timedelta
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from PIL import Image
from sqlalchemy import func, select

from crm.audit.enums import Action
from crm.audit.models import AuditEntry
from crm.extensions import db
from crm.forms import today
from crm.partners.enums import Stage
from crm.partners.models import Agreement, Contact, Partner, PartnerSite
from crm.stored_file import StoredFile
from tests import factories

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


@pytest.fixture
def partner(staff: FlaskClient) -> Partner:
    made = factories.partner("Muğan Balıq")
    db.session.commit()
    return made


def photo_with_a_place() -> bytes:
    picture = Image.new("RGB", (40, 20), "red")
    exif = Image.Exif()
    exif.get_ifd(0x8825)[2] = (40.0, 0.5, 0.0)
    exif[0x010E] = "taken at her house"
    out = BytesIO()
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_a_signed_agreement_moves_the_partner_on_and_its_scan_can_be_taken(
    staff: FlaskClient, partner: Partner
) -> None:
    url = f"/partners/{partner.id}/agreements/new"
    draft = factories.post(staff, url, number="12/A")
    assert draft.status_code == 303
    assert partner.stage == Stage.PROSPECT
    paper = db.session.scalars(select(Agreement)).one()
    signed = factories.post(
        staff,
        f"/partners/{partner.id}/agreements/{paper.id}",
        version=paper.version,
        number="12/A",
        signed_on=today().isoformat(),
        paper=(BytesIO(PDF), "müqavilə.exe"),
    )
    assert signed.status_code == 303
    assert partner.stage == Stage.AGREEMENT
    assert "12/A" in staff.get(signed.location).text
    scan = staff.get(f"/partners/{partner.id}/agreements/{paper.id}/file")
    assert scan.data == PDF
    assert scan.mimetype == "application/pdf"
    assert scan.headers["Content-Disposition"].startswith("attachment")
    assert ".exe" not in scan.headers["Content-Disposition"]
    looks = select(func.count()).where(AuditEntry.thing == "agreements", AuditEntry.action == Action.EXPORTED)
    assert db.session.scalar(looks) == 1


@pytest.mark.parametrize(
    "content", [b"", b"<script>alert(1)</script>", b"MZ\x90\x00", b"%PDF-1.4 cut off", b"\xff\xd8\xff broken"]
)
def test_what_is_no_paper_is_refused_beside_its_field(staff: FlaskClient, partner: Partner, content: bytes) -> None:
    url = f"/partners/{partner.id}/agreements/new"
    answer = factories.post(staff, url, number="77-Q", paper=(BytesIO(content), "a.pdf"))
    assert answer.status_code == 422
    assert "paper-error" in answer.text
    assert "77-Q" in answer.text
    assert db.session.scalar(select(func.count()).select_from(StoredFile)) == 0


def test_a_file_that_is_too_large_is_refused(
    staff: FlaskClient, partner: Partner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crm.files.LARGEST", len(PDF) - 1)
    url = f"/partners/{partner.id}/agreements/new"
    assert factories.post(staff, url, paper=(BytesIO(PDF), "a.pdf")).status_code == 422


def test_a_photo_is_kept_without_the_place_it_was_taken_and_a_new_one_replaces_it(
    staff: FlaskClient, partner: Partner
) -> None:
    page = f"/partners/{partner.id}/agreements"
    factories.post(staff, f"{page}/new", number="1", paper=(BytesIO(photo_with_a_place()), "a.jpg"))
    paper = db.session.scalars(select(Agreement)).one()
    kept = staff.get(f"{page}/{paper.id}/file").data
    with Image.open(BytesIO(kept)) as picture:
        assert picture.size == (40, 20)
        assert not dict(picture.getexif())
    assert b"her house" not in kept
    factories.post(staff, f"{page}/{paper.id}", version=paper.version, paper=(BytesIO(PDF), "b.pdf"))
    assert [one.name for one in db.session.scalars(select(StoredFile))] == ["b.pdf"]


def test_an_agreement_that_ends_soon_is_told_of_until_there_is_another(staff: FlaskClient, partner: Partner) -> None:
    day = today() - timedelta(days=300)
    partner.agreements.append(Agreement(number="1", signed_on=day, valid_until=today() + timedelta(days=9)))
    db.session.commit()
    told = 'href="#papers"'
    assert told in staff.get(f"/partners/{partner.id}").text
    partner.agreements.append(Agreement(number="2", signed_on=today(), valid_until=today() + timedelta(days=365)))
    db.session.commit()
    assert told not in staff.get(f"/partners/{partner.id}").text


def test_an_agreement_cannot_end_before_it_is_signed(staff: FlaskClient, partner: Partner) -> None:
    url = f"/partners/{partner.id}/agreements/new"
    answer = factories.post(staff, url, signed_on="2026-05-02", valid_until="2026-05-01")
    assert answer.status_code == 422
    assert "valid_until-error" in answer.text


def test_a_further_site_is_found_by_its_rayon_and_goes_again(staff: FlaskClient, partner: Partner) -> None:
    place = factories.settlement("Neftçala")
    page = f"/partners/{partner.id}"
    made = factories.post(staff, f"{page}/sites/new", name="Tikiş sexi", settlement_id="Neftçala", address="Sahil 3")
    assert made.status_code == 303
    assert "Tikiş sexi" in staff.get(page).text
    assert "Muğan Balıq" in staff.get(f"/partners?rayon={place.rayon_id}").text
    assert f"rayon={place.rayon_id}" in staff.get("/partners/map").text
    site = db.session.scalars(select(PartnerSite)).one()
    changed = factories.post(staff, f"{page}/sites/{site.id}", version=site.version, name="Sex", settlement_id="")
    assert changed.status_code == 303
    assert "Muğan Balıq" not in staff.get(f"/partners?rayon={place.rayon_id}").text
    factories.post(staff, f"{page}/sites/{site.id}/remove", form_at=f"{page}/sites/{site.id}")
    assert db.session.scalar(select(func.count()).select_from(PartnerSite)) == 0


def test_a_person_is_kept_with_hours_and_the_day_she_left(staff: FlaskClient, partner: Partner) -> None:
    page = f"/partners/{partner.id}"
    factories.post(staff, f"{page}/contacts/new", name="Oleq", language="ru", channel="phone", hours="17:00-dan sonra")
    shown = staff.get(page).text
    assert "17:00-dan sonra" in shown
    assert "Русский" in shown
    person = db.session.scalars(select(Contact)).one()
    url = f"{page}/contacts/{person.id}"
    factories.post(staff, url, version=person.version, name="Oleq", language="ru", inactive_on="2026-02-03")
    assert str(person.inactive_on) == "2026-02-03"


def test_papers_and_sites_of_another_centre_are_not_there(staff: FlaskClient) -> None:
    theirs = factories.partner("Gizli", centre=factories.centre("Neftçala"))
    file = factories.save(
        StoredFile(centre_id=theirs.centre_id, name="a.pdf", media_type="application/pdf", size=5, content=PDF)
    )
    paper = factories.save(Agreement(partner=theirs, file=file))
    site = factories.save(PartnerSite(partner=theirs, name="Sex"))
    own = factories.partner("Bizim")
    db.session.commit()
    for partner in (theirs, own):
        for part in (f"agreements/{paper.id}", f"agreements/{paper.id}/file", f"sites/{site.id}"):
            assert staff.get(f"/partners/{partner.id}/{part}").status_code == 404
