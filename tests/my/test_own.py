"""Work she wishes for, what the centre knows about her, what she agreed to; and a page that gives nothing away."""

import re
from collections.abc import Callable

from flask.testing import FlaskClient

from crm.access import Role
from crm.accounts.models import User
from crm.extensions import db
from crm.forms import today
from crm.members.consents import give_consent
from crm.members.enums import ConsentManner, Purpose
from crm.referrals import operations
from crm.referrals.enums import ReferralState
from crm.referrals.models import Referral
from crm.vacancies import operations as vacancy_operations
from crm.vacancies.enums import VacancyState
from tests import factories

SignIn = Callable[[User], FlaskClient]


def test_she_wishes_for_a_job_and_staff_learns_it_from_her(sign_in: SignIn, staff: FlaskClient) -> None:
    her = factories.member("Zərnigar", skills=("sewing",))
    owner = factories.partner("Ulduz")
    vacancy = factories.vacancy(owner, needs=("sewing",), title="Tikişçi")
    browser = sign_in(factories.member_user(her))
    address = f"/my/jobs/{vacancy.public_id}"
    assert address in browser.get("/my/").text
    assert "Ulduz" in browser.get(address).text
    assert factories.post(browser, address).status_code == 303
    way = db.session.query(Referral).one()
    assert (way.state, way.next_step_due) == (ReferralState.SUGGESTED, today())
    assert way.wished_by_member_at is not None
    page = browser.get("/my/").text
    assert "Tikişçi" in page.split('id="road"')[1].split('id="matches"')[0]
    assert "Tikişçi" not in page.split('id="matches"')[1]
    assert "Zərnigar" in staff.get("/referrals").text
    assert staff.get(f"/referrals/{way.id}").text.count("Zərnigar") > 2
    assert "Zərnigar" not in sign_in(factories.partner_user(owner)).get(f"/portal/{vacancy.public_id}").text

    colleague = factories.user()
    operations.ask(referral=way, by=colleague)
    db.session.commit()
    assert f"/my/{way.public_id}" in browser.get("/my/").text


def test_a_no_becomes_a_wish_again(sign_in: SignIn) -> None:
    her = factories.member()
    vacancy = factories.vacancy()
    by = factories.user()
    way = operations.suggest(vacancy=vacancy, member=her, by=by)
    operations.ask(referral=way, by=by)
    operations.answer(referral=way, reply="no", by=by)
    browser = sign_in(factories.member_user(her))
    answer = factories.post(browser, f"/my/jobs/{vacancy.public_id}", form_at=f"/my/{way.public_id}")
    assert answer.location == f"/my/{way.public_id}"
    assert way.state == ReferralState.ASKED


def test_she_wishes_only_for_open_work_of_her_centre(sign_in: SignIn) -> None:
    elsewhere = factories.vacancy(factories.partner(centre=factories.centre("Neftçala")))
    draft, taken = factories.vacancy(state=VacancyState.DRAFT), factories.vacancy(title="Aşpaz")
    browser = sign_in(factories.member_user(factories.member()))
    for vacancy in (elsewhere, draft):
        assert browser.get(f"/my/jobs/{vacancy.public_id}").status_code == 404
    page = f"/my/jobs/{taken.public_id}"
    assert browser.get(page).status_code == 200
    vacancy_operations.close(vacancy=taken, filled=True)
    db.session.commit()
    assert "<form" not in browser.get(page).text.split("<main")[1]
    assert db.session.query(Referral).count() == 0


def test_she_reads_what_is_known_about_her_but_not_the_safe_contact(sign_in: SignIn) -> None:
    her = factories.member(
        "Zərnigar",
        skills=("sewing",),
        phone="050 111 22 33",
        contact_note="axşam zəng etmə",
        wish_text="Evdə tikmək",
        settlement=factories.settlement("Nərimankənd"),
    )
    page = sign_in(factories.member_user(her)).get("/my/profile").text
    for said in ("Zərnigar", "050 111 22 33", "Evdə tikmək", "Nərimankənd", factories.concept("sewing").label_az):
        assert said in page
    assert "axşam" not in page


def test_she_takes_a_consent_back_and_it_counts_at_once(sign_in: SignIn) -> None:
    her, other, owner = factories.member("Zərnigar", agrees_to=()), factories.member(), factories.partner("Ulduz")
    by = factories.user()
    way = operations.suggest(vacancy=factories.vacancy(owner), member=her, by=by)
    operations.ask(referral=way, by=by)
    operations.answer(referral=way, reply="yes", by=by)
    not_hers = give_consent(member=other, purpose=Purpose.SERVICES, manner=ConsentManner.PAPER)
    partner = sign_in(factories.partner_user(owner))
    browser = sign_in(factories.member_user(her))
    assert "Zərnigar" in partner.get("/portal").text
    page = browser.get("/my/consents").text
    assert "Ulduz" in page
    (address,) = re.findall(r"/my/consents/\d+(?=\")", page)
    assert browser.get(f"/my/consents/{not_hers.id}").status_code == 404
    assert factories.post(browser, f"/my/consents/{not_hers.id}", form_at=address).status_code == 404
    assert factories.post(browser, address).status_code == 303
    assert "Zərnigar" not in partner.get("/portal").text
    assert re.findall(r"/my/consents/\d+(?=\")", browser.get("/my/consents").text) == []


def test_every_page_has_a_quick_exit_and_a_title_that_says_little(sign_in: SignIn) -> None:
    her = factories.member("Zərnigar")
    vacancy = factories.vacancy(title="Tikişçi")
    way = operations.suggest(vacancy=vacancy, member=her, by=None)
    operations.ask(referral=way, by=factories.user())
    consent = give_consent(member=her, purpose=Purpose.SERVICES, manner=ConsentManner.PAPER)
    browser = sign_in(factories.member_user(her))
    paths = ("", "profile", "consents", f"consents/{consent.id}", str(way.public_id), f"jobs/{vacancy.public_id}")
    pages = [browser.get(f"/my/{path}").text for path in paths]
    titles = {re.findall(r"<title>(.*?)</title>", page, re.DOTALL)[0] for page in pages}
    assert len(titles) == 1
    assert "Tikişçi" not in titles.pop()
    for page in pages:
        assert "data-quick-exit" in page
        assert page.count("<h1") == 1


def test_a_woman_whose_record_is_not_linked_meets_a_friendly_page(sign_in: SignIn) -> None:
    browser = sign_in(factories.user(Role.MEMBER, centre=None))
    for path in ("/my", "/my/profile", "/my/consents"):
        page = browser.get(path)
        assert page.status_code == 200
        assert "/jobs" in page.text
