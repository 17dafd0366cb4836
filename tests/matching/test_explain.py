"""The reasons: each part of a score becomes one code, with the words behind it and what would make it fit."""

import dataclasses
import itertools
from collections.abc import Iterable

import pytest

from crm.matching.explain import HELP_CODES, ORDER, REASON_CODES, Reason, reasons
from crm.matching.facts import Candidate, Knowledge, Need, Opening, Skill, Verdict
from crm.matching.score import assess

HERE, FAR = (40.0, 48.5), (40.4, 48.5)  # 55 km by road
KNOWLEDGE = Knowledge({"sewing": {"tailor": 0.9}, "tailor": {"sewing": 0.9}})
WOMAN = Candidate(1, (), frozenset(), "job", "full", True, True, 30.0, "bus", 300, HERE)
OPENING = Opening(1, (), "full", 40, False, False, False, False, False, 400, 500, HERE)


def said(
    skills: Iterable[Skill | str], *needs: Need, her: dict[str, object] | None = None, **their: object
) -> list[Reason]:
    held = tuple(skill if isinstance(skill, Skill) else Skill(skill) for skill in skills)
    candidate = _with(WOMAN, skills=held, **(her or {}))
    return list(reasons(assess(candidate, _with(OPENING, needs=needs or (Need("sewing", True),), **their), KNOWLEDGE)))


def _with(base: object, **changes: object) -> object:
    return dataclasses.replace(base, **changes)


def one(found: list[Reason], code: str) -> Reason:
    (only,) = [reason for reason in found if reason.code == code]
    return only


def test_a_skill_she_has_comes_with_her_words_and_theirs() -> None:
    reason = one(said([Skill("sewing", 3, "yaxşı tikir")], Need("sewing", True, words="tikişçi")), "has_skill")
    assert reason.verdict is Verdict.FITS
    assert reason.would_help is None
    assert (reason.params["concept"], reason.params["words"], reason.params["their"]) == (
        "sewing",
        "yaxşı tikir",
        "tikişçi",
    )


def test_a_skill_near_to_it_names_both_and_a_course() -> None:
    reason = one(said(["tailor"]), "near_skill")
    assert (reason.params["concept"], reason.params["via"], reason.would_help) == ("sewing", "tailor", "course")
    assert reason.verdict is Verdict.HELPS


def test_a_trade_that_is_welcome_beside_its_skill_is_not_held_up_to_a_woman_who_has_the_skill() -> None:
    found = said(["sewing"], Need("sewing", True), Need("tailor", False))
    assert [reason.params["concept"] for reason in found if reason.code.endswith("_skill")] == ["sewing"]


def test_a_lower_level_of_the_same_skill_needs_a_course() -> None:
    reason = one(said([Skill("sewing", 1)], Need("sewing", True, level=3)), "has_skill")
    assert (reason.verdict, reason.would_help) == (Verdict.HELPS, "course")
    assert (reason.params["level"], reason.params["needed"]) == (1, 3)


def test_a_missing_skill_would_be_helped_by_a_course() -> None:
    reason = one(said(["cook"]), "misses_skill")
    assert (reason.verdict, reason.would_help) == (Verdict.DOES_NOT_FIT, "course")


def test_a_missing_diploma_is_not_helped_by_anything_quick() -> None:
    reason = one(said(["sewing"], Need("sewing", True), Need("diploma", True, hard=True)), "misses_hard")
    assert (reason.verdict, reason.would_help) == (Verdict.DOES_NOT_FIT, None)


def test_a_missing_medical_book_is_a_paper_to_get() -> None:
    reason = one(said(["cook"], Need("cook", True), Need("medical-book", True, quick=True)), "misses_quick")
    assert (reason.verdict, reason.would_help) == (Verdict.HELPS, "document")


def test_a_desired_skill_she_lacks_is_no_reason_against_her() -> None:
    reason = one(said(["sewing"], Need("sewing", True), Need("overlock", False)), "misses_desired")
    assert reason.verdict is Verdict.HELPS


def test_training_and_her_wish_are_said_together() -> None:
    found = said(["cook"], her={"wishes": frozenset({"sewing"})}, training_provided=True)
    assert one(found, "learns_on_the_job").would_help == "training"
    assert one(found, "training_offered").verdict is Verdict.HELPS
    assert one(found, "wishes_this").verdict is Verdict.FITS


def test_training_alone_does_not_claim_that_she_wants_it() -> None:
    found = said(["cook"], training_provided=True)
    assert one(found, "misses_skill").would_help == "training"
    assert "learns_on_the_job" not in {reason.code for reason in found}


def test_training_is_not_mentioned_to_a_woman_who_can_do_it_all() -> None:
    assert "training_offered" not in {reason.code for reason in said(["sewing"], training_provided=True)}


