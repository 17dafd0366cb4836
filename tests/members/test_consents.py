"""Consents and what hangs on them: locked notes, showing one with a reason, taking back, her own sign-in."""

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select, text

from crm.audit.models import AuditEntry
from crm.extensions import db
from crm.members import operations, queries
from crm.members.enums import Category, ConsentManner, Purpose
from crm.members.models import Member, SpecialNote
from tests import factories

SECRET = "gizli-qeyd-ürək"


@pytest.fixture
def member(staff: FlaskClient) -> Member:
    made = factories.member()
    db.session.commit()
    return made


def consent(staff: FlaskClient, member: Member, purpose: str, **more: object) -> None:
    answer = factories.post(staff, f"/members/{member.id}/consents/new", purpose=purpose, manner="paper", **more)
    assert answer.status_code == 303, answer.text


def test_the_consent_names_the_six_things_in_three_languages_before_she_agrees(
    staff: FlaskClient, member: Member
) -> None:
    page = staff.get(f"/members/{member.id}/consents/new?purpose=services").text
    assert {f'lang="{code}"' in page for code in ("az", "ru", "en")} == {True}
    assert page.count(member.centre.name) >= 3
    assert len(re.findall("<dt>", page)) == 18


def test_nothing_protected_is_written_before_she_consents(staff: FlaskClient, member: Member) -> None:
    with pytest.raises(operations.ConsentMissing):
        operations.write_special_note(member=member, category=Category.HEALTH, text=SECRET)
    url = f"/members/{member.id}/special"
    assert "<textarea" not in staff.get(url).text
    answer = factories.post(staff, f"{url}/new", form_at="/members/new", category="health", text=SECRET)
    assert answer.status_code == 422
    assert db.session.scalar(select(SpecialNote)) is None


def test_a_note_is_masked_until_somebody_says_why_and_that_is_kept(staff: FlaskClient, member: Member) -> None:
    consent(staff, member, "special_categories")
    url = f"/members/{member.id}/special"
    assert factories.post(staff, f"{url}/new", form_at=url, category="health", text=SECRET).status_code == 303
    note = db.session.scalars(select(SpecialNote)).one()
    stored = db.session.execute(text("SELECT text FROM special_notes")).scalar_one()
    assert SECRET.encode() not in bytes(stored)
    assert all(
        SECRET not in staff.get(page).text for page in (url, f"/members/{member.id}", "/members", f"{url}/{note.id}")
    )
    silent = factories.post(staff, f"{url}/{note.id}/reveal", form_at=url, reason=" ")
    assert silent.status_code == 422
    assert SECRET not in silent.text
    shown = factories.post(staff, f"{url}/{note.id}/reveal", form_at=url, reason="həkimə müraciət")
    assert SECRET in shown.text
    entry = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "revealed")).one()
    assert entry.changes["reason"] == "həkimə müraciət"
    assert SECRET not in str([row.changes for row in db.session.scalars(select(AuditEntry))])


def test_a_note_is_corrected_only_over_the_version_that_was_shown(staff: FlaskClient, member: Member) -> None:
    consent(staff, member, "special_categories")
    note = operations.write_special_note(member=member, category=Category.FAMILY, text=SECRET)
    db.session.commit()
    url, page = f"/members/{member.id}/special/{note.id}", f"/members/{member.id}/special"
    opened = note.version
    assert factories.post(staff, url, form_at=page, version=opened, text="təzə").status_code == 303
    assert factories.post(staff, url, form_at=page, version=opened, text="köhnə").status_code == 409
    db.session.expire_all()
    assert note.text == "təzə"


def test_taking_back_hides_and_blocks_at_once_and_the_note_can_be_erased(staff: FlaskClient, member: Member) -> None:
    consent(staff, member, "special_categories")
    note = operations.write_special_note(member=member, category=Category.HEALTH, text=SECRET)
    db.session.commit()
    page = f"/members/{member.id}"
    answer = factories.post(
        staff, f"{page}/consents/withdraw", form_at=page, purpose="special_categories", partner_id=""
    )
    assert answer.status_code == 303
    special = f"{page}/special"
    assert "<textarea" not in staff.get(special).text
    refused = factories.post(staff, f"{special}/{note.id}/reveal", form_at=special, reason="niyə")
    assert refused.status_code == 422
    assert SECRET not in refused.text
    refused = factories.post(staff, f"{special}/{note.id}", form_at=special, version=note.version, text="yeni mətn")
    assert refused.status_code == 422
    assert factories.post(staff, f"{special}/{note.id}/erase", form_at=special).status_code == 303
    assert db.session.scalar(select(SpecialNote)) is None


def test_she_agrees_to_one_partner_and_not_to_another(staff: FlaskClient, member: Member) -> None:
    bank, shop = factories.partner("Bank"), factories.partner("Dükan")
    db.session.commit()
    url = f"/members/{member.id}/consents/new"
    without = factories.post(staff, url, purpose="sharing", manner="phone", partner_id="")
    assert without.status_code == 422
    assert 'id="partner_id-error"' in without.text
    consent(staff, member, "sharing", partner_id=bank.id)
    agreed = {"member_id": member.id, "purpose": Purpose.SHARING}
    assert operations.has_consent(**agreed, partner_id=bank.id)
    assert not operations.has_consent(**agreed, partner_id=shop.id)
    operations.withdraw_consent(member=member, purpose=Purpose.SHARING, partner=bank)
    assert not operations.has_consent(**agreed, partner_id=bank.id)


def test_a_consent_ends_on_its_day_and_cannot_end_before_it_began(staff: FlaskClient, member: Member) -> None:
    url = f"/members/{member.id}/consents/new"
    late = factories.post(staff, url, purpose="services", manner="paper", valid_until="2020-01-01")
    assert late.status_code == 422
    assert 'value="2020-01-01"' in late.text
    given = operations.give_consent(member=member, purpose=Purpose.SERVICES, manner=ConsentManner.PAPER)
    given.valid_until = given.given_on.replace(year=2020)
    db.session.flush()
    assert db.session.scalar(queries.consent_in_force(member.id, Purpose.SERVICES)) is None


def test_staff_lets_her_sign_in_with_a_pin_shown_once(staff: FlaskClient, client: FlaskClient) -> None:
    member = factories.member(phone="+994 50 123 45 67")
    db.session.commit()
    url = f"/members/{member.id}/access"
    page = factories.post(staff, url, way="phone").text
    code, pin = re.findall(r'class="h2 num">([^<]+)<', page)
    assert "0501234567" in page
    assert f">{pin}<" not in staff.get(url).text
    assert code in staff.get(url).text
    assert factories.post(client, "/sign-in", login="+994 50 123-45-67", password=pin).status_code == 303
    assert factories.post(staff, f"{url}/switch", form_at=url, on="no").status_code == 303
    assert client.get(f"/members/{member.id}").status_code == 302


def test_a_woman_without_a_number_cannot_sign_in_by_phone(staff: FlaskClient, member: Member) -> None:
    answer = factories.post(staff, f"/members/{member.id}/access", way="phone")
    assert answer.status_code == 422
    assert 'class="mistake"' in answer.text
