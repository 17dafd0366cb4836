"""How she stands for an opening at this moment, in the shape a referral keeps."""

from typing import Any

from crm.matching.facts import Part
from crm.matching.ranking import Judge
from crm.matching.suggest import LIMIT
from crm.members.models import Member
from crm.vacancies.models import Vacancy


def as_it_stands(*, vacancy: Vacancy, member: Member) -> dict[str, Any]:
    """Score, rank among the women the page shows (without pins) and the parts; nothing where its needs are not known."""
    if not vacancy.needs:
        return {}
    judge = Judge(vacancy)
    (found,) = judge.these([member.id])
    order = [one.candidate_id for one in judge.best(LIMIT, judge.aside)]
    place = order.index(member.id) + 1 if member.id in order else None
    return {"score": found.score, "rank": place, "parts": [_kept(part) for part in found.parts]}


def _kept(part: Part) -> dict[str, Any]:
    """Concept codes, verdict and weight; never her words."""
    said = {"concept": part.concept, "via": part.via, "extra": dict(part.extra)}
    return {"kind": part.kind, "verdict": str(part.verdict), "weight": round(part.weight, 4)} | {
        name: value for name, value in said.items() if value
    }
