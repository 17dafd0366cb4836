"""How well an offer and a woman's business fit: a number from 0 to 1, a word, and the parts it stands on.

Pure: no web, no database, no sentences (wording.py has them). docs/matching.md explains the constants. Age, family, looks
and nationality have no field here either."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from crm.matching.facts import Fit, Verdict
from crm.matching.reach import Place, road_km
from crm.matching.score import FITS_FROM, HELP_FROM
from crm.matching.terms import CONFLICT_LOSS
from crm.offers.enums import OfferKind, VentureStage

#: What each part is worth where both sides are known.
FIELD, MONEY, STAGE, PLACE, ASKED = 0.4, 0.3, 0.2, 0.1, 0.1
HELPED = 0.4  # what it is worth where it fits with help
NEAR_FROM = 0.6  # a field less near than this is another field
IN_PART = 0.5  # an offer that gives less than this share of what she needs is no help for it
CLOSE_KM = 30.0  # nobody asks how to get there
IN_MONEY = (OfferKind.LOAN, OfferKind.GRANT)
#: What these give is for one field of work; money and advice serve others too, when one asks.
OF_ONE_FIELD = (OfferKind.EQUIPMENT, OfferKind.PURCHASE, OfferKind.SUPPLY)

#: concept -> the words it was read from.
Words = Mapping[str, str]
Neighbours = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Venture:
    """A woman's business or idea. `fields`: what it is about; `equipment`: what she lacks; `can`: her skills and papers."""

    id: int
    fields: Words
    equipment: Words
    can: frozenset[str]
    money: int | None
    stage: VentureStage
    rayon_id: int | None
    place: Place | None


