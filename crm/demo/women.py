"""The women of the examples: register, own words, limits, consents, concepts read from the words."""

from datetime import timedelta
from functools import partial
from typing import Any

from crm.demo.trades import TRADES, Trade
from crm.demo.words import FATHER, FIRST, LAST, phone, plain
from crm.demo.world import CENTRES, Woman, World, insert_rows
from crm.members.consent_text import VERSION
from crm.members.enums import (
    Availability,
    ConceptRole,
    ConceptSource,
    ConsentManner,
    Education,
    Occupation,
    Purpose,
    Seeking,
    Transport,
)
from crm.members.models import Consent, Member, MemberConcept
from crm.skills import vocabulary
from crm.skills.fold import search_key
from crm.skills.phrases import note_unknown
from crm.skills.queries import codes_to_ids

Row = dict[str, Any]


#: How many ways each trade is told: women share wordings, and each wording is read once however many women there are.
WORDINGS = 24
HOURS = {
    Availability.FULL: "bütün gün işləyə bilər",
    Availability.PART: "yalnız günün bir hissəsi",
    Availability.MORNING: "uşaqlar məktəbdə olanda, 9-dan 14-ə",
    Availability.HOME: "evdə iş olsa yaxşıdır",
}
#: Words from here and there that the vocabulary does not know, for the list of words not understood.
RARE = ("kömbə basdırıram", "şəbəkə düzürəm", "kətmən düzəldirəm", "xışlayıram")


def register_women(world: World) -> None:
    wordings = {id(trade): _wordings(world, trade) for trade in TRADES}
    read = _Reader()
    rows, concepts, women = [], [], []
    rare: dict[int, str] = {}
    for number, centre in enumerate(_centres(world)):
        trade = world.rng.choices(TRADES, [trade.weight for trade in TRADES])[0]
        text = world.rng.choice(wordings[id(trade)])
        row = _woman(world, centre, trade, text)
        rows.append(row)
        found = read(text)
        concepts.append(found + read.wishes(world, trade) if row["seeking"] != Seeking.BUSINESS else found)
        women.append(partial(Woman, centre=centre, trade=trade, joined_on=row["joined_on"]))
        if number % 150 == 7:
            rare[number] = world.rng.choice(RARE)
            row["skills_text"] += f", {rare[number]}"
    ids = insert_rows(Member, rows)
    for number, words in rare.items():
        note_unknown([words], member_id=ids[number])
    insert_rows(
        MemberConcept, [{**one, "member_id": id_} for id_, many in zip(ids, concepts, strict=True) for one in many]
    )
    insert_rows(
        Consent, [consent for id_, row in zip(ids, rows, strict=True) for consent in _consents(world, id_, row)]
    )
    for make, id_, many in zip(women, ids, concepts, strict=True):
        had = frozenset(one["concept_id"] for one in many if one["role"] == ConceptRole.SKILL)
        world.women.append(make(id=id_, concepts=had))


def _centres(world: World) -> list[int]:
    """The centre of each woman: shares of CENTRES, mixed."""
    exact = [round(share * world.members) for *_, share, _ in CENTRES]
    exact[0] += world.members - sum(exact)
    mixed = [centre for centre, count in enumerate(exact) for _ in range(count)]
    world.rng.shuffle(mixed)
    return mixed


def _wordings(world: World, trade: Trade) -> list[str]:
    """One in eight Russian, one in sixteen English, of the rest a third without Azerbaijani letters."""
    made = []
    for number in range(WORDINGS):
        says = world.rng.sample(trade.says, min(len(trade.says), world.rng.choice((2, 3, 3, 4))))
        text = world.rng.choice((", ", "; ", ". ", ", ")).join(says)
        made.append(plain(text) if number % 3 == 0 else text)
    made[-3:] = [trade.says_ru, trade.says_ru.capitalize(), trade.says_en]
    return made


