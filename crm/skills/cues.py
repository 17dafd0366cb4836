"""Small words that steer the reading of a text: not, wish, how well, and words that name no skill by themselves."""

from crm.skills.fold import match_key


def _keys(words: str) -> frozenset[str]:
    return frozenset(key for word in words.split() for key in match_key(word).split())


# Verbs every skill phrase may end with; alone they say nothing. Written as stems.
LIGHT_STEMS = _keys(
    "et ed elə işlə işlət işləd bil bacar ol gör bitir keç çalış başla öyrən məşğul apar yerinə yetir istifadə var"
    " göstər təmin sahib malik yiyələn qurtar alış otur dur dayan get gəl davam"
)
# Words a label may carry that the text may leave out.
LIGHT = _keys(
    "iş işi işlər işləri işləmək işlərinin etmək eləmək bilmək bilir bacarır bacarmaq bacarığı bacarıq bilik bilikləri olmaq"
    " aparmaq görmək göstərmək var ilə la lə üzrə üçün olan çox bir hər də da proqramı proqram proqramında kimi bu o ki"
    " məşğul məşğuldur edir edib olub olmuşam işləyib işləyir keçib bitirib bacarıram bilirəm edirəm öz yaxşı istifadə"
    " sahəsi sahəsində sahəsindən haqqında barədə xidməti xidmətləri vərdiş vərdişləri dərəcədə səviyyədə"
    " работа работать работает работала работаю работы делать делает делаю знание знать знает знаю уметь умеет умею навыки навык"
    " владеть владеет владение опыт есть была был быть с со в на по для из у от к о дело работник занимается заниматься умение"
    " хорошо свой уверенный пользователь пользуется имеет имею могу может"
    " work works working worked skill skills of the a an with in on for to at by and can do does doing make makes making"
    " knows know knowledge experience experienced using use uses able ability have has her good job as from some"
)
# Words too broad to name a kind of work alone: a label made of one of them is only a hint.
GENERIC = _keys(
    "operator оператор usta мастер işçi işçisi рабочая рабочий worker fəhlə montaj yoxlama проверка administrator администратор"
    " master köməkçi помощник assistant helper satış dizayn design дизайн reklam реклама təmizlik"
    " кофе масло органика ячмень yem tərəzi весы hesabat отчётность табель tabel layihə"
    " kredit projekt проект перевод tərcümə анализы доставка математика высшее kadrlar кадры HR intizam"
)
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

LEVEL_1 = _keys("azca azacıq zəif zəyif qismən başlanğıc немного немножко слабо слабый слегка чуть базовый базовые начальный") | _keys(
    "little basic basics beginner slightly elementary a1 a2 təzə"
)
LEVEL_2 = _keys("orta ortadır normal kafi средний средне средняя средне intermediate average b1 нормально")
LEVEL_3 = _keys(
    "yaxşı yaxşıdır əla əladır mükəmməl sərbəst peşəkar peşəkarcasına təcrübəli gözəl səlis ustalıqla rəvan"
    " свободно свободный свободная хорошо отлично отличный отличное уверенно уверенный прекрасно профессионально опытная"
    " good well fluent fluently excellent advanced perfect professional expert native b2 c1 c2"
)
A_LITTLE = (_keys("bir"), _keys("az"))  # "bir az": two words, az alone is also the country's short name
YEAR_WORDS = _keys("il ildir ildi illik ilden лет года год years year yrs")

STOP = LIGHT | _keys(
    "mən o biz siz onlar öz özüm özü hal hazırda hazirda indi əvvəl sonra qabaq daha həmişə bəzən artıq hələ təxminən il ildir illik ay"
    " aylıq təcrübə təcrübəsi təcrübəm təcrübəli ev evdə evde kənddə şəhərdə rayonda burada orada mənim onun bizim anası anasından"
    " nənəsindən yaxşı çox az bir iki üç dörd beş altı yeddi səkkiz doqquz on neçə başqa bütün hamı heç nə hər cür növ adam"
    " qadın xanım qız uşaq uşaqlı ailə ailəli gün günü gündə saat müxtəlif çeşid"
    " я она мы они её мой моя сейчас раньше потом уже ещё лет год года месяцев очень также тоже дома дом село селе городе женщина"
    " опытом стаж стажем разные разный около более"
    " i she he we they my her his our years year months now before also too very home village city town woman is are was were am been"
    " wrc kurs kursu course courses курсы курс de da dan den ci cu ilden"
)
