"""The score and its parts: who fits, who needs help, who does not, and what must never count."""

import ast
import dataclasses
import random
import time
from pathlib import Path

import pytest

import crm.matching
from crm.matching import facts
from crm.matching.facts import Assessment, Candidate, Fit, Knowledge, Need, Opening, Part, Skill, Verdict
from crm.matching.knowledge import neighbours, rarity
from crm.matching.reach import DRIVEN_EXTRA_KM, road_km, straight_km
from crm.matching.score import assess, rank

SABIRABAD = (40.00869, 48.47701)
NEFTCHALA = (39.3768, 49.247)
BAKU = (40.37767, 49.89201)
KNOWLEDGE = Knowledge({"sewing": {"sewing-machine": 0.8, "embroidery": 0.4, "tailor": 0.9}})
SEWING = (Need("sewing", required=True),)


def woman(*skills: str | Skill, number: int = 1, **more: object) -> Candidate:
    """Everything said and nothing in the way, unless told otherwise."""
    values: dict[str, object] = {
        "wishes": frozenset(),
        "seeking": "job",
        "availability": "full",
        "night_ok": True,
        "weekend_ok": True,
        "max_distance_km": 30.0,
        "transport": "bus",
        "min_pay": 300,
        "place": SABIRABAD,
    }
    said = tuple(skill if isinstance(skill, Skill) else Skill(skill) for skill in skills)
    return Candidate(id=number, skills=said, **(values | more))


def opening(*needs: Need, **more: object) -> Opening:
    values: dict[str, object] = {
        "hours": "full",
        "weekly_hours": 40,
        "night": False,
        "weekend": False,
        "transport_provided": False,
        "training_provided": False,
        "home_based": False,
        "pay_min": 400,
        "pay_max": 500,
        "place": SABIRABAD,
    }
    return Opening(id=7, needs=needs or SEWING, **(values | more))


def score(candidate: Candidate, asked: Opening, knowledge: Knowledge = KNOWLEDGE) -> float:
    return assess(candidate, asked, knowledge).score


def part(found: Assessment, kind: str) -> Part:
    (only,) = [part for part in found.parts if part.kind == kind]
    return only


def test_a_woman_who_can_do_it_all_fits() -> None:
    found = assess(woman("sewing"), opening(), KNOWLEDGE)
    assert found.fit is Fit.FITS
    assert found.score == pytest.approx(1.0)
    assert part(found, "skill").verdict is Verdict.FITS


def test_a_woman_who_can_do_nothing_of_it_does_not_fit() -> None:
    assert assess(woman("cooking"), opening(), KNOWLEDGE).fit is Fit.DOES_NOT_FIT
    assert score(woman("cooking"), opening()) == 0.0


def test_a_neighbour_counts_by_its_weight_and_says_which() -> None:
    found = assess(woman("sewing-machine"), opening(), KNOWLEDGE)
    assert found.score == pytest.approx(0.8)
    assert part(found, "skill").via == "sewing-machine"
    assert part(found, "skill").verdict is Verdict.HELPS


def test_the_nearest_of_her_skills_stands_in() -> None:
    assert part(assess(woman("sewing-machine", "tailor"), opening(), KNOWLEDGE), "skill").via == "tailor"


def test_a_distant_likeness_does_not_stand_in() -> None:
    assert score(woman("embroidery"), opening()) == 0.0


def test_the_rare_skill_weighs_more_than_what_everyone_can() -> None:
    needs = (Need("a", True), Need("rare", True), Need("common", True))
    knowledge = Knowledge(rarity={"rare": 1.0, "common": 0.2})
    assert score(woman("rare"), opening(*needs), knowledge) > score(woman("common"), opening(*needs), knowledge)


def test_the_first_work_named_is_the_heart_even_after_a_paper() -> None:
    needs = (Need("medical-book", True, quick=True), Need("cook", True), Need("cleaning", True))
    assert score(woman("cook"), opening(*needs)) > score(woman("cleaning"), opening(*needs))


