"""Two skills become one: everything moves, nothing is lost, and the old code is still understood."""

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from crm.access import Role
from crm.extensions import db
from crm.members.enums import ConceptRole, ConceptSource
from crm.members.models import MemberConcept
from crm.skills import operations, phrases, vocabulary
from crm.skills.models import Concept, ConceptForm, ConceptNeighbour, UnknownPhrase
from crm.skills.queries import codes_to_ids
from crm.vacancies.enums import Importance
from crm.vacancies.models import VacancyNeed
from tests import factories


@pytest.fixture
def administrator(app: Flask, sign_in: Any) -> FlaskClient:
    browser: FlaskClient = sign_in(factories.user(Role.ADMINISTRATOR))
    return browser


def test_the_administrator_sees_what_moves_and_merges(administrator: FlaskClient) -> None:
    old, new = factories.concept("tailor"), factories.concept("sewing")
    old_id, old_name = old.id, old.label_az
    only, both = factories.member(skills=("tailor",)), factories.member(skills=("tailor", "sewing"))
    db.session.scalars(
        select(MemberConcept).where(MemberConcept.member_id == both.id, MemberConcept.concept_id == old.id)
    ).one().source = ConceptSource.PICKED
    opening = factories.vacancy(needs=("tailor",))
    phrases.note_unknown(["zınqırov"])
    phrase = db.session.scalars(select(UnknownPhrase)).one()
    phrase.concept = old
    db.session.commit()
    url = f"/skills/{old_id}/merge"
    page = administrator.get(url, query_string={"into": new.label_az}).text
    assert "geri qaytarmaq olmur" in page
    said = [form.text for form in old.forms if form.active]
    answer = factories.post(
        administrator, url, form_at=f"{url}?into={new.label_en}", into=new.code, version=old.version
    )
    assert answer.status_code == 303
    assert answer.location.endswith(f"/skills/{new.id}")
    held = db.session.execute(
        select(MemberConcept.member_id, MemberConcept.source)
        .where(MemberConcept.concept_id == new.id)
        .order_by(MemberConcept.id)
    ).all()
    assert {member_id for member_id, _ in held} == {only.id, both.id}
    assert dict(map(tuple, held))[both.id] == ConceptSource.PICKED
    assert db.session.scalars(select(VacancyNeed.concept_id).where(VacancyNeed.vacancy_id == opening.id)).all() == [
        new.id
    ]
    assert phrase.concept_id == new.id
    assert {found.concept for text in said for found in vocabulary.suggested(text, 1)} == {"sewing"}
    assert codes_to_ids()["tailor"] == new.id
    assert administrator.get(f"/skills/{old_id}").location.endswith(f"/skills/{new.id}")
    assert old_name in administrator.get(f"/skills/{new.id}").text


def test_an_update_of_the_program_does_not_bring_the_old_one_back(administrator: FlaskClient) -> None:
    old, new = factories.concept("tailor"), factories.concept("sewing")
    url = f"/skills/{old.id}/merge"
    assert factories.post(administrator, url, form_at=f"{url}?into=sewing", into="sewing", version=1).status_code == 303
    before = [
        db.session.scalar(select(func.count()).select_from(one)) for one in (Concept, ConceptForm, ConceptNeighbour)
    ]
    operations.load_vocabulary()
    assert [
        db.session.scalar(select(func.count()).select_from(one)) for one in (Concept, ConceptForm, ConceptNeighbour)
    ] == before
    assert db.session.scalar(select(Concept).where(Concept.code == "tailor")) is None
    assert (
        db.session.scalar(
            select(ConceptNeighbour.id).where(ConceptNeighbour.concept_id == ConceptNeighbour.neighbour_id)
        )
        is None
    )
    assert new.id in codes_to_ids().values()


def test_the_stronger_of_two_needs_and_the_higher_of_two_levels_stay(administrator: FlaskClient) -> None:
    old, new = factories.concept("tailor"), factories.concept("sewing")
    member, opening = (
        factories.member(skills=("tailor", "sewing")),
        factories.vacancy(needs=("tailor", "sewing")),
    )
    for row in member.concepts:
        row.level = 3 if row.concept_id == old.id else 1
    for need in opening.needs:
        need.importance = Importance.REQUIRED if need.concept_id == old.id else Importance.DESIRED
    db.session.commit()
    url = f"/skills/{old.id}/merge"
    assert factories.post(administrator, url, form_at=f"{url}?into=sewing", into="sewing", version=1).status_code == 303
    db.session.expire_all()
    assert [(row.concept_id, row.level, row.role) for row in member.concepts] == [(new.id, 3, ConceptRole.SKILL)]
    assert [(need.concept_id, need.importance) for need in opening.needs] == [(new.id, Importance.REQUIRED)]


def test_a_skill_is_not_merged_with_itself_or_with_nothing(administrator: FlaskClient) -> None:
    url = f"/skills/{factories.concept('sewing').id}/merge"
    for into in ("sewing", "qwertz"):
        assert 'class="mistake"' in administrator.get(url, query_string={"into": into}).text
    answer = factories.post(administrator, url, form_at=f"{url}?into=cook", into="sewing", version=1)
    assert answer.status_code == 422


def test_staff_cannot_merge(staff: FlaskClient) -> None:
    assert staff.get(f"/skills/{factories.concept('sewing').id}/merge").status_code == 403
