"""From the parts of a score to reasons: a verdict, a code and what fills its sentence. Pure; wording.py says them."""

from collections.abc import Mapping
from dataclasses import dataclass

from crm.matching.facts import Assessment, Part, Verdict

REASON_CODES = frozenset(
    {
        "has_skill", "near_skill", "misses_skill", "misses_hard", "misses_quick", "misses_desired", "learns_on_the_job",
        "hours_fit", "hours_to_agree", "hours_conflict", "hours_not_known",
        "night_fit", "night_to_agree", "night_conflict", "night_not_known",
        "weekend_fit", "weekend_to_agree", "weekend_not_known",
        "reach_ok", "at_home", "employer_drives", "a_little_far", "too_far", "distance_not_known",
        "pay_ok", "pay_below_wish", "pay_not_known",
        "wishes_this", "training_offered", "seeks_business",
    }
)  # fmt: skip
HELP_CODES = frozenset({"course", "document", "transport", "other_hours", "talk_about_pay", "ask_her", "training"})
ORDER = {Verdict.FITS: 0, Verdict.HELPS: 1, Verdict.DOES_NOT_FIT: 2, Verdict.NOT_KNOWN: 3}


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing to say. `params` hold concept codes, km, hours, pay and the words behind; `would_help` is a help code.

    Skills: concept, via, words (hers), their, and what the part holds. All others: their, hers and what the part holds.
    """

    verdict: Verdict
    code: str
    params: Mapping[str, object]
    would_help: str | None = None


def reasons(assessment: Assessment) -> tuple[Reason, ...]:
    """What to say of an assessment: by verdict, the weightiest first. A part nobody need hear of gives none."""
    wishes_it = any(part.kind == "wish" and part.verdict is Verdict.FITS for part in assessment.parts)
    held = {part.concept for part in assessment.parts if part.kind == "skill" and part.verdict is Verdict.FITS}
    parts = sorted(assessment.parts, key=lambda part: (ORDER[part.verdict], -part.weight))
    return tuple(
        reason for part in parts if not _said_already(part, held) and (reason := _reason(part, wishes_it)) is not None
    )


def _said_already(part: Part, held: set[str | None]) -> bool:
    """A trade that would be welcome beside the skill it is made of, which she has: no course makes a cashier of her."""
    return part.kind == "skill" and part.via in held and part.via is not None and not part.extra.get("required")


def _reason(part: Part, wishes_it: bool) -> Reason | None:
    if part.kind == "skill":
        return _skill(part, wishes_it)
    params: dict[str, object] = {"their": part.their, "hers": part.hers, **part.extra}
    if part.kind == "reach":
        return _reach(part, params)
    if part.kind in _TERMS:
        return _term(part, params)
    code = _PLAIN.get((part.kind, part.verdict))
    if part.kind == "wish":
        params = {"concept": part.concept, "via": part.via}
    return Reason(part.verdict, code, params) if code else None


# Kinds that are said in one way or not at all: another wish than this work, or no wish at all, is no reason.
_PLAIN: Mapping[tuple[str, Verdict], str] = {
    ("wish", Verdict.FITS): "wishes_this",
    ("training", Verdict.HELPS): "training_offered",
    ("seeking", Verdict.DOES_NOT_FIT): "seeks_business",
}

# kind -> codes by verdict, and what would help where it does not fit yet.
_TERMS: Mapping[str, tuple[Mapping[Verdict, str], str]] = {
    "hours": (
        {
            Verdict.FITS: "hours_fit",
            Verdict.HELPS: "hours_to_agree",
            Verdict.DOES_NOT_FIT: "hours_conflict",
            Verdict.NOT_KNOWN: "hours_not_known",
        },
        "other_hours",
    ),
    "night": (
        {
            Verdict.FITS: "night_fit",
            Verdict.HELPS: "night_to_agree",
            Verdict.DOES_NOT_FIT: "night_conflict",
            Verdict.NOT_KNOWN: "night_not_known",
        },
        "other_hours",
    ),
    "weekend": (
        {
            Verdict.FITS: "weekend_fit",
            Verdict.HELPS: "weekend_to_agree",
            Verdict.NOT_KNOWN: "weekend_not_known",
        },
        "other_hours",
    ),
    "pay": (
        {Verdict.FITS: "pay_ok", Verdict.HELPS: "pay_below_wish", Verdict.NOT_KNOWN: "pay_not_known"},
        "talk_about_pay",
    ),
}


def _term(part: Part, params: Mapping[str, object]) -> Reason:
    codes, remedy = _TERMS[part.kind]
    would_help: str | None = remedy
    if part.verdict is Verdict.FITS:
        would_help = None
    elif part.verdict is Verdict.NOT_KNOWN:
        would_help = _asking(part)
    return Reason(part.verdict, codes[part.verdict], params, would_help)


def _asking(part: Part) -> str | None:
    """She is asked for what she has not said. What the employer has not said is no question to her."""
    return None if part.hers else "ask_her"


def _skill(part: Part, wishes_it: bool) -> Reason | None:
    if part.concept is None:  # nothing known on one side: the whole card says so
        return None
    params = {"concept": part.concept, "via": part.via, "words": part.hers, "their": part.their, **part.extra}
    taught = "training" in part.extra
    course = "training" if taught else "course"
    if part.verdict is Verdict.FITS:
        return Reason(part.verdict, "has_skill", params)
    if "credit" in part.extra:  # something near it, or the thing itself at a lower level
        return Reason(part.verdict, "near_skill" if part.via else "has_skill", params, course)
    if "quick" in part.extra:
        return Reason(part.verdict, "misses_quick", params, "document")
    if not part.extra.get("required"):
        return Reason(part.verdict, "misses_desired", params, None if "hard" in part.extra else course)
    if "hard" in part.extra:  # years, not a course
        return Reason(part.verdict, "misses_hard", params)
    if taught and wishes_it:
        return Reason(part.verdict, "learns_on_the_job", params, "training")
    return Reason(part.verdict, "misses_skill", params, course)


def _reach(part: Part, params: Mapping[str, object]) -> Reason:
    extra = part.extra
    if "at_home" in extra:
        return Reason(part.verdict, "at_home", params)
    if "km" not in extra:
        return Reason(part.verdict, "distance_not_known", params, _asking(part))
    if part.verdict is Verdict.NOT_KNOWN:  # how far it is, but not how far she goes
        return Reason(part.verdict, "reach_ok", params, "ask_her")
    if part.verdict is Verdict.FITS:
        driven = "driven" in extra and float(extra["km"]) > float(extra["limit"])
        return Reason(part.verdict, "employer_drives" if driven else "reach_ok", params)
    would_help = "transport" if "transport_helps" in extra else None if "limit" in extra else "ask_her"
    return Reason(part.verdict, "a_little_far" if part.verdict is Verdict.HELPS else "too_far", params, would_help)