def test_a_level_counts_up_to_the_need_and_an_unsaid_one_is_not_held_against_her() -> None:
    asked = opening(Need("sewing", True, level=2))
    little, enough, much, unsaid = (score(woman(Skill("sewing", level)), asked) for level in (1, 2, 3, None))
    assert little == pytest.approx(0.5)
    assert enough == much == unsaid == pytest.approx(1.0)


def test_a_low_level_is_said_with_both_levels() -> None:
    found = part(
        assess(woman(Skill("sewing", 1, "bir az tikir")), opening(Need("sewing", True, level=2)), KNOWLEDGE), "skill"
    )
    assert found.verdict is Verdict.HELPS
    assert found.extra["level"] == 1
    assert found.extra["needed"] == 2
    assert found.hers == "bir az tikir"


def test_a_missing_diploma_cannot_be_made_up_by_skills_or_neighbours() -> None:
    asked = opening(Need("nurse", True), Need("nurse-diploma", True, hard=True))
    knowledge = Knowledge({"nurse-diploma": {"first-aid": 0.9}})
    found = assess(woman("nurse", "first-aid"), asked, knowledge)
    assert found.fit is Fit.DOES_NOT_FIT
    assert found.score > 0
    assert assess(woman("nurse", "nurse-diploma"), asked, knowledge).fit is Fit.FITS


def test_a_diploma_alone_is_not_the_work() -> None:
    asked = opening(Need("bank-teller", True), Need("higher-education", True, hard=True))
    assert score(woman("higher-education"), asked) == 0.0


def test_where_a_licence_is_all_they_ask_the_licence_is_the_work() -> None:
    asked = opening(Need("driving-licence-b", True, hard=True))
    assert assess(woman("driving-licence-b"), asked, KNOWLEDGE).fit is Fit.FITS


def test_a_medical_book_not_had_yet_costs_little() -> None:
    asked = opening(Need("cook", True), Need("medical-book", True, quick=True))
    without, book = assess(woman("cook"), asked, KNOWLEDGE), assess(woman("cook", "medical-book"), asked, KNOWLEDGE)
    assert without.fit is book.fit is Fit.FITS
    assert without.score < book.score


def test_desired_skills_help_but_never_stand_for_the_required_one() -> None:
    asked = opening(Need("sewing", True), Need("overlock", False))
    both, one, only_desired = (score(woman(*s), asked) for s in (("sewing", "overlock"), ("sewing",), ("overlock",)))
    assert both > one > 0.8
    assert only_desired < 0.2


def test_an_opening_that_only_desires_is_judged_by_that() -> None:
    assert assess(woman("sewing"), opening(Need("sewing", False)), KNOWLEDGE).fit is Fit.FITS


def test_training_offered_and_her_wish_for_the_work_make_it_within_reach() -> None:
    taught = opening(training_provided=True)
    wishing = woman("cooking", wishes=frozenset({"tailor"}))
    assert assess(wishing, taught, KNOWLEDGE).fit is Fit.NEEDS_HELP
    assert assess(wishing, opening(), KNOWLEDGE).fit is Fit.DOES_NOT_FIT
    assert assess(woman("cooking"), taught, KNOWLEDGE).fit is Fit.DOES_NOT_FIT


def test_her_wish_for_this_work_ranks_her_before_one_who_wishes_other_work() -> None:
    hers, other = (woman("sewing", wishes=frozenset({wish})) for wish in ("sewing", "cook"))
    assert score(hers, opening()) > score(other, opening()) > 0.7


@pytest.mark.parametrize(
    ("availability", "hours", "verdict"),
    [
        ("full", "shift_night", Verdict.FITS),
        ("morning", "full", Verdict.DOES_NOT_FIT),
        ("morning", "morning", Verdict.FITS),
        ("morning", "part", Verdict.HELPS),
        ("part", "seasonal", Verdict.DOES_NOT_FIT),
        ("part", "morning", Verdict.HELPS),
        ("home", "flex", Verdict.HELPS),
        ("home", "home", Verdict.FITS),
        ("home", "full", Verdict.DOES_NOT_FIT),
        (None, "full", Verdict.NOT_KNOWN),
        ("part", None, Verdict.NOT_KNOWN),
    ],
)
def test_her_hours_against_theirs(availability: str | None, hours: str | None, verdict: Verdict) -> None:
    asked = opening(hours=hours, weekly_hours=None)
    assert part(assess(woman("sewing", availability=availability), asked, KNOWLEDGE), "hours").verdict is verdict


