"""Women's own words become concepts, in three languages and any spelling; what she denies or wishes is not a skill."""

import time
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.skills.concept_file import is_generic
from crm.skills.cues import LIGHT
from crm.skills.fold import match_key
from crm.skills.resolve import Found, Label, Vocabulary, named, read_skills_csv

SHIPPED = Path(__file__).resolve().parents[2] / "crm" / "data" / "skills.csv"
ROWS = read_skills_csv(SHIPPED)
NAMES = list(named(ROWS))
VOCABULARY = Vocabulary(NAMES)
IDS = {row.code for row in ROWS}
CONCEPTS_CALLED: dict[str, set[str]] = {}
for name in NAMES:
    CONCEPTS_CALLED.setdefault(match_key(name.text), set()).add(name.concept)


def codes(found: Iterable[Found]) -> set[str]:
    return {item.concept for item in found}


def read(text: str) -> set[str]:
    return codes(VOCABULARY.resolve(text).concepts)


@pytest.mark.parametrize(
    "typed",
    [
        "xalça toxuyuram",
        "xalca toxuyuram",
        "khalcha tokhuyuram",
        "XALÇA TOXUYURAM",
        "халча тохуйурам",
        "халҹа тохујурам",
    ],
)
def test_one_skill_is_found_in_every_spelling(typed: str) -> None:
    assert read(typed) == {"carpet-weaving"}


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("tikişçiyəm", "sewing-machine-operator"),
        ("çörək bişirməyi bacarır", "bread-baking"),
        ("təndirim var, lavaş bişirirəm", "tandir"),
        ("inəyim var", "livestock"),
        ("kassada işləyib", "cash-register"),
        ("meyvələri qurudur", "fruit-drying"),
        ("otaqları yığışdırıb oteldə", "hotel-housekeeping"),
        ("работала бухгалтером", "accountant"),
        ("выращивает рассаду", "seedlings"),
        ("шила шторы", "curtain-sewing"),
        ("с тёплым хлебом: пекла хлеб", "bread-baking"),
        ("bakes birthday cakes", "cake-decorating"),
        ("she milked cows", "milking"),
    ],
)
def test_endings_do_not_hide_the_skill(text: str, concept: str) -> None:
    assert concept in read(text)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("qablasdirma isi gorub", "food-packaging"),
        ("qablsdirma sexinde isleyib", "food-packaging"),
        ("muhasibtliq bilir", "accounting"),
        ("yemek bisirmyi bacarir", "cooking"),
        ("kompyuterr kursu", "computer-basic"),
        ("рабоатет на оверлокке", "overlock"),
    ],
)
def test_a_slip_of_the_finger_is_forgiven(text: str, concept: str) -> None:
    assert concept in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Salam, mənim üç uşağım var, ərim işləmir",
        "kənddən şəhərə avtobusla gedib gəlirəm",
        "heç bir təcrübəm yoxdur, öyrənməyə hazıram",
        "həftədə beş gün işləyə bilərəm, maaş 400 manat",
        "Меня зовут Айгюн, живу в Сабирабаде, готова учиться",
        "I live in a village with my family and have two sons",
        "qida və sosial məsələlər tələb olunur",
        "screwdriver seller wanted",
    ],
)
def test_everyday_words_are_not_taken_for_skills(text: str) -> None:
    assert read(text) == set()


@pytest.mark.parametrize(
    ("text", "has", "denied"),
    [
        ("tikiş bilir, kompüter bilmir", {"sewing"}, {"computer-basic"}),
        ("kompüter və ingilis dili bilmirəm", set(), {"computer-basic", "lang-en"}),
        ("tikiş bilir kompüter bilmir", {"sewing"}, {"computer-basic"}),
        ("maşın sürmür", set(), {"driving"}),
        ("pravası yoxdur", set(), {"driving-licence-b"}),
        ("не знаю английский, готовлю плов", {"national-cuisine"}, {"lang-en"}),
        ("английский не знаю", set(), {"lang-en"}),
        ("can cook but cannot drive", {"cook"}, {"driving"}),
    ],
)
def test_what_she_denies_is_not_a_skill(text: str, has: set[str], denied: set[str]) -> None:
    resolution = VOCABULARY.resolve(text)
    assert codes(resolution.concepts) == has
    assert codes(resolution.denied) == denied


