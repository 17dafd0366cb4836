"""Vacancies of the examples, worded as owners write. What each needs is read from its text, as for everybody."""

from crm.demo.world import World
from crm.partners.models import Partner
from crm.vacancies.enums import VacancyState
from crm.vacancies.models import Vacancy
from crm.vacancies.operations import draft_vacancy

#: Partner, state, text.
OPEN, WAITING, FILLED, DRAFT = VacancyState.OPEN, VacancyState.WAITING, VacancyState.FILLED, VacancyState.DRAFT
OPENINGS = (
    (
        "Daş Körpü Market",
        OPEN,
        "Marketə kassir axtarırıq. Kassa aparatı ilə işləmək, müştəri ilə iş. Növbə ilə, gündüz. Maaş 400 AZN",
    ),
    ("Daş Körpü Market", OPEN, "satici teleb olunur 2 nefer, is saati 9-18, maas 380 azn, tecrube vacib deyil"),
    (
        "Muğan Pambıq Zavodu",
        OPEN,
        "Pambıq yığımı mövsümünə işçilər lazımdır. Servis var, nahar verilir. Gündəlik ödəniş 25 manat. 20 nəfər",
    ),
    ("Muğan Pambıq Zavodu", OPEN, "Zavodun anbarına çəki və qablaşdırma işçisi. Tam gün, 450 AZN, təlim verilir."),
    (
        "Bərəkət Un Məmulatları",
        OPEN,
        "Təndirçi axtarırıq. Xəmir yoğurmaq mütləqdir. Səhər 5-dən 12-yə kimi. Sanitar kitabça olmalıdır. 500 manat",
    ),
    ("Bərəkət Un Məmulatları", OPEN, "Qutab və xəngəl hazırlayan lazımdır, yarım gün, ayda 300 azn"),
    (
        "Qalaqayın İstixana",
        OPEN,
        "Istixanaya pomidor yigimi ve becerilmesi ucun isciler axtaririq. Tam gun. 420 manat. Servis var",
    ),
    ("Qalaqayın İstixana", OPEN, "Şitil becərmək üçün işçi. Mart-may, günün yarısı, 280 AZN"),
    (
        "Şəfa Klinikası",
        OPEN,
        "Требуется медсестра, среднее медицинское образование обязательно, уколы. Смены день/ночь. 550 AZN",
    ),
    ("Şəfa Klinikası", OPEN, "Klinikaya xadimə. Palataların təmizliyi, dezinfeksiya. Növbə ilə, 350 AZN"),
    (
        "Aran Hesabat Xidməti",
        OPEN,
        "Mühasib köməkçisi: 1C, Excel, vergi hesabatları. Ali təhsil üstünlükdür. 9:00-18:00, 550-700 AZN",
    ),
    (
        "Günəş Uşaq Bağçası",
        OPEN,
        "Bağçaya tərbiyəçi köməkçisi axtarırıq, uşaqları sevən. 8:30-17:30. Maaş 345 AZN, sanitar kitabça lazımdır",
    ),
    (
        "Sabirabad Toy Evi",
        WAITING,
        "Toy evinə aşpaz köməkçisi və qab yuyan lazımdır. Həftə sonları axşam. Bir məclis 30 AZN",
    ),
    (
        "Kür Balıq Emalı",
        OPEN,
        "Balıq təmizləyən və duzlayan işçi axtarırıq. Sanitar kitabça olmalıdır. 9-18, 500 manat. 3 nəfər",
    ),
    ("Kür Balıq Emalı", OPEN, "Qablaşdırma sexinə işçi, soyuducu anbarda iş. Növbəli, servis var. 450 AZN. 2 yer"),
    ("Xəzər Balıq Unu", OPEN, "Istehsal xettine isci lazimdir, iki nefer. Tam gun, 430 azn, telim verilir"),
    (
        "Aran Avto Yığım",
        OPEN,
        "Yığma sexinə operatorlar. Təlim verilir, peşə təhsili üstünlükdür. Növbəli, gündüz. 550-700 AZN. 4 yer",
    ),
    ("Aran Avto Yığım", OPEN, "Ofisə katibə: Word, Excel, rus dili, tez yazmaq. 9-18, 500 AZN"),
    (
        "Mirvari Şirniyyat Evi",
        OPEN,
        "Qənnadçı axtarırıq: tort, paxlava, krem bəzəyi bacarsın. Səhər növbəsi, 500-650 AZN",
    ),
    (
        "Mirvari Şirniyyat Evi",
        OPEN,
        "Evdən şəkərbura və paxlava bişirən xanımlardan alırıq, işə görə ödəniş, evdə işləmək olar",
    ),
    (
        "Dənizkənarı İstirahət",
        OPEN,
        "Otaq yığışdıran, iyun-sentyabr. Təmizlik, ütü. Yaşayış yeri verilir. 500 AZN. 5 yer",
    ),
    ("Dənizkənarı İstirahət", OPEN, "Ищем повара на сезон, национальная кухня. 600 AZN, жильё даём"),
    (
        "Neftçala Tikiş Sexi",
        OPEN,
        "Tikişçi lazımdır, tikiş maşınında işləməyi bacarmalıdır, overlok üstünlükdür. 9-18, 450 manat. 4 nəfər",
    ),
    ("Neftçala Tikiş Sexi", OPEN, "Ütüçü axtarılır, yarım gün, 300 AZN"),
    ("Göy Bazar Market", DRAFT, "Market: kassir, hələ dəqiq deyil"),
    ("Bankə Soyuducu Anbar", OPEN, "Soyuducu anbara çeşidləmə işçisi, təcrübə tələb olunmur, servis var, 420 AZN"),
    ("Heydər Əliyev Mərkəzi, Neftçala", OPEN, "Mərkəzə xadimə, gündə 4 saat, səhər tezdən, ayda 250 AZN"),
    (
        "Biləsuvar Aqro Bağ",
        OPEN,
        "Meyvə çeşidləmə və qablaşdırma işçiləri. Növbəli, servis var. 430-480 AZN. Təcrübə tələb olunmur. 10 nəfər",
    ),
    ("Biləsuvar Aqro Bağ", OPEN, "Istixanaya sitil becerenler lazimdi, seher saatlari, 300 azn"),
    (
        "Sərhəd Broker Xidməti",
        OPEN,
        "Sənədləşmə üzrə operator: rus dili mütləqdir, fars dili üstünlükdür, Excel, tez yazı. 5 gün, 700 AZN",
    ),
    ("Sərhəd Broker Xidməti", OPEN, "Accountant: 1C, tax reports, Excel. Full time, 650 AZN"),
    ("Zərif Gözəllik Salonu", OPEN, "Salona saç ustası: saç boyası, gəlin saçı. Öz müştərisi olana üstünlük. 450 AZN"),
    ("Zərif Gözəllik Salonu", OPEN, "manikur ustasi axtarilir, yarim gun de olar, 350 azn"),
    (
        "Biləsuvar Quş Fabriki",
        OPEN,
        "Quşçuluq fabrikinə işçi: toyuqlara baxmaq, yem vermək, yumurta yığımı. Növbə ilə, 450 AZN, servis var. 4 yer",
    ),
    ("Muğan Konserv", OPEN, "Mürəbbə və kompot istehsalına işçi, sanitar kitabça. Tam gün 420 AZN. 3 nəfər"),
    ("Muğan Konserv", OPEN, "Etiket və qablaşdırma, günün yarısı, 260 AZN"),
    (
        "Ana Qayğısı Evi",
        OPEN,
        "Yaşlılara qulluq: xəstəyə baxmaq, iynə vurmaq üstünlükdür. Növbə gündüz/gecə, 480 AZN",
    ),
    ("Biləsuvar Otel", OPEN, "Otaq xidmətçisi: otaqların təmizliyi, ütü. 6 gün, 400 AZN"),
    ("Biləsuvar Otel", WAITING, "Otelin mətbəxinə aşpaz, milli yeməklər, 600 AZN"),
    ("Kür Balıq Emalı", FILLED, "Yarmarka: balıq təmizləyən, 480 AZN. 6 yer"),
    ("Aran Avto Yığım", FILLED, "Yarmarka: yığma sexinə operator, təlim verilir, 600 AZN. 6 yer"),
    ("Mirvari Şirniyyat Evi", FILLED, "Yarmarka: qənnadçı, tort bişirmək, 500 AZN. 6 yer"),
    ("Neftçala Tikiş Sexi", FILLED, "Yarmarka: tikişçi, tikiş maşını, 450 AZN. 6 yer"),
    ("Dənizkənarı İstirahət", FILLED, "Yarmarka: otaq yığışdıran, 480 AZN. 6 yer"),
    ("Xəzər Balıq Unu", FILLED, "Yarmarka: istehsal xəttinə işçi, 450 AZN. 6 yer"),
)


def open_vacancies(world: World, partners: dict[str, Partner]) -> list[Vacancy]:
    """Those of the job fair carry the state filled."""
    made = []
    for name, state, text in OPENINGS:
        ago = world.rng.randint(2, 40) if state != FILLED else 115
        vacancy = draft_vacancy(
            partner=partners[name],
            text=text.removeprefix("Yarmarka: ") if state == FILLED else text,
            state=state,
            public_id=world.public_id(),
            published_on=world.day(ago) if state in (OPEN, FILLED) else None,
            closed_on=world.day(90) if state == FILLED else None,
        )
        made.append(vacancy)
    return made
