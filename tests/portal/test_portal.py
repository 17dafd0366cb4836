"""What a partner meets when signed in: the own openings, and only women who agreed."""

from collections.abc import Callable

from flask.testing import FlaskClient

from crm.accounts.models import User
from crm.referrals import operations
from crm.vacancies.enums import VacancyState
from tests import factories
from tests.counting import queries

SignIn = Callable[[User], FlaskClient]


def test_partner_posts_an_opening_and_it_waits_for_approval(sign_in: SignIn) -> None:
    owner = factories.partner("Ulduz Tikiş")
    factories.vacancy(title="Somebody else's opening")
    browser = sign_in(factories.partner_user(owner))

    empty = factories.post(browser, "/portal/new", text=" ", title="Aşpaz <lazım>")
    assert empty.status_code == 422
    assert "Aşpaz &lt;lazım&gt;" in empty.text

    answer = factories.post(browser, "/portal/new", text="Sexə 2 tikişçi axtarırıq, maaş 400 manat.", title="Tikişçi")
    assert answer.status_code == 303
    page = browser.get("/portal").text
    assert "Tikişçi" in page
    assert str(VacancyState.WAITING.label) in page
    assert "Somebody else" not in page
    assert "Tikişçi" not in browser.get("/jobs").text


def test_partner_sees_a_woman_only_when_she_has_agreed(sign_in: SignIn, staff: FlaskClient) -> None:
    owner, other, colleague = factories.partner(), factories.partner(), factories.user()
    vacancy = factories.vacancy(owner)
    shy, willing = (factories.member(name, "Əliyeva", phone=phone) for name, phone in (("Nigar", "1"), ("Sevda", "2")))
    ways = [operations.suggest(vacancy=vacancy, member=woman, by=colleague) for woman in (shy, willing)]
    for way in ways:
        operations.ask(referral=way, by=colleague)
    operations.answer(referral=ways[1], reply="yes", by=colleague)
    browser = sign_in(factories.partner_user(owner))

    with queries() as few:
        page = browser.get("/portal").text
    assert "Sevda" in page
    assert "tel:2" in page
    assert "Nigar" not in page
    assert "Sevda" not in sign_in(factories.partner_user(other)).get("/portal").text
    assert staff.get("/portal").status_code == 403

    operations.answer(referral=ways[0], reply="yes", by=colleague)
    factories.vacancy(owner)
    with queries() as more:
        assert "Nigar" in browser.get("/portal").text
    assert more.number <= few.number
