"""Small words that steer the reading of a text: not, wish, how well, and words that name no skill by themselves."""

from crm.skills.fold import match_key
from crm.skills.suffixes import label_stems


def is_broad(key: str, lang: str) -> bool:
    """Whether a label's word, in whatever case it stands, is one of the broad ones."""
    return key in _BROAD or any(stem in _BROAD for stem, _ in label_stems(key, lang, alone=False))


def _keys(words: str) -> frozenset[str]:
    return frozenset(key for word in words.split() for key in match_key(word).split())


# Verbs every skill phrase may end with; alone they say nothing. Written as stems.
LIGHT_STEMS = _keys(
    "et ed elə işlə işlət işləd bil bacar ol gör bitir keç çalış başla öyrən məşğul apar yerinə yetir istifadə var"
    " göstər təmin sahib malik yiyələn qurtar alış otur dur dayan get gəl davam"
)
# Words a label may carry that the text may leave out, by language of the label ("от" is not "ot", grass).
LIGHT = {
    "az": _keys(
        "iş işi işlər işləri işləmək işlərinin etmək eləmək bilmək bilir bacarır bacarmaq bacarığı bacarıq bilik bilikləri olmaq"
        " aparmaq görmək göstərmək var ilə la lə üzrə üçün olan çox bir hər də da proqramı proqram proqramında kimi bu o ki"
        " vermək verir məşğul məşğuldur edir edib olub işləyib işləyir keçib keçmək bitirib bacarıram bilirəm edirəm öz yaxşı istifadə"
        " sahəsi sahəsində haqqında xidməti xidmətləri vərdişləri dərəcədə səviyyədə işləməyi"
    ),
    "ru": _keys(
        "работа работать работает работала работаю работы делать делает делаю знание знать знает знаю уметь умеет умею навыки навык"
        " владеть владеет владение опыт есть была был быть с со в на по для из у от к о дело занимается заниматься умение"
        " хорошо свой уверенный пользуется имеет имею могу может"
    ),
    "en": _keys(
        "work works working worked skill skills of the a an with in on for to at by and can do does doing make makes making"
        " knows know knowledge experience experienced using use uses able ability have has her good job as from some"
    ),
}
# Of the light words, those that say nothing at all.
PARTICLES = _keys(
    "ilə la lə da də bu o ki bir öz üçün с со в на по для из у от к о of the a an with in on for to at by and as"
)
# Words too broad to name a kind of work alone. A label made of one of them is only a hint, and gives way to anything
# surer beside it: "Kafeyə aşpaz" seeks a cook, not a café worker. With a light word (sosial iş) both must be there.
GENERIC = _keys(
    "operator оператор usta мастер master işçi işçisi рабочая рабочий worker fəhlə montaj yoxlama проверка administrator"
    " администратор köməkçi помощник assistant helper satış продажи sales dizayn design дизайн reklam реклама təmizlik уборка cleaning"
    " kofe кофе масло органика ячмень yem tərəzi весы hesabat отчёты reports tabel табель layihə kredit проект перевод tərcümə"
    " анализы analiz доставка математика riyaziyyat высшее kadrlar kadr кадры HR intizam sosial elektron xüsusi orta ali ofis офис milli"
    # Places of work: somebody may do anything there.
    " mağaza dükan market магазин kafe кафе cafe restoran ресторан bank банк aptek аптека pharmacy otel hotel отель zavod завод fabrik"
    " фабрика factory sex цех ferma ферма anbar склад warehouse salon салон klinika xəstəxana laboratoriya лаборатория laboratory"
    " poçt почта library kitabxana библиотека arxiv архив archives kollec колледж college lisey лицей universitet bazar köşk kiosk bufet"
    " istixana теплица greenhouse icma internet интернет kurs komanda команда fırın bakery пекарня çağrı portal DOST"
    " butik бутик boutique çayxana чайхана toyxana muzey muzeydə музей музее optika avtoyuma автомойка avtoservis автосервис sanatoriya санаторий"
    " logistika логистика logistics minimarket минимаркет fermer фермер farmer statistika парфюмерия parfümeriya аэропорт"
    # Things rather than work: they need a verb or a trade beside them to be sure.
    " saç hair gül цветы flowers ət мясо meat balıq fish toyuq куры süd milk çörək хлеб bread yemək meals food xörək qatıq qaymaq video"
    " видео foto musiqi музыка music rəsm mahnı yük maşın yun шерсть wool gil глина arı bal sığorta страхование tütün iynə uçot su pul dərman dəzgah müştəri клиент клиенты client customer"
    " дом дому доме home house ev evə göyərti зелень nanə mint trees bağ сад təsərrüfat хозяйство elektrik электрик hüquq portret suvaq qablar rəhbər lider leader"
    " müqavilə договоры documents contracts brend бренд ticarət торговля trade keyfiyyət vergi налоги tax taxes əl content контент"
)
# Everyday words that misspell or inflect into a label by accident (qida -> gid, "tələb" -> teller): taken as they are.
PLAIN = _keys(
    "qida tələb olunur maaş əmək haqqı saat gün həftə ay il axtarılır axtarırıq lazım lazımdır işçilər namizəd namizədlər yaş arası"
    " iqtisadi şəbəkə kənd kəndi kənddə şəhər rayon ev evi evdə evində ailə ana analar ata bala qız oğlan qadın qadınlar kişi xanım bəy insan adam"
    " qonşu qonşular bizim sizin onların ayda gündə gecə gündüz səhər axşam günorta nahar şərait sosial paket növbə qrafik ödəniş"
    " təcrübə təcrübəsi təklif edirik müraciət əlaqə telefon nömrə ünvan yer yeri verilir olan olanlar üstünlük vacib mütləq şərt"
    " hazır hazırda yeni böyük kiçik açıq gözəl ancaq xoş əsas başqa qalan bəzi kimi qədər sonra əvvəl üstündə altında yanında"
    " sabah bugün dünən tez gec daim hamı özü ona onu buna sənə mənə getmək gəlmək almaq vermək demək açılır təmiz dolu rəsmi"
    " salam hörmətli birlikdə toy toylar briqada dərs dərsi cavab ustalar peşə növ nəfər gənc yaşlı uşaqlı servis manat azn razılaşma ümumi birinci ikinci ölkə respublika müəssisə şirkət mmc asc tərəfdaş filial şöbə şöbəsi şöbəsinə"
    " требуется нужна нужно ищем зарплата график смена полный день опыт возраст женщина девушка дети дом село город район семья"
    " интересно интерес телефон звоните адрес оплата обязательно желательно преимущество можно нельзя сейчас сегодня завтра большой новый хороший"
    " манат манатов смены сменный готова готов готовы учиться учится учить up company salary day days months shift hours week month need needed required looking village city district family home woman women people"
)
_BROAD = GENERIC | PLAIN

