"""The vocabulary as staff meet it: browse, add a word, attach what was not understood; the command line."""

import json
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from crm.access import Role
from crm.extensions import db
from crm.skills import editing, operations, phrases, vocabulary
from crm.skills.models import Concept, ConceptForm, ConceptNeighbour, UnknownPhrase
from tests import factories
from tests.counting import queries


def understood(words: str) -> set[str]:
    return {found.concept for found in vocabulary.current().resolve(words).concepts}


def test_staff_finds_a_concept_in_any_language_and_with_a_typo(staff: FlaskClient) -> None:
    concept = factories.concept("sewing-machine-operator")
    for search in ("швея", "tikisci", "tikşçi"):
        assert f'/skills/{concept.id}"' in staff.get("/skills", query_string={"q": search}).text, search


def test_staff_adds_a_village_word_and_every_centre_understands_it(staff: FlaskClient) -> None:
    concept = factories.concept("sewing")
    assert understood("zınqırovlayıram") == set()
    url = f"/skills/{concept.id}"
    assert factories.post(staff, f"{url}/forms", form_at=url, text="zınqırovlayıram", language="az").status_code == 303
    assert "zınqırovlayıram" in staff.get(url).text
    assert understood("zınqırovlayıram") == {"sewing"}
    again = factories.post(staff, f"{url}/forms", form_at=url, text="Zinqirovlayiram", language="az")
    assert again.status_code == 422
    assert 'value="Zinqirovlayiram"' in again.text


def test_staff_attaches_words_not_understood_with_one_click(staff: FlaskClient) -> None:
    phrases.note_unknown(["zınqırov düzəltmək", "Zinqirov duzeltmek"])
    phrases.note_unknown(["zınqırov düzəltmək"])
    db.session.commit()
    phrase = db.session.scalars(select(UnknownPhrase)).one()
    assert phrase.times == 2
    page = staff.get("/skills/unknown").text
    assert "zınqırov düzəltmək" in page
    assert 'name="concept_code"' in page
    url = f"/skills/unknown/{phrase.id}/attach"
    lost = factories.post(staff, url, form_at="/skills/unknown", language="az", named="qwertz")
    assert lost.status_code == 422
    assert 'value="qwertz"' in lost.text
    answer = factories.post(staff, url, form_at="/skills/unknown", language="az", concept_code="sewing")
    assert answer.status_code == 303
    assert understood("zınqırov düzəltmək") == {"sewing"}
    staff.get("/skills")  # what was done is told once
    assert "zınqırov düzəltmək" not in staff.get("/skills/unknown").text


def test_staff_puts_words_aside_that_are_no_skill(staff: FlaskClient) -> None:
    phrases.note_unknown(["sağ olun"])
    db.session.commit()
    phrase = db.session.scalars(select(UnknownPhrase)).one()
    assert factories.post(staff, f"/skills/unknown/{phrase.id}/dismiss", form_at="/skills/unknown").status_code == 303
    staff.get("/skills")
    assert "sağ olun" not in staff.get("/skills/unknown").text


def test_loading_the_vocabulary_again_changes_nothing_and_keeps_what_staff_added(app: Flask) -> None:
    def counts() -> list[Any]:
        return [
            db.session.scalar(select(func.count()).select_from(table))
            for table in (Concept, ConceptForm, ConceptNeighbour)
        ]

    editing.add_form(concept=factories.concept("sewing"), language="az", text="zınqırovlayıram")
    before = counts()
    operations.load_vocabulary()
    assert counts() == before
    assert understood("zınqırovlayıram") == {"sewing"}
    book, licence = factories.concept("medical-book"), factories.concept("driving-licence-b")
    assert (book.hard, book.quick, licence.hard, licence.quick) == (False, True, True, False)


def test_only_staff_opens_the_vocabulary(sign_in: Any, client: FlaskClient) -> None:
    partner = sign_in(factories.partner_user(factories.partner()))
    observer = sign_in(factories.user(Role.OBSERVER, centre=None))
    for page in ("/skills", "/skills/unknown", "/skills/suggest?q=tort"):
        assert (partner.get(page).status_code, observer.get(page).status_code) == (403, 403)
        assert client.get(page).status_code == 302


def test_the_number_of_queries_stays_the_same_when_the_words_double(staff: FlaskClient) -> None:
    def counted() -> int:
        db.session.expire_all()
        with queries() as found:
            assert staff.get("/skills/unknown").status_code == 200
        return found.number

    phrases.note_unknown(["zınqırov bir", "dınqırov iki"])
    db.session.commit()
    counted()
    once = counted()
    phrases.note_unknown(["zınqırov üç", "dınqırov dörd", "bınqırov beş", "mınqırov altı"])
    db.session.commit()
    assert counted() == once


def test_texts_on_standard_input_come_back_as_concepts_line_by_line(app: Flask) -> None:
    answer = app.test_cli_runner().invoke(
        args=["skills", "resolve"], input="tikiş maşınında işləyirəm\n\nqwerty zxcvb\n"
    )
    assert answer.exit_code == 0
    sewing, empty, unknown = map(json.loads, answer.stdout.splitlines())
    assert sewing["concepts"][0]["id"] == "sewing-machine"
    assert set(sewing["concepts"][0]) == {"id", "label", "confidence", "matched"}
    assert empty == {"text": "", "concepts": [], "unknown": []}
    assert unknown["unknown"] == ["qwerty zxcvb"]