def test_not_being_afraid_of_work_is_a_quality_and_denies_nothing() -> None:
    resolution = VOCABULARY.resolve("zəhmətdən qorxmur; не боится работы")
    assert codes(resolution.concepts) == {"diligence"}
    assert resolution.denied == ()


@pytest.mark.parametrize(
    ("text", "has", "wishes"),
    [
        ("manikür öyrənmək istəyir", set(), {"manicure"}),
        ("xalça toxuyur, kompüter öyrənmək istəyirəm", {"carpet-weaving"}, {"computer-basic"}),
        ("istəyirəm manikür öyrənim", set(), {"manicure"}),
        ("шью шторы, хочу научиться делать маникюр", {"curtain-sewing"}, {"manicure"}),
        ("wants to learn English", set(), {"lang-en"}),
    ],
)
def test_what_she_wishes_to_learn_is_a_wish(text: str, has: set[str], wishes: set[str]) -> None:
    resolution = VOCABULARY.resolve(text)
    assert codes(resolution.concepts) >= has
    assert not codes(resolution.concepts) & wishes
    assert codes(resolution.wishes) == wishes


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("rus dilini bir az bilir", 1),
        ("rus dili orta", 2),
        ("rus dilini yaxşı bilir", 3),
        ("rus dili", None),
        ("свободно говорит по-русски", 3),
        ("basic Russian", 1),
    ],
)
def test_how_well_she_knows_it_is_heard(text: str, level: int | None) -> None:
    (found,) = VOCABULARY.resolve(text).concepts
    assert (found.concept, found.level) == ("lang-ru", level)


def test_each_item_of_a_list_keeps_its_own_level_and_years() -> None:
    found = VOCABULARY.resolve("5 il aşpaz işləyib, 1 il ofisiant, ingilis dili zəif").concepts
    assert {item.concept: item.level for item in found} == {"cook": 3, "waiter": 2, "lang-en": 1}


def test_a_helper_is_not_the_master() -> None:
    assert read("aşpaz köməkçisi") == {"kitchen-helper"}
    assert "secretary" not in read("katibə köməkçisi")
    assert "dental-assistant" in read("stomatoloq köməkçisi")


def test_the_longer_name_wins_over_its_parts() -> None:
    assert read("tikiş maşını") == {"sewing-machine"}
    assert read("toyuq fermasında işləyib") == {"poultry-worker"}
    assert read("uşaq bağçası tərbiyəçisi") == {"kindergarten-teacher"}


def test_the_last_verb_serves_the_whole_list() -> None:
    assert read("pomidor, xiyar, bibər əkir") == {"vegetable-growing"}
    assert read("çörək və tort bişirir") == {"bread-baking", "cake-decorating"}


def test_a_comma_parts_two_skills() -> None:
    assert read("pendir tutur, tort bəzəyir") == {"cheese-making", "cake-decorating"}


def test_lists_without_commas_are_read_too() -> None:
    assert read("pendir tutur  tort bəzəyir + xalça toxuyur; prava var") == {
        "cheese-making", "cake-decorating", "carpet-weaving", "driving-licence-b",
    }  # fmt: skip


def test_a_place_of_work_gives_way_to_the_trade_named_beside_it() -> None:
    assert read("kafedə aşpaz işləyib") == {"cook"}
    assert read("kafedə işləyib") == {"cafe-counter"}


def test_words_it_does_not_know_are_kept_as_she_said_them() -> None:
    resolution = VOCABULARY.resolve("tort bəzəyir, dron uçurur və arxeoloji qazıntı aparır")
    assert codes(resolution.concepts) == {"cake-decorating"}
    assert resolution.unknown == ("dron uçurur", "arxeoloji qazıntı aparır")


def test_matched_words_and_the_way_are_told() -> None:
    (found,) = VOCABULARY.resolve("Mən evdə Pendir tuturam").concepts
    assert (found.concept, found.matched, found.via) == ("cheese-making", "Pendir tuturam", "stem")
    assert 0.9 < found.confidence < 1


