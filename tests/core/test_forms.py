"""Wrong input is asked back beside its field, never answered with an error page."""

from flask.testing import FlaskClient

from tests import factories


def test_staff_types_too_long_a_phone_and_is_asked_back(staff: FlaskClient) -> None:
    answer = factories.post(staff, "/partners/new", name="Xəzər Balıq", phone="5" * 60)
    assert answer.status_code == 422
    assert "Xəzər Balıq" in answer.text


def test_staff_sends_a_kind_that_does_not_exist_and_is_asked_back(staff: FlaskClient) -> None:
    answer = factories.post(staff, "/partners/new", name="Xəzər Balıq", kind="junk")
    assert answer.status_code == 422
    assert "Xəzər Balıq" in answer.text
