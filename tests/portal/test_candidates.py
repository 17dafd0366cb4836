"""Women on a partner's pages: without a name until they agree; afterwards the partner says how it went."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

from flask.testing import FlaskClient

from crm.accounts.models import User
from crm.audit.models import AuditEntry
from crm.extensions import db
from crm.forms import BAKU, today
from crm.members.consents import withdraw_consent
from crm.members.enums import Purpose
from crm.members.models import Member
from crm.partners.models import Partner
from crm.referrals import operations, wishes
from crm.referrals.enums import DeclinedBy, DeclineReason, Evidence, ReferralState
from crm.referrals.models import Referral
from crm.vacancies.models import Vacancy
from tests import factories
from tests.counting import queries

SignIn = Callable[[User], FlaskClient]

#: What only she has: none of it may reach a partner before she agrees.
CANARIES = ("Zərnigar", "Quşçubaşova", "0509998877", "axşam zəng etmə", "yundan kukla", "kanarlı@example.com",
            "Hüsniməmməd", "anasına baxır")  # fmt: skip


def canary() -> Member:
    return factories.member(
        "Zərnigar",
        "Quşçubaşova",
        skills=("sewing",),
        phone="050 999 88 77",
        email="kanarlı@example.com",
        contact_note="Evdəkilər bilmir, axşam zəng etmə",
        skills_text="yundan kukla tikirəm",
        wish_text="yundan kukla satmaq",
        father_name="Hüsniməmməd",
        constraints_text="anasına baxır, yundan kukla",
        idea_text="yundan kukla evi",
        settlement=factories.settlement("Nərimankənd"),
    )


def on_the_way(vacancy: Vacancy, member: Member, *, agreed: bool = False, asked: bool = True) -> Referral:
    by = factories.user()
    referral = operations.suggest(vacancy=vacancy, member=member, by=by)
    if asked or agreed:
        operations.ask(referral=referral, by=by)
    if agreed:
        operations.answer(referral=referral, reply="yes", by=by)
    db.session.commit()
    return referral


def opening_of(owner: Partner) -> Vacancy:
    return factories.vacancy(owner, needs=("sewing",), title="Tikişçi", text="Tikişçi lazımdır")


def test_nothing_of_a_woman_reaches_a_partner_before_she_agrees(sign_in: SignIn, client: FlaskClient) -> None:
    owner = factories.partner()
    opening, second = opening_of(owner), opening_of(owner)
    her = canary()
    way = on_the_way(opening, her)
    on_the_way(second, her, asked=False)
    user, stranger = factories.partner_user(owner), factories.partner_user(factories.partner())
    browser, other = sign_in(user), sign_in(stranger)
    address = f"/portal/{opening.public_id}"
    member_page = f"/portal/introductions/{way.public_id}/hired"
    seen = [
        page.text
        for page in (
            *(browser.get(path) for path in ("/portal", address, f"/portal/{second.public_id}", f"{address}/closing")),
            *(browser.get(path) for path in (member_page, "/jobs", "/jobs/feed.xml", f"/jobs/{opening.public_id}")),
            browser.get("/portal", headers={"HX-Request": "true"}),
            factories.post(browser, f"{address}/candidates/1/meet", form_at=address),
            browser.get(address),
            client.get("/jobs"),
        )
    ]
    for text in seen:
        plain = text.replace(" ", "")
        for word in (*CANARIES, "Nərimankənd", str(her.public_id), str(way.public_id)):
            if word == str(way.public_id) and member_page in text:
                continue
            assert word.replace(" ", "") not in plain
    shown = browser.get(address).text
    assert 'id="candidate-1"' in shown
    assert "mərkəz ondan soruşur" in shown
    assert browser.get(member_page).status_code == 404
    for path in (f"/members/{her.id}", f"/referrals/{way.id}", f"/vacancies/{opening.id}", "/members", "/referrals"):
        assert browser.get(path).status_code == 403
    assert 'id="candidate-1"' not in other.get("/portal").text
    assert other.get(address).status_code == 404


def test_partner_would_like_to_meet_a_candidate_and_staff_learns_it(sign_in: SignIn, staff: FlaskClient) -> None:
    owner = factories.partner("Ulduz")
    opening = opening_of(owner)
    way = on_the_way(opening, canary())
    browser = sign_in(factories.partner_user(owner))
    address = f"/portal/{opening.public_id}"
    assert factories.post(browser, f"{address}/candidates/7/meet", form_at=address).status_code == 404
    assert factories.post(browser, f"{address}/candidates/1/meet", form_at=address).status_code == 303
    assert way.wished_by_partner_at is not None
    assert way.next_step_due == today()
    assert way.state == ReferralState.ASKED
    assert "candidates/1/meet" not in browser.get(address).text
    her_page = sign_in(factories.member_user(way.member)).get("/my").text
    assert "Ulduz" in her_page.split('id="asked"')[1].split("<b>")[0]
    page = staff.get(f"/referrals/{way.id}").text
    assert page.count("Ulduz") > 1
    assert "Quşçubaşova" in page


def test_card_is_not_shown_of_her_who_took_back_or_came_by_herself(sign_in: SignIn) -> None:
    owner = factories.partner()
    opening, closed = opening_of(owner), opening_of(owner)
    took_back, herself = factories.member(skills=("sewing",)), factories.member(skills=("sewing",))
    on_the_way(closed, took_back, agreed=True)
    on_the_way(opening, took_back)
    wishes.wish_for_work(vacancy=opening, member=herself, by=factories.member_user(herself))
    browser = sign_in(factories.partner_user(owner))
    address = f"/portal/{opening.public_id}"
    assert browser.get(address).text.count('id="candidate-') == 1
    withdraw_consent(member=took_back, purpose=Purpose.SHARING, partner=owner)
    db.session.commit()
    assert 'id="candidate-' not in browser.get(address).text
    assert browser.get(f"/portal/{closed.public_id}").text.count('id="known"') == 0


def test_partner_sees_who_agreed_and_each_look_is_noted(sign_in: SignIn) -> None:
    owner = factories.partner()
    opening, her = opening_of(owner), canary()
    on_the_way(opening, her, agreed=True)
    user = factories.partner_user(owner)
    browser = sign_in(user)
    for path in ("/portal", f"/portal/{opening.public_id}"):
        page = browser.get(path).text
        assert "Zərnigar" in page
        assert "Nərimankənd" not in page
        assert "axşam" not in page
    assert "tel:0509998877" in page
    looks = db.session.query(AuditEntry).filter_by(user_id=user.id, thing="members", thing_id=her.id).all()
    assert len(looks) == 2
    assert "Zərnigar" not in sign_in(factories.partner_user(factories.partner())).get("/portal").text


def test_partner_says_how_it_went(sign_in: SignIn) -> None:
    owner = factories.partner()
    opening = factories.vacancy(owner, needs=("sewing",), openings=3)
    first, second, third = (on_the_way(opening, factories.member(), agreed=True) for _ in range(3))
    browser = sign_in(factories.partner_user(owner))

    def told(way: Referral, what: str, **fields: object) -> int:
        form_at = f"/portal/introductions/{way.public_id}/hired"
        url = f"/portal/introductions/{way.public_id}/{what}"
        return factories.post(browser, url, form_at=form_at, **fields).status_code

    assert told(first, "not-met") == 303
    assert first.state == ReferralState.AGREED
    assert first.next_step_due == today() + timedelta(days=1)
    assert told(first, "interviewed", on=(today() + timedelta(days=2)).isoformat()) == 422
    assert told(first, "interviewed", on=(today() - timedelta(days=2)).isoformat()) == 303
    assert first.state == ReferralState.INTERVIEWED
    assert first.steps[-1].happened_at.astimezone(BAKU).date() == today() - timedelta(days=2)
    assert ReferralState.INTRODUCED in {step.state for step in first.steps}
    assert told(first, "not-met") == 303
    assert told(first, "hired", started_on=today().isoformat(), contract="seasonal", pay=400, weekly_hours=30) == 303
    assert first.placement
    assert (first.placement.evidence, first.placement.pay) == (Evidence.EMPLOYER_CONFIRMS, 400)

    assert told(second, "declined") == 422
    assert told(second, "declined", reason="family") == 422
    assert told(second, "declined", reason="skills") == 303
    assert (second.declined_by, second.decline_reason) == (DeclinedBy.PARTNER, DeclineReason.SKILLS)
    assert told(third, "hired", started_on=today().isoformat(), contract="permanent") == 303
    assert third.state == ReferralState.HIRED
    assert factories.post(
        browser, f"/portal/introductions/{uuid4()}/not-met", form_at="/portal/new"
    ).status_code == 404  # fmt: skip


def test_pages_ask_the_database_no_more_when_women_come(sign_in: SignIn) -> None:
    owner = factories.partner()
    opening = opening_of(owner)
    browser = sign_in(factories.partner_user(owner))
    numbers = []
    for _round in range(2):
        for _number in range(3):
            on_the_way(opening, factories.member(skills=("sewing",), settlement=factories.settlement()))
            on_the_way(opening, factories.member(skills=("sewing",)), agreed=True)
            opening_of(owner)
        browser.get("/portal")
        with queries() as counted:
            assert browser.get("/portal").status_code == 200
            assert browser.get(f"/portal/{opening.public_id}").status_code == 200
        numbers.append(counted.number)
    assert numbers[0] == numbers[1]
