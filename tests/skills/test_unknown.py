"""Words not understood: where they stood, without giving away whose; attached, made a skill, put aside, taken back."""

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from crm.access import Role
from crm.extensions import db
from crm.members.operations import register_member
from crm.skills import phrases, vocabulary
from crm.skills.excerpt import excerpt
from crm.skills.models import UnknownPhrase
from crm.skills.private import is_private
from crm.vacancies.operations import draft_vacancy
from tests import factories


def understood(words: str) -> set[str]:
    return {found.concept for found in vocabulary.current().resolve(words).concepts}


def phrase() -> UnknownPhrase:
    return db.session.scalars(select(UnknownPhrase)).one()


def test_examples_come_from_the_reader_s_own_centre_alone(app: Flask, sign_in: Any) -> None:
    here, there = factories.centre("Sabirabad"), factories.centre("Neftchala")
    register_member(centre_id=here.id, first_name="Aygün", skills_text="evdə tort bişirirəm, zınqırov düzəldirəm")
    register_member(centre_id=there.id, first_name="Sevinc", skills_text="inək sağıram, zınqırov düzəldirəm")
    page = sign_in(factories.user(Role.STAFF, centre=here)).get("/skills/unknown").text
    assert "zınqırov düzəldirəm</mark>" in page
    assert "evdə tort bişirirəm" in page
    assert "inək sağıram" not in page
    assert "2 qadın deyib" in page


def test_words_of_vacancies_are_collected_too_and_can_be_shown_alone(staff: FlaskClient) -> None:
    register_member(centre_id=factories.centre().id, first_name="Aygün", skills_text="dınqırov asıram")
    draft_vacancy(partner=factories.partner(), text="Aşpaz. Qwerty zxcvb.")
    db.session.commit()
    page = staff.get("/skills/unknown?source=vacancies").text
    assert "Qwerty zxcvb" in page
    assert "dınqırov" not in page
    assert "1 vakansiyada" in page


@pytest.mark.parametrize(
    "words",
    [
        "Sevinc Quliyeva",
        "aygün məmmədova",
        "Анна Петрова",
        "Rəna Əli qızı",
        "050 555 12 34",
        "55 51 23",
        "a@b.az",
        "x" * 90,
    ],
)
def test_what_may_name_a_person_or_hold_a_number_is_not_collected(app: Flask, words: str) -> None:
    phrases.note_unknown([words])
    assert db.session.scalar(select(UnknownPhrase)) is None


@pytest.mark.parametrize("words", ["zınqırov düzəldirəm", "выпечка тортов", "готова учиться", "1 c bilir", "ev salatı"])
def test_words_of_work_are_collected(words: str) -> None:
    assert not is_private(words)


def test_her_own_name_is_not_collected(app: Flask) -> None:
    register_member(centre_id=factories.centre().id, first_name="Zınqırova", skills_text="mən zınqırovayam")
    assert db.session.scalar(select(UnknownPhrase)) is None


def test_a_phrase_is_found_in_its_place() -> None:
    assert excerpt("Mən zınqırov, düzəldirəm.", "zinqirov duzeldirem") == ("Mən ", "zınqırov, düzəldirəm", ".")
    assert excerpt("söz " * 30 + "zınqırov" + " söz" * 30, "zınqırov") is not None
    assert excerpt("heç nə", "zınqırov") is None


def test_words_become_a_new_skill_that_they_mean(staff: FlaskClient) -> None:
    phrases.note_unknown(["zınqırov düzəltmək"])
    db.session.commit()
    url = f"/skills/new?phrase={phrase().id}"
    assert f'href="{url}"' in staff.get("/skills/unknown").text
    assert 'value="zınqırov düzəltmək"' in staff.get(url).text
    typed = {"label_az": "Zınqırov ustası", "kind": "occupation", "group": "craft", "learning": "ordinary"}
    assert factories.post(staff, url, **typed).status_code == 303
    assert understood("zınqırov düzəltmək") == {"zingirov-ustasi"}
    staff.get("/skills")
    assert "zınqırov düzəltmək" not in staff.get("/skills/unknown").text


def test_what_was_attached_or_put_aside_by_mistake_is_taken_back(staff: FlaskClient) -> None:
    phrases.note_unknown(["zınqırov düzəltmək"])
    db.session.commit()
    url = f"/skills/unknown/{phrase().id}"
    assert (
        factories.post(
            staff, f"{url}/attach", form_at="/skills/unknown", language="az", concept_code="sewing"
        ).status_code
        == 303
    )
    assert understood("zınqırov düzəltmək") == {"sewing"}
    assert factories.post(staff, f"{url}/take-up-again", form_at="/skills/unknown?state=attached").status_code == 303
    assert understood("zınqırov düzəltmək") == set()
    assert factories.post(staff, f"{url}/dismiss", form_at="/skills/unknown").status_code == 303
    assert factories.post(staff, f"{url}/take-up-again", form_at="/skills/unknown?state=aside").status_code == 303
    staff.get("/skills")
    assert "zınqırov düzəltmək" in staff.get("/skills/unknown").text


def test_a_woman_who_leaves_takes_her_words_place_with_her(staff: FlaskClient) -> None:
    member = register_member(
        centre_id=factories.centre().id, first_name="Aygün", skills_text="tort, zınqırov düzəldirəm"
    )
    db.session.commit()
    db.session.delete(member)
    db.session.commit()
    page = staff.get("/skills/unknown").text
    assert "zınqırov düzəldirəm" in page
    assert "<mark>" not in page
