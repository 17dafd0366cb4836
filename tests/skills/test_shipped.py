"""The vocabulary the program ships with: wide enough for the work of the regions, and no name that means two things."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from crm.skills.concept_file import read_skills_csv
from crm.skills.fold import match_key
from crm.skills.groups import GROUPS
from crm.skills.operations import QUICK, SHIPPED
from crm.skills.resolve import Vocabulary, named
from crm.vacancies.trades import SKILL_OF_TRADE

ROWS = {row.code: row for row in read_skills_csv(SHIPPED)}
VOCABULARY = Vocabulary(named(ROWS.values()))
SAME = SKILL_OF_TRADE.keys() | set(SKILL_OF_TRADE.values())
FIRST_IDS = (Path(__file__).parent / "first_ids.txt").read_text(encoding="utf-8").split()


def read(text: str) -> set[str]:
    return {found.concept for found in VOCABULARY.resolve(text).concepts}


def test_no_id_that_records_may_carry_is_ever_lost() -> None:
    assert len(FIRST_IDS) == 283
    assert set(FIRST_IDS) <= set(ROWS)


def test_it_is_wide() -> None:
    assert len(ROWS) >= 620
    assert sum(1 for row in ROWS.values() for _ in row.names()) >= 6_000


def test_every_concept_has_its_name_in_three_languages_and_a_field_of_work() -> None:
    for row in ROWS.values():
        assert {lang for lang, text in row.labels.items() if text.strip()} == {"az", "ru", "en"}, row.code
        assert row.group in GROUPS, row.code


def test_occupations_carry_a_code_of_isco_08() -> None:
    for row in ROWS.values():
        assert re.fullmatch(r"([1-9]\d{3})?", row.isco), row.code
        assert row.isco or row.kind != "occupation" or row.code in FIRST_IDS, row.code


def test_neighbours_exist_and_know_each_other() -> None:
    for row in ROWS.values():
        for other, weight in row.related.items():
            assert other in ROWS, (row.code, other)
            assert other != row.code
            # Only a trade learnt by doing and its skill are the same.
            assert 0 < weight < 1 or (weight == 1 and row.code in SAME and other in SAME)
            assert row.code in ROWS[other].related, (row.code, other)


def test_no_name_means_two_things() -> None:
    meant = defaultdict(set)
    for row in ROWS.values():
        for name in row.names():
            meant[match_key(name.text)].add(row.code)
    assert {key: codes for key, codes in meant.items() if len(codes) > 1} == {}


def test_papers_that_are_had_in_days_are_papers() -> None:
    assert {ROWS[code].kind for code in QUICK} == {"licence"}


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("çay plantasiyasında işləyib", "tea-growing"),
        ("zəfəran yığmışam", "saffron-growing"),
        ("чистила орехи, работала в орехоперерабатывающем цехе", "nut-processing"),
        ("kürü duzlamağı bacarır", "caviar-processing"),
        ("dönərçi işləmişəm", "fast-food"),
        ("autizmli uşaqlarla işləyir", "autism-care"),
        ("iflic xesteye baxib", "bedridden-care"),
        ("оператор АЗС", "petrol-station"),
        ("zapravkada işləyib", "petrol-station"),
        ("портье в гостинице", "hotel-receptionist"),
        ("Trendyolda satır", "marketplace-selling"),
        ("Asan imzası var, elektron imza", "e-signature"),
        ("prava C kateqoriyası var", "driving-licence-c"),
        ("gürcü dilini bilir", "lang-ka"),
        ("kafel vurmağı bacarıram", "tiling"),
        ("работала кастеляншей", "sister-hostess"),
    ],
)
def test_the_work_of_the_regions_is_known(text: str, concept: str) -> None:
    assert concept in read(text)
