"""Whom she named never meets her: staff nowhere, companies not even without her name; the administrator still does."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from crm.access import Role
from crm.accounts.models import User
from crm.extensions import db
from crm.members import hidings
from crm.members.consents import has_consent
from crm.members.enums import Purpose
from crm.members.models import Member
from crm.members.safe_models import MemberHiding
from crm.offers.enums import OfferKind
from crm.offers.models import Offer
from crm.referrals.enums import ReferralState
from crm.referrals.models import Referral
from crm.referrals.moves import IllegalMove
from crm.referrals.operations import suggest
from tests import factories

NAME = "Zümrüdxanım"
SignIn = Callable[[User], FlaskClient]


def a_woman() -> Member:
    return factories.member(NAME, skills=("sewing",), settlement=factories.settlement(), seeking="both")


def test_named_staff_meets_her_nowhere_and_the_administrator_does(sign_in: SignIn) -> None:
    member, vacancy = a_woman(), factories.vacancy(factories.partner(), needs=("sewing",))
    staff, admin = factories.user(), factories.user(Role.ADMINISTRATOR)
    offer = factories.save(
        Offer(centre=member.centre, partner=vacancy.partner, kind=OfferKind.LOAN, title="Kiçik kredit")
    )
    referral = factories.save(Referral(centre=member.centre, member=member, vacancy=vacancy, state=ReferralState.ASKED))
    other = factories.member("Sevinc", skills=("sewing",), settlement=factories.settlement())
    db.session.commit()
    pages = (
        "/members/", f"/members/?q={NAME[:7]}", "/members/list.csv", f"/members/{member.id}", f"/referrals/{referral.id}",
        "/referrals/", "/referrals/list.csv", "/today/", f"/vacancies/{vacancy.id}/matches", f"/vacancies/{vacancy.id}",
        f"/offers/{offer.id}", f"/members/{other.id}/like-her", "/results/OP1/people", f"/partners/{vacancy.partner_id}",
    )  # fmt: skip
    browser = sign_in(staff)
    before = [page for page in pages if NAME in browser.get(page).text]
    assert len(before) >= 9, before
    hidings.hide(member=member, user=staff)
    db.session.commit()
    assert [page for page in pages if NAME in browser.get(page).text and "q=" not in page] == []
    assert browser.get(f"/members/{member.id}").status_code == 404
    assert browser.get(f"/members/{member.id}/hidings").status_code == 404
    assert browser.get(f"/referrals/{referral.id}").status_code == 404
    assert NAME in sign_in(admin).get(f"/members/{member.id}").text


def test_a_named_company_does_not_meet_her_even_without_her_name(sign_in: SignIn) -> None:
    member, partner = a_woman(), factories.partner()
    vacancy, agreed = factories.vacancy(partner, needs=("sewing",)), factories.vacancy(partner)
    factories.consent(member, Purpose.SHARING, partner)
    factories.save(Referral(centre=member.centre, member=member, vacancy=vacancy, state=ReferralState.ASKED))
    factories.save(Referral(centre=member.centre, member=member, vacancy=agreed, state=ReferralState.AGREED))
    user = factories.partner_user(partner)
    db.session.commit()
    browser = sign_in(user)
    before = browser.get(f"/portal/{vacancy.public_id}").text, browser.get(f"/portal/{agreed.public_id}").text
    assert NAME in before[1]
    hidings.hide(member=member, contact=factories.contact(partner))
    db.session.commit()
    assert not has_consent(member_id=member.id, purpose=Purpose.SHARING, partner_id=partner.id)
    after = browser.get(f"/portal/{vacancy.public_id}").text, browser.get(f"/portal/{agreed.public_id}").text
    assert NAME not in after[1] and NAME not in browser.get("/portal/").text
    assert len(after[0]) < len(before[0])


def test_staff_is_not_offered_her_for_a_company_she_named_and_cannot_refer_her(sign_in: SignIn) -> None:
    member, partner = a_woman(), factories.partner()
    vacancy = factories.vacancy(partner, needs=("sewing",))
    staff = factories.user()
    db.session.commit()
    browser = sign_in(staff)
    assert NAME in browser.get(f"/vacancies/{vacancy.id}/matches").text
    form_at = f"/members/{member.id}/hidings"
    assert factories.post(browser, form_at, partner_id=partner.id).status_code == 303
    assert partner.name in browser.get(form_at).text
    assert NAME not in browser.get(f"/vacancies/{vacancy.id}/matches").text.split("asked-not")[0]
    assert vacancy.title not in browser.get(f"/members/{member.id}/matches").text
    with pytest.raises(IllegalMove, match=r"\w"):
        suggest(vacancy=vacancy, member=member, by=staff)


def test_she_takes_a_name_back_and_no_name_at_all_is_refused(staff: FlaskClient) -> None:
    member, partner = a_woman(), factories.partner()
    db.session.commit()
    form_at = f"/members/{member.id}/hidings"
    assert factories.post(staff, form_at).status_code == 422
    factories.post(staff, form_at, partner_id=partner.id)
    hiding = db.session.scalars(select(MemberHiding)).one()
    assert factories.post(staff, f"{form_at}/{hiding.id}/remove", form_at=form_at).status_code == 303
    assert hidings.may_meet(member=member, partner_id=partner.id)
