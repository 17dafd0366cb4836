"""What became of the women: trainings, start-ups, whom they hired, the job fair. The review's figures, as records."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from crm.demo.roads import walk
from crm.demo.words import phone
from crm.demo.world import CENTRES, Woman, World, insert_rows
from crm.events.enums import EventKind, Participation
from crm.events.models import Event, EventBooth, EventParticipant
from crm.extensions import db
from crm.members.enums import Occupation, Seeking, ServiceKind
from crm.members.models import Member, Service
from crm.partners.enums import PartnerKind, Registration, Size, Stage
from crm.partners.models import Partner, StartupGrant
from crm.referrals.enums import ContractType, Evidence
from crm.referrals.models import Placement
from crm.skills.fold import search_key

TRAININGS = (
    (EventKind.TRAINING, "Mühasibatlığın əsasları", "Maliyyə"),
    (EventKind.TRAINING, "Biznes plan necə yazılır", "Sahibkarlıq"),
    (EventKind.WORKSHOP, "CV və müsahibə", "İş axtarışı"),
    (EventKind.AWARENESS, "Qadınların iqtisadi hüquqları", "Hüquq"),
    (EventKind.TRAINING, "Kompüter və onlayn satış", "Rəqəmsal bacarıqlar"),
    (EventKind.AWARENESS, "Ailə büdcəsi", "Maliyyə"),
)
#: The women whom the project enabled to take part in economic life, and those of them who came to a training.
ENABLED, TRAINED, STARTUPS, HIRED_BY_STARTUPS, HIRED_AT_FAIR, FAIR_VISITORS = 377, 355, 28, 42, 8, 60


class Outcomes:
    """Who is who among the enabled women; the later makers choose from these lists."""

    def __init__(self, world: World) -> None:
        rest = list(world.women)
        world.rng.shuffle(rest)
        # Founders first, so that each has a line of work that can become a business.
        founders = [woman for woman in rest if woman.trade.idea][: world.share(STARTUPS)]
        chosen = {woman.id for woman in founders}
        others = [woman for woman in rest if woman.id not in chosen]
        self.founders = founders
        self.enabled = founders + others[: max(world.share(ENABLED) - len(founders), 0)]
        self.trained = self.enabled[: world.share(TRAINED)]
        free = self.enabled[len(founders) :]
        self.hired = free[: world.share(HIRED_BY_STARTUPS)] if founders else []
        free = free[len(self.hired) :]
        self.at_fair = [woman for woman in free if woman.centre == 1][: world.share(HIRED_AT_FAIR)]
        taken = {woman.id for woman in self.at_fair}
        self.free = [woman for woman in free if woman.id not in taken]
        self.visitors = [woman for woman in self.free if woman.centre == 1][
            : max(world.share(FAIR_VISITORS) - len(taken), 0)
        ]
        self.settled = {woman.id for woman in (*self.founders, *self.hired, *self.at_fair)}


def hold_trainings(world: World, outcomes: Outcomes) -> None:
    rows: list[dict[str, Any]] = []
    for centre in range(len(CENTRES)):
        events = [_event(world, centre, number, *what) for number, what in enumerate(TRAININGS)]
        upcoming = _event(
            world, centre, 0, EventKind.TRAINING, "Instagramda satış: ilk addımlar", "Rəqəmsal bacarıqlar"
        )
        upcoming.starts_at = world.moment(-1 - centre, 10)
        db.session.flush()
        came = [woman for woman in outcomes.trained if woman.centre == centre]
        for woman in came:
            for event in world.rng.sample(events, world.rng.choice((1, 1, 2, 3))):
                rows.append({"event_id": event.id, "member_id": woman.id, "participation": Participation.CAME})
        ids = {woman.id for woman in came}
        stayed_away = [woman for woman in world.women if woman.centre == centre and woman.id not in ids]
        for woman in world.rng.sample(stayed_away, min(8, len(stayed_away))):
            event = world.rng.choice(events)
            rows.append({"event_id": event.id, "member_id": woman.id, "participation": Participation.ABSENT})
        for woman in world.rng.sample(stayed_away, min(9, len(stayed_away))):
            rows.append({"event_id": upcoming.id, "member_id": woman.id, "participation": Participation.REGISTERED})
    insert_rows(EventParticipant, rows)
    _give_services(world, outcomes)


def _event(world: World, centre: int, number: int, kind: EventKind, title: str, topic: str) -> Event:
    event = Event(
        centre=world.centres[centre],
        kind=kind,
        title=title,
        topic=topic,
        starts_at=world.moment(470 - 70 * number - 5 * centre, 10),
        settlement=world.places[centre][0],
        venue="Heydər Əliyev Mərkəzi",
    )
    db.session.add(event)
    return event


def _give_services(world: World, outcomes: Outcomes) -> None:
    """Everybody who came to no training got advice; some of the others too."""
    helped = outcomes.enabled[len(outcomes.trained) :] + outcomes.trained[::6]
    kinds = [ServiceKind.ADVICE, ServiceKind.CV, ServiceKind.COUNSELLING, ServiceKind.MENTORING]
    insert_rows(
        Service,
        [
            {"member_id": woman.id, "kind": world.rng.choice(kinds), "given_on": world.day(world.rng.randint(5, 100))}
            for woman in helped
        ],
    )


def found_startups(world: World, outcomes: Outcomes) -> None:
    """Each founder a business with its equipment; the hired women spread over the start-ups of their own centre."""
    started: dict[int, list[Partner]] = {}
    for number, woman in enumerate(outcomes.founders):
        started.setdefault(woman.centre, []).append(_startup(world, woman, number))
    db.session.flush()
    everywhere = [partner for many in started.values() for partner in many]
    for number, woman in enumerate(outcomes.hired):
        near = started.get(woman.centre) or everywhere
        firm = near[number % len(near)]
        _place(world, woman, firm, world.rng.randint(20, 200), world.rng.choice((20, 24, 30, 40)))


def _startup(world: World, woman: Woman, number: int) -> Partner:
    founder = db.session.get_one(Member, woman.id)
    founder.seeking, founder.occupation = Seeking.BUSINESS, Occupation.EMPLOYED
    founder.idea_text, founder.equipment_text = woman.trade.idea, woman.trade.equipment
    founded = world.day(world.rng.randint(220, 400))
    # Two start-ups of one line of work in one centre carry the founder's name, as they do in life.
    name = f"{woman.trade.firm} – {founder.first_name} {founder.last_name}"
    firm = Partner(
        public_id=world.public_id(),
        centre_id=founder.centre_id,
        name=name,
        search_name=search_key(name),
        kind=PartnerKind.STARTUP,
        sector=woman.trade.sector,
        size=Size.MICRO,
        stage=Stage.PARTNER,
        stage_since=founded,
        founder=founder,
        founded_on=founded,
        settlement_id=founder.settlement_id,
        rayon_id=world.centres[woman.centre].rayon_id,
        phone=phone(world.rng),
        registration=(Registration.REGISTERED, Registration.REGISTERED, Registration.IN_PROCESS)[number % 3],
    )
    walk(firm)
    grant = StartupGrant(
        partner=firm,
        item=woman.trade.equipment,
        value_azn=Decimal(world.rng.randrange(2000, 5001, 250)),
        handed_over_on=founded + timedelta(days=20),
    )
    db.session.add_all((firm, grant))
    db.session.add(Service(member_id=woman.id, kind=ServiceKind.BUSINESS_PLAN, given_on=founded - timedelta(days=30)))
    return firm


def _place(world: World, woman: Woman, firm: Partner, ago: int, hours: int, event: Event | None = None) -> Placement:
    member = db.session.get_one(Member, woman.id)
    member.occupation = Occupation.EMPLOYED if hours >= 35 else Occupation.PART_TIME_EMPLOYED
    placement = Placement(
        public_id=world.public_id(),
        centre_id=firm.centre_id,
        member=member,
        partner=firm,
        event=event,
        started_on=world.day(ago),
        weekly_hours=hours,
        contract=ContractType.PERMANENT if hours >= 35 else ContractType.FIXED_TERM,
        pay=Decimal(10 * hours + 25),
        evidence=world.rng.choice((Evidence.EMPLOYER_CONFIRMS, Evidence.DOCUMENT)),
    )
    db.session.add(placement)
    return placement


def hold_job_fair(world: World, outcomes: Outcomes, partners: dict[str, Partner]) -> tuple[Event, list[Placement]]:
    """In Neftchala: tables of six employers, sixty visitors, eight hires. Their slips are made with the referrals."""
    fair = _event(world, 1, 0, EventKind.JOB_FAIR, "Neftçala qadın əmək yarmarkası", "İş yerləri")
    fair.starts_at = world.moment(110, 10)
    employers = [partners[name] for name in TABLES]
    db.session.add_all(
        EventBooth(event=fair, partner=partner, places_offered=4 + 2 * n) for n, partner in enumerate(employers)
    )
    db.session.flush()
    insert_rows(
        EventParticipant,
        [
            {"event_id": fair.id, "member_id": woman.id, "participation": Participation.CAME}
            for woman in outcomes.at_fair + outcomes.visitors
        ],
    )
    hires = [
        _place(world, woman, employers[number % len(employers)], 95 - number, 40, fair)
        for number, woman in enumerate(outcomes.at_fair)
    ]
    db.session.flush()
    return fair, hires


TABLES = (
    "Kür Balıq Emalı",
    "Aran Avto Yığım",
    "Mirvari Şirniyyat Evi",
    "Neftçala Tikiş Sexi",
    "Dənizkənarı İstirahət",
    "Xəzər Balıq Unu",
)
