"""Staff write down what partners offer to entrepreneurs and see for whom it may be."""

from collections.abc import Callable
from typing import Any

from flask.testing import FlaskClient

from crm.access import Role
from crm.accounts.models import User
from crm.extensions import db
from crm.members.enums import Seeking
from crm.members.models import MemberUser
from crm.my import queries as hers
from crm.offers.enums import OfferKind, OfferState
from crm.offers.models import Offer
from tests import factories
from tests.counting import queries


def offer_of(bank: str = "Kənd Bankı", **more: Any) -> str:
    partner = factories.partner(bank, **{"centre": more["centre"]} if "centre" in more else {})
    more = {"kind": OfferKind.LOAN, "title": "Kiçik kredit", "amount_max": 3000} | more
    made = factories.save(Offer(**{"centre": partner.centre} | more, partner=partner))
    db.session.commit()
    return f"/offers/{made.id}"


def test_staff_write_down_an_offer_and_find_it_with_a_typo(staff: FlaskClient) -> None:
    bank = factories.partner("Kənd Bankı")
    db.session.commit()
    answer = factories.post(
        staff,
        "/offers/new",
        partner_id=bank.id,
        kind="loan",
        title="Kiçik kredit",
        amount_max="3000.50",
        conditions="Zamin yox",
    )
    assert answer.status_code == 303, answer.text
    page = staff.get(answer.location).text
    assert "Zamin yox" in page
    for search in ("kicik", "kredti", "kend"):
        assert "Kiçik kredit" in staff.get("/offers", query_string={"q": search}).text
    assert "Kiçik kredit" not in staff.get("/offers?kind=equipment").text
    assert "Kiçik kredit" not in staff.get("/offers?state=closed").text


def test_staff_see_the_women_whose_need_the_offer_covers(staff: FlaskClient) -> None:
    url = offer_of()
    factories.member("Kəmalə", seeking=Seeking.BUSINESS, requested_azn=2500)
    factories.member("Zərifə", seeking=Seeking.BOTH)
    factories.member("Nigar", seeking=Seeking.BUSINESS, requested_azn=9000)
    factories.member("Lalə", seeking=Seeking.JOB)
    factories.member("Yeganə", seeking=Seeking.BUSINESS, centre=factories.centre("Neftçala"))
    db.session.commit()
    page, others = staff.get(url).text.split('id="others"')
    assert page.index("Kəmalə") < page.index("Zərifə")  # who fits before whom nobody asked how much she needs
    assert "Nigar" in others
    assert [name for name in ("Nigar", "Lalə", "Yeganə") if name in page] == []
    assert [name for name in ("Lalə", "Yeganə") if name in others] == []


def test_staff_close_and_reopen_an_offer(staff: FlaskClient) -> None:
    url = offer_of()
    assert factories.post(staff, f"{url}/close", url).status_code == 303
    assert "Kiçik kredit" in staff.get("/offers?state=closed").text
    assert factories.post(staff, f"{url}/reopen", url).status_code == 303
    assert "Kiçik kredit" in staff.get("/offers?state=open").text


def test_staff_with_a_stale_copy_see_both_versions(staff: FlaskClient) -> None:
    url = offer_of()
    assert factories.post(staff, f"{url}/edit", kind="loan", title="Yeni ad", version="1").status_code == 303
    stale = factories.post(staff, f"{url}/edit", kind="loan", title="Köhnə nüsxə", version="1")
    assert stale.status_code == 409
    assert "Yeni ad" in stale.text
    assert "Köhnə nüsxə" in stale.text


def test_staff_with_wrong_input_keep_what_they_typed(staff: FlaskClient) -> None:
    factories.partner()
    db.session.commit()
    answer = factories.post(staff, "/offers/new", kind="loan", title="Kredit", amount_max="çox", conditions="Zamin yox")
    assert answer.status_code == 422
    for typed in ("Kredit", "çox", "Zamin yox"):
        assert typed in answer.text


def test_staff_of_another_centre_find_no_offer(staff: FlaskClient) -> None:
    url = offer_of(centre=factories.centre("Neftçala"))
    assert "Kiçik kredit" not in staff.get("/offers").text
    assert staff.get(url).status_code == 404
    assert staff.get(f"{url}/edit").status_code == 404


def test_only_staff_and_administrators_open_offers(sign_in: Callable[[User], FlaskClient]) -> None:
    for role, status in ((Role.ADMINISTRATOR, 200), (Role.OBSERVER, 403)):
        assert sign_in(factories.user(role)).get("/offers").status_code == status
    assert sign_in(factories.partner_user(factories.partner())).get("/offers").status_code == 403


def test_pages_read_the_same_number_of_times_however_many_rows(staff: FlaskClient) -> None:
    counts = []
    for number in (1, 3):
        for _ in range(number):
            url = offer_of("Bank")
            factories.member(seeking=Seeking.BUSINESS, settlement=factories.settlement())
        db.session.commit()
        with queries() as one:
            staff.get(url)
        with queries() as listed:
            staff.get("/offers")
        counts.append((one.number, listed.number))
    assert counts[0] == counts[1]


def test_her_own_pages_find_no_draft(staff: FlaskClient) -> None:
    account = factories.user(Role.MEMBER, centre=factories.centre())
    factories.save(MemberUser(member=factories.member(), user=account))
    offer_of(state=OfferState.DRAFT)
    looked_through = offer_of("Xəzər Bank")
    (found,) = db.session.scalars(hers.offers(account))
    assert looked_through == f"/offers/{found.id}"
