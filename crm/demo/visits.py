"""The story of the examples: a training day nobody could come to, then visits to eight offices, and promises."""

from collections.abc import Sequence
from dataclasses import dataclass

from crm.accounts.models import User
from crm.demo import invitations
from crm.demo.companies import VISITED
from crm.demo.world import World
from crm.extensions import db
from crm.info_sessions import agenda
from crm.info_sessions.enums import Attendance, Interest, NotHeldReason, Objection, SessionKind, SessionState
from crm.info_sessions.models import InfoSession, SessionAttendance, SessionObjection, SessionPartner
from crm.partners.enums import CommitmentKind, CommitmentState
from crm.partners.models import Commitment, Partner


@dataclass(frozen=True, slots=True)
class Promise:
    """Due in `due` days from the visit; kept or broken after `settled` days, open while that is None."""

    kind: CommitmentKind
    quantity: int
    words: str
    due: int
    settled: int | None = None
    kept: bool = True


@dataclass(frozen=True, slots=True)
class Visit:
    host: str
    ago: int
    heard: str
    objections: tuple[tuple[Objection, str], ...] = ()
    promises: tuple[Promise, ...] = ()
    interest: Interest = Interest.SOME
    guests: tuple[str, ...] = ()


FISH, MEAL, CARS, SWEETS, RESORT, SEWING, MILK, SHOP = (firm.name for firm in VISITED)
#: What is to be done the day before a visit.
CALL = "Sahibə zəng edin, “Yaxınınızdakı qadınlar” vərəqini çap edin"
#: When the owners could: after the catch, between two shifts, before the guests come.
HOURS = {FISH: 15, MEAL: 16, CARS: 12, SWEETS: 15, RESORT: 10, SEWING: 13, MILK: 11, SHOP: 15}
VISITS = (
    Visit(
        FISH,
        190,
        "Sexdə təmizləməyə və qablaşdırmağa adam çatmır. Sanitar kitabçası olan qadınları görmək istəyir.",
        ((Objection.NO_TIME, "Sexi bir gün qoyub getsəm, balıq xarab olar"),),
        (Promise(CommitmentKind.VACANCY, 3, "Üç balıq təmizləyən götürəcəyik", 90, 75),),
        Interest.HIGH,
    ),
    Visit(
        MEAL,
        186,
        "İndi işçi götürməyə imkan yoxdur, amma laboratoriyada təcrübəçi öyrədə bilər.",
        ((Objection.NO_RESOURCES_TO_HIRE, "Maaş fondu dolub"),),
        (Promise(CommitmentKind.TRAINEE_PLACE, 2, "İki təcrübəçi yeri", 90, 130, kept=False),),
    ),
    Visit(
        CARS,
        181,
        "Yığma xəttində qadınlar da işləyir, təlimi özləri verir.",
        ((Objection.CONFLICTING_SCHEDULE, "Növbələr üst-üstə düşmür"), (Objection.WOMEN_NOT_SUITED, "")),
        (Promise(CommitmentKind.VACANCY, 4, "Yığma sexinə dörd operator", 120, 66),),
        Interest.HIGH,
    ),
    Visit(
        SWEETS,
        176,
        "Bayram qabağı iki qənnadçı lazımdır. Evdə bişirən qadınlardan da ala bilər.",
        (),
        (
            Promise(CommitmentKind.PURCHASE, 1, "Hər həftə 20 kilo paxlava alacağıq", 60, 30),
            Promise(CommitmentKind.VACANCY, 2, "İki qənnadçı", 75, 62),
        ),
        Interest.HIGH,
    ),
    Visit(
        RESORT,
        172,
        "Yayda otaq yığışdıran axtarır, qışda iş dayanır.",
        ((Objection.SLOW_DOWN, "Mövsüm bitdi, işi azaldırıq"),),
        (Promise(CommitmentKind.VACANCY, 5, "Mövsümdə beş otaq yığışdıran", 220),),
    ),
    Visit(
        SEWING,
        170,
        "Sifariş çoxdur, tikişçi tapmır. Bildiklərini göstərəcək usta da var.",
        ((Objection.NO_SKILLS, "Gələnlər overlok bilmir"),),
        (Promise(CommitmentKind.EQUIPMENT, 2, "İki köhnə tikiş maşınını verəcəyik", 60, 50),),
        Interest.HIGH,
    ),
    Visit(
        MILK,
        96,
        "Kəndlərdən süd yığır, inəyi olan qadınlarla müqavilə bağlaya bilər.",
        ((Objection.PAPERWORK, "Müqavilə, vergi başağrısıdır"),),
        (Promise(CommitmentKind.PURCHASE, 10, "On ailədən süd alışı", 90),),
    ),
    Visit(
        SHOP,
        61,
        "Alver zəifdir, hələ heç kim götürmür.",
        ((Objection.SLOW_DOWN, "Dayanmışıq"), (Objection.NO_NEW_PARTNERSHIPS, "")),
        interest=Interest.NONE,
    ),
    Visit(
        SWEETS,
        33,
        "Kiçik qrup: şirniyyat evi, market və süd sexi birgə dinlədi. Evdə işləyənlərin malını rəfə qoymağı danışdıq.",
        ((Objection.NO_TIME, ""),),
        (Promise(CommitmentKind.VENUE, 1, "Dükanda bir rəf", 35),),
        guests=(SHOP, MILK),
    ),
    Visit(
        FISH,
        12,
        "İşə götürdüyü qadınlardan razıdır, yeni növbə açır.",
        (),
        (Promise(CommitmentKind.VACANCY, 2, "İki qablaşdıran", 15),),
        Interest.HIGH,
    ),
)


