"""Who is meant for one vacancy, in which order: by score; among equals whoever was thought of least lately; pins first."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from functools import cached_property

from crm.extensions import db
from crm.matching import queries, reading
from crm.matching.early import early_best
from crm.matching.score import Asked, Assessment, Candidate, Knowledge, Opening, rank
from crm.matching.sieve import sieved
from crm.referrals.enums import ReferralState
from crm.referrals.models import Referral
from crm.skills.queries import codes_to_ids
from crm.vacancies.models import Vacancy

#: She was said no to for this vacancy, by whomever, or found other work: she does not come back by herself.
OVER = (ReferralState.DECLINED, ReferralState.OBSOLETE)
LONG_AGO = datetime.min.replace(tzinfo=UTC)


class Judge:
    """One vacancy made ready: what it needs, what the vocabulary knows, whose way to it has begun."""

    def __init__(self, vacancy: Vacancy) -> None:
        self.vacancy = vacancy
        self.codes = {need.concept.code for need in vacancy.needs}

    @cached_property
    def opening(self) -> Opening:
        return reading.opening(self.vacancy)

    @cached_property
    def facts(self) -> Knowledge:
        return reading.knowledge(self.vacancy.centre_id, self.codes)

    @cached_property
    def begun(self) -> dict[int, Referral]:
        """By woman."""
        found = db.session.scalars(queries.ways_to(self.vacancy.id)).all()
        return {referral.member_id: referral for referral in found}

    @property
    def pinned(self) -> list[int]:
        return [woman for woman, way in self.begun.items() if way.pinned_reason and way.state not in OVER]

    @property
    def aside(self) -> list[int]:
        return [woman for woman, way in self.begun.items() if way.state in OVER]

    @cached_property
    def asked(self) -> Asked:
        return Asked(self.opening, self.facts)

    def these(self, member_ids: Collection[int]) -> list[Assessment]:
        """These women, best first, however they fit."""
        return rank(reading.candidates(queries.these(member_ids)), self.opening, self.facts) if member_ids else []

    def scored(self, member_ids: Collection[int]) -> list[Assessment]:
        """Those of these women who may be suggested, in no order."""
        return list(map(self.asked.assess, reading.candidates(queries.suggestable(self.vacancy, member_ids))))

    @cached_property
    def telling(self) -> queries.Telling:
        """The concepts that tell something of a woman for this vacancy."""
        ids = codes_to_ids()
        needs = self.asked.core + self.asked.desired
        skills = {code for one in needs for code in (one.need.concept, *one.near)}
        return queries.Telling(
            *({ids[code]: code for code in codes if code in ids} for codes in (skills, self.asked.wanted))
        )

    @cached_property
    def candidates(self) -> list[Candidate]:
        """All women who can be meant."""
        return reading.candidates(queries.candidates_for(self.vacancy, self.telling))

    def best(self, limit: int | None, without: Collection[int] = ()) -> list[Assessment]:
        """By score and fair attention alone, without pins."""
        if limit is None or not self.opening.needs:
            return self.best_of_everybody(limit, without)
        depth, found = limit + len(without), None
        if queries.place_to_reach(self.vacancy) is None:
            found = early_best(self.vacancy, self.asked, codes_to_ids(), self.scored, depth)
        if found is None:
            found = sieved(self.vacancy, self.asked, self.telling, self.scored, depth)
        return self._shown(sorted(found, key=lambda one: -one.score), limit, without)

    def best_of_everybody(self, limit: int | None, without: Collection[int] = ()) -> list[Assessment]:
        """The same by looking at every woman who can be meant."""
        return self._shown(rank(self.candidates, self.opening, self.facts), limit, without)

    def _shown(self, found: Sequence[Assessment], limit: int | None, without: Collection[int]) -> list[Assessment]:
        leave_out = set(without)
        return fair([one for one in found if one.score > 0 and one.candidate_id not in leave_out], self.vacancy, limit)


def ranking(vacancy: Vacancy, limit: int | None = None) -> list[Assessment]:
    """What the page shows: who was pinned first, nobody who was set aside. Empty when the needs are not known."""
    return ordered(Judge(vacancy), limit) if vacancy.needs else []


def ordered(judge: Judge, limit: int | None) -> list[Assessment]:
    pinned = judge.these(judge.pinned)
    return [*pinned, *judge.best(limit, [*judge.pinned, *judge.aside])][:limit]


def fair(found: Sequence[Assessment], vacancy: Vacancy, limit: int | None) -> list[Assessment]:
    """`found`, best first, with equal scores ordered by how long ago another opening was thought of for her."""
    if limit is not None and len(found) > limit:
        last = _equal(found[limit - 1])
        found = [one for one in found if _equal(one) >= last]
    asked = queries.last_thought_of([one.candidate_id for one in found], vacancy)
    thought_of: dict[int, datetime] = dict(db.session.execute(asked).all())
    order = sorted(found, key=lambda one: (-_equal(one), thought_of.get(one.candidate_id, LONG_AGO), one.candidate_id))
    return order[:limit]


def _equal(found: Assessment) -> float:
    """Scores that differ only by how they were added up are equal."""
    return round(found.score, 6)


def ids_of(codes: Collection[str]) -> list[int]:
    known = codes_to_ids()
    return sorted(known[code] for code in codes if code in known)
