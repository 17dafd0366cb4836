"""Before a woman is stored a person is asked whether she is one of those who look like her."""

from flask.testing import FlaskClient
from sqlalchemy import select

from crm.extensions import db
from crm.members.consents import has_consent
from crm.members.duplicate_models import NotSame
from crm.members.enums import Purpose
from crm.members.models import Member
from tests import factories
from tests.factories import post

PHONE = "050 111 22 33"
TYPED = {"first_name": "Гюнель", "last_name": "Алиева", "phone": "+994 50 111 22 33", "seeking": "job"}


def women() -> list[int]:
    return list(db.session.scalars(select(Member.id).order_by(Member.id)))


def known(**more: str) -> Member:
    member = factories.member("Günel", "Əliyeva", phone=PHONE, **more)
    db.session.commit()
    return member


def test_staff_is_asked_before_she_is_stored_and_told_why(staff: FlaskClient) -> None:
    member = known()
    answer = post(staff, "/members/new", **TYPED)
    assert answer.status_code == 422 and women() == [member.id]
    assert "Günel" in answer.text and "eyni telefon" in answer.text
    assert "Гюнель" in answer.text, "what was typed stays"


def test_yes_opens_her_record_with_what_was_typed(staff: FlaskClient) -> None:
    member = known(skills_text="tikiş")
    said = {**TYPED, "skills_text": "yemək bişirir", "who_she_is": str(member.id), "agreed": "paper"}
    page = post(staff, "/members/new", **said)
    assert page.status_code == 200 and women() == [member.id]
    assert f'action="/members/{member.id}/edit"' in page.text
    assert "Günel" in page.text and 'value="Гюнель"' in page.text
    assert "tikiş\n\nyemək bişirir" in page.text.replace("\r", "")
    assert has_consent(member_id=member.id, purpose=Purpose.SERVICES)
    assert db.session.scalars(select(Member.first_name)).all() == ["Günel"], "nothing is changed before it is saved"


def test_no_stores_another_woman_and_is_remembered(staff: FlaskClient) -> None:
    member = known()
    said = {**TYPED, "who_she_is": "another", "shown": str(member.id)}
    assert post(staff, "/members/new", **said).status_code == 303
    [one, other] = women()
    assert one == member.id
    assert db.session.execute(select(NotSame.one_id, NotSame.other_id)).all() == [(one, other)]


def test_no_is_said_of_those_who_were_shown_only(staff: FlaskClient) -> None:
    known()
    assert post(staff, "/members/new", **TYPED, who_she_is="another", shown="999999").status_code == 422
    assert len(women()) == 1


def test_a_woman_of_another_centre_is_not_shown(staff: FlaskClient) -> None:
    factories.member("Günel", "Əliyeva", phone=PHONE, centre=factories.centre("Neftchala"))
    db.session.commit()
    assert post(staff, "/members/new", **TYPED).status_code == 303