# What follows (az) or precedes (ru, en) an occupation and makes it somebody else's.
HELPER_AFTER = _keys("köməkçisi köməkçi köməkçisidir assistenti assistant helper")
HELPER_BEFORE = _keys("помощник помощница помощником помощницей ассистент ассистентка")

DENIED_AFTER = _keys("yox yoxdur yoxdu yoxumdur deyil deyiləm deyildir")
DENIED_BEFORE = _keys("не нет без никогда ни not no never without cannot cant dont doesnt isnt didnt havent hasnt wont")
# Verbs that are a cue of their own when an ending denies them: bilmir, bacarmıram, işləməyib, istəmir.
DENIABLE_STEMS = _keys("bil bacar işlə et el gör keç bitir öyrən oxu istə al danış başa olun")

WISH_AFTER = _keys(
    "istəyir istəyirəm istəyirdi istərdi istərdim istəyən istəyi arzusu arzusundadır arzulayır arzum həvəsi həvəslidir həvəsim"
    " maraqlanır marağı maraqlıdır niyyətindədir fikrindədir planlaşdırır öyrənəcək"
)
WISH_BEFORE = _keys(
    "хочет хочу хотела хотел хотелось хотели хотят мечтает мечтаю мечта интересуется планирует собирается желает желание"
    " want wants wish wishes hopes hope dream dreams interested plans plan would willing"
)

LEVEL_1 = _keys(
    "azca azacıq zəif zəyif qismən başlanğıc немного немножко слабо слабый слегка чуть базовый базовые начальный"
) | _keys("little basic basics beginner slightly elementary a1 a2 təzə")
LEVEL_2 = _keys("orta ortadır normal kafi средний средне средняя средне intermediate average b1 нормально")
LEVEL_3 = _keys(
    "yaxşı yaxşıdır əla əladır mükəmməl sərbəst peşəkar peşəkarcasına təcrübəli gözəl səlis ustalıqla rəvan"
    " свободно свободный свободная хорошо отлично отличный отличное уверенно уверенный прекрасно профессионально опытная"
    " good well fluent fluently excellent advanced perfect professional expert native b2 c1 c2"
)
A_LITTLE = (_keys("bir"), _keys("az"))  # "bir az": two words, az alone is also the country's short name
YEAR_WORDS = _keys("il ildir ildi illik ilden лет года год years year yrs")

STOP = (
    LIGHT["az"]
    | LIGHT["ru"]
    | LIGHT["en"]
    | _keys(
        "mən o biz siz onlar öz özüm özü hal hazırda hazirda indi əvvəl sonra qabaq daha həmişə bəzən artıq hələ təxminən il ildir illik ay"
        " aylıq təcrübə təcrübəsi təcrübəm təcrübəli ev evdə evde kənddə şəhərdə rayonda burada orada mənim onun bizim anası anasından"
        " nənəsindən yaxşı çox az bir iki üç dörd beş altı yeddi səkkiz doqquz on neçə başqa bütün hamı heç nə hər cür növ adam"
        " qadın xanım qız uşaq uşaqlı ailə ailəli gün günü gündə saat müxtəlif çeşid"
        " я она мы они её мой моя сейчас раньше потом уже ещё лет год года месяцев очень также тоже дома дом село селе городе женщина"
        " опытом стаж стажем разные разный около более"
        " i she he we they my her his our years year months now before also too very home village city town woman is are was were am been"
        " wrc kurs kursu course courses курсы курс de da dan den ci cu ilden"
    )
)
