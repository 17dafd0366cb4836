"""A woman's own page: one question at a time, her answer and changing it; only her yes opens her to the partner."""

from collections.abc import Callable
from datetime import timedelta

from flask.testing import FlaskClient

from crm.access import Role
from crm.accounts.models import User
from crm.extensions import db
from crm.members.consents import give_consent, has_consent
from crm.members.enums import ConsentManner, Purpose
from crm.members.models import Consent, Member
from crm.referrals import operations
from crm.referrals.enums import DeclinedBy, DeclineReason, ReferralState
from crm.referrals.models import Referral
from crm.vacancies import operations as vacancy_operations
from crm.vacancies.models import Vacancy
from tests import factories
from tests.counting import queries

SignIn = Callable[[User], FlaskClient]


def asked(member: Member, title: str = "Tikişçi", company: str = "Ulduz") -> Referral:
    vacancy = factories.vacancy(factories.partner(company), needs=("sewing",), title=title)
    by = factories.user(Role.STAFF)
    referral = operations.suggest(vacancy=vacancy, member=member, by=by)
    operations.ask(referral=referral, by=by)
    return referral


def answered(browser: FlaskClient, referral: Referral, reply: str) -> int:
    return factories.post(browser, f"/my/{referral.public_id}", form_at="/my/", reply=reply).status_code


def main_of(page: str) -> str:
    return page.split("<main")[1].split("</main>")[0]


def test_a_woman_answers_for_herself_and_never_for_another(sign_in: SignIn) -> None:
    her, other = factories.member(skills=("sewing",)), factories.member("Könül", skills=("sewing",))
    hers, not_hers = asked(her), asked(other)
    browser = sign_in(factories.member_user(her))
    page = browser.get("/my/").text
    assert "Ulduz" in page.split('id="matches"')[0]
    assert "%" not in main_of(page)
    assert str(not_hers.public_id) not in page
    assert browser.get(f"/my/{not_hers.public_id}").status_code == 404
    for path in ("", "/undo", "/why"):
        url = f"/my/{not_hers.public_id}{path}"
        assert factories.post(browser, url, form_at="/my/", reply="yes", reason="pay").status_code == 404
    assert answered(browser, hers, "maybe") == 422
    assert db.session.query(Consent).filter_by(purpose="sharing").all() == []
    assert answered(browser, hers, "yes") == 303
    (consent,) = db.session.query(Consent).filter_by(purpose="sharing").all()
    assert (consent.member_id, consent.purpose, consent.manner) == (her.id, "sharing", "screen")
    assert consent.partner_id == hers.vacancy.partner_id
    page = browser.get("/my/").text
    assert 'id="asked"' not in page
    assert "Ulduz" in page.split('id="road"')[1]


def test_she_is_asked_one_thing_at_a_time(sign_in: SignIn) -> None:
    her = factories.member(skills=("sewing",))
    ways = [asked(her, f"İş {number}", f"Şirkət {number}") for number in range(3)]
    browser = sign_in(factories.member_user(her))
    page = browser.get("/my/").text
    assert page.count('name="reply" value="yes"') == page.count('value="yes"') == 1
    assert "İş 0" in page.split('id="matches"')[0]
    assert "2" in page.split('id="asked"')[1].split("</section>")[0]
    assert answered(browser, ways[0], "later") == 303
    assert "İş 1" in browser.get("/my/").text.split('id="asked"')[1].split("</section>")[0]
    assert answered(browser, ways[1], "no") == 303
    assert answered(browser, ways[2], "yes") == 303
    page = browser.get("/my/").text
    assert 'id="asked"' not in page
    assert f"/my/{ways[0].public_id}" in page
    assert 'value="yes"' in browser.get(f"/my/{ways[0].public_id}").text
    assert answered(browser, ways[0], "yes") == 303
    assert ways[0].state == ReferralState.AGREED


