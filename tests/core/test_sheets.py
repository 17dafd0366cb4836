"""Every list can be taken along as an Excel file and printed: what the viewer sees, and nothing a spreadsheet would run."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from crm.access import Role
from crm.accounts.models import User
from crm.audit.enums import Action
from crm.audit.models import AuditEntry
from crm.extensions import db
from crm.offers.enums import OfferKind
from crm.offers.models import Offer
from crm.referrals.enums import ReferralState
from crm.referrals.models import Referral
from tests import factories

EVIL = "=HYPERLINK(1)"
#: The list, and whether who takes it is noted.
LISTS = {
    "partners": True,
    "info-sessions": True,
    "members": True,
    "vacancies": False,
    "referrals": True,
    "offers": False,
    "events": False,
}


def something_in(centre_name: str, mark: str) -> None:
    """One record in each list, named after the mark."""
    centre = factories.centre(centre_name)
    partner = factories.partner(f"{mark} partner", centre=centre)
    factories.info_session(partner, topics=f"{mark} topic")
    member = factories.member(mark, "Quliyeva", centre=centre, phone="050 999 88 77", birth_year=1991)
    vacancy = factories.vacancy(partner, title=f"{mark} work")
    factories.save(Referral(centre=centre, member=member, vacancy=vacancy, state=ReferralState.ASKED))
    factories.save(Offer(centre=centre, partner=partner, kind=OfferKind.LOAN, title=f"{mark} loan"))
    factories.event(centre=centre, title=f"{mark} event")
    db.session.commit()


def table(answer: Any) -> list[list[Any]]:
    assert answer.status_code == 200
    return CalamineWorkbook.from_filelike(BytesIO(answer.data)).get_sheet_by_index(0).to_python()


@pytest.mark.parametrize("name", LISTS)
def test_a_list_as_a_file_holds_the_own_centre_and_no_formula(staff: FlaskClient, name: str) -> None:
    something_in("Sabirabad", EVIL)
    something_in("Neftchala", "Stranger")
    answer = staff.get(f"/{name}/list.xlsx")
    text = str(table(answer))
    assert EVIL in text
    assert "Stranger" not in text
    assert "999 88 77" not in text
    assert "1991" not in text
    assert b"<f>" not in ZipFile(BytesIO(answer.data)).read("xl/worksheets/sheet1.xml")
    printed = staff.get(f"/{name}/list.html").text
    assert EVIL in printed
    assert "Stranger" not in printed
    assert staff.get(f"/{name}/list.exe").status_code == 404


@pytest.mark.parametrize(("name", "noted"), LISTS.items())
def test_who_takes_names_along_is_noted(staff: FlaskClient, name: str, noted: bool) -> None:
    something_in("Sabirabad", "Nigar")
    staff.get(f"/{name}/list.xlsx?q=Nigar")
    entries = db.session.scalars(select(AuditEntry).where(AuditEntry.action == Action.EXPORTED)).all()
    assert [entry.changes for entry in entries] == ([{"rows": 1, "filters": "q=Nigar"}] if noted else [])


def test_the_file_follows_search_and_filters(staff: FlaskClient) -> None:
    for name in ("Muğan Balıq", "Xəzər Şirniyyat"):
        factories.partner(name)
    db.session.commit()
    assert [line[0] for line in table(staff.get("/partners/list.xlsx?q=mugan"))[1:]] == ["Muğan Balıq"]
    assert [line[0] for line in table(staff.get("/partners/list.xlsx?q=muqan"))[1:]] == ["Muğan Balıq"]
    assert len(table(staff.get("/partners/list.xlsx?stage=lost"))) == 1
    page = staff.get("/partners?q=mugan&page=1&_method=GET&endpoint=x").text
    assert "/partners/list.xlsx?q=mugan" in page


def test_who_may_not_see_a_list_may_not_take_it(sign_in: Callable[[User], FlaskClient]) -> None:
    observer = sign_in(factories.user(Role.OBSERVER))
    assert {observer.get(f"/{name}/list.xlsx").status_code for name in LISTS} == {403}
