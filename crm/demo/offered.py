"""What companies and a bank of the examples offer to women in business, and how far women are with it."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal

from sqlalchemy import select

from crm.accounts.models import User
from crm.demo.results import Outcomes
from crm.demo.ways import agree
from crm.demo.world import Woman, World
from crm.extensions import db
from crm.forms import BAKU
from crm.members.enums import Seeking
from crm.members.models import Member
from crm.offers.enums import OfferKind, OfferState, TalkState
from crm.offers.models import Offer, OfferTalk
from crm.partners.models import Partner

T = TalkState


@dataclass(frozen=True, slots=True)
class Offered:
    """Made `ago` days ago; open `days` more, closed where that is None. `talks`: how far women of `firms` are, and since when."""

    partner: str
    kind: OfferKind
    title: str
    text: str
    conditions: str
    ago: int
    days: int | None = None
    amount: Decimal | None = None
    firms: tuple[str, ...] = ()
    talks: tuple[tuple[TalkState, int], ...] = ()


OFFERED = (
    Offered(
        "Xəzər Dayaq Bank, Neftçala filialı",
        OfferKind.LOAN,
        "Qadın sahibkarlar üçün mikrokredit",
        "Kiçik işə başlayan və ya genişləndirən qadınlara zaminsiz kredit.",
        "Biznes plan, 6 aydan 36 aya kimi, 3 ay güzəşt",
        ago=20,
        days=120,
        amount=Decimal(5000),
    ),
    Offered(
        "Neftçala Tikiş Sexi",
        OfferKind.EQUIPMENT,
        "İki tikiş maşını",
        "İşlək vəziyyətdə, evdə tikənlərə.",
        "Usta bir gün öyrədir",
        ago=165,
        amount=Decimal(800),
        firms=("Dərzi evi",),
        talks=((T.RECEIVED, 128), (T.RECEIVED, 121)),
    ),
    Offered(
        "Mirvari Şirniyyat Evi",
        OfferKind.PURCHASE,
        "Paxlava və şəkərbura alışı",
        "Evdə bişirən qadınlardan hər həftə.",
        "Sanitar kitabça",
        ago=170,
        days=90,
        firms=("Şirin dad", "Kənd çörəyi", "Ev yeməkləri"),
        talks=((T.RECEIVED, 146), (T.RECEIVED, 60), (T.AGREED, 4)),
    ),
    Offered(
        "Xıllı Süd",
        OfferKind.PURCHASE,
        "Süd alışı, həftədə üç gün",
        "Maşın kəndə özü gəlir, pul ayda iki dəfə verilir.",
        "İnək baytar baxışından keçməlidir",
        ago=90,
        days=60,
        firms=("Muğan pendiri",),
        talks=((T.RECEIVED, 41), (T.RECEIVED, 33), (T.INTRODUCED, 6), (T.ASKED, 3)),
    ),
    Offered(
        "Daş Körpü Market",
        OfferKind.PURCHASE,
        "Ev mürəbbəsi və turşu rəfə",
        "Rəfdə yer pulsuzdur, satılandan sonra hesablaşırıq.",
        "Etiket və saxlama müddəti yazılsın",
        ago=25,
        days=80,
        firms=("Nar bağı", "Muğan qablaşdırma", "Ev yeməkləri"),
        talks=((T.INTRODUCED, 5), (T.AGREED, 2), (T.ASKED, 1)),
    ),
)


def make_offers(world: World, partners: dict[str, Partner]) -> list[Offer]:
    made = [
        Offer(
            public_id=world.public_id(),
            centre_id=partners[one.partner].centre_id,
            partner=partners[one.partner],
            kind=one.kind,
            state=OfferState.OPEN if one.days else OfferState.CLOSED,
            title=one.title,
            text=one.text,
            conditions=one.conditions,
            amount_max=one.amount,
            closes_on=world.today + timedelta(days=one.days) if one.days else None,
            created_at=_morning(world, one.ago),
        )
        for one in OFFERED
    ]
    db.session.add_all(made)
    db.session.flush()
    return made


def tell_women(
    world: World, outcomes: Outcomes, offers: list[Offer], staff: dict[int, User], *, kept: set[int]
) -> None:
    """Women of a fitting line of work who want a business, each with one offer. `kept` are left to others."""
    used = set(kept)
    in_business = select(Member.id).where(Member.seeking.in_((Seeking.BUSINESS, Seeking.BOTH)))
    seeking = set(db.session.scalars(in_business))
    by_office = {office.id: number for number, office in enumerate(world.centres)}
    for one, offer in zip(OFFERED, offers, strict=True):
        centre = by_office[offer.centre_id]
        fitting = [
            woman
            for woman in outcomes.enabled
            if woman.centre == centre and woman.trade.firm in one.firms and woman.id in seeking - used
        ]
        for woman, (state, ago) in zip(fitting, one.talks, strict=False):
            used.add(woman.id)
            _talk(world, woman, offer, state, ago, staff.get(centre))
    db.session.flush()


def _talk(world: World, woman: Woman, offer: Offer, state: TalkState, ago: int, by: User | None) -> None:
    since = _morning(world, ago)
    talk = OfferTalk(
        public_id=world.public_id(), centre_id=offer.centre_id, member_id=woman.id, offer=offer, state=state
    )
    talk.state_since = talk.created_at = since
    db.session.add(talk)
    if state != TalkState.ASKED:
        agree(world, woman, offer.partner_id, ago, by)


def _morning(world: World, ago: int) -> datetime:
    return datetime.combine(world.day(ago), time(10), tzinfo=BAKU)