def test_she_says_no_why_and_changes_her_mind_the_same_day(sign_in: SignIn) -> None:
    her = factories.member()
    way = asked(her)
    browser = sign_in(factories.member_user(her))
    address = f"/my/{way.public_id}"
    answer = factories.post(browser, address, form_at="/my/", reply="no")
    assert answer.location == address
    assert factories.post(browser, f"{address}/why", form_at=address).status_code == 422
    assert factories.post(browser, f"{address}/why", form_at=address, reason="skills").status_code == 422
    assert factories.post(browser, f"{address}/why", form_at=address, reason="distance").status_code == 303
    assert (way.state, way.declined_by, way.decline_reason) == (
        ReferralState.DECLINED,
        DeclinedBy.MEMBER,
        DeclineReason.DISTANCE,
    )
    assert factories.post(browser, f"{address}/undo", form_at=address).status_code == 303
    assert way.state == ReferralState.ASKED
    assert answered(browser, way, "no") == 303
    way.state_since -= timedelta(days=2)
    db.session.commit()
    assert "/undo" not in browser.get(address).text
    factories.post(browser, f"{address}/undo", form_at="/my/consents")
    assert way.state == ReferralState.DECLINED


def test_a_yes_taken_back_takes_its_consent_along(sign_in: SignIn) -> None:
    her = factories.member("Nigar")
    way, earlier = asked(her), asked(her, "Aşpaz", "Xəzər")
    give_consent(
        member=her, purpose=Purpose.SHARING, manner=ConsentManner.PAPER, partner=earlier.vacancy.partner
    ).given_on -= timedelta(days=30)
    browser = sign_in(factories.member_user(her))
    for one, stays in ((way, False), (earlier, True)):
        partner_id = one.vacancy.partner_id
        assert answered(browser, one, "yes") == 303
        address = f"/my/{one.public_id}"
        assert factories.post(browser, f"{address}/undo", form_at=address).status_code == 303
        assert one.state == ReferralState.ASKED
        assert has_consent(member_id=her.id, purpose=Purpose.SHARING, partner_id=partner_id) is stays
    owner = sign_in(factories.partner_user(way.vacancy.partner))
    assert "Nigar" not in owner.get("/portal").text


def test_a_place_taken_meanwhile_is_told_kindly(sign_in: SignIn) -> None:
    her = factories.member()
    way = asked(her)
    browser = sign_in(factories.member_user(her))
    browser.get("/my/")
    other = asked(her, "Aşpaz")
    vacancy_operations.close(vacancy=way.vacancy, filled=True)
    db.session.commit()
    assert answered(browser, way, "yes") == 303
    assert way.state == ReferralState.ASKED
    page = browser.get("/my/").text
    assert "Tikişçi" in page.split('id="road"')[1]
    assert "Aşpaz" in page.split('id="asked"')[1].split("</section>")[0]
    assert other.state == ReferralState.ASKED
    assert "/undo" not in browser.get(f"/my/{way.public_id}").text


def test_her_road_is_told_without_office_words_and_leads_to_the_phone(sign_in: SignIn) -> None:
    her = factories.member()
    her.centre.phone = "021 235 00 00"
    way, by = asked(her), factories.user()
    browser = sign_in(factories.member_user(her))
    answered(browser, way, "yes")
    steps = ((operations.introduce, ReferralState.INTRODUCED), (operations.interviewed, ReferralState.INTERVIEWED))
    for step, step_to in steps:
        step(referral=way, by=by)
        db.session.commit()
        page = browser.get(f"/my/{way.public_id}").text
        assert "tel:0212350000" in page
        assert "/undo" not in page
        factories.post(browser, f"/my/{way.public_id}/undo", form_at="/my/consents")
        assert way.state == step_to


def test_pages_cost_the_same_however_much_work_there_is(sign_in: SignIn) -> None:
    her = factories.member(skills=("sewing",))
    browser = sign_in(factories.member_user(her))
    numbers = []
    for _round in range(2):
        for _number in range(3):
            asked(her)
            answered_way = asked(her)
            operations.answer(referral=answered_way, reply="yes", by=None)
            factories.vacancy(needs=("sewing",))
        db.session.commit()
        browser.get("/my/")
        with queries() as counted:
            assert browser.get("/my/").status_code == 200
        numbers.append(counted.number)
    assert numbers[0] == numbers[1]
    assert db.session.query(Vacancy).count() == 18
