"""ESCO's files are loaded, linked to ours where that is safe, and understood wherever words are read."""

import json
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from crm.esco import files, importing, linking, lookup, operations
from crm.esco.models import EscoConcept, EscoLabel, EscoProposal, EscoRelation
from crm.extensions import db
from crm.skills import merging, vocabulary
from tests import factories
from tests.esco import data


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return data.folder_in(tmp_path)


def load(folder: Path) -> None:
    importing.load(folder, lambda _: None)
    linking.link_all(lambda _: None)


def means(uri: str) -> str | None:
    esco = db.session.scalars(select(EscoConcept).where(EscoConcept.uri == uri)).one()
    return esco.concept.code if esco.concept else None


def understood(words: str) -> set[str]:
    return {found.concept for found in vocabulary.current().resolve(words).concepts}


def test_a_second_import_changes_nothing(app: Flask, folder: Path) -> None:
    first = importing.load(folder, lambda _: None)
    assert (first.concepts, first.names, first.relations) == (6, 17, 3)
    assert linking.link_all(lambda _: None).links > 0
    assert importing.load(folder, lambda _: None) == importing.Loaded()
    assert linking.link_all(lambda _: None) == linking.Linked()


def test_a_new_edition_brings_new_names_and_takes_old_ones(app: Flask, folder: Path) -> None:
    load(folder)
    file = folder / "occupations_hu.csv"
    file.write_text(file.read_text().replace("ruhakészítő", "öltönykészítő"))
    again = importing.load(folder, lambda _: None)
    assert (again.concepts, again.names, again.removed) == (0, 1, 1)
    texts = set(db.session.scalars(select(EscoLabel.text).where(EscoLabel.language == "hu")))
    assert texts == {"szabó", "öltönykészítő"}


def test_the_same_name_of_the_same_kind_is_linked_and_nothing_else(app: Flask, folder: Path) -> None:
    load(folder)
    assert means(data.COOK) == "cook"
    assert means(data.SEWING) == "sewing"
    assert means(data.PILOT) is None
    assert means(data.KNOTS) is None
    assert db.session.scalar(select(func.count()).select_from(EscoRelation)) == 3


def test_a_name_that_is_only_alike_is_proposed(app: Flask, folder: Path) -> None:
    file = folder / "skills_en.csv"
    file.write_text(file.read_text().replace("tie sailor knots", "sew with a sewing machine"))
    load(folder)
    assert means(data.KNOTS) is None
    assert db.session.scalar(select(func.count()).select_from(EscoProposal)) >= 1


def test_partners_codes_and_words_of_esco_are_understood(app: Flask, folder: Path) -> None:
    said = f"We look for: {data.COOK}, breakfast preparers"
    assert "cook" not in understood(data.COOK)
    load(folder)
    assert understood(said) == {"cook"}
    assert understood(data.COOK.replace("http:", "https:")) == {"cook"}
    assert understood("join fabric pieces") == {"sewing"}
    assert vocabulary.current().resolve(said).unknown == ("We look for",)
    assert understood("hoist the mainsail") == set()
    assert [found.concept for found in vocabulary.meant(data.SEWING)] == ["sewing"]


def test_what_ours_understands_esco_does_not_change(app: Flask, folder: Path) -> None:
    texts = ("Aşpaz, qab yuyan", "шью на машинке, готовлю", "I can cook and clean", "tikiş bilmirəm")
    before = [vocabulary.current().resolve(text) for text in texts]
    load(folder)
    after = [vocabulary.current().resolve(text) for text in texts]
    assert after == before


def test_wishes_and_denials_are_told_apart_in_escos_words_too(app: Flask, folder: Path) -> None:
    load(folder)
    read = vocabulary.current().resolve("I want to learn: breakfast preparer")
    assert "cook" not in {found.concept for found in read.denied}


def test_what_was_unlinked_is_not_linked_again(app: Flask, folder: Path) -> None:
    load(folder)
    esco = db.session.scalars(select(EscoConcept).where(EscoConcept.uri == data.COOK)).one()
    operations.unlink(esco=esco)
    load(folder)
    assert means(data.COOK) is None
    assert understood(data.COOK) == set()
    esco = db.session.scalars(select(EscoConcept).where(EscoConcept.uri == data.COOK)).one()
    operations.link(esco=esco, concept=factories.concept("cook"))
    load(folder)
    assert means(data.COOK) == "cook"


def test_a_merged_concept_takes_its_links_along(app: Flask, folder: Path) -> None:
    load(folder)
    merging.merge(concept=factories.concept("cook"), into=factories.concept("baker"))
    assert means(data.COOK) == "baker"
    assert lookup.uris([factories.concept("baker").id]) == {factories.concept("baker").id: [data.COOK]}


def test_a_folder_without_escos_files_is_refused_with_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(files.WrongFolder, match=r"occupations_en\.csv"):
        files.concept_files(tmp_path)
    (tmp_path / "skills_en.csv").write_text("uri,name\n1,a\n")
    with pytest.raises(files.WrongFolder, match=r"skills_en\.csv: the column conceptUri is missing"):
        list(files.read_concepts(tmp_path / "skills_en.csv"))
    (tmp_path / "skills_en.csv").write_bytes("conceptUri,preferredLabel\n1,Şüşə".encode("utf-16"))
    with pytest.raises(files.WrongFolder, match=r"skills_en.csv: not a UTF-8 text"):
        list(files.read_concepts(tmp_path / "skills_en.csv"))


def test_the_command_line_loads_and_resolve_names_escos_own_concepts_by_address(app: Flask, folder: Path) -> None:
    done = app.test_cli_runner().invoke(args=["skills", "import-esco", str(folder)])
    assert done.exit_code == 0
    assert "6 concepts" in done.stderr
    said = "Join fabric pieces\nhoist the mainsail\n"
    lines = app.test_cli_runner().invoke(args=["skills", "resolve"], input=said).stdout.splitlines()
    assert [[found["id"] for found in json.loads(line)["concepts"]] for line in lines] == [["sewing"], [data.KNOTS]]
    wrong = app.test_cli_runner().invoke(args=["skills", "import-esco", str(folder.parent / "nothing")])
    assert wrong.exit_code != 0