def test_a_short_week_in_the_morning_suits_a_woman_who_wants_part_time() -> None:
    short = opening(hours="morning", weekly_hours=30)
    assert part(assess(woman("sewing", availability="part"), short, KNOWLEDGE), "hours").verdict is Verdict.FITS


def test_a_night_shift_is_a_conflict_and_a_late_evening_a_talk() -> None:
    no_nights = woman("sewing", night_ok=False)
    shift = assess(no_nights, opening(hours="shift_night", night=True), KNOWLEDGE)
    evening = assess(no_nights, opening(hours="part", night=True), KNOWLEDGE)
    assert shift.fit is Fit.DOES_NOT_FIT
    assert part(evening, "night").verdict is Verdict.HELPS
    assert evening.score > 2 * shift.score


def test_weekends_and_pay_only_cost_a_little() -> None:
    found = assess(woman("sewing", weekend_ok=False, min_pay=900), opening(weekend=True), KNOWLEDGE)
    assert found.fit is Fit.FITS
    assert found.score < 1.0
    assert part(found, "weekend").verdict is part(found, "pay").verdict is Verdict.HELPS


def north(km_by_road: float) -> tuple[float, float]:
    """A place this far by road to the north of Sabirabad."""
    return (SABIRABAD[0] + km_by_road / road_km((0.0, 0.0), (1.0, 0.0)), SABIRABAD[1])


def test_one_conflict_leaves_little_and_two_leave_nothing() -> None:
    far = woman("sewing", place=north(60))
    far_and_mornings = woman("sewing", place=north(60), availability="morning")
    assert 0 < score(far, opening()) < 0.375
    assert score(far_and_mornings, opening()) == 0.0


def test_a_little_over_her_limit_is_worth_a_talk_and_far_over_is_a_conflict() -> None:
    verdicts = [part(assess(woman("sewing", place=north(km)), opening(), KNOWLEDGE), "reach") for km in (29, 35, 50)]
    assert [one.verdict for one in verdicts] == [Verdict.FITS, Verdict.HELPS, Verdict.DOES_NOT_FIT]


def test_when_the_employer_drives_she_gets_thirty_kilometres_further() -> None:
    far = woman("sewing", place=north(30 + DRIVEN_EXTRA_KM - 1))
    assert part(assess(far, opening(transport_provided=True), KNOWLEDGE), "reach").verdict is Verdict.FITS
    alone = part(assess(far, opening(), KNOWLEDGE), "reach")
    assert alone.verdict is Verdict.DOES_NOT_FIT
    assert alone.extra["transport_helps"] == 1


def test_beyond_eighty_kilometres_nobody_is_meant_unless_the_work_is_at_home() -> None:
    remote = woman("sewing", place=BAKU, max_distance_km=500.0)
    assert score(remote, opening(transport_provided=True)) == 0.0
    assert assess(remote, opening(hours="home", home_based=True), KNOWLEDGE).fit is Fit.FITS


def test_where_she_named_no_limit_a_village_far_beyond_the_usual_one_is_too_far() -> None:
    verdicts = [
        part(assess(woman("sewing", place=north(km), max_distance_km=None), opening(), KNOWLEDGE), "reach").verdict
        for km in (10, 35, 60)
    ]
    assert verdicts == [Verdict.NOT_KNOWN, Verdict.HELPS, Verdict.DOES_NOT_FIT]


def test_a_woman_who_seeks_only_a_business_is_not_meant() -> None:
    found = assess(woman("sewing", seeking="business"), opening(), KNOWLEDGE)
    assert (found.score, found.fit) == (0.0, Fit.DOES_NOT_FIT)
    assert assess(woman("sewing", seeking="both"), opening(), KNOWLEDGE).fit is Fit.FITS