@given(st.text(max_size=120))
def test_any_text_is_read_without_breaking(text: str) -> None:
    resolution = VOCABULARY.resolve(text)
    composed = unicodedata.normalize("NFC", text)
    for found in (*resolution.concepts, *resolution.wishes, *resolution.denied):
        assert found.concept in IDS
        assert 0 < found.confidence <= 1
        assert found.matched in composed
    assert all(phrase in composed for phrase in resolution.unknown)


def test_nearly_every_name_in_the_vocabulary_finds_its_concept_alone() -> None:
    lost = [
        f"{name.text} ({name.concept})"
        for name in NAMES
        if not name.generic and not read(name.text) & CONCEPTS_CALLED[match_key(name.text)]
    ]
    assert len(lost) < len(NAMES) / 200, lost


def test_suggestions_complete_what_is_being_typed_and_forgive_slips() -> None:
    assert VOCABULARY.suggest("tort bəzə")[0].concept == "cake-decorating"
    assert VOCABULARY.suggest("ashpas")[0].concept == "cook"
    assert VOCABULARY.suggest("бухг")[0].concept == "accountant"


def test_suggestions_are_different_concepts_best_first() -> None:
    found = VOCABULARY.suggest("balıq", limit=4)
    assert len(found) == 4
    assert len(codes(found)) == 4
    assert [item.confidence for item in found] == sorted((item.confidence for item in found), reverse=True)
    assert VOCABULARY.suggest("  ") == []


def test_a_vocabulary_made_from_few_labels_knows_only_these() -> None:
    small = Vocabulary([Label("drone", "dron uçurmaq", "az"), Label("op", "operator", "az", generic=True)])
    assert codes(small.resolve("dronu uçurur, tikiş tikir").concepts) == {"drone"}
    assert codes(small.resolve("operator işləyib").concepts) == {"op"}


def test_broad_words_are_marked_when_the_file_is_read() -> None:
    assert is_generic("operator")
    assert not is_generic("kompüter operatoru")


def test_the_shipped_vocabulary_is_sound() -> None:
    ids = [row.code for row in ROWS]
    assert len(ids) == len(set(ids))
    for row in ROWS:
        assert set(row.labels) == {"az", "ru", "en"}, row.code
        assert set(row.related) <= set(ids) - {row.code}, row.code
        assert all(0 < weight <= 1 for weight in row.related.values()), row.code
    assert len(NAMES) > 6_000


def test_reading_is_fast() -> None:
    """Two milliseconds a phrase is the limit; measured in processor time, so that neighbours do not count."""
    texts = [f"{label.text}, {number} il təcrübəsi var" for number, label in enumerate(NAMES) if number % 9 == 0]
    fresh = Vocabulary(NAMES)
    started = time.process_time()
    for text in texts:
        fresh.resolve(text)
    assert (time.process_time() - started) / len(texts) < 0.002


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("balıq duza qoyub", "sheep-keeping"),
        ("geyim mağazasında işləyib", "workwear-sewing"),
        ("sold clothes", "workwear-sewing"),
        ("сама шила", "soap-candle"),
        ("bazarda satıb", "shop-assistant"),
        ("şikayətlərə baxıb", "caregiver"),
        ("barista kursu keçib", "tutoring"),
    ],
)
def test_an_everyday_word_or_one_shared_by_many_trades_is_no_skill_alone(text: str, never: str) -> None:
    assert never not in {found.concept for found in VOCABULARY.resolve(text).concepts}


# Names of two words or more that all tell something, none of them alike: the whole is not meant by a part.
WHOLE_NAMES = [
    name
    for name in NAMES
    if len(keys := match_key(name.text).split()) > 1
    and all(len(key) > 4 and key not in LIGHT.get(name.lang, ()) for key in keys)
    and len({key[:3] for key in keys}) == len(keys)
]


@given(st.sampled_from(WHOLE_NAMES), st.data())
def test_a_part_of_a_name_is_not_the_name_whatever_a_loose_ratio_says(name: Label, data: st.DataObject) -> None:
    """WRatio, partial and token set ratios give a part of a name 90 or 100."""
    words = name.text.split()
    left_out = data.draw(st.integers(0, len(words) - 1))
    part = " ".join(word for number, word in enumerate(words) if number != left_out)
    assert Vocabulary([name]).resolve(part).concepts == ()
