"""The profile in steps: one small page after another, each kept by itself."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from crm.access import Role
from crm.extensions import db
from crm.members.enums import ConceptRole, Seeking
from crm.members.models import Member
from crm.members.profile_steps import FIELDS, Step
from tests import factories


def step_of(member: Member, step: Step) -> str:
    return f"/members/{member.id}/profile/{step.value}"


def test_each_step_is_kept_by_itself_and_leads_to_the_next(staff: FlaskClient) -> None:
    member = factories.member("Aygün", "Əliyeva", phone="050 111 22 33", seeking=Seeking.JOB)
    db.session.commit()
    said: dict[Step, dict[str, Any]] = {
        Step.PERSON: {"first_name": "Aygün", "father_name": "Rəhim", "birth_year": "1990", "occupation": "homemaker"},
        Step.PLACE: {"transport": "bus", "max_distance_km": "12"},
        Step.REACH: {"phone": "050 111 22 33", "contact_note": "axşam"},
        Step.CAN: {"skills_text": "tikiş maşınında işləyirəm"},
        Step.WANTS: {"seeking": "job", "wish_text": "aşpaz olmaq", "availability": "part", "night_ok": "no"},
        Step.HINDERS: {"needs_childcare": "yes", "constraints_text": "uşaq balacadır"},
    }
    url = step_of(member, Step.PERSON)
    for step, fields in said.items():
        assert url.endswith(step.value)
        answer = factories.post(staff, url, **fields, version=member.version)
        assert answer.status_code == 303, answer.text
        url = answer.location
        db.session.refresh(member)
    assert url == f"/members/{member.id}"
    assert (member.father_name, member.birth_year, member.max_distance_km) == ("Rəhim", 1990, 12)
    assert (member.phone, member.night_ok, member.needs_childcare) == ("050 111 22 33", False, True)
    assert "sewing-machine" in {row.concept.code for row in member.concepts if row.role == ConceptRole.SKILL}
    assert "cook" in {row.concept.code for row in member.concepts if row.role == ConceptRole.WISH}


def test_a_step_leaves_the_other_steps_as_they_are(staff: FlaskClient) -> None:
    member = factories.member(phone="050 111 22 33", skills_text="yemək bişirirəm", min_pay=400)
    db.session.commit()
    factories.post(staff, step_of(member, Step.HINDERS), needs_childcare="no", version=member.version)
    db.session.refresh(member)
    assert (member.phone, member.skills_text, member.min_pay) == ("050 111 22 33", "yemək bişirirəm", 400)


def test_her_page_says_how_far_the_talk_came_and_where_it_goes_on(staff: FlaskClient) -> None:
    member = factories.member(phone="", skills_text="", seeking=Seeking.JOB)
    db.session.commit()
    assert step_of(member, Step.PERSON) in staff.get(f"/members/{member.id}").text
    factories.post(staff, step_of(member, Step.PERSON), first_name="A", birth_year="1980", version=member.version)
    shown = staff.get(f"/members/{member.id}").text
    assert f'href="{step_of(member, Step.PERSON)}"' not in shown
    assert f'href="{step_of(member, Step.PLACE)}"' in shown


def test_whoever_wants_a_business_is_asked_about_it(staff: FlaskClient) -> None:
    member = factories.member(seeking=Seeking.JOB)
    db.session.commit()
    assert step_of(member, Step.BUSINESS) not in staff.get(step_of(member, Step.HINDERS)).text
    factories.post(staff, step_of(member, Step.WANTS), seeking="both", version=member.version)
    assert step_of(member, Step.BUSINESS) in staff.get(step_of(member, Step.HINDERS)).text
    assert staff.get(step_of(member, Step.BUSINESS)).status_code == 200


def test_leaving_in_the_middle_leads_back_to_her_page(staff: FlaskClient) -> None:
    member = factories.member()
    db.session.commit()
    answer = factories.post(staff, step_of(member, Step.REACH), phone="0501112233", leave="yes", version=member.version)
    assert answer.location == f"/members/{member.id}"


def test_what_is_typed_survives_a_mistake(staff: FlaskClient) -> None:
    member = factories.member()
    db.session.commit()
    answer = factories.post(
        staff, step_of(member, Step.PERSON), first_name="", last_name="<b>", birth_year="1850", version=member.version
    )
    assert answer.status_code == 422
    assert "&lt;b&gt;" in answer.text and 'value="1850"' in answer.text


def test_a_girl_too_young_is_noticed_in_the_step_as_well(staff: FlaskClient) -> None:
    member = factories.member()
    db.session.commit()
    url = step_of(member, Step.PERSON)
    assert factories.post(staff, url, first_name="A", birth_year="2025", version=member.version).status_code == 422


def test_the_second_of_two_staff_sees_both_versions(staff: FlaskClient) -> None:
    member = factories.member()
    db.session.commit()
    opened, url = member.version, step_of(member, Step.WANTS)
    assert factories.post(staff, url, seeking="job", wish_text="aşpaz", version=opened).status_code == 303
    late = factories.post(staff, url, seeking="job", wish_text="dərzi", version=opened)
    assert late.status_code == 409
    assert "aşpaz" in late.text and "dərzi" in late.text


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.STAFF])
def test_nobody_from_elsewhere_opens_a_step(client: FlaskClient, sign_in: Any, role: Role) -> None:
    member = factories.member()
    user = factories.user(role, centre=factories.centre("Neftchala") if role == Role.STAFF else None)
    db.session.commit()
    assert client.get(step_of(member, Step.PERSON)).status_code in (302, 303)
    wanted = 404 if role == Role.STAFF else 403
    assert sign_in(user).get(step_of(member, Step.PERSON)).status_code == wanted


def test_an_unknown_step_is_no_page(staff: FlaskClient) -> None:
    member = factories.member()
    db.session.commit()
    assert staff.get(f"/members/{member.id}/profile/dreams").status_code == 404


def test_every_field_stands_in_one_step_only() -> None:
    fields = [name for names in FIELDS.values() for name in names]
    assert len(fields) == len(set(fields))
