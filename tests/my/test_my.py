"""A woman's own page: she is asked, she answers, and only her yes opens her to the partner."""

from collections.abc import Callable

from flask.testing import FlaskClient

from crm.access import Role
from crm.accounts.models import User
from crm.extensions import db
from crm.members.models import Consent, Member
from crm.referrals import operations
from crm.referrals.models import Referral
from tests import factories


def asked(member: Member) -> Referral:
    vacancy = factories.vacancy(factories.partner("Ulduz"), needs=("sewing",), title="Tikişçi")
    by = factories.user(Role.STAFF)
    referral = operations.suggest(vacancy=vacancy, member=member, by=by)
    operations.ask(referral=referral, by=by)
    return referral


def test_a_woman_answers_for_herself_and_never_for_another(sign_in: Callable[[User], FlaskClient]) -> None:
    her, other = factories.member(skills=("sewing",)), factories.member("Könül", skills=("sewing",))
    hers, not_hers = asked(her), asked(other)
    user = factories.member_user(her)
    db.session.commit()
    browser = sign_in(user)
    page = browser.get("/my/").text
    assert "Ulduz" in page.split('id="matches"')[0]
    assert "%" not in page.split("<main")[1].split("</main>")[0]
    assert str(not_hers.public_id) not in page
    assert factories.post(browser, f"/my/{not_hers.public_id}", form_at="/my/", reply="yes").status_code == 404
    assert factories.post(browser, f"/my/{hers.public_id}", form_at="/my/", reply="maybe").status_code == 422
    assert db.session.query(Consent).all() == []
    assert factories.post(browser, f"/my/{hers.public_id}", form_at="/my/", reply="yes").status_code == 303
    (consent,) = db.session.query(Consent).all()
    assert (consent.member_id, consent.purpose, consent.manner) == (her.id, "sharing", "screen")
    assert consent.partner_id == hers.vacancy.partner_id
    assert 'id="asked"' not in browser.get("/my/").text
