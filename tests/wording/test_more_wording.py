"""How people really write: with and without diacritics, in one breath, and what only looks like it."""

import pytest

from crm.wording.check import check


def kinds(text: str) -> set[str]:
    return {found.kind.value for found in check(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("aptekə satıcı xanım tələb olunur təcrübə vacib deyil", {"gender_female"}),
        ("Kişi namizədlərin müraciəti nəzərə alınmayacaq", {"gender_female"}),
        ("Təmizliyə gedən xanımlar komandamıza qoşulun", {"gender_female"}),
        ("Yalnız gənclər müraciət edə bilər", {"age"}),
        ("40-dan yuxarı olanlar müraciət etməsin", {"age"}),
        ("Xarici görünüşü yaraşıqlı satış meneceri", {"appearance"}),
        ("Ofisiantlar qəşəng və boylu olmalıdır", {"appearance"}),
        ("Kiçik uşağı olanlar müraciət etməsin", {"marital_family"}),
        ("Hamiləlik planlaşdıran namizədlər qəbul edilmir", {"marital_family"}),
        ("Yaxın iki ildə ailə qurmağı düşünməyən işçi", {"marital_family"}),
        ("Otuz beş yaşa qədər satıcı", {"age"}),
        ("1995-ci ildən sonra doğulanlar", {"age"}),
        ("Azyaşlı övladı olan işçi qəbul etmirik", {"marital_family"}),
        ("Tələbə qızlar üçün əlavə iş imkanı", {"gender_female"}),
        ("Tələblər: cinsi: Xanım", {"gender_female"}),
        ("Мамочек в декрете просьба не беспокоить", {"marital_family"}),
        ("satici qizlar lazimdi bazarda", {"gender_female"}),
        ("Yalnız bəylərə müraciət etmək tövsiyə olunur", {"gender_male"}),
        ("ofisiant gozel ve boylu olsun", {"appearance"}),
        ("Gözəl və baxımlı satış məsləhətçisi", {"appearance"}),
        ("Грузчик (муж.), график 5/2", {"gender_male"}),
        ("Требуется молодой человек на автомойку", {"gender_male"}),
        ("Няня-женщина 35-50 лет", {"gender_female", "age"}),
        ("Возрастной ценз: 20-45", {"age"}),
        ("Кандидат без семьи и детей", {"marital_family"}),
        ("Salespeople, no men please", {"gender_female"}),
        ("Woman aged 25-40 to cook at home", {"gender_female", "age"}),
        ("Looking for strong young men to load trucks", {"gender_male"}),
    ],
)
def test_what_shuts_people_out_is_found_however_it_is_put(text: str, expected: set[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Evli və ya subay olmağınız bizim üçün fərq etmir",
        "Xanım Gülnarəyə müraciət edin: 050 000 00 00",
        "Subaylar üçün yataqxana verilir, ailəlilər üçün ev",
        "30 yaşlı zavodun avadanlığına çilingər",
        "Qadınlar hamamında kassir işi",
        "Evdar qadınlar da daxil olmaqla hamını dəvət edirik",
        "Qız qalası yaxınlığında kafeyə barista",
        "Gənclik metrosunun yanında mağazaya satıcı",
        "Oğuz rayonunda fermaya işçi lazımdır",
        "Toy sarayına işçi lazımdır, yaş 18+",
        "Müştərilərimiz 18-30 yaş arası gənclərdir",
        "Yaşlı insanlara hörmətlə yanaşan sosial işçi",
        "İki qız övladımıza rus dili müəllimi",
        "Yükün çəkisi 60 kq-dan artıq olmamalıdır",
        "Müştəri xanımlarla nəzakətli davranan satıcı",
        "Girls' school seeks a teacher",
        "Şəhla xanım sizi dinləyəcək: 0501112233",
        "Hamilə işçilərimizə yüngül iş verilir",
        "Kişi kəmərləri istehsalı üzrə usta",
        "Тренер по плаванию для беременных",
        "Мойщик полов, укладка полов",
        "Over 20 years of experience in baking",
        "Applicants of any gender and age are welcome",
    ],
)
def test_what_only_looks_like_it_stays_quiet(text: str) -> None:
    assert kinds(text) == set()


def test_an_age_ends_where_the_next_wish_begins() -> None:
    [found] = check("Ofis meneceri, yaş aralığı 20-28, ingilis dili")
    assert found.phrase == "yaş aralığı 20-28"
