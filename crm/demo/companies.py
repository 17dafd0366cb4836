"""The partners of the examples: companies, a bank, public bodies, civil-society organisations and their people."""

from dataclasses import dataclass

from crm.demo.words import OWNERS, phone
from crm.demo.world import World
from crm.extensions import db
from crm.partners.enums import Channel, PartnerKind, Registration, Sector, Size, Stage
from crm.partners.models import CapacityAssessment, Contact, Partner
from crm.skills.fold import search_key


@dataclass(frozen=True, slots=True)
class Firm:
    """`office`: name of the settlement; `step`: what to do next and in how many days (negative: overdue)."""

    name: str
    sector: Sector
    size: Size
    stage: Stage
    office: str = ""
    kind: PartnerKind = PartnerKind.COMPANY
    step: tuple[str, int] | None = None


NEFTCHALA = 1
#: The eight whose offices were visited.
VISITED = (
    Firm("Kür Balıq Emalı", Sector.FISHERY, Size.SMALL, Stage.HIRING, "Bankə", step=("Namizədləri göstərmək", 2)),
    Firm(
        "Xəzər Balıq Unu",
        Sector.FISHERY,
        Size.SMALL,
        Stage.COMMITTED,
        "Neftçala",
        step=("Təcrübəçi yeri üçün zəng", -3),
    ),
    Firm(
        "Aran Avto Yığım",
        Sector.INDUSTRY,
        Size.MEDIUM,
        Stage.AGREEMENT,
        "Neftçala",
        step=("Təlim planını razılaşdırmaq", 5),
    ),
    Firm("Mirvari Şirniyyat Evi", Sector.FOOD, Size.MICRO, Stage.HIRING, "Neftçala", step=("Vakansiyanı yeniləmək", 0)),
    Firm(
        "Dənizkənarı İstirahət",
        Sector.HOSPITALITY,
        Size.SMALL,
        Stage.COMMITTED,
        "Həsənabad",
        step=("Mövsümdən əvvəl danışmaq", 21),
    ),
    Firm(
        "Neftçala Tikiş Sexi",
        Sector.TEXTILE,
        Size.SMALL,
        Stage.HIRING,
        "Neftçala",
        step=("İki tikişçi ilə tanış etmək", 1),
    ),
    Firm("Xıllı Süd", Sector.FOOD, Size.SMALL, Stage.COMMITTED, "Xıllı", step=("Süd alışı müqaviləsini soruşmaq", -8)),
    Firm(
        "Göy Bazar Market",
        Sector.RETAIL,
        Size.MICRO,
        Stage.PAUSED,
        "Neftçala",
        step=("Üç aydan sonra yenidən zəng", 40),
    ),
)
OTHERS = (
    (
        Firm(
            "Daş Körpü Market",
            Sector.RETAIL,
            Size.SMALL,
            Stage.HIRING,
            "Sabirabad",
            step=("Kassir üçün cavab almaq", 1),
        ),
        Firm(
            "Muğan Pambıq Zavodu", Sector.INDUSTRY, Size.MEDIUM, Stage.HIRING, "Sabirabad", step=("Mövsüm işçiləri", 12)
        ),
        Firm("Bərəkət Un Məmulatları", Sector.FOOD, Size.SMALL, Stage.HIRING, "Sabirabad"),
        Firm(
            "Qalaqayın İstixana",
            Sector.AGRICULTURE,
            Size.SMALL,
            Stage.CONTACTED,
            "Qalaqayın",
            step=("Görüş vaxtını soruşmaq", 0),
        ),
        Firm(
            "Şəfa Klinikası", Sector.HEALTH, Size.SMALL, Stage.SESSION_PLANNED, "Sabirabad", step=("Görüşə hazırlıq", 0)
        ),
        Firm("Aran Hesabat Xidməti", Sector.SERVICES, Size.MICRO, Stage.HIRING, "Sabirabad"),
        Firm("Günəş Uşaq Bağçası", Sector.EDUCATION, Size.MICRO, Stage.HIRING, "Sabirabad"),
        Firm("Sabirabad Toy Evi", Sector.HOSPITALITY, Size.SMALL, Stage.PROSPECT, "Sabirabad", step=("İlk zəng", -12)),
    ),
    (
        Firm(
            "Xəzər Dayaq Bank, Neftçala filialı",
            Sector.FINANCE,
            Size.LARGE,
            Stage.SESSION_PLANNED,
            "Neftçala",
            PartnerKind.BANK,
            ("Görüşə hazırlıq", 0),
        ),
        Firm(
            "Heydər Əliyev Mərkəzi, Neftçala",
            Sector.PUBLIC,
            Size.SMALL,
            Stage.AGREEMENT,
            "Neftçala",
            PartnerKind.PUBLIC_BODY,
        ),
        Firm(
            "Neftçala Məşğulluq Mərkəzi", Sector.PUBLIC, Size.SMALL, Stage.PARTNER, "Neftçala", PartnerKind.PUBLIC_BODY
        ),
        Firm("Bankə Soyuducu Anbar", Sector.FOOD, Size.SMALL, Stage.PROSPECT, "Bankə", step=("İlk zəng", 3)),
    ),
    (
        Firm(
            "Biləsuvar Aqro Bağ",
            Sector.AGRICULTURE,
            Size.MEDIUM,
            Stage.HIRING,
            "Biləsuvar",
            step=("Servis yolunu dəqiqləşdirmək", 4),
        ),
        Firm("Sərhəd Broker Xidməti", Sector.SERVICES, Size.SMALL, Stage.HIRING, "Biləsuvar"),
        Firm("Zərif Gözəllik Salonu", Sector.BEAUTY, Size.MICRO, Stage.HIRING, "Biləsuvar"),
        Firm(
            "Biləsuvar Quş Fabriki",
            Sector.AGRICULTURE,
            Size.MEDIUM,
            Stage.CONTACTED,
            "Biləsuvar",
            step=("Direktorla görüş", -2),
        ),
        Firm(
            "Muğan Konserv", Sector.FOOD, Size.SMALL, Stage.HIRING, "Biləsuvar", step=("Vakansiya mətnini soruşmaq", 1)
        ),
        Firm("Ana Qayğısı Evi", Sector.HEALTH, Size.MICRO, Stage.HIRING, "Biləsuvar"),
        Firm("Biləsuvar Otel", Sector.HOSPITALITY, Size.SMALL, Stage.PROSPECT, "Biləsuvar", step=("İlk zəng", 6)),
    ),
)
NGOS = (
    "Muğan Qadınları|Kür Gəncləri|Sabirabad Ana və Uşaq|Aran İnkişaf|Hüquq və Qadın|Kənd Təşəbbüsü",
    "Xəzər Qadın Təşəbbüsü|Neftçala Gənc Qadınlar|Sahil Ekologiya|Bərabər İmkan|Ümid Evi",
    "Biləsuvar Qadın Alyansı|Sərhəd Qadınları|Nur Maarif|Birgə Addım|Muğan Hüquq Yardımı",
)
TOPICS = ("CEDAW üzrə kölgə hesabatı", "Monitorinq və hesabat", "Vəkillik kampaniyası", "Layihə idarəetməsi")
POSITIONS = ("direktor", "sahibi", "kadrlar üzrə mütəxəssis", "müdir")