UNSAID = {
    "availability": None,
    "night_ok": None,
    "weekend_ok": None,
    "max_distance_km": None,
    "transport": None,
    "min_pay": None,
    "place": None,
}


@pytest.mark.parametrize("unsaid", [*({name: None} for name in UNSAID), UNSAID], ids=[*UNSAID, "all"])
def test_what_she_has_not_said_neither_costs_nor_earns(unsaid: dict[str, None]) -> None:
    asked = opening(night=True, weekend=True)
    assert score(woman("sewing", **unsaid), asked) == score(woman("sewing"), asked) == pytest.approx(1.0)


def test_what_the_employer_has_not_said_neither_costs_nor_earns() -> None:
    unsaid = dict.fromkeys(
        ("hours", "weekly_hours", "night", "weekend", "transport_provided", "training_provided", "home_based",
         "pay_min", "pay_max", "place")
    )  # fmt: skip
    found = assess(woman("sewing", night_ok=False, weekend_ok=False), opening(**unsaid), KNOWLEDGE)
    assert found.score == pytest.approx(1.0)
    silent = {part.kind for part in found.parts if part.verdict is Verdict.NOT_KNOWN}
    assert silent == {"hours", "night", "weekend", "reach", "pay", "wish"}


def test_a_woman_without_skills_on_record_is_not_called_unfit() -> None:
    found = assess(woman(), opening(Need("nurse", True), Need("nurse-diploma", True, hard=True)), KNOWLEDGE)
    assert (found.score, found.fit) == (0.0, Fit.NEEDS_HELP)
    assert part(found, "skill").verdict is Verdict.NOT_KNOWN
    assert assess(woman(availability="morning"), opening(), KNOWLEDGE).fit is Fit.DOES_NOT_FIT


def test_an_opening_without_needs_ranks_nobody() -> None:
    empty = dataclasses.replace(opening(), needs=())
    assert rank([woman("sewing")], empty, KNOWLEDGE) == []
    found = assess(woman("sewing"), empty, KNOWLEDGE)
    assert (found.score, found.fit, part(found, "skill").verdict) == (0.0, Fit.NEEDS_HELP, Verdict.NOT_KNOWN)


def test_the_best_come_first_and_equals_by_id_however_they_arrive() -> None:
    women = [
        woman("sewing", number=3),
        woman("tailor", number=1),
        woman("sewing", number=2),
        woman("cooking", number=4),
    ]
    for seed in range(5):
        random.Random(seed).shuffle(women)
        assert [found.candidate_id for found in rank(women, opening(), KNOWLEDGE)] == [2, 3, 1, 4]


def test_ranking_and_looking_at_one_woman_agree() -> None:
    kinds = [(km, when) for km in (1, 40, 70) for when in ("full", "home", None)]
    women = [woman("sewing", number=n, place=north(km), availability=when) for n, (km, when) in enumerate(kinds)]
    ranked = rank(women, opening(), KNOWLEDGE)
    alone = {one.id: assess(one, opening(), KNOWLEDGE) for one in women}
    assert {found.candidate_id: found for found in ranked} == alone


def test_the_score_stays_between_nothing_and_all_whatever_is_said() -> None:
    rng = random.Random(7)
    concepts = ("sewing", "tailor", "embroidery", "sewing-machine", "cook")

    def any_woman(number: int) -> Candidate:
        return woman(
            *(Skill(c, rng.choice((None, 1, 2, 3))) for c in rng.sample(concepts, rng.randint(0, 5))),
            number=number,
            wishes=frozenset(rng.sample(concepts, rng.randint(0, 2))),
            seeking=rng.choice(("job", "business", "both")),
            availability=rng.choice(("full", "part", "morning", "home", None)),
            night_ok=rng.choice((True, False, None)),
            weekend_ok=rng.choice((True, False, None)),
            max_distance_km=rng.choice((0.0, 7.0, 30.0, None)),
            place=rng.choice((SABIRABAD, NEFTCHALA, BAKU, north(20), None)),
        )

    for _round in range(50):
        needs = [
            Need(c, rng.random() < 0.7, rng.choice((None, 1, 2, 3)), hard=rng.random() < 0.2, quick=rng.random() < 0.1)
            for c in rng.sample(concepts, rng.randint(1, 4))
        ]
        asked = opening(
            *needs, hours=rng.choice(("full", "part", "home", None)), training_provided=rng.choice((True, None))
        )
        for found in rank([any_woman(n) for n in range(20)], asked, KNOWLEDGE):
            assert 0.0 <= found.score <= 1.0
            assert (found.fit is Fit.FITS) == (found.score >= 0.7)
            conflicts = [p for p in found.parts if p.verdict is Verdict.DOES_NOT_FIT and p.kind != "skill"]
            assert not conflicts or found.fit is Fit.DOES_NOT_FIT


