"""The terms of the work beside its skills: hours, night, weekend, reach and pay. Pure.

Each rule gives one part, or None when there is nothing to say. A part that says `does_not_fit` is a hard conflict.
What is not known is said and costs nothing.
"""

from crm.matching.facts import NOTHING_MORE, Candidate, Extra, Opening, Part, Verdict
from crm.matching.reach import DRIVEN_EXTRA_KM, FARTHEST_KM, STRETCH, USUAL_LIMIT_KM, limit_km, road_km

# How much of the score each takes away. The reasons stand in docs/matching.md.
SOFT_LOSS = 0.2  # hours, evening or distance to be talked over
MILD_LOSS = 0.03  # weekends and pay: things employers and women settle among themselves
CONFLICT_LOSS = 0.65  # a hard conflict: see score.py
PART_TIME_HOURS = 30  # a week; the OECD's bound of part-time work

# When she can work -> hours of the opening that suit her, and hours to be talked over. All others are a conflict.
HOURS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "full": (
        frozenset({"full", "part", "morning", "shift_day", "shift_night", "flex", "seasonal", "home"}),
        frozenset(),
    ),
    "part": (frozenset({"part", "flex", "home"}), frozenset({"morning"})),
    "morning": (frozenset({"morning", "flex", "home"}), frozenset({"part"})),
    "home": (frozenset({"home"}), frozenset({"flex"})),
}
# Hours where "night" means an evening that ends late, not a night at work.
EVENING_HOURS = frozenset({"part", "flex"})


def hours(candidate: Candidate, opening: Opening) -> Part:
    theirs = "home" if opening.home_based else opening.hours
    hers = candidate.availability
    extra: Extra = NOTHING_MORE if opening.weekly_hours is None else {"weekly_hours": opening.weekly_hours}
    verdict = _hours_verdict(hers, theirs, opening.weekly_hours)
    return Part("hours", verdict, weight=_weight(verdict), their=theirs or "", hers=hers or "", extra=extra)


def _hours_verdict(hers: str | None, theirs: str | None, weekly: int | None) -> Verdict:
    if theirs is None or hers is None or hers not in HOURS:
        return Verdict.NOT_KNOWN
    suits, to_agree = HOURS[hers]
    if theirs in suits:
        return Verdict.FITS
    if theirs in to_agree:
        short = weekly is not None and weekly <= PART_TIME_HOURS
        return Verdict.FITS if hers == "part" and short else Verdict.HELPS
    return Verdict.DOES_NOT_FIT


def night(candidate: Candidate, opening: Opening) -> Part | None:
    if opening.night is False or (opening.night is None and candidate.night_ok is not False):
        return None
    late_evening = opening.hours in EVENING_HOURS
    if opening.night is None or candidate.night_ok is None:
        verdict = Verdict.NOT_KNOWN
    elif candidate.night_ok:
        verdict = Verdict.FITS
    else:
        verdict = Verdict.HELPS if late_evening else Verdict.DOES_NOT_FIT
    return Part(
        "night",
        verdict,
        weight=_weight(verdict),
        their=_said(opening.night),
        hers=_said(candidate.night_ok),
        extra={"late_evening": 1} if late_evening else NOTHING_MORE,
    )


def weekend(candidate: Candidate, opening: Opening) -> Part | None:
    if opening.weekend is False or (opening.weekend is None and candidate.weekend_ok is not False):
        return None
    if opening.weekend is None or candidate.weekend_ok is None:
        verdict = Verdict.NOT_KNOWN
    else:
        verdict = Verdict.FITS if candidate.weekend_ok else Verdict.HELPS
    loss = 0.0 if verdict is Verdict.NOT_KNOWN else MILD_LOSS
    return Part("weekend", verdict, weight=loss, their=_said(opening.weekend), hers=_said(candidate.weekend_ok))


def reach(candidate: Candidate, opening: Opening) -> Part:
    """`extra` holds km (by road), limit (what she said) and, where they matter, driven, no_transport, out, too_far."""
    if opening.home_based or opening.hours == "home":
        return Part("reach", Verdict.FITS, weight=SOFT_LOSS, extra={"at_home": 1})
    if candidate.place is None or opening.place is None:
        return Part(
            "reach",
            Verdict.NOT_KNOWN,
            their="known" if opening.place else "",
            hers="known" if candidate.place else "",
        )
    km = road_km(candidate.place, opening.place)
    driven = opening.transport_provided is True
    said = candidate.max_distance_km
    extra: dict[str, str | int | float] = {"km": round(km, 1)}
    if driven:
        extra["driven"] = 1
    if candidate.transport == "none":
        extra["no_transport"] = 1
    if said is not None:
        extra["limit"] = said
    if km > FARTHEST_KM:
        verdict = Verdict.DOES_NOT_FIT
        extra["out"] = 1
    else:
        limit = limit_km(USUAL_LIMIT_KM if said is None else said, driven=driven)
        if km <= limit:
            verdict = Verdict.NOT_KNOWN if said is None else Verdict.FITS
        else:
            verdict = Verdict.HELPS if km <= limit * STRETCH else Verdict.DOES_NOT_FIT
            if not driven and km <= limit + DRIVEN_EXTRA_KM:
                extra["transport_helps"] = 1
    return Part("reach", verdict, weight=_weight(verdict), extra=extra)


def pay(candidate: Candidate, opening: Opening) -> Part:
    offered = opening.pay_max if opening.pay_max is not None else opening.pay_min
    wished = candidate.min_pay
    if offered is None or wished is None:
        verdict = Verdict.NOT_KNOWN
    else:
        verdict = Verdict.FITS if offered >= wished else Verdict.HELPS
    extra: dict[str, str | int | float] = {}
    if offered is not None:
        extra["offered"] = offered
    if wished is not None:
        extra["wished"] = wished
    loss = 0.0 if verdict is Verdict.NOT_KNOWN else MILD_LOSS
    return Part(
        "pay",
        verdict,
        weight=loss,
        extra=extra,
        their="" if offered is None else str(offered),
        hers="" if wished is None else str(wished),
    )


def _weight(verdict: Verdict) -> float:
    """What hangs on it: all of a conflict; as much as a talk when it fits; nothing while it is not known."""
    if verdict is Verdict.DOES_NOT_FIT:
        return CONFLICT_LOSS
    return 0.0 if verdict is Verdict.NOT_KNOWN else SOFT_LOSS


def _said(answer: bool | None) -> str:
    return "" if answer is None else "yes" if answer else "no"
