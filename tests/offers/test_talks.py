"""From a suggestion to what she received: asked, her yes as a consent, introduced; from either page and from her own."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from crm.access import Role
from crm.accounts.models import User
from crm.extensions import db
from crm.members.consents import withdraw_consent
from crm.members.enums import ConsentManner, Purpose, Seeking
from crm.members.models import Consent, Member
from crm.offers import talks
from crm.offers.enums import OfferKind, OfferState, TalkState
from crm.offers.models import Offer, OfferTalk
from crm.offers.suggest import offers_for, women_for
from crm.partners.enums import PartnerKind
from tests import factories
from tests.counting import queries

SignIn = Callable[[User], FlaskClient]


def loan(**more: object) -> Offer:
    bank = factories.partner("Kənd Bankı")
    values = {"kind": OfferKind.LOAN, "title": "Kiçik kredit", "amount_max": 3000} | more
    return factories.save(Offer(centre=bank.centre, partner=bank, **values))


def baker(name: str = "Kəmalə", **more: object) -> Member:
    values = {"seeking": Seeking.BUSINESS, "requested_azn": 2500, "idea_text": "tort bişirib satmaq"} | more
    return factories.member(name, **values)


def step(staff: FlaskClient, offer: Offer, her: Member, to: str, **more: str) -> TalkState | None:
    url = f"/offers/{offer.id}/women/{her.id}"
    assert factories.post(staff, url, f"/offers/{offer.id}", to=to, **more).status_code == 303
    db.session.expire_all()
    return db.session.scalar(select(OfferTalk.state).filter_by(offer_id=offer.id, member_id=her.id))


def test_staff_takes_a_woman_from_the_question_to_what_she_got(staff: FlaskClient) -> None:
    offer, her = loan(), baker()
    db.session.commit()
    assert step(staff, offer, her, "asked") == TalkState.ASKED
    assert step(staff, offer, her, "agreed") == TalkState.ASKED  # a yes says how it was given
    assert step(staff, offer, her, "introduced") == TalkState.ASKED
    assert step(staff, offer, her, "agreed", manner="phone") == TalkState.AGREED
    (consent,) = db.session.scalars(select(Consent).filter_by(purpose="sharing")).all()
    assert (consent.purpose, consent.partner_id, consent.manner) == (Purpose.SHARING, offer.partner_id, "phone")
    assert step(staff, offer, her, "introduced") == TalkState.INTRODUCED
    assert step(staff, offer, her, "received") == TalkState.RECEIVED
    assert step(staff, offer, her, "declined") == TalkState.RECEIVED


def test_she_is_not_introduced_once_she_took_her_consent_back(staff: FlaskClient) -> None:
    offer, her = loan(), baker()
    db.session.commit()
    step(staff, offer, her, "asked")
    step(staff, offer, her, "agreed", manner="paper")
    withdraw_consent(member=her, purpose=Purpose.SHARING, partner=offer.partner)
    db.session.commit()
    assert step(staff, offer, her, "introduced") == TalkState.AGREED


def test_whoever_wants_nothing_waits_aside_and_can_be_asked_again(staff: FlaskClient) -> None:
    offer, her = loan(), baker()
    db.session.commit()
    step(staff, offer, her, "asked")
    step(staff, offer, her, "declined")
    assert her.name in staff.get(f"/offers/{offer.id}").text.split('id="others"')[1]
    assert step(staff, offer, her, "asked") == TalkState.ASKED


def test_a_closed_offer_asks_nobody_and_women_of_other_centres_are_out_of_reach(app: object) -> None:
    her, staff = baker(), factories.user(Role.STAFF)
    with pytest.raises(talks.NotPossible):
        talks.move(offer=loan(state=OfferState.CLOSED), member=her, to=TalkState.ASKED, by=staff)
    with pytest.raises(talks.NotPossible):
        talks.move(offer=loan(), member=baker(centre=factories.centre("Neftçala")), to=TalkState.ASKED, by=staff)


def test_from_her_side_the_same_offer_has_the_same_score_and_reasons(staff: FlaskClient) -> None:
    offer, her = loan(conditions="sanitar kitabça"), baker()
    loan(title="Böyük kredit", amount_max=1000)
    loan(title="Bağlı", state=OfferState.CLOSED)
    factories.member("Lalə", seeking=Seeking.JOB)
    db.session.commit()
    hers = offers_for(her)
    assert [one.offer.title for one in hers] == ["Kiçik kredit", "Böyük kredit"]
    assert hers[0].found == women_for(offer)[0].found
    staff.get("/language/en?next=/")
    page = staff.get(f"/offers/for-woman/{her.id}").text
    assert "She does not have it yet" in page
    assert "Böyük kredit" in page.split('id="others"')[1]
    assert f"/offers/for-woman/{her.id}" in staff.get(f"/members/{her.id}").text


def test_a_founder_who_looks_for_work_is_meant_too_as_one_whose_business_runs(app: object) -> None:
    offer, her = loan(stage="running"), baker(seeking=Seeking.JOB)
    assert women_for(offer) == []
    factories.partner(kind=PartnerKind.STARTUP, founder=her)
    (found,) = women_for(offer)
    assert "runs" in {part.code for part in found.found.parts}


def test_among_equals_whoever_was_asked_about_another_offer_comes_last(app: object) -> None:
    first, second = baker("Birinci"), baker("İkinci")
    offer, other = loan(), loan()
    talks.move(offer=other, member=first, to=TalkState.ASKED, by=None)
    assert [one.member.id for one in women_for(offer)] == [second.id, first.id]


def test_a_woman_reads_in_plain_words_what_is_offered_and_answers_herself(sign_in: SignIn) -> None:
    offer, her = loan(conditions="Zamin lazım deyil"), baker()
    db.session.commit()
    browser = sign_in(factories.member_user(her))
    browser.get("/language/en?next=/")
    page = browser.get("/my/").text.split('id="offers"')[1]
    assert "You need" in page
    assert "Zamin lazım deyil" in page
    assert factories.post(browser, f"/my/offers/{offer.public_id}", "/my/", reply="maybe").status_code == 400
    assert db.session.scalars(select(Consent).filter_by(purpose="sharing")).all() == []
    assert factories.post(browser, f"/my/offers/{offer.public_id}", "/my/", reply="yes").status_code == 303
    (consent,) = db.session.scalars(select(Consent).filter_by(purpose="sharing")).all()
    assert (consent.member_id, consent.manner) == (her.id, ConsentManner.SCREEN)
    assert "You said yes" in browser.get("/my/").text.split('id="offers"')[1]


def test_a_woman_who_says_no_is_not_shown_it_again_and_one_who_seeks_work_sees_none(sign_in: SignIn) -> None:
    offer, her, other = loan(), baker(), factories.member("Lalə", seeking=Seeking.JOB)
    talks.move(offer=offer, member=her, to=TalkState.ASKED, by=None)
    db.session.commit()
    browser = sign_in(factories.member_user(her))
    assert "Kiçik kredit" in browser.get("/my/").text
    assert factories.post(browser, f"/my/offers/{offer.public_id}", "/my/", reply="no").status_code == 303
    assert "Kiçik kredit" not in browser.get("/my/").text
    assert "Kiçik kredit" not in sign_in(factories.member_user(other)).get("/my/").text


def test_her_page_of_offers_reads_as_often_for_six_offers_as_for_two(staff: FlaskClient) -> None:
    her, counts = baker(settlement=factories.settlement()), []
    for number in (2, 4):
        for _offer in range(number):
            loan(conditions="sanitar kitabça")
        db.session.commit()
        with queries() as count:
            staff.get(f"/offers/for-woman/{her.id}")
        counts.append(count.number)
    assert counts[0] == counts[1]


def test_a_loan_for_women_in_business_is_of_no_field_and_doubtful_words_ask_for_nothing(app: object) -> None:
    offer = loan(title="Qadın sahibkarlar üçün mikrokredit", conditions="Biznes plan, 6 aydan 36 aya kimi")
    baker()
    (found,) = women_for(offer)
    said = {(part.code, part.concept) for part in found.found.parts}
    assert ("any_field", "") in said
    assert {concept for code, concept in said if code == "misses_asked"} == {"business-planning"}
