"""Everyday words that name no work: taken as they are, so that none of them is read as a misspelt skill."""

from crm.skills.cues import LIGHT_STEMS
from crm.skills.fold import match_key
from crm.skills.suffixes import Ending, splits


def is_everyday(key: str) -> bool:
    """A word of daily life, or a verb of it: never a misspelt skill."""
    return key in WORDS or any(
        ending & Ending.VERB and not ending & Ending.DERIVED and stem in _STEMS
        for stem, ending in splits(key, cyrillic=False)
    )


def _keys(words: str) -> frozenset[str]:
    return frozenset(key for word in words.split() for key in match_key(word).split())


# Verbs of daily life, as stems: with an ending of a verb they are never a misspelt noun (qoyub is not qoyun, a sheep).
VERB_STEMS = _keys(
    "qoy sat bax götür gətir ver al gəl get çıx çıxar düş düşür düz düzəl düzəlt qal yat yatır qalx ye iç yedirt geyin geyindir"
    " oxu yaz say aç bağla tap itir gör göstər eşit dinlə de söylə danış soruş cavablandır anla başa sev istə iste gözlə axtar"
    " yaşa köç evlən böyü böyüt saxla qoru tut at tök yığ yığış yığışdır payla böl qat qarışdır yu sil süpür asıl as sür min"
    " yeri qaç otur dur dayan işlə çalış bacar bil öyrən öyrət kömək başla qurtar bitir keç keçir dəyiş dəyişdir qaytar"
    " göndər çağır zəng yetiş çatdır çat vur döz dözül ödə qazan xərclə seç ayır hazırla hazırlaş qəbul razılaş toxun"
    " dol doldur boşal boşalt qur qurul qururam ölç çək çəkil apar dad as doğul ol oluş kəs"
)
_STEMS = VERB_STEMS | LIGHT_STEMS
WORDS = _keys(
    # Azerbaijani: who, when, where, how, family, body, house, advertisement.
    "mən sən biz siz onlar hamımız kim nəyi nədir niyə hara haraya burada orada belə elə çünki əgər yenə bəlkə bəli xeyr yox"
    " vaxt vaxtı vaxtında vaxtım zaman saatı saatlar günü günlər günlük həftəlik aylıq illik dəqiqə səhərlər axşamlar yay qış payız yaz bahar"
    " mövsüm bayram istirahət bazar ertəsi çərşənbə cümə şənbə yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr"
    " ər yoldaş yoldaşım həyat qaynana qayınana gəlin bacı qardaş oğlum qızım nənə baba xala bibi dayı əmi nəvə körpə uşaqlar valideyn qohum qohumlar dost"
    " əl əllə ayaq baş göz üz ürək bel qapı pəncərə otaq otağı hovuz həyət həyətdə küçə yol yolda maşın maşınım avtobus piyada"
    " sağlam sağlamlıq xəstə ağrı problem problemi çətin çətinlik çətinliyə asan rahat yorulmaz səliqə səliqəli təmizkar diqqətli sakit"
    " köhnə təzə sadə sadəcə yüngül ağır uzun qısa hündür alçaq isti soyuq dadlı ləzzətli gözəl qəşəng ucuz bahalı pulsuz"
    " keçmiş gələcək olmuş bitmiş olmalı bilən bilənlər bacaran istəyən istəyənlər axtaran çalışan işləyən işləyənlər işdə işi işə"
    " şərtlər şərtdir şəraiti tələblər tələbi öhdəliklər vəzifə vəzifələr təklif təkliflər imkan imkanı yüksək aşağı yuxarı daxil xaric"
    " müsahibə rəzyume cv anket əmək müqaviləsi rəsmiləşdirmə ştat ştatı üzrə məzuniyyət mükafat bonus faiz gəlir sığortası"
    " yaşında yaşadək yaşdan qədər arasında ətrafında yaxın yaxınlıq uzaq mərkəz mərkəzi bina binası ünvanı küçəsi metro"
    " zəhmət olmasa buyurun yazın yazsın zəng edin whatsapp vatsap nömrəsi əlaqə saytı səhifəsi direkt"
    " həmçinin həmçininə habelə digər başqaları salatçı elektrikdə sür şar şarı masa masası səlis mövsümi mövsümü maaşı maaşla əməkhaqqı ştat yaşayış yataqxana yatmaq nahar pul pulu pulla kvadrat qəpik ezamiyyət ezamiyyətlər həvəs həvəsdir əlverişli əlverişlidir"
    " boylu buxunlu görünüşlü gülərüz kəndlərdən kənddən ətraf analar ana üçün müştərisi şirkətdir mağazamıza kollektivimizə ailəmizə kafemizə seximizə"
    " bəy bəylər xanım xanımlar qızlar oğlanlar kişilər qadınlara kişi gənclər tələbə tələbələr namizədlərin"
    " razı razıdır hazırdır hazıram olar olmaz mümkün mümkündür lazımi kifayət əsasən ümumiyyətlə xüsusilə məsələn"
    " iki üç dörd beş altı yeddi səkkiz doqquz yüz min yarım bütöv hissə nəfərlik ədəd kilo litr metr kvadratına görə"
    # Russian.
    " сама сам сами само себя себе свой своя своё свои мой моя мне меня наш наша его её их кто что где когда как почему потому"
    " который которая если или либо чтобы будет будут буду была были быть есть нету тоже ещё уже только лишь пока потом сначала теперь"
    " все всё всегда иногда часто редко много мало несколько каждый другой другая разные такой такая это эта эти тот тут там здесь"
    " готовые готовый готовая готовое сбор сборы утро утром вечер вечером обед обеда ночь неделя неделю месяц год лето летом зима зимой осень весна час часа часов минут выходной выходные"
    " понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс"
    " мама мамой папа бабушка дедушка муж сын дочь ребёнок ребёнком детьми внуки соседи сосед соседей подруга родители свекровь"
    " жить живу живёт родилась замужем ходить хожу ездить езжу ездит сидеть сидела сижу стоять стояла лежать держать держит носить вести вела"
    " давать дать даю взять брать беру купить покупать просить ждать думать говорить сказать смотреть слушать помогать помогала помогаю помочь"
    " можем можно нельзя надо хочу люблю любит нравится стараюсь умеет бывает было время времени сила здоровье проблема"
    " легко трудно быстро медленно вместе рядом далеко близко красивая чистая старая тяжёлая лёгкая"
    " ман ставка ставки ставку оклад премия бонус процент проценты договор оформление официально соцпакет проживание питание проезд"
    " контакты писать пишите звонить ватсап резюме собеседование кандидат кандидаты требования условия обязанности приветствуется"
    # English.
    " my your his her our their this that these those which who when where how because only also just still never always often sometimes"
    " sick old young big small clean fast slow easy hard friendly nice kind able ready happy mother father children child kids family husband sister"
    " dress dresses clothes room rooms house door window weekend weekends morning evening night summer winter january june july august september"
    " apply contact please send candidates candidate requirements conditions benefits accommodation provided offered bonus"
)
