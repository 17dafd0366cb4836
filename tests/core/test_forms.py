"""Wrong input is asked back beside its field, never answered with an error page."""

from flask.testing import FlaskClient

from crm.extensions import db
from tests import factories


def test_staff_types_too_long_a_phone_and_is_asked_back(staff: FlaskClient) -> None:
    answer = factories.post(staff, "/partners/new", name="Xəzər Balıq", phone="5" * 60)
    assert answer.status_code == 422
    assert "Xəzər Balıq" in answer.text


def test_staff_sends_a_kind_that_does_not_exist_and_is_asked_back(staff: FlaskClient) -> None:
    answer = factories.post(staff, "/partners/new", name="Xəzər Balıq", kind="junk")
    assert answer.status_code == 422
    assert "Xəzər Balıq" in answer.text


def test_staff_sends_a_promise_of_no_known_kind_and_is_asked_back(staff: FlaskClient) -> None:
    partner = factories.partner()
    db.session.commit()
    address = f"/partners/{partner.id}/promises/new"
    answer = factories.post(staff, address, kind="junk", quantity="1", words="İki yer", due_on="2030-01-01")
    assert answer.status_code == 422
    assert "İki yer" in answer.text


def test_a_stale_save_names_the_village_and_not_its_number(staff: FlaskClient) -> None:
    partner = factories.partner("Xəzər Balıq", settlement_id=factories.settlement("Neftçala").id)
    db.session.commit()
    address = f"/partners/{partner.id}/edit"
    answer = factories.post(staff, address, name="Xəzər", kind="company", settlement_id="Sabirabad", version="999")
    assert answer.status_code == 409
    assert "Neftçala" in answer.text
    assert "Sabirabad" in answer.text


def test_a_stale_save_names_the_colleague_and_not_her_number(staff: FlaskClient) -> None:
    colleague = factories.user(name="Nigar Əliyeva")
    partner = factories.partner("Xəzər Balıq", responsible=colleague)
    db.session.commit()
    address = f"/partners/{partner.id}/edit"
    answer = factories.post(staff, address, name="Xəzər", kind="company", responsible_id="", version="999")
    assert answer.status_code == 409
    assert "Nigar Əliyeva" in answer.text


def test_staff_types_a_pay_that_is_no_number_and_is_asked_back(staff: FlaskClient) -> None:
    vacancy = factories.vacancy(title="Aşpaz")
    db.session.commit()
    address = f"/vacancies/{vacancy.id}/edit"
    answer = factories.post(staff, address, title="Aşpaz qadın", openings="1", pay_min="NaN", pay_max="500")
    assert answer.status_code == 422
    assert "Aşpaz qadın" in answer.text
