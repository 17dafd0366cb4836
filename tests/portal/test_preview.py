"""What she is shown beforehand is what a partner sees: for every combination of consents, and between two clicks."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crm.accounts.models import User
from crm.extensions import db
from crm.forms import today
from crm.members.consents import withdraw_consent
from crm.members.enums import Availability, Purpose
from crm.members.models import Consent, Member
from crm.partners.models import Partner
from crm.referrals import operations
from crm.referrals.enums import DeclinedBy, DeclineReason, ReferralState
from crm.referrals.models import Referral, ReferralStep
from crm.vacancies.models import Vacancy
from tests import factories

SignIn = Callable[[User], FlaskClient]
CARD = re.compile(r'<article class="card"[^>]*>(.*?)</article>', re.DOTALL)
#: What a partner may do on a card, and the number in its line, are not about her.
ACTIONS = re.compile(r"<form.*?</form>|<a class=\"btn.*?</a>|<div class=\"match-actions\">.*?</div>", re.DOTALL)
SECRETS = ("Zərnigar", "Quşçubaşova", "0509998877", "Hüsniməmməd", "kanarlı@example.com", "axşam zəng", "yundan kukla",
           "Nərimankənd", "anasına baxır")  # fmt: skip


def canary() -> Member:
    return factories.member(
        "Zərnigar",
        "Quşçubaşova",
        agrees_to=(),
        skills=("sewing",),
        father_name="Hüsniməmməd",
        phone="050 999 88 77",
        email="kanarlı@example.com",
        contact_note="axşam zəng etmə",
        skills_text="yundan kukla tikirəm",
        constraints_text="anasına baxır",
        availability=Availability.PART,
        settlement=factories.settlement("Nərimankənd"),
    )


def cards(page: str) -> set[str]:
    """The words of every card on a page, without what can be done with it."""
    found = [unescape(re.sub(r"<[^>]+>", " ", ACTIONS.sub(" ", card))) for card in CARD.findall(page)]
    return {re.sub(r"Namizəd \d+", "Namizəd", " ".join(card.split())) for card in found}


def words(page: str) -> set[str]:
    """Which of her secrets a page holds."""
    plain = unescape(page).replace(" ", "")
    return {secret for secret in SECRETS if secret.replace(" ", "") in plain}


class House:
    """One woman, two partners with an opening each; `told(...)` puts all into one of the possible states."""

    def __init__(self, sign_in: SignIn) -> None:
        self.her = canary()
        self.owners = [factories.partner("Ulduz"), factories.partner("Günəş")]
        self.openings = [factories.vacancy(one, needs=("sewing",), title="Tikişçi") for one in self.owners]
        self.by = factories.user()
        self.browsers = [sign_in(factories.partner_user(one)) for one in self.owners]
        self.staff = sign_in(self.by)

    def told(self, state: ReferralState | None, sharing: str, services: str) -> Referral | None:
        """A way to the first partner's opening in this state; a consent that is given, over, taken back or missing."""
        ids = db.session.query(Referral.id)
        db.session.query(ReferralStep).filter(ReferralStep.referral_id.in_(ids)).delete()
        db.session.query(Referral).delete()
        db.session.query(Consent).delete()
        for purpose, said in ((Purpose.SHARING, sharing), (Purpose.SERVICES, services)):
            if said != "missing":
                partner = self.owners[0] if purpose == Purpose.SHARING else None
                over = today() - timedelta(days=1) if said == "over" else None
                back = today() if said == "taken back" else None
                factories.consent(self.her, purpose, partner, valid_until=over, withdrawn_on=back)
        way = None
        if state is not None:
            way = operations.suggest(vacancy=self.openings[0], member=self.her, by=self.by)
            way.state = state
            if state == ReferralState.DECLINED:
                way.declined_by, way.decline_reason = DeclinedBy.PARTNER, DeclineReason.OTHER
        db.session.commit()
        return way

    def seen_by(self, number: int) -> str:
        browser, opening = self.browsers[number], self.openings[number]
        address = f"/portal/{opening.public_id}"
        pages = [browser.get(path) for path in ("/portal", address, f"{address}/closing", "/jobs")]
        pages.append(browser.get("/portal", headers={"HX-Request": "true"}))
        return "".join(page.text for page in pages)

    def preview(self, number: int) -> str:
        page = self.staff.get(f"/members/{self.her.id}/preview?partner_id={self.owners[number].id}").text
        return page.split("data-preview")[1].split("</main>")[0]


SAID = st.sampled_from(["given", "over", "taken back", "missing"])


@pytest.fixture
def house(app: Flask, sign_in: SignIn) -> House:
    return House(sign_in)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(state=st.sampled_from([None, *ReferralState]), sharing=SAID, services=SAID)