def hold_visits(world: World, partners: dict[str, Partner], staff: dict[int, User]) -> None:
    _failed_day(world, partners)
    for visit in VISITS:
        held = _session(
            world,
            partners[visit.host],
            visit.ago,
            HOURS[visit.host],
            staff.get(1),
            [partners[name] for name in visit.guests],
        )
        held.state, held.heard, held.interest = SessionState.HELD, visit.heard, visit.interest
        held.materials = "Mərkəzin vərəqəsi, anonim namizəd kartları"
        held.objections = [SessionObjection(code=code, words=words) for code, words in visit.objections]
        for attendance in held.attendances:
            attendance.attendance, attendance.decided_there = Attendance.CAME, attendance.contact.decides
        db.session.flush()
        for promise in visit.promises:
            db.session.add(_commitment(world, held, promise, visit.ago))
    _planned(world, partners, staff)
    db.session.flush()


def _planned(world: World, partners: dict[str, Partner], staff: dict[int, User]) -> None:
    """What is to come, some of it with times proposed by a link."""
    bank = _session(world, partners["Xəzər Dayaq Bank, Neftçala filialı"], -1, 11, staff.get(1))
    bank.agenda = [topic.value for topic in agenda.WITH_A_BANK]
    invitations.picked(world, invitations.invite(world, bank, ago=4, other_hours=(3,)), ago=3)
    clinic = _session(world, partners["Şəfa Klinikası"], 0, 15, staff.get(0))
    birds = _session(world, partners["Biləsuvar Quş Fabriki"], -4, 10, None)
    invitations.invite(world, birds, ago=2, other_hours=(1, 5))
    shop = _session(world, partners[SHOP], -6, HOURS[SHOP], staff.get(1))
    asked = invitations.invite(world, shop, ago=3, other_hours=(1,))
    invitations.nothing_suits(world, asked, ago=1, words="Bu həftə mal gəlir, gələn çərşənbə səhər buyurun")
    for one, ago in ((bank, 0), (clinic, 0), (birds, -3), (shop, -5)):
        one.next_step, one.next_step_due = CALL, world.day(ago)


def _session(
    world: World, host: Partner, ago: int, hour: int, facilitator: User | None, guests: Sequence[Partner] = ()
) -> InfoSession:
    everyone = [host, *guests]
    made = InfoSession(
        centre_id=host.centre_id,
        host=host,
        kind=SessionKind.SMALL_GROUP if guests else SessionKind.INDIVIDUAL,
        starts_at=world.moment(ago, hour),
        minutes=40,
        facilitator=facilitator,
        agenda=[topic.value for topic in agenda.USUAL],
    )
    made.guests = [SessionPartner(partner=partner) for partner in everyone]
    made.attendances = [SessionAttendance(contact=contact) for partner in everyone for contact in partner.contacts[:1]]
    db.session.add(made)
    return made


def _failed_day(world: World, partners: dict[str, Partner]) -> None:
    """Everybody was invited for a day; hardly anybody could leave the business."""
    invited = [partners[firm.name] for firm in VISITED]
    day = _session(world, partners["Heydər Əliyev Mərkəzi, Neftçala"], 200, 10, None, invited)
    day.state = SessionState.NOT_HELD
    day.minutes, day.agenda = 360, []
    day.topics = "Sahibkarlar üçün bir günlük təlim"
    day.not_held_why = NotHeldReason.NO_TIME
    day.not_held_reason = "Sahiblər işi bir günlük qoyub gələ bilmədi; qərara aldıq ki, özümüz ofislərinə gedək."
    day.objections = [
        SessionObjection(code=code)
        for code in (
            Objection.NO_TIME,
            Objection.CONFLICTING_SCHEDULE,
            Objection.SLOW_DOWN,
            Objection.NO_RESOURCES_TO_HIRE,
        )
    ]
    for attendance in day.attendances:
        attendance.attendance = Attendance.ABSENT


def _commitment(world: World, held: InfoSession, promise: Promise, ago: int) -> Commitment:
    done = promise.settled is not None and promise.settled <= ago
    return Commitment(
        partner=held.host,
        info_session_id=held.id,
        kind=promise.kind,
        quantity=promise.quantity,
        words=promise.words,
        made_on=world.day(ago),
        due_on=world.day(ago - promise.due),
        state=(CommitmentState.KEPT if promise.kept else CommitmentState.NOT_KEPT) if done else CommitmentState.OPEN,
        settled_on=world.day(ago - (promise.settled or 0)) if done else None,
    )
