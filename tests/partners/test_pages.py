"""Partners as staff meet them: list, search, page, stage, next step, people; what belongs to another centre is not there."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from crm.access import Role
from crm.accounts.models import User
from crm.audit.models import AuditEntry
from crm.extensions import db
from crm.partners import operations
from crm.partners.enums import CommitmentKind, PartnerKind, Stage
from crm.partners.models import Commitment, Contact, Partner
from tests import factories
from tests.counting import queries

SignIn = Callable[[User], FlaskClient]


def promise(of: Partner, **more: Any) -> Commitment:
    more.setdefault("words", "İki qadın götürəcəyik")
    return operations.promise(partner=of, kind=CommitmentKind.VACANCY, quantity=2, due_on=date(2026, 3, 1), **more)


@pytest.fixture
def partner(staff: FlaskClient) -> Partner:
    made = factories.partner("Muğan Balıq")
    db.session.commit()
    return made


def test_staff_writes_down_a_partner_by_its_name_alone_and_sees_it(staff: FlaskClient) -> None:
    answer = factories.post(staff, "/partners/new", name="Xəzər Toxuculuq")
    assert answer.status_code == 303
    page = staff.get(answer.location)
    assert page.status_code == 200
    assert "Xəzər Toxuculuq" in page.text
    made = db.session.scalars(select(Partner).where(Partner.name == "Xəzər Toxuculuq")).one()
    assert (made.kind, made.stage) == (PartnerKind.COMPANY, Stage.PROSPECT)
    assert db.session.scalars(select(AuditEntry).where(AuditEntry.thing == "partners")).one().thing_id == made.id


def test_the_administrator_writes_down_a_partner_of_a_chosen_centre(sign_in: SignIn) -> None:
    other = factories.centre("Neftçala")
    browser = sign_in(factories.user(Role.ADMINISTRATOR))
    answer = factories.post(browser, "/partners/new", name="Bank", centre_id=other.id)
    assert answer.status_code == 303
    assert db.session.scalars(select(Partner)).one().centre_id == other.id


def test_wrong_input_is_said_beside_the_field_and_stays(staff: FlaskClient) -> None:
    answer = factories.post(
        staff, "/partners/new", name="Balıq zavodu", settlement_id="Yoxkənd", phone="12", email="a@"
    )
    assert answer.status_code == 422
    for kept in ("Balıq zavodu", "Yoxkənd", "settlement_id-error", "phone-error", "email-error"):
        assert kept in answer.text


@pytest.mark.parametrize("typed", ["mugan baliq", "BALIQ", "Muğan Balik"])
def test_a_partner_is_found_without_diacritics_and_with_a_slip(
    staff: FlaskClient, partner: Partner, typed: str
) -> None:
    factories.partner("Dağ Bulağı")
    db.session.commit()
    page = staff.get("/partners", query_string={"q": typed}).text
    assert "Muğan Balıq" in page
    assert "Dağ Bulağı" not in page


def test_the_list_is_narrowed_by_what_the_address_says(staff: FlaskClient, partner: Partner) -> None:
    factories.partner("Aqrar Bank", kind=PartnerKind.BANK, stage=Stage.HIRING)
    db.session.commit()
    for query in ("kind=bank", "stage=hiring", "kind=bank&stage=hiring"):
        page = staff.get(f"/partners?{query}").text
        assert "Aqrar Bank" in page
        assert "Muğan Balıq" not in page
    assert "Aqrar Bank" not in staff.get("/partners?mine=1").text
    assert staff.get("/partners?kind=nonsense&rayon=99999999999&page=-1").status_code == 200


def test_a_stale_correction_is_told_both_versions(staff: FlaskClient, partner: Partner) -> None:
    url = f"/partners/{partner.id}/edit"
    opened = partner.version
    first = factories.post(staff, url, version=opened, name="Muğan Balıq MMC", kind="company")
    assert first.status_code == 303
    stale = factories.post(staff, url, version=opened, name="Muğan Balıq ASC", kind="company")
    assert stale.status_code == 409
    assert "Muğan Balıq MMC" in stale.text
    assert "Muğan Balıq ASC" in stale.text
    assert "Muğan Balıq MMC" in staff.get(url).text


def test_the_next_step_stands_on_the_page_and_in_the_list(staff: FlaskClient, partner: Partner) -> None:
    url = f"/partners/{partner.id}/next-step"
    answer = factories.post(
        staff, url, version=partner.version, next_step="Cavabı soruş", soon="day", next_step_due="2026-01-02"
    )
    assert answer.status_code == 303
    assert "Cavabı soruş" in staff.get(answer.location).text
    assert "Cavabı soruş" in staff.get("/partners").text
    week = factories.post(staff, url, version=partner.version, next_step="Zəng et", soon="week", next_step_due="")
    assert week.status_code == 303
    assert partner.next_step_due is not None


def test_a_person_is_added_corrected_and_leaves(staff: FlaskClient, partner: Partner) -> None:
    page = f"/partners/{partner.id}"
    assert factories.post(staff, f"{page}/contacts/new", name="Elçin Məmmədov", decides="y").status_code == 303
    person = db.session.scalars(select(Contact)).one()
    url = f"{page}/contacts/{person.id}"
    assert 'value="Elçin Məmmədov"' in staff.get(url).text
    left = factories.post(staff, url, version=person.version, name="Elçin Məmmədov", language="az")
    assert left.status_code == 303
    assert person.inactive_on is not None
    stays = factories.post(staff, url, version=person.version, name="Elçin M.", works_there="y", language="az")
    assert stays.status_code == 303
    assert person.inactive_on is None
    assert "Elçin M." in staff.get(page).text


def test_staff_of_another_centre_finds_nothing(staff: FlaskClient) -> None:
    theirs = factories.partner("Gizli MMC", centre=factories.centre("Neftçala"))
    person = factories.contact(theirs)
    db.session.commit()
    assert "Gizli" not in staff.get("/partners?q=gizli").text
    page = f"/partners/{theirs.id}"
    parts = ("", "/edit", "/stage", "/next-step", "/contacts/new", f"/contacts/{person.id}", "/access", "/promises/new")
    for part in (*parts, "/assessments/new", "/grants/new", "/start-up"):
        assert staff.get(page + part).status_code == 404, part


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.PARTNER, Role.MEMBER])
def test_others_than_staff_may_not_open_partners(sign_in: SignIn, partner: Partner, role: Role) -> None:
    browser = sign_in(factories.user(role))
    assert browser.get("/partners").status_code == 403
    assert browser.get(f"/partners/{partner.id}").status_code == 403


def test_list_and_page_need_as_many_queries_for_many_rows_as_for_few(staff: FlaskClient, partner: Partner) -> None:
    def grow() -> None:
        for number in range(4):
            host = factories.partner(kind=PartnerKind.NGO, settlement=factories.settlement())
            host.responsible = factories.user()
            factories.contact(partner, f"Adam {number}")
            factories.vacancy(partner)
            factories.info_session(partner, facilitator=host.responsible)
            promise(partner)
        db.session.commit()

    def reads(url: str) -> int:
        db.session.expire_all()
        with queries() as counted:
            assert staff.get(url).status_code == 200
        return counted.number

    urls = ("/partners", f"/partners/{partner.id}")
    grow()
    before = [reads(url) for url in urls]
    grow()
    assert [reads(url) for url in urls] == before
