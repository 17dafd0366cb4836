"""For whom an offer is, and what is offered for a woman: best first, with reasons. A fixed number of queries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from crm.extensions import db
from crm.matching import reading
from crm.matching.facts import Fit
from crm.matching.ranking import LONG_AGO
from crm.members.models import Member
from crm.offers import queries
from crm.offers.enums import TalkState, VentureStage
from crm.offers.fit import Found, Part, assess
from crm.offers.models import Offer, OfferTalk
from crm.offers.reading import Reader
from crm.skills import queries as skill_queries

#: So many women are compared with an offer, and so many are shown.
COMPARED, SHOWN = 200, 50


@dataclass(frozen=True)
class Pair:
    """One woman and one offer. `names` are the concepts' labels by code."""

    member: Member
    offer: Offer
    found: Found
    names: Mapping[str, str]
    talk: OfferTalk | None = None

    @property
    def percent(self) -> int:
        return round(self.found.score * 100)

    @property
    def fits_in_part(self) -> bool:
        """Nor is it over: what came to nothing does not come back by itself."""
        if self.talk is not None:
            return self.talk.state != TalkState.DECLINED
        return self.found.fit is not Fit.DOES_NOT_FIT


def women_for(offer: Offer) -> list[Pair]:
    """Women of the offer's centre who want or run a business, best first; among equals whoever was asked about another
    offer least lately."""
    reader = Reader()
    terms = reader.terms(offer)
    near = reading.neighbours_of({*terms.fields, *terms.asks})
    codes = {*terms.fields, *(other for code in terms.fields for other in near.get(code, {}))}
    women = db.session.scalars(queries.entrepreneurs(offer, codes).limit(COMPARED)).unique().all()
    ventures = reader.ventures(women)
    found = [(member, assess(ventures[member.id], terms, near)) for member in women]
    lately: dict[int, datetime] = dict(db.session.execute(queries.last_asked(list(ventures), offer.id)).all())
    order = sorted(found, key=lambda one: (-round(one[1].score, 6), lately.get(one[0].id, LONG_AGO), one[0].id))
    begun = {talk.member_id: talk for talk in db.session.scalars(queries.talks_about(offer.id))}
    best = [one for place, one in enumerate(order) if place < SHOWN or one[0].id in begun]
    names = _names(one for _member, one in best)
    return [Pair(member, offer, one, names, begun.get(member.id)) for member, one in best]


def offers_for(member: Member) -> list[Pair]:
    """The open offers of her centre, best first; nothing for a woman who wants neither a business nor runs one."""
    reader = Reader()
    venture = reader.ventures([member])[member.id]
    if member.seeking not in queries.ENTREPRENEURS and venture.stage is VentureStage.IDEA:
        return []
    offers = db.session.scalars(queries.open_to(member)).unique().all()
    asked = [(offer, reader.terms(offer)) for offer in offers]
    near = reading.neighbours_of({code for _offer, terms in asked for code in (*terms.fields, *terms.asks)})
    found = [(offer, assess(venture, terms, near)) for offer, terms in asked]
    names = _names(one for _offer, one in found)
    best = sorted(found, key=lambda one: (-round(one[1].score, 6), one[0].id))
    begun = {talk.offer_id: talk for talk in db.session.scalars(queries.talks_of(member.id))}
    return [Pair(member, offer, one, names, begun.get(offer.id)) for offer, one in best]


def _names(found: Iterable[Found]) -> Mapping[str, str]:
    parts: list[Part] = [part for one in found for part in one.parts]
    return skill_queries.labels({code for part in parts for code in (part.concept, part.via) if code})
