"""From offers and women's ideas to what fit.py compares. Their texts are read when they are compared: they are short, and
a word learned today counts today."""

from collections import defaultdict
from collections.abc import Sequence

from crm.extensions import db
from crm.members.enums import ConceptRole
from crm.members.models import Member
from crm.offers import queries
from crm.offers.enums import VentureStage
from crm.offers.fit import Terms, Venture, Words
from crm.offers.models import Offer
from crm.skills import vocabulary

#: Conditions hold few words of work among many of money and days: only what is surely read is asked of a woman.
SURE = 0.9


class Reader:
    """The vocabulary made ready: its words, papers that are quickly had, concepts of no field of work."""

    def __init__(self) -> None:
        self.words = vocabulary.current()
        self.quick = set(db.session.scalars(queries.quick()))
        self.general = set(db.session.scalars(queries.general()))

    def terms(self, offer: Offer) -> Terms:
        asks = self._read(offer.conditions, SURE)
        return Terms(
            id=offer.id,
            kind=offer.kind,
            fields=self._fields(self._read(f"{offer.title}. {offer.text}")),
            asks=asks,
            amount_min=None if offer.amount_min is None else int(offer.amount_min),
            amount_max=None if offer.amount_max is None else int(offer.amount_max),
            stage=offer.stage,
            rayon_id=offer.rayon_id,
            place=offer.partner.settlement.point if offer.partner.settlement else None,
            conditions=offer.conditions,
            quick=frozenset(self.quick & asks.keys()),
        )

    def ventures(self, women: Sequence[Member]) -> dict[int, Venture]:
        """By woman. What she says about her business counts; where she says nothing her wishes, then what she can do."""
        ids = [member.id for member in women]
        running = set(db.session.scalars(queries.founders(ids)))
        held: dict[tuple[int, ConceptRole], dict[str, str]] = defaultdict(dict)
        for member_id, code, role, said in db.session.execute(queries.concepts_of(ids)):
            held[member_id, role][code] = said
        return {
            member.id: Venture(
                id=member.id,
                fields=self._fields(self._read(member.idea_text))
                or self._fields(held[member.id, ConceptRole.WISH])
                or self._fields(held[member.id, ConceptRole.SKILL]),
                equipment=self._read(member.equipment_text),
                can=frozenset(held[member.id, ConceptRole.SKILL]),
                money=member.requested_azn,
                stage=VentureStage.RUNNING if member.id in running else VentureStage.IDEA,
                rayon_id=member.settlement.rayon_id if member.settlement else None,
                place=member.settlement.point if member.settlement else None,
            )
            for member in women
        }

    def _read(self, text: str | None, least: float = 0.0) -> Words:
        if not (text or "").strip(" ."):
            return {}
        found = self.words.resolve(text or "")
        return {one.concept: one.matched for one in (*found.concepts, *found.wishes) if one.confidence >= least}

    def _fields(self, read: Words) -> Words:
        return {code: words for code, words in read.items() if code not in self.general}