@dataclass(frozen=True, slots=True)
class Terms:
    """What is offered, to whom, and what is asked for it. None and empty mean: no limit said."""

    id: int
    kind: OfferKind
    fields: Words
    asks: Words
    amount_min: int | None
    amount_max: int | None
    stage: VentureStage | None
    rayon_id: int | None
    place: Place | None
    conditions: str = ""
    quick: frozenset[str] = frozenset()  # papers that are had within days


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to say: a code of wording.py, what fills its sentence, what would help, and how much hangs on it."""

    verdict: Verdict
    code: str
    weight: float = 0.0
    help: str = ""
    concept: str = ""
    via: str = ""
    words: str = ""
    their: str = ""
    numbers: Mapping[str, float] = field(default_factory=dict)
    near: float = 1.0  # how near the field is, where it fits


@dataclass(frozen=True, slots=True)
class Found:
    score: float
    fit: Fit
    parts: tuple[Part, ...]


def assess(venture: Venture, terms: Terms, neighbours: Neighbours) -> Found:
    """What is not known neither costs nor earns. One thing that does not fit takes CONFLICT_LOSS of all."""
    parts = [
        one
        for one in (
            _field(venture, terms, neighbours),
            _money(venture, terms),
            _stage(venture, terms),
            _place(venture, terms),
            *_asked(venture, terms, neighbours),
            Part(Verdict.NOT_KNOWN, "conditions", their=terms.conditions) if terms.conditions else None,
        )
        if one is not None
    ]
    known = [part for part in parts if part.verdict is not Verdict.NOT_KNOWN]
    most = sum(part.weight for part in known)
    score = sum(part.weight * _worth(part) for part in known) / most if most else 0.0
    conflict = any(part.verdict is Verdict.DOES_NOT_FIT for part in known)
    if conflict:
        score *= 1.0 - CONFLICT_LOSS
    return Found(score, _word(score, blank=not most), tuple(parts))


def _worth(part: Part) -> float:
    return {Verdict.FITS: part.near, Verdict.HELPS: HELPED}.get(part.verdict, 0.0)


def _word(score: float, *, blank: bool) -> Fit:
    if score >= FITS_FROM:
        return Fit.FITS
    return Fit.NEEDS_HELP if score >= HELP_FROM or blank else Fit.DOES_NOT_FIT


def _field(venture: Venture, terms: Terms, neighbours: Neighbours) -> Part:
    if not terms.fields:
        return Part(Verdict.FITS, "any_field")
    lacking = sorted(venture.equipment.keys() & terms.fields.keys())
    if lacking and terms.kind in OF_ONE_FIELD:
        words, their = venture.equipment[lacking[0]], terms.fields[lacking[0]]
        return Part(Verdict.FITS, "needs_this", FIELD, concept=lacking[0], words=words, their=their)
    if not venture.fields:
        return Part(Verdict.NOT_KNOWN, "field_not_known", help="ask_her")
    near, wanted, hers = _nearest(venture.fields, terms.fields, neighbours)
    words, their = venture.fields[hers], terms.fields[wanted]
    if near == 1.0:
        return Part(Verdict.FITS, "same_field", FIELD, concept=wanted, words=words, their=their)
    if near >= NEAR_FROM:
        return Part(Verdict.FITS, "near_field", FIELD, concept=wanted, via=hers, words=words, their=their, near=near)
    if terms.kind in OF_ONE_FIELD:
        return Part(Verdict.DOES_NOT_FIT, "other_field", FIELD, concept=wanted, via=hers, words=words, their=their)
    help_ = "ask_partner"
    return Part(Verdict.HELPS, "other_field", FIELD, help_, concept=wanted, via=hers, words=words, their=their)


def _nearest(hers: Words, wanted: Words, neighbours: Neighbours) -> tuple[float, str, str]:
    """How near the nearest two are, what is offered for, what she does. Equal ones: as the offer names them first."""
    order = list(wanted)
    pairs = (
        (1.0 if one == mine else neighbours.get(one, {}).get(mine, 0.0), -order.index(one), one, mine)
        for one in wanted
        for mine in sorted(hers)
    )
    near, _place, one, mine = max(pairs)
    return near, one, mine


def _money(venture: Venture, terms: Terms) -> Part | None:
    if terms.kind not in IN_MONEY or (terms.amount_max is None and terms.amount_min is None):
        return None
    if venture.money is None:
        return Part(Verdict.NOT_KNOWN, "sum_not_known", help="ask_her")
    most, least = terms.amount_max, terms.amount_min
    numbers = {"needs": venture.money, "most": most or 0, "least": least or 0}
    if most is not None and venture.money > most:
        if most < venture.money * IN_PART:
            return Part(Verdict.DOES_NOT_FIT, "sum_too_small", MONEY, "second_source", numbers=numbers)
        return Part(Verdict.HELPS, "sum_in_part", MONEY, "second_source", numbers=numbers)
    if least is not None and venture.money < least:
        return Part(Verdict.HELPS, "sum_too_big", MONEY, "ask_partner", numbers=numbers)
    return Part(Verdict.FITS, "sum_fits" if most is not None else "sum_no_limit", MONEY, numbers=numbers)


def _stage(venture: Venture, terms: Terms) -> Part | None:
    if terms.stage is None:
        return None
    if terms.stage == venture.stage:
        code = "begins" if terms.stage is VentureStage.IDEA else "runs"
        return Part(Verdict.FITS, code, STAGE)
    if terms.stage is VentureStage.RUNNING:
        return Part(Verdict.DOES_NOT_FIT, "runs_not_yet", STAGE, "start_first")
    return Part(Verdict.DOES_NOT_FIT, "runs_already", STAGE)


def _place(venture: Venture, terms: Terms) -> Part | None:
    if terms.rayon_id is not None:
        if venture.rayon_id is None:
            return Part(Verdict.NOT_KNOWN, "place_not_known", help="ask_her")
        fits = venture.rayon_id == terms.rayon_id
        return Part(Verdict.FITS if fits else Verdict.DOES_NOT_FIT, "same_rayon" if fits else "other_rayon", PLACE)
    if terms.kind in IN_MONEY:
        return None
    if venture.place is None or terms.place is None:
        return Part(Verdict.NOT_KNOWN, "place_not_known", help="ask_her" if venture.place is None else "")
    km = road_km(venture.place, terms.place)
    if km <= CLOSE_KM:
        return Part(Verdict.FITS, "close", PLACE, numbers={"km": km})
    return Part(Verdict.HELPS, "far", PLACE, "bring_together", numbers={"km": km})


def _asked(venture: Venture, terms: Terms, neighbours: Neighbours) -> list[Part]:
    """Papers and abilities named in the conditions."""
    parts = []
    for code, words in terms.asks.items():
        near = {hers: weight for hers, weight in neighbours.get(code, {}).items() if weight >= NEAR_FROM}
        if code in venture.can or not venture.can.isdisjoint(near):
            parts.append(Part(Verdict.FITS, "has_asked", ASKED, concept=code, their=words))
        else:
            help_ = "document" if code in terms.quick else "learn"
            parts.append(Part(Verdict.HELPS, "misses_asked", ASKED, help_, concept=code, their=words))
    return parts