def test_partner_sees_no_more_than_the_preview_says(
    house: House, state: ReferralState | None, sharing: str, services: str
) -> None:
    house.told(state, sharing, services)
    for number in (0, 1):
        seen, shown = house.seen_by(number), house.preview(number)
        assert cards(seen) <= cards(shown)
        assert words(seen) <= words(shown)
        assert words(shown) <= {"Zərnigar", "Quşçubaşova", "0509998877"}
        if number == 1 or sharing != "given":
            assert words(seen) == set()
    assert house.browsers[0].get(f"/members/{house.her.id}").status_code == 403


def agreed(sign_in: SignIn) -> tuple[Referral, FlaskClient, Partner, Vacancy]:
    owner = factories.partner("Ulduz")
    opening, by = factories.vacancy(owner, needs=("sewing",), title="Tikişçi"), factories.user()
    way = operations.suggest(vacancy=opening, member=canary(), by=by)
    operations.ask(referral=way, by=by)
    operations.answer(referral=way, reply="yes", by=by)
    return way, sign_in(factories.partner_user(owner)), owner, opening


def test_before_and_after_her_yes_the_preview_shows_the_two_cards(sign_in: SignIn, staff: FlaskClient) -> None:
    owner = factories.partner("Ulduz")
    opening, by, her = factories.vacancy(owner, needs=("sewing",)), factories.user(), canary()
    url = f"/members/{her.id}/preview?partner_id={owner.id}"
    db.session.commit()
    assert "Ulduz onu görmür" in staff.get(url).text
    way = operations.suggest(vacancy=opening, member=her, by=by)
    operations.ask(referral=way, by=by)
    partner = sign_in(factories.partner_user(owner))
    (anonymous,) = cards(partner.get(f"/portal/{opening.public_id}").text)
    asking = staff.get(f"/members/{her.id}/consents/new?purpose=sharing&partner_id={owner.id}").text
    assert anonymous in cards(asking)
    assert "Zərnigar" not in anonymous
    after = next(card for card in cards(asking) if "Zərnigar" in card)
    operations.answer(referral=way, reply="yes", by=by)
    db.session.commit()
    assert cards(partner.get(f"/portal/{opening.public_id}").text) == {after} == cards(staff.get(url).text)


def test_she_sees_it_herself_and_nobody_elses(sign_in: SignIn) -> None:
    way, partner, _owner, opening = agreed(sign_in)
    browser = sign_in(factories.member_user(way.member))
    (consent,) = way.member.consents
    seen = cards(partner.get(f"/portal/{opening.public_id}").text)
    for path in (f"/my/{way.public_id}/seen", f"/my/consents/{consent.id}/seen"):
        assert seen == cards(browser.get(path).text), path
        other = sign_in(factories.member_user(factories.member()))
        assert other.get(path).status_code == 404
        assert partner.get(path).status_code == 403


def test_consent_withdrawn_between_two_clicks_shuts_every_door(sign_in: SignIn, staff: FlaskClient) -> None:
    way, partner, owner, opening = agreed(sign_in)
    address, hired = f"/portal/{opening.public_id}", f"/portal/introductions/{way.public_id}/hired"
    assert "Zərnigar" in partner.get(address).text
    form = partner.get(hired)  # open on the owner's screen while she takes it back
    assert "Zərnigar" in form.text
    assert form.headers["Cache-Control"] == "no-store"
    withdraw_consent(member=way.member, purpose=Purpose.SHARING, partner=owner)
    db.session.commit()
    assert way.next_step_due == today()
    for doing in ("hired", "interviewed", "declined", "not-met"):
        url = f"/portal/introductions/{way.public_id}/{doing}"
        answer = factories.post(partner, url, form_at="/portal/new", started_on=today().isoformat(), reason="skills",
                                on=today().isoformat(), contract="permanent")  # fmt: skip
        assert answer.status_code == 404, doing
        assert "Zərnigar" not in answer.text
    for path in ("/portal", address, hired):
        assert "Zərnigar" not in partner.get(path).text
    assert way.state == ReferralState.AGREED
    factories.post(staff, f"/referrals/{way.id}/introduce", form_at=f"/referrals/{way.id}")
    assert way.state == ReferralState.AGREED
    assert "Ulduz onu görmür" in staff.get(f"/members/{way.member_id}/preview?partner_id={owner.id}").text


def test_preview_is_for_her_own_centre(sign_in: SignIn, staff: FlaskClient) -> None:
    elsewhere = factories.centre("Neftçala")
    her, theirs = factories.member(), factories.member(centre=elsewhere)
    ours, other = factories.partner(), factories.partner(centre=elsewhere)
    db.session.commit()
    assert staff.get(f"/members/{her.id}/preview?partner_id={ours.id}").status_code == 200
    assert staff.get(f"/members/{her.id}/preview?partner_id={other.id}").status_code == 404
    assert staff.get(f"/members/{theirs.id}/preview?partner_id={other.id}").status_code == 404
    assert staff.get(f"/members/{her.id}/preview").status_code == 200
