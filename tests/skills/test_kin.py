"""What her family can do is not taken for hers."""

from pathlib import Path

import pytest

from crm.skills.resolve import Vocabulary, named, read_skills_csv

VOCABULARY = Vocabulary(named(read_skills_csv(Path(__file__).resolve().parents[2] / "crm" / "data" / "skills.csv")))


def skills(text: str) -> set[str]:
    return {found.concept for found in VOCABULARY.resolve(text).concepts}


@pytest.mark.parametrize(
    "text",
    [
        "oğlum sürücüdür",
        "mənim ərim aşpazdır",
        "Həyat yoldaşım sürücü işləyir",
        "qızım ingilis dili müəlliməsidir",
        "муж водитель",
        "мой сын повар",
        "my husband is a cook",
    ],
)
def test_the_work_of_a_relative_is_no_skill_of_hers(text: str) -> None:
    assert skills(text) == set()


@pytest.mark.parametrize(
    ("text", "hers"),
    [
        ("ərim sürücüdür, mən tikiş tikirəm", {"sewing"}),
        ("anam mənə xalça toxumağı öyrədib", {"carpet-weaving"}),
        ("anası ilə pendir tutur", {"cheese-making"}),
        ("oğlum üçün corab toxuyuram", {"knitting"}),
        ("qızım var, uşaq baxıram", {"childcare"}),
        ("муж водитель, а я шью", {"sewing"}),
        ("tibb bacısı işləyib", {"nurse"}),
    ],
)
def test_what_she_does_for_or_with_or_beside_them_stays_hers(text: str, hers: set[str]) -> None:
    assert skills(text) == hers
