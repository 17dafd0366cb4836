"""What was read without being sure: other meanings to tap, kept with the woman or the vacancy."""

import re

from flask.testing import FlaskClient
from sqlalchemy import select

from crm.extensions import db
from crm.members.enums import ConceptSource
from crm.members.models import Member
from crm.vacancies.enums import Importance
from crm.vacancies.models import Vacancy
from tests import factories

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


def read(staff: FlaskClient, page: str, url: str, **typed: str) -> str:
    token = TOKEN.search(staff.get(page).text)
    assert token
    answer = staff.post(url, data=typed, headers={"X-CSRFToken": token.group(1), "HX-Request": "true"})
    assert answer.status_code == 200
    return answer.text


def test_an_unsure_reading_asks_and_a_sure_one_does_not(staff: FlaskClient) -> None:
    asked = read(staff, "/members/new", "/members/read-skills", skills_text="operator")
    assert 'value="data-operator>data-operator"' in asked.replace("&gt;", ">")
    assert "Yoxsa başqa şeyi deyirdi?" in asked
    assert asked.count('name="meant"') >= 2
    assert 'name="meant"' not in read(staff, "/members/new", "/members/read-skills", skills_text="tikiş tikirəm")
    again = read(
        staff, "/members/new", "/members/read-skills", skills_text="operator", meant="data-operator>petrol-station"
    )
    assert again.count(" checked") == 1


def test_what_she_means_is_kept_instead_of_what_was_read(staff: FlaskClient) -> None:
    typed = {
        "first_name": "Aygün",
        "seeking": "job",
        "skills_text": "operator",
        "meant": ["data-operator>petrol-station", "qwerty", "cook>sewing"],
    }
    assert factories.post(staff, "/members/new", **typed).status_code == 303
    member = db.session.scalars(select(Member).where(Member.skills_text == "operator")).one()
    assert [(row.concept.code, row.source) for row in member.concepts] == [("petrol-station", ConceptSource.PICKED)]


def test_what_the_owner_means_is_a_need_of_the_same_importance(staff: FlaskClient) -> None:
    partner = factories.partner()
    db.session.commit()
    part = read(staff, f"/vacancies/new?partner={partner.id}", "/vacancies/read", text="Operator tələb olunur")
    assert "data-entry&gt;petrol-station" in part
    assert "data-operator" not in part
    typed = {
        "partner_id": str(partner.id),
        "text": "Operator tələb olunur",
        "openings": "1",
        "meant": "data-entry>petrol-station",
    }
    assert factories.post(staff, "/vacancies/new", **typed).status_code == 303
    vacancy = db.session.scalars(select(Vacancy)).one()
    needs = [(need.concept.code, need.importance, need.confirmed) for need in vacancy.needs]
    assert needs == [("petrol-station", Importance.DESIRED, True)]
