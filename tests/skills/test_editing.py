"""A concept as staff change it: names, words that lead astray, what comes near, a new one, its history."""

from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from crm.access import Role
from crm.extensions import db
from crm.skills import editing, operations, vocabulary
from crm.skills.models import Concept, ConceptForm, ConceptNeighbour, Rereading
from tests import factories
from tests.counting import queries


def understood(words: str) -> set[str]:
    return {found.concept for found in vocabulary.current().resolve(words).concepts}


def as_typed(concept: Concept, **changed: Any) -> dict[str, Any]:
    known = {name: getattr(concept, name) for name in ("label_az", "label_ru", "label_en", "group", "isco", "version")}
    return {**known, "kind": concept.kind.value, "learning": concept.learning.value, **changed}


def test_staff_renames_a_skill_and_an_update_of_the_program_leaves_it_so(staff: FlaskClient) -> None:
    concept = factories.concept("sewing")
    url = f"/skills/{concept.id}/edit"
    typed = as_typed(concept, label_az="Zınqırovçuluq", learning="hard")
    assert factories.post(staff, url, **typed).status_code == 303
    page = staff.get(f"/skills/{concept.id}").text
    assert "<h1>Zınqırovçuluq</h1>" in page
    assert "Bu, işdə öyrənilmir" in page
    assert understood("zınqırovçuluq") == {"sewing"}
    operations.load_vocabulary()
    assert (concept.label_az, concept.hard) == ("Zınqırovçuluq", True)


def test_a_second_person_with_the_old_page_is_told(staff: FlaskClient) -> None:
    concept = factories.concept("sewing")
    url = f"/skills/{concept.id}/edit"
    assert factories.post(staff, url, **as_typed(concept, label_az="Birinci")).status_code == 303
    late = factories.post(staff, url, **as_typed(concept, label_az="İkinci", version=1))
    assert late.status_code == 409
    assert "Birinci" in late.text
    assert "İkinci" in late.text


def test_a_name_that_means_something_else_already_is_refused(staff: FlaskClient) -> None:
    concept, other = factories.concept("sewing"), factories.concept("cook")
    answer = factories.post(staff, f"/skills/{concept.id}/edit", **as_typed(concept, label_az=other.label_az))
    assert answer.status_code == 422
    assert "artıq var" in answer.text


def test_a_word_that_leads_astray_is_switched_off_and_stays_off_after_an_update(staff: FlaskClient) -> None:
    concept = factories.concept("sewing")
    url = f"/skills/{concept.id}/words"
    astray = next(form for form in concept.forms if form.language == "az" and form.text != concept.label_az)
    ticked: dict[str, Any] = {
        code: [f.id for f in concept.forms if f.language == code and f != astray] for code in ("az", "ru", "en")
    }
    assert factories.post(staff, url, version=concept.version, **ticked).status_code == 303
    operations.load_vocabulary()
    db.session.flush()
    assert not db.session.get_one(ConceptForm, astray.id).active
    assert f'value="{astray.id}"' in staff.get(url).text
    ticked["az"].append(astray.id)
    assert factories.post(staff, url, version=concept.version, **ticked).status_code == 303
    assert db.session.get_one(ConceptForm, astray.id).active
    assert factories.post(staff, url, version=concept.version).status_code == 422


def test_staff_says_what_comes_near_and_an_update_leaves_it_so(staff: FlaskClient) -> None:
    concept, other = factories.concept("sewing"), factories.concept("cook")
    url = f"/skills/{concept.id}/neighbours"
    first = db.session.scalars(select(ConceptNeighbour).where(ConceptNeighbour.concept_id == concept.id)).first()
    assert first is not None
    away = db.session.get_one(Concept, first.neighbour_id)
    typed = {f"weight_{away.id}": "0", "add": other.label_az, "add_weight": "35", "both": "y"}
    assert factories.post(staff, url, version=concept.version, **typed).status_code == 303
    operations.load_vocabulary()
    page = staff.get(f"/skills/{concept.id}").text
    near = page.split('id="history"')[0]
    assert f"/skills/{other.id}" in near
    assert f'href="/skills/{away.id}"' not in near
    assert f'href="/skills/{concept.id}"' in staff.get(f"/skills/{other.id}").text


def test_a_new_skill_is_understood_at_once_and_known_by_a_code_of_its_own(staff: FlaskClient) -> None:
    typed = {
        "label_az": "Zınqırov düzəltmək",
        "label_en": "Bell making",
        "kind": "skill",
        "group": "craft",
        "learning": "ordinary",
    }
    answer = factories.post(staff, "/skills/new", **typed)
    assert answer.status_code == 303
    assert understood("zınqırov düzəldirəm") == {"bell-making"}
    again = factories.post(staff, "/skills/new", **typed)
    assert again.status_code == 422
    assert 'value="Bell making"' in again.text


def test_the_page_tells_who_changed_what_and_where_it_is_used(staff: FlaskClient) -> None:
    concept = factories.concept("sewing")
    factories.member(skills=("sewing",))
    factories.member(skills=("sewing",), centre=factories.centre("Neftchala"))
    factories.vacancy(needs=("sewing",))
    db.session.commit()
    url = f"/skills/{concept.id}"
    assert factories.post(staff, f"{url}/forms", form_at=url, text="zınqırovlayıram", language="az").status_code == 303
    page = staff.get(url).text
    assert "– → az: zınqırovlayıram" in page
    assert "1 qadın bacarır" in page  # of this centre alone
    assert "1 vakansiya istəyir" in page


def test_the_page_of_a_skill_asks_as_often_when_more_women_have_it(staff: FlaskClient) -> None:
    concept = factories.concept("sewing")

    def counted() -> int:
        db.session.expire_all()
        with queries() as found:
            assert staff.get(f"/skills/{concept.id}").status_code == 200
        return found.number

    factories.member(skills=("sewing",))
    editing.add_form(concept=concept, language="az", text="zınqırov")
    db.session.commit()
    counted()
    once = counted()
    for text in ("dınqırov", "mınqırov", "bınqırov"):
        factories.member(skills=("sewing",))
        editing.add_form(concept=concept, language="az", text=text)
    db.session.commit()
    assert counted() == once


def test_only_staff_changes_the_vocabulary(app: Flask, sign_in: Any) -> None:
    partner = sign_in(factories.partner_user(factories.partner()))
    observer = sign_in(factories.user(Role.OBSERVER, centre=None))
    concept = factories.concept("sewing")
    for page in ("new", f"{concept.id}/edit", f"{concept.id}/words", f"{concept.id}/neighbours", "progress"):
        assert (partner.get(f"/skills/{page}").status_code, observer.get(f"/skills/{page}").status_code) == (403, 403)
    assert db.session.scalar(select(Rereading.id)) is None