def found_companies(world: World) -> dict[str, Partner]:
    """All partners but the start-ups, by name."""
    made = [_partner(world, NEFTCHALA, firm) for firm in VISITED]
    made += [_partner(world, centre, firm) for centre, firms in enumerate(OTHERS) for firm in firms]
    for centre, names in enumerate(NGOS):
        for name in names.split("|"):
            firm = Firm(f"“{name}” İB", Sector.CIVIL_SOCIETY, Size.MICRO, Stage.PARTNER, kind=PartnerKind.NGO)
            made.append(_partner(world, centre, firm))
            before = world.rng.randint(28, 55)
            db.session.add(
                CapacityAssessment(
                    partner=made[-1],
                    assessed_on=world.day(world.rng.randint(60, 420)),
                    topic=world.rng.choice(TOPICS),
                    score_before=before,
                    score_after=before + world.rng.randint(8, 35),
                )
            )
    db.session.flush()
    return {partner.name: partner for partner in made}


def _partner(world: World, centre: int, firm: Firm) -> Partner:
    places = world.places[centre]
    office = next((place for place in places if place.name_az == firm.office), places[0])
    since = 400 if firm.kind == PartnerKind.NGO else world.rng.randint(5, 120)
    partner = Partner(
        public_id=world.public_id(),
        centre=world.centres[centre],
        name=firm.name,
        search_name=search_key(firm.name),
        kind=firm.kind,
        sector=firm.sector,
        size=firm.size,
        stage=firm.stage,
        stage_since=world.day(since),
        stage_reason="Sonra danışaq dedi" if firm.stage == Stage.PAUSED else "",
        settlement=office,
        rayon_id=office.rayon_id,
        address=f"{office.name_az}, Nizami küçəsi {world.rng.randint(1, 90)}",
        phone=phone(world.rng),
        email=f"ofis{world.rng.randint(10, 99)}@example.com",
        next_step=firm.step[0] if firm.step else "",
        next_step_due=world.day(-firm.step[1]) if firm.step else None,
        registration=Registration.REGISTERED,
    )
    for number, name in enumerate(world.rng.sample(OWNERS, 1 if firm.size == Size.MICRO else 2)):
        partner.contacts.append(
            Contact(
                name=name,
                position=POSITIONS[2] if number else world.rng.choice(POSITIONS[:2]),
                decides=number == 0,
                language="ru" if name.startswith("Oleq") else "az",
                channel=world.rng.choice((Channel.PHONE, Channel.WHATSAPP, Channel.VISIT)),
                hours="17:00-dan sonra" if number == 0 and firm.size == Size.MICRO else "",
                phone=phone(world.rng),
            )
        )
    db.session.add(partner)
    return partner
