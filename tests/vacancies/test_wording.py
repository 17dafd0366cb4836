"""The wording of an advertisement on its road: found, corrected or let be, published, counted."""

from collections.abc import Callable

from flask.testing import FlaskClient

from crm.accounts.models import User
from crm.extensions import db
from crm.results.report import build
from crm.results.scope import Scope
from crm.vacancies.enums import VacancyState
from crm.vacancies.models import Vacancy
from tests import factories

TEXT = "Mağazaya satıcı qız tələb olunur. Yaş 18-30. Maaş 400 manat."


def drafted(staff: FlaskClient) -> Vacancy:
    partner = factories.partner("Ulduz")
    db.session.commit()
    answer = factories.post(staff, "/vacancies/new", partner_id=partner.id, text=TEXT)
    vacancy = db.session.get(Vacancy, int(answer.location.rsplit("/", 1)[1]))
    assert vacancy
    return vacancy


def corrected() -> object:
    return build(Scope(None, None, None)).line("OP10").figure


def test_staff_opens_an_advertisement_only_when_its_words_shut_nobody_out(staff: FlaskClient) -> None:
    vacancy = drafted(staff)
    at = f"/vacancies/{vacancy.id}"
    page = staff.get(at).text
    assert "satıcı qız" in page
    assert "Gender" in page
    refused = factories.post(staff, f"{at}/publish", form_at=at)
    assert refused.location == f"{at}/wording"
    assert vacancy.state == VacancyState.DRAFT
    proposal = staff.get(f"{at}/wording").text
    assert "Mağazaya satıcı tələb olunur. Maaş 400 manat." in proposal

    factories.post(
        staff, f"{at}/wording", version=vacancy.version, text="Mağazaya satıcı tələb olunur. Maaş 400 manat."
    )
    assert factories.post(staff, f"{at}/publish", form_at=at).location == at
    assert vacancy.state == VacancyState.OPEN
    assert vacancy.first_text == TEXT
    assert vacancy.corrected_kinds == ["age", "gender_female"]
    assert TEXT in staff.get(at).text
    figure = corrected()
    assert figure.value == 1
    assert figure.disaggregation["wording"] == {"age": 1, "gender_female": 1}
    assert vacancy.title in staff.get("/results/OP10/people").text


def test_staff_lets_words_be_with_a_reason_and_a_new_text_is_looked_at_anew(staff: FlaskClient) -> None:
    vacancy = drafted(staff)
    at = f"/vacancies/{vacancy.id}"
    empty = factories.post(staff, f"{at}/wording/let-be", form_at=f"{at}/wording", version=vacancy.version, reason=" ")
    assert empty.status_code == 422
    factories.post(
        staff, f"{at}/wording/let-be", form_at=f"{at}/wording", version=vacancy.version, reason="Qadınlar hamamı"
    )
    assert "Qadınlar hamamı" in staff.get(at).text
    factories.post(staff, f"{at}/publish", form_at=at)
    assert vacancy.state == VacancyState.OPEN
    assert corrected().value == 0
    factories.post(
        staff, f"{at}/edit", version=vacancy.version, title="Satıcı", openings=1, text=f"{TEXT} Gözəl görünüşlü"
    )
    assert vacancy.wording_reason == ""


def test_a_partner_hears_it_kindly_and_takes_the_proposed_text(sign_in: Callable[[User], FlaskClient]) -> None:
    browser = sign_in(factories.partner_user(factories.partner("Ulduz Tikiş")))
    typed = factories.post(browser, "/portal/read", form_at="/portal/new", text=TEXT).text
    assert "satıcı qız" in typed
    assert "Mağazaya satıcı tələb olunur. Maaş 400 manat." in typed
    factories.post(browser, "/portal/new", text=TEXT)
    opening = db.session.query(Vacancy).one()
    at = f"/portal/{opening.public_id}"
    factories.post(browser, f"{at}/proposed-text", form_at=at, version=opening.version)
    assert opening.text == "Mağazaya satıcı tələb olunur. Maaş 400 manat."
    assert opening.first_text == TEXT
    assert "satıcı qız" not in browser.get(at).text