def test_age_family_looks_and_nationality_are_nowhere_among_the_facts() -> None:
    never = ("age", "birth", "year", "marital", "married", "child", "famil", "look", "photo", "appear", "national",
             "ethnic", "religio", "health", "disab", "name", "gender", "sex")  # fmt: skip
    for kind in (Candidate, Opening, Skill, Need, Knowledge):
        for field in dataclasses.fields(kind):
            assert not any(word in field.name for word in never), f"{kind.__name__}.{field.name}"


def test_the_rules_read_nothing_but_the_facts_and_the_standard_library() -> None:
    folder = Path(crm.matching.__file__).parent
    allowed = {"collections", "dataclasses", "enum", "math", "types"}
    for name in ("facts", "cover", "terms", "reach", "knowledge", "score", "explain"):
        for node in ast.walk(ast.parse((folder / f"{name}.py").read_text(encoding="utf-8"))):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                modules = [node.module or ""]
            for module in modules:
                assert module.split(".")[0] in allowed or module.startswith("crm.matching."), f"{name}: {module}"


def test_relations_count_both_ways_and_in_two_steps() -> None:
    near = neighbours({"cleaner": {"cleaning": 0.9, "hospital-attendant": 0.6}, "cleaning": {"cleaner": 0.8}})
    assert near["cleaning"]["cleaner"] == 0.8
    assert near["hospital-attendant"]["cleaner"] == 0.6
    assert near["cleaning"]["hospital-attendant"] == pytest.approx(0.48)
    assert "cleaning" not in near["cleaning"]
    assert "far" not in neighbours({"a": {"b": 0.5}, "b": {"far": 0.5}})["a"]


def test_what_everyone_can_still_counts_a_little() -> None:
    rare = rarity({"everyone": 100, "one": 1, "none": 0}, 100)
    assert rare["one"] == rare["none"] == pytest.approx(1.0)
    assert 0 < rare["everyone"] < 0.3
    assert rarity({}, 0) == {}


def test_distance_of_known_places() -> None:
    assert straight_km(SABIRABAD, NEFTCHALA) == pytest.approx(96, abs=2)
    assert straight_km(SABIRABAD, SABIRABAD) == 0.0
    assert road_km(SABIRABAD, NEFTCHALA) > straight_km(SABIRABAD, NEFTCHALA)


def test_two_thousand_women_are_ranked_while_the_page_waits() -> None:
    rng = random.Random(1)
    concepts = [f"c{n}" for n in range(300)]
    related = {c: {rng.choice(concepts): rng.uniform(0.3, 0.9) for _ in range(5)} for c in concepts}
    knowledge = Knowledge(neighbours(related))
    women = [
        woman(*rng.sample(concepts, 8), number=n, place=north(n % 50), min_pay=rng.randint(200, 600))
        for n in range(2000)
    ]
    asked = opening(*(Need(c, True) for c in concepts[:5]), *(Need(c, False) for c in concepts[5:8]))
    best = min(_seconds(women, asked, knowledge) for _time in range(3))
    assert best < 0.3  # 0.03 s on two quiet cores


def _seconds(women: list[Candidate], asked: Opening, knowledge: Knowledge) -> float:
    started = time.perf_counter()
    rank(women, asked, knowledge)
    return time.perf_counter() - started


def test_a_part_without_more_to_say_shares_one_empty_extra() -> None:
    assert Part("wish", Verdict.NOT_KNOWN).extra is facts.NOTHING_MORE
