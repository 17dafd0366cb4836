"""Women of the centre who resemble one of them, most alike first, with what they share. A fixed number of queries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask_babel.speaklater import LazyString
from sqlalchemy import case, func, select
from sqlalchemy.orm import joinedload

from crm.extensions import db
from crm.i18n import _l
from crm.matching import queries, reading
from crm.matching.likeness import Likeness, Trait, likeness
from crm.matching.wording import far
from crm.members.hidden import may_be_seen_by_reader
from crm.members.models import Member, MemberConcept
from crm.places.models import Settlement
from crm.skills import queries as skill_queries
from crm.skills.queries import codes_to_ids

#: So many who share most with her are compared, and so many are shown.
COMPARED, SHOWN = 300, 12

SENTENCES: Mapping[str, LazyString] = {
    "both_can": _l("%(skill)s"),
    "can_close": _l("%(skill)s: she can %(via)s"),
    "cannot": _l("Without: %(skill)s"),
    "can_besides": _l("Besides: %(skill)s"),
    "skills_not_known": _l("Skills not known"),
    "both_wish": _l("Both wish: %(skill)s"),
    "wishes_close": _l("Wishes something close: %(via)s"),
    "wishes_other": _l("Wishes other work"),
    "wishes_not_known": _l("Wishes not known"),
    "lives_near": _l("Lives near her: %(km)s"),
    "lives_farther": _l("%(km)s from her by road"),
    "lives_far": _l("Far from her: %(km)s"),
    "place_not_known": _l("Distance not known"),
    "same_hours": _l("The same hours"),
    "other_hours": _l("Other hours"),
    "hours_not_known": _l("Hours not known"),
}


@dataclass(frozen=True)
class Alike:
    """`shared`, `close`, `different` and `unknown` are what the card says, in words."""

    member: Member
    percent: int
    shared: list[str]
    close: list[str]
    different: list[str]
    unknown: list[str]


def women_like(member: Member) -> list[Alike]:
    """Nobody when nothing is known of her work; whoever took her consent back is left alone."""
    (her,) = reading.candidates(queries.these([member.id]))
    hers = {skill.concept for skill in her.skills} or set(her.wishes)
    if not hers:
        return []
    near = hers.union(*(others.keys() for code, others in reading.neighbours_of(hers).items() if code in hers))
    knowledge = reading.knowledge(member.centre_id, near)
    others = reading.candidates(_who_share(member, {code: knowledge.rarity.get(code, 1.0) for code in near}))
    found = [likeness(her, other, knowledge) for other in others]
    best = sorted((one for one in found if one.score > 0), key=lambda one: (-one.score, one.candidate_id))[:SHOWN]
    women = _women(one.candidate_id for one in best)
    names = skill_queries.labels(
        {code for one in best for trait in one.traits for code in (trait.concept, trait.via) if code}
    )
    return [_told(women[one.candidate_id], one, names) for one in best]


def _who_share(member: Member, worth: Mapping[str, float]) -> queries.Rows:
    """Those who have or wish most of these concepts, the rare ones counting more."""
    ids = {concept_id: worth[code] for code, concept_id in codes_to_ids().items() if code in worth}
    weight = func.sum(
        case(*[(MemberConcept.concept_id == one, value) for one, value in sorted(ids.items())], else_=0.0)
    )
    most = (
        select(MemberConcept.member_id)
        .join(Member, Member.id == MemberConcept.member_id)
        .where(
            Member.centre_id == member.centre_id,
            Member.id != member.id,
            MemberConcept.concept_id.in_(ids),
            ~queries.took_back_consent(),
            may_be_seen_by_reader(Member.id),
        )
        .group_by(MemberConcept.member_id)
        .order_by(weight.desc(), MemberConcept.member_id)
        .limit(COMPARED)
    )
    statement = select(*queries.HER_COLUMNS).outerjoin(Settlement, Settlement.id == Member.settlement_id)
    return statement.where(Member.id.in_(most))


def _women(ids: Iterable[int]) -> dict[int, Member]:
    place = joinedload(Member.settlement).joinedload(Settlement.rayon)
    found = db.session.scalars(select(Member).where(Member.id.in_(list(ids))).options(place))
    return {member.id: member for member in found}


def _told(member: Member, found: Likeness, names: Mapping[str, str]) -> Alike:
    said: dict[str, list[str]] = {"alike": [], "close": [], "different": [], "not_known": []}
    for trait in found.traits:
        said[trait.kind].append(_say(trait, names))
    return Alike(member, round(found.score * 100), said["alike"], said["close"], said["different"], said["not_known"])


def _say(trait: Trait, names: Mapping[str, str]) -> str:
    return str(SENTENCES[trait.code]) % {
        "skill": names.get(trait.concept, trait.concept),
        "via": names.get(trait.via, trait.via),
        "km": far(trait.km),
    }
