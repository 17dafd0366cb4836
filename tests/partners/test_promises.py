"""The promise ledger over all partners: narrowed, followed from promised to hired, thanked for, counted within 90 days."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from crm.accounts.models import User
from crm.extensions import db
from crm.forms import today
from crm.offers.enums import OfferKind, OfferState, TalkState
from crm.offers.models import Offer, OfferTalk
from crm.partners import operations
from crm.partners.enums import CommitmentKind
from crm.partners.models import Commitment, Partner
from crm.referrals.enums import ReferralState
from crm.referrals.models import Referral
from tests import factories
from tests.counting import queries

SignIn = Callable[[User], FlaskClient]


@pytest.fixture
def partner(staff: FlaskClient) -> Partner:
    staff.get("/language/en")
    made = factories.partner("Muğan Balıq", phone="050 111 22 33")
    db.session.commit()
    return made


def promise(of: Partner, due: int = -3, kind: CommitmentKind = CommitmentKind.VACANCY, **more: Any) -> Commitment:
    made_on = today() - timedelta(days=more.pop("ago", 30))
    due_on = today() + timedelta(days=due)
    return operations.promise(partner=of, kind=kind, quantity=3, due_on=due_on, made_on=made_on, **more)


def road(page: str) -> list[str]:
    """The steps of the first promise, each with its number."""
    found = re.search(r'<ol class="road".*?</ol>', page, re.DOTALL)
    assert found
    return [" ".join(re.sub(r"<[^>]+>", " ", step).split()) for step in re.findall(r"<li.*?</li>", found.group(), re.S)]


def test_the_ledger_follows_a_promise_to_the_women_who_were_hired(staff: FlaskClient, partner: Partner) -> None:
    made = promise(partner, words="Üç qadın götürəcəyik")
    vacancy = factories.vacancy(partner, title="Balıq təmizləyən", openings=2, published_on=today())
    for number, state in enumerate((ReferralState.ASKED, ReferralState.INTRODUCED, ReferralState.HIRED)):
        woman = factories.member("Nigar", f"Quliyeva {number}")
        factories.save(Referral(centre=partner.centre, member=woman, vacancy=vacancy, state=state))
    db.session.commit()
    assert road(staff.get("/partners/promises").text) == ["promised 3", "posted 0", "introduced 0", "hired 0"]
    url = f"/partners/{partner.id}/promises/{made.id}/outcome"
    version = re.search(r'name="version"[^>]*value="(\d+)"', staff.get(url).text)
    assert version
    assert factories.post(staff, url, vacancy_id=vacancy.id, version=version.group(1)).status_code == 303
    assert road(staff.get("/partners/promises").text) == ["promised 3", "posted 2", "introduced 2", "hired 1"]


def test_an_opening_told_in_the_same_session_counts_by_itself(staff: FlaskClient, partner: Partner) -> None:
    visit = factories.info_session(partner)
    promise(partner, info_session=visit)
    factories.vacancy(partner, info_session=visit, openings=4, published_on=today())
    other = factories.partner("Başqa şirkət")
    factories.vacancy(other, info_session=visit, openings=9, published_on=today())
    db.session.commit()
    assert "posted 4" in road(staff.get("/partners/promises").text)


def offer_of(partner: Partner, kind: OfferKind = OfferKind.LOAN, **more: Any) -> Offer:
    return factories.save(Offer(centre=partner.centre, partner=partner, kind=kind, title="Kiçik kredit", **more))


def test_a_promised_loan_is_followed_to_the_women_who_got_it(staff: FlaskClient, partner: Partner) -> None:
    loan = promise(partner, kind=CommitmentKind.LOAN)
    offer = offer_of(partner)
    for number, state in enumerate((TalkState.ASKED, TalkState.INTRODUCED, TalkState.RECEIVED)):
        woman = factories.member("Nigar", f"Quliyeva {number}")
        factories.save(OfferTalk(centre_id=offer.centre_id, member=woman, offer=offer, state=state))
    theirs = offer_of(factories.partner("Başqa bank"))
    db.session.commit()
    ledger = staff.get("/partners/promises").text
    assert road(ledger) == ["promised 3", "offered 0", "used 0"]
    assert "Which offer?" in ledger
    assert "Which vacancy?" not in ledger
    url = f"/partners/{partner.id}/promises/{loan.id}/outcome"
    version = re.search(r'name="version"[^>]*value="(\d+)"', staff.get(url).text)
    assert version
    assert factories.post(staff, url, offer_id=theirs.id, version=version.group(1)).status_code == 422
    assert factories.post(staff, url, offer_id=offer.id, version=version.group(1)).status_code == 303
    assert road(staff.get("/partners/promises").text) == ["promised 3", "offered 1", "used 1"]


def test_an_offer_told_in_the_same_session_counts_by_itself(staff: FlaskClient, partner: Partner) -> None:
    visit = factories.info_session(partner)
    promise(partner, kind=CommitmentKind.LOAN, info_session=visit)
    offer_of(partner, info_session_id=visit.id)
    offer_of(partner, OfferKind.MENTORING, info_session_id=visit.id)
    offer_of(partner, info_session_id=visit.id, state=OfferState.DRAFT)
    db.session.commit()
    assert road(staff.get("/partners/promises").text) == ["promised 3", "offered 1", "used 0"]


def test_a_room_is_used_when_the_promise_is_kept(staff: FlaskClient, partner: Partner) -> None:
    promise(partner, kind=CommitmentKind.VENUE)
    db.session.commit()
    ledger = staff.get("/partners/promises").text
    assert road(ledger) == ["promised 3", "used"]
    assert "Which" not in ledger


def test_the_ledger_is_narrowed(staff: FlaskClient, partner: Partner) -> None:
    promise(partner, words="gecikmiş")
    promise(partner, due=20, kind=CommitmentKind.VENUE, words="otaq")
    settled = promise(factories.partner("Xəzər Şirniyyat"), words="tutulmuş")
    operations.settle(commitment=settled, kept=True, on=today())
    stranger = factories.partner("Yad şirkət", centre=factories.centre("Neftchala"))
    promise(stranger, words="yad söz")
    db.session.commit()

    def found(asked: str) -> list[str]:
        return re.findall(r"“(.*?)”", staff.get(f"/partners/promises?{asked}").text)

    assert found("") == ["gecikmiş", "otaq", "tutulmuş"]
    assert found("overdue=1") == ["gecikmiş"]
    assert found("kind=venue") == ["otaq"]
    assert found("state=kept") == ["tutulmuş"]
    assert found("q=xezer") == ["tutulmuş"]
    assert found(f"partner={partner.id}") == ["gecikmiş", "otaq"]
    assert "yad söz" not in staff.get("/partners/promises.html").text


def test_a_message_of_thanks_and_reminder_is_ready_in_their_language(staff: FlaskClient, partner: Partner) -> None:
    factories.contact(partner, "Елена", language="ru", decides=True, phone="+994 55 222 33 44")
    made = promise(partner)
    db.session.commit()
    page = staff.get(f"/partners/{partner.id}/promises/{made.id}/message").text
    assert "Здравствуйте, Елена!" in page
    assert "https://wa.me/994552223344?text=" in page
    assert "Thank and remind" in staff.get("/today").text


def test_promises_kept_within_ninety_days_are_counted_for_us(staff: FlaskClient, partner: Partner) -> None:
    in_time, late, _never = promise(partner), promise(partner, ago=200), promise(partner)
    promise(partner, due=10)
    for one in (in_time, late):
        operations.settle(commitment=one, kept=True, on=today())
    db.session.commit()
    page = staff.get("/partners/promises/kept").text
    assert "1 of 3" in page
    assert "Muğan Balıq" in page


def test_a_partner_never_sees_how_many_promises_were_kept(sign_in: SignIn, partner: Partner) -> None:
    late = promise(partner, words="gecikmiş söz", ago=200)
    operations.settle(commitment=late, kept=False, on=today())
    owner = factories.partner_user(partner)
    db.session.commit()
    browser = sign_in(owner)
    for closed in (f"/partners/{partner.id}", "/partners/promises", "/partners/promises/kept"):
        assert browser.get(closed).status_code in (403, 404)
    for page in ("/portal", "/portal/new"):
        text = browser.get(page, follow_redirects=True).text
        assert "gecikmiş söz" not in text
        assert "0 of 1" not in text


def test_many_promises_cost_no_more_statements_than_one(staff: FlaskClient, partner: Partner) -> None:
    promise(partner)
    db.session.commit()
    staff.get("/partners/promises")
    with queries() as one:
        staff.get("/partners/promises")
    for number in range(9):
        promise(factories.partner(f"Şirkət {number}", rayon_id=factories.settlement().rayon_id))
    db.session.commit()
    with queries() as ten:
        staff.get("/partners/promises")
    assert ten.number == one.number