def _woman(world: World, centre: int, trade: Trade, text: str) -> Row:
    rng = world.rng
    first, last, father = rng.choice(FIRST), rng.choice(LAST), rng.choice(FATHER) + " qızı"
    seeking = Seeking.JOB
    if trade.idea:
        seeking = rng.choices(list(Seeking), (60, 18, 22))[0]
    hours = rng.choices(list(Availability), (60, 13, 17, 10))[0]
    transport = rng.choices(list(Transport), (25, 70, 5))[0]
    places = world.places[centre]
    near = [place for place in places if place.point]
    years = rng.choice((0, 1, 2, 2, 3, 3, 5, 8, 10, 15))
    business = seeking != Seeking.JOB
    return {
        "public_id": world.public_id(),
        "centre_id": world.centres[centre].id,
        "first_name": first,
        "last_name": last,
        "father_name": father,
        "search_text": search_key(f"{first} {last} {father}"),
        "birth_year": world.today.year - rng.randint(19, 58),
        "phone": phone(rng),
        "contact_note": rng.choice(("", "", "", "", "Günorta zəng edin", "Yalnız mesaj yazın", "Axşam 6-dan sonra")),
        "settlement_id": rng.choice(near if rng.random() < 0.55 else places).id,
        "joined_on": world.day(rng.randint(120, 540)),
        "seeking": seeking,
        "education": rng.choices(list(Education), (3, 4, 58, 9, 11, 15))[0],
        "occupation": rng.choices((Occupation.UNEMPLOYED, Occupation.INFORMAL, Occupation.HOMEMAKER), (48, 27, 25))[0],
        "experience_years": years,
        "skills_text": text,
        "experience_text": f"{years} il təcrübəsi var" if years else "hələ rəsmi iş yerində işləməyib",
        "constraints_text": HOURS[hours] + ("" if transport != Transport.NONE else "; nəqliyyatı yoxdur"),
        "idea_text": trade.idea if business else "",
        "equipment_text": trade.equipment if business else "",
        "requested_azn": rng.choice((2000, 2500, 3000, 3500, 4000, 5000)) if business else None,
        "availability": hours,
        "night_ok": rng.choices((None, False, True), (20, 62, 18))[0],
        "weekend_ok": rng.choices((None, False, True), (20, 28, 52))[0],
        "needs_childcare": rng.choices((None, False, True), (25, 58, 17))[0],
        "transport": transport,
        "max_distance_km": {Transport.NONE: 7, Transport.BUS: 30, Transport.CAR: 45}[transport],
        "min_pay": rng.choice((None, None, None, 250, 300, 345, 400, 450, 500)),
    }


def _consents(world: World, member_id: int, row: Row) -> list[Row]:
    """All let the centre help them and count them in its reports, nine in ten may be in a photo."""
    purposes = [Purpose.SERVICES, Purpose.REPORTS] + [Purpose.PHOTOS] * (world.rng.random() < 0.92)
    manner = world.rng.choices(list(ConsentManner), (80, 15, 5))[0]
    return [
        {
            "member_id": member_id,
            "purpose": purpose,
            "manner": manner,
            "text_version": VERSION,
            "given_on": row["joined_on"],
            "valid_until": row["joined_on"] + timedelta(days=3 * 365),
        }
        for purpose in purposes
    ]


class _Reader:
    """Texts into concept rows, each distinct text once."""

    def __init__(self) -> None:
        self._vocabulary = vocabulary.current()
        self._ids = codes_to_ids()
        self._read: dict[str, list[Row]] = {}

    def __call__(self, text: str) -> list[Row]:
        if text not in self._read:
            self._read[text] = [
                self._row(
                    found.concept, ConceptRole.SKILL, ConceptSource.TEXT, found.matched, found.confidence, found.level
                )
                for found in self._vocabulary.resolve(text).concepts
            ]
        return self._read[text]

    def wishes(self, world: World, trade: Trade) -> list[Row]:
        picked = world.rng.sample(trade.wishes, world.rng.randint(1, len(trade.wishes)))
        return [self._row(code, ConceptRole.WISH, ConceptSource.PICKED, "", 1.0, None) for code in picked]

    def _row(
        self, code: str, role: ConceptRole, source: ConceptSource, words: str, confidence: float, level: int | None
    ) -> Row:
        return {
            "concept_id": self._ids[code],
            "role": role,
            "source": source,
            "words": words[:200],
            "confidence": confidence,
            "level": level,
        }
