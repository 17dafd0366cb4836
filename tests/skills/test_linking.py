"""Any vocabulary's rows are ranked for a phrase, in any spelling and language, one result an id."""

import json
from pathlib import Path

import pytest
from flask import Flask

from crm.skills.linking import Linker

TITLES = [
    ("cook", "cook"),
    ("cook", "kitchen cook"),
    ("cook", "chef de partie"),
    ("helper", "kitchen assistant"),
    ("helper", "cook's helper"),
    ("waiter", "waiter/waitress"),
    ("waiter", "restaurant server"),
    ("driver", "taxi driver (town)"),
    ("gravedigger", "screwdriver seller"),
    ("nurse", "медицинская сестра"),
    ("nurse", "медсестра"),
    ("baker", "хлебопекар"),
    ("sewer", "tikişçi"),
    ("sewer", "tikiş operatoru"),
    ("dyer", "boyaqçı"),
]
LINKER = Linker(TITLES)


def best(text: str) -> str:
    return LINKER.rank(text, 3)[0].id


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Cook", "cook"),
        ("Cooks", "cook"),
        ("Cooks, kitchen", "cook"),
        ("waitresses", "waiter"),
        ("taxi driver", "driver"),
        ("Медсестры", "nurse"),
        ("medsestra", "nurse"),
        ("tikisci", "sewer"),
        ("TIKISHCHI", "sewer"),
        ("тикишчи", "sewer"),
        ("tikşçi", "sewer"),
        ("boyagci", "dyer"),
        ("kitchen assistants", "helper"),
    ],
)
def test_a_title_is_found_in_another_spelling_number_order_or_script(said: str, meant: str) -> None:
    assert best(said) == meant


def test_each_id_comes_once_with_its_nearest_name_and_scores_fall() -> None:
    hits = LINKER.rank("kitchen cook", 10)
    assert [hit.id for hit in hits[:2]] == ["cook", "helper"]
    assert hits[0].label == "kitchen cook"
    assert len({hit.id for hit in hits}) == len(hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert 0 <= hits[-1].score <= hits[0].score <= 1


def test_the_very_name_comes_before_a_concept_with_many_similar_names() -> None:
    rows = [("many", f"sales manager {place}") for place in ("north", "south", "east", "west")]
    assert Linker([*rows, ("one", "sales manager")]).rank("Sales Manager", 2)[0].id == "one"


def test_an_unknown_word_is_read_as_misspelt_only_where_a_name_is_that_near() -> None:
    linker = Linker(
        [("court", "inform of court sentence"), ("office", "sell office equipment"), ("chef", "şirniyyatçı")]
    )
    assert linker.rank("tell of court judgement", 2)[0].id == "court"
    assert linker.rank("sirniayatcy", 2)[0].id == "chef"


@pytest.mark.parametrize("said", ["", "  ", "?!", "漢字"])
def test_words_that_nothing_shares_find_nothing(said: str) -> None:
    assert LINKER.rank(said, 5) == []


def test_an_empty_vocabulary_finds_nothing() -> None:
    assert Linker([]).rank("cook", 5) == []


def test_the_command_answers_one_line_for_each_line(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "labels.csv"
    lines = ["id,label", *(f'{code},"{label}"' for code, label in TITLES)]
    file.write_text("\n".join(lines), encoding="utf-8-sig")
    result = app.test_cli_runner().invoke(
        args=["skills", "link", "--labels", str(file), "--top", "2"], input="kitchen cook\n\nmedsestra\n"
    )
    assert result.exit_code == 0
    cook, empty, nurse = (json.loads(line) for line in result.stdout.splitlines())
    assert cook["query"] == "kitchen cook"
    assert [row["id"] for row in cook["results"]] == ["cook", "helper"]
    assert set(cook["results"][0]) == {"id", "label", "score"}
    assert empty == {"query": "", "results": []}
    assert nurse["results"][0]["id"] == "nurse"


def test_a_file_without_the_columns_is_refused_with_a_word_of_advice(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "labels.csv"
    file.write_text("code,name\n1,cook\n", encoding="utf-8")
    result = app.test_cli_runner().invoke(args=["skills", "link", "--labels", str(file)], input="cook\n")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "id and label" in result.stderr
