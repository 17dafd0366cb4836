"""What the women of the examples can do, in words as people here say them. Invented, no person behind any."""

from dataclasses import dataclass

from crm.partners.enums import Sector


@dataclass(frozen=True, slots=True)
class Trade:
    """A line of work: how often it occurs, what women say they can do, what they wish, the business it may become."""

    weight: int
    says: tuple[str, ...]
    says_ru: str
    says_en: str
    wishes: tuple[str, ...]
    idea: str = ""
    equipment: str = ""
    firm: str = ""
    sector: Sector = Sector.SERVICES


TRADES = (
    Trade(
        9,
        (
            "paltar tikirəm",
            "tikiş maşınında işləyirəm",
            "pərdə tikmişəm",
            "paltar təmiri",
            "ölçü götürürəm",
            "overlok bilirəm",
        ),
        "шью одежду, работаю на швейной машине, оверлок знаю",
        "sewing, sewing machine, curtain sewing",
        ("tailor", "sewing-machine-operator"),
        "Evdə tikiş sexi açmaq, məktəb forması və pərdə tikmək istəyirəm.",
        "tikiş maşını, overlok, ütü",
        "Dərzi evi",
        Sector.TEXTILE,
    ),
    Trade(
        8,
        (
            "tort bişirirəm",
            "qənnadı kursu bitirmişəm",
            "paxlava, şəkərbura bişirirəm",
            "tort bəzəyirəm",
            "sanitar kitabçam var",
        ),
        "пеку торты, украшаю торты, есть санитарная книжка",
        "pastry, cake decorating, online sales",
        ("confectioner",),
        "Sifarişlə tort və şirniyyat bişirib satmaq.",
        "elektrik soba, mikser, soyuducu",
        "Şirin dad",
        Sector.FOOD,
    ),
    Trade(
        7,
        ("təndirdə çörək bişirirəm", "xəmir yoğururam", "qutab, xəngəl hazırlayıram", "sanitar kitabçası var"),
        "пеку хлеб в тандыре, готовлю кутабы",
        "bread baking, tandir, dough dishes",
        ("baker",),
        "Kənddə təndir çörəyi bişirib mağazalara vermək.",
        "təndir, xəmir qarışdıran",
        "Kənd çörəyi",
        Sector.FOOD,
    ),
    Trade(
        8,
        (
            "yemək bişirirəm",
            "milli yeməklər hazırlayıram",
            "toyda aşpaz köməkçisi olmuşam",
            "salat hazırlayıram",
            "qab yuyuram",
        ),
        "готовлю, работала помощником повара в столовой",
        "cooking, national cuisine, catering",
        ("cook", "kitchen-helper"),
        "Məclislərə yemək hazırlamaq istəyirəm.",
        "qazan dəsti, qaz sobası",
        "Ev yeməkləri",
        Sector.HOSPITALITY,
    ),
    Trade(
        9,
        (
            "balıq təmizləyirəm",
            "balıq sexində işləmişəm",
            "balıq duzlayıram",
            "qablaşdırma işi görmüşəm",
            "soyuducu anbarda işləmişəm",
        ),
        "чищу рыбу, работала в рыбном цехе, упаковка",
        "fish cleaning, food packaging",
        ("fish-processing-worker", "packer"),
        "Hisə verilmiş balıq satmaq üçün kiçik sex.",
        "hisləmə kamerası, vakuum aparatı",
        "Xəzər hisə",
        Sector.FISHERY,
    ),
    Trade(
        9,
        ("qablaşdırma işi görmüşəm", "meyvə çeşidləyirəm", "etiket yapışdırıram", "istehsal xəttində dayanmışam"),
        "работала на упаковке и сортировке, наклеивала этикетки",
        "food packaging, sorting, labelling",
        ("packer", "factory-worker"),
        "Quru meyvə və ədviyyat qablaşdırıb satmaq.",
        "qablaşdırma aparatı, tərəzi",
        "Muğan qablaşdırma",
        Sector.FOOD,
    ),
    Trade(
        8,
        ("pambıq yığmışam", "alaq edirəm", "bostan becərirəm", "tarlada işləmişəm", "məhsul yığımı"),
        "собирала хлопок, работала в поле, сбор урожая",
        "cotton picking, harvesting, farm work",
        ("farm-worker",),
        "Qovun-qarpız əkib satmaq.",
        "damcı suvarma, toxum",
        "Bostan bəhəri",
        Sector.AGRICULTURE,
    ),
    Trade(
        8,
        ("istixanada pomidor becərirəm", "istixanada işləmişəm", "tərəvəz əkirəm", "şitil becərirəm"),
        "работала в теплице, выращиваю овощи и рассаду",
        "greenhouse work, vegetable growing",
        ("greenhouse-worker",),
        "İstixanada göyərti və pomidor becərmək.",
        "istixana örtüyü, damcı suvarma",
        "Yaşıl istixana",
        Sector.AGRICULTURE,
    ),
    Trade(
        8,
        ("inək saxlayıram", "inək sağıram", "pendir hazırlayıram", "qatıq, şor düzəldirəm"),
        "держу коров, дою, делаю сыр",
        "milking, cheese making, livestock",
        ("milkmaid", "dairy-worker"),
        "Süd və pendir satmaq, iki inək almaq istəyirəm.",
        "inək, separator, süd qabları",
        "Muğan pendiri",
        Sector.AGRICULTURE,
    ),
    Trade(
        7,
        ("toyuq saxlayıram", "inkubatorla cücə çıxarıram", "hinduşka saxlayıram", "yem hazırlayıram"),
        "держу кур, вывожу цыплят в инкубаторе",
        "poultry keeping, egg incubation",
        ("poultry-worker",),
        "Yumurta toyuqçuluğu və cücə satışı.",
        "inkubator, toyuq hini, yem",
        "Cücə həyəti",
        Sector.AGRICULTURE,
    ),
    Trade(
        8,
        (
            "mağazada satıcı işləmişəm",
            "kassa aparatı ilə işləyirəm",
            "müştəri ilə işləyə bilirəm",
            "mal sayımı etmişəm",
        ),
        "работала продавцом и кассиром",
        "sales, cash register, customer service",
        ("shop-assistant", "cashier"),
    ),
    Trade(
        6,
        ("saç kəsirəm", "saç boyayıram", "gəlin saçı düzəldirəm", "manikür edirəm", "makiyaj bilirəm"),
        "парикмахер, крашу волосы, маникюр делаю",
        "hairdressing, manicure, makeup",
        ("hairdresser", "beautician"),
        "Evin bir otağında gözəllik salonu açmaq.",
        "kreslo, güzgü, fen, manikür masası",
        "Zərif otaq",
        Sector.BEAUTY,
    ),
    Trade(
        6,
        ("uşağa baxıram", "bağçada dayə işləmişəm", "tərbiyəçi köməkçisi olmuşam"),
        "присматриваю за детьми, работала няней",
        "childcare, nanny",
        ("nanny", "kindergarten-assistant"),
    ),
    Trade(
        6,
        ("yaşlıya baxıram", "xəstəyə qulluq edirəm", "iynə vururam", "xəstəxanada sanitar işləmişəm"),
        "ухаживаю за пожилыми, делаю уколы",
        "elderly care, injections, first aid",
        ("caregiver", "hospital-attendant"),
    ),
    Trade(
        3,
        ("tibb bacısıyam", "orta tibb təhsilim var", "iynə vururam", "qan təzyiqi ölçürəm", "ilk yardım"),
        "медсестра, среднее медицинское образование, уколы",
        "nurse, injections, first aid",
        ("nurse",),
    ),
    Trade(
        6,
        ("kompüter bilirəm", "Excel və Word bilirəm", "katibə işləmişəm", "tez yazıram", "rus dilini bilirəm"),
        "знаю компьютер, Word и Excel, работала секретарём",
        "computer, Excel, Word, typing, English",
        ("secretary", "data-operator"),
    ),
    Trade(
        4,
        ("mühasib işləmişəm", "1C proqramını bilirəm", "vergi hesabatı verirəm", "Excel bilirəm", "ali təhsilliyəm"),
        "бухгалтер, знаю 1С, налоговая отчётность",
        "accounting, 1C, tax reports, Excel",
        ("accountant",),
    ),
    Trade(
        6,
        ("ev yığışdırıram", "ofisdə xadimə işləmişəm", "otaq yığışdırıram", "ütü edirəm", "paltar yuyuram"),
        "убираю дома и офисы, работала горничной",
        "cleaning, hotel housekeeping, ironing",
        ("cleaner", "chambermaid"),
    ),
    Trade(
        5,
        ("xalça toxuyuram", "corab toxuyuram", "naxış tikirəm", "yun əyirirəm", "suvenir gəlinciklər düzəldirəm"),
        "тку ковры, вяжу, вышиваю",
        "carpet weaving, knitting, embroidery",
        ("carpet-weaver",),
        "Əl işləri və suvenirlər satmaq.",
        "hana, yun ip",
        "Naxış əl işi",
        Sector.CRAFTS,
    ),
    Trade(
        6,
        ("turşu qoyuram", "mürəbbə bişirirəm", "narşərab hazırlayıram", "meyvə quruduram", "kompot bağlayıram"),
        "варю варенье, делаю соленья и компоты, сушу фрукты",
        "preserves, fruit drying",
        ("cannery-worker",),
        "Mürəbbə, narşərab və quru meyvəni öz adımızla satmaq.",
        "konserv qazanı, banka, qurutma dolabı",
        "Nar bağı",
        Sector.FOOD,
    ),
)