@pytest.mark.parametrize(
    ("her", "their", "code", "would_help"),
    [
        ({}, {}, "hours_fit", None),
        ({"availability": "morning"}, {"hours": "part"}, "hours_to_agree", "other_hours"),
        ({"availability": "morning"}, {}, "hours_conflict", "other_hours"),
        ({"availability": None}, {}, "hours_not_known", "ask_her"),
        ({}, {"hours": None}, "hours_not_known", None),
        ({}, {"night": True}, "night_fit", None),
        ({"night_ok": False}, {"night": True}, "night_conflict", "other_hours"),
        ({"night_ok": False}, {"night": True, "hours": "part"}, "night_to_agree", "other_hours"),
        ({"night_ok": None}, {"night": True}, "night_not_known", "ask_her"),
        ({"weekend_ok": True}, {"weekend": True}, "weekend_fit", None),
        ({"weekend_ok": False}, {"weekend": True}, "weekend_to_agree", "other_hours"),
        ({"weekend_ok": None}, {"weekend": True}, "weekend_not_known", "ask_her"),
        ({}, {}, "pay_ok", None),
        ({"min_pay": 900}, {}, "pay_below_wish", "talk_about_pay"),
        ({"min_pay": None}, {}, "pay_not_known", "ask_her"),
        ({}, {"pay_min": None, "pay_max": None}, "pay_not_known", None),
        ({}, {}, "reach_ok", None),
        ({}, {"hours": "home"}, "at_home", None),
        ({}, {"place": FAR, "transport_provided": True}, "employer_drives", None),
        ({"max_distance_km": 45.0}, {"place": FAR}, "a_little_far", "transport"),
        ({}, {"place": FAR}, "too_far", "transport"),
        ({"max_distance_km": 5.0}, {"place": FAR}, "too_far", None),
        ({"place": None}, {}, "distance_not_known", "ask_her"),
        ({}, {"place": None}, "distance_not_known", None),
        ({"seeking": "business"}, {}, "seeks_business", None),
    ],
)
def test_terms_are_said_with_what_would_help(
    her: dict[str, object], their: dict[str, object], code: str, would_help: str | None
) -> None:
    assert one(said(["sewing"], her=her, **their), code).would_help == would_help


def test_distance_and_pay_come_with_their_figures() -> None:
    found = said(["sewing"], her={"min_pay": 900, "transport": "none"}, place=FAR)
    far, pay = one(found, "too_far"), one(found, "pay_below_wish")
    assert far.params["km"] == pytest.approx(55.6, abs=0.2)
    assert (far.params["limit"], far.params["no_transport"]) == (30.0, 1)
    assert (pay.params["wished"], pay.params["offered"]) == (900, 500)


def test_a_limit_she_has_not_named_is_a_question_not_a_verdict() -> None:
    reason = one(said(["sewing"], her={"max_distance_km": None}), "reach_ok")
    assert (reason.verdict, reason.would_help) == (Verdict.NOT_KNOWN, "ask_her")


def test_another_wish_and_no_wish_are_not_held_up_to_her() -> None:
    for wishes in (frozenset(), frozenset({"cook"})):
        assert "wishes_this" not in {reason.code for reason in said(["sewing"], her={"wishes": wishes})}


def test_the_weightiest_reason_comes_first_within_each_verdict() -> None:
    found = said(["sewing", "c"], Need("sewing", True), Need("b", True), Need("c", True), place=FAR)
    assert [ORDER[reason.verdict] for reason in found] == sorted(ORDER[reason.verdict] for reason in found)
    assert found[0].params["concept"] == "sewing"
    against = [reason.code for reason in found if reason.verdict is Verdict.DOES_NOT_FIT]
    assert against == ["too_far", "misses_skill"]


def test_every_situation_gives_only_codes_that_have_a_sentence() -> None:
    codes: set[str] = set()
    helps: set[str | None] = set()
    for skills, wish, hours, night, place, training, quick, hard in itertools.product(
        ((), ("sewing",), ("tailor",), ("x",)),
        (frozenset(), frozenset({"sewing"})),
        ("full", "part", "home", None),
        (True, False, None),
        (HERE, FAR, None),
        (True, False),
        (True, False),
        (True, False),
    ):
        needs = (Need("sewing", True), Need("p", True, quick=quick, hard=hard and not quick), Need("d", False))
        her: dict[str, object] = {
            "wishes": wish,
            "availability": "part" if night else "morning",
            "night_ok": night,
            "weekend_ok": night,
            "min_pay": 600 if training else None,
            "max_distance_km": 45.0 if training else 30.0,
            "seeking": "business" if hard and quick else "job",
        }
        found = said(skills, *needs, her=her, hours=hours, night=True, weekend=True, place=place,
                     training_provided=training, transport_provided=hard)  # fmt: skip
        codes |= {reason.code for reason in found}
        helps |= {reason.would_help for reason in found}
    assert codes <= REASON_CODES
    assert helps - {None} <= HELP_CODES
    assert len(codes) > len(REASON_CODES) - 4
