"""An owner's advertisement, in three languages, read into needs and conditions, each with the words it came from."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.skills.resolve import Found, Label, Vocabulary, named, read_skills_csv
from crm.vacancies.needs import Noted, Reading, read_vacancy
from crm.vacancies.trades import SKILL_OF_TRADE

ROWS = read_skills_csv(Path(__file__).resolve().parents[2] / "crm" / "data" / "skills.csv")
VOCABULARY = Vocabulary(named(ROWS))


def read(text: str) -> Reading:
    return read_vacancy(text, VOCABULARY)


def codes(found: Iterable[Found]) -> set[str]:
    return {item.concept for item in found}


def test_an_azerbaijani_advertisement_is_read_whole() -> None:
    found = read(
        "Mağazaya 3 nəfər satıcı-kassir tələb olunur. İş saatı 10:00-19:00, həftədə 6 gün."
        " Rus dili üstünlükdür. Maaş 450 manatdan. Servis var."
    )
    assert codes(found.required) == {"shop-assistant", "cash-register"}
    assert codes(found.desired) == {"lang-ru"}
    assert found.title == "Mağazaya satıcı-kassir"
    assert found.openings == Noted(3, "3 nəfər")
    assert found.hours == Noted("full", "10:00-19:00")
    assert found.weekly_hours is not None
    assert found.weekly_hours.value == 48
    assert found.weekend == Noted(True, "həftədə 6 gün")
    assert found.night == Noted(False, "10:00-19:00")
    assert found.pay_min == Noted(450, "Maaş 450 manatdan")
    assert found.pay_max is None
    assert found.transport == Noted(True, "Servis var")
    assert found.unknown == ()


def test_a_russian_advertisement_is_read_whole() -> None:
    found = read(
        "Требуется швея в цех. Опыт на швейной машине обязателен, оверлок желательно."
        " График 5/2 с 9 до 18. Зарплата 500-600 манат. Развозка."
    )
    assert "sewing-machine" in codes(found.required)
    assert "overlock" in codes(found.desired)
    assert found.title == "швея в цех"
    assert found.hours is not None
    assert found.hours.value == "full"
    assert found.weekend == Noted(False, "5/2")
    assert (found.pay_min, found.pay_max) == (
        Noted(500, "Зарплата 500-600 манат"),
        Noted(600, "Зарплата 500-600 манат"),
    )
    assert found.transport is not None
    assert found.transport.value is True


def test_an_english_advertisement_is_read_whole() -> None:
    found = read(
        "We are looking for a cleaner. Part-time, mornings only. Experience is not required. English is an advantage."
        " Up to 300 AZN a month."
    )
    assert codes(found.required) == {"cleaning"}
    assert codes(found.desired) == {"lang-en"}
    assert found.title == "a cleaner"
    assert found.training == Noted(True, "Experience is not required")
    assert (found.pay_min, found.pay_max and found.pay_max.value) == (None, 300)


@pytest.mark.parametrize(
    ("text", "required", "desired"),
    [
        ("Operator. Rus dili mütləqdir, ingilis dili arzuolunandır", {"lang-ru"}, {"lang-en"}),
        ("Excel bilməlidir, 1C olsa yaxşı olar", {"excel"}, {"1c"}),
        ("1С обязательно, Excel будет плюсом", {"1c"}, {"excel"}),
        ("1C is a must, Photoshop is nice to have", {"1c"}, {"photoshop"}),
        ("Sanitar kitabçası şərtdir. Gülərüz olmaq şərtdir", {"medical-book"}, {"communication"}),
    ],
)
def test_words_of_degree_tell_what_is_needed_from_what_is_welcome(
    text: str, required: set[str], desired: set[str]
) -> None:
    found = read(text)
    assert codes(found.required) >= required
    assert codes(found.desired) >= desired
    assert not codes(found.required) & desired


def test_a_long_list_without_a_word_of_degree_has_two_required_needs() -> None:
    found = read("Ofisə: Word, Excel, PowerPoint, Photoshop, Canva")
    assert codes(found.required) == {"ms-word", "excel"}
    assert codes(found.desired) == {"powerpoint", "photoshop", "canva"}


def test_what_is_not_asked_for_is_no_need() -> None:
    found = read("Satıcı axtarılır. Rus dili vacib deyil, ali təhsil tələb olunmur.")
    assert codes((*found.required, *found.desired)) == {"shop-assistant"}


def test_a_trade_learnt_by_doing_is_needed_as_the_skill() -> None:
    found = read("Kafeyə ofisiant lazımdır")
    assert codes(found.required) == {"waitressing"}
    assert codes(found.desired) == set()
    assert {item.matched for item in found.required} == {"Kafeyə ofisiant"}


def test_a_profession_stays_what_it_is_called() -> None:
    assert codes(read("Xəstəxanaya tibb bacısı tələb olunur").required) == {"nurse"}


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("Keyfiyyətə nəzarətçi tələb olunur", "quality-control"),
        ("Требуется мерчендайзер", "merchandising"),
        ("Məhsul etiketləyən işçi lazımdır", "labelling"),
    ],
)
def test_what_is_learnt_in_days_is_needed_where_it_is_the_work_itself(text: str, work: str) -> None:
    assert codes(read(text).required) == {work}
    assert work not in codes(read(f"Tikişçi tələb olunur. {text}").required)


def test_every_trade_and_its_skill_are_the_same_to_the_matching() -> None:
    rows = {row.code: row for row in ROWS}
    for trade, skill in SKILL_OF_TRADE.items():
        assert rows[trade].kind == "occupation", trade
        assert rows[trade].related[skill] == rows[skill].related[trade] == 1.0, trade


def test_an_offered_course_is_training_and_not_a_wish_for_a_trainer() -> None:
    found = read("Fabrikə tikişçi. Təlim verilir.")
    assert found.training == Noted(True, "Təlim verilir")
    assert "training-facilitation" not in codes((*found.required, *found.desired))


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("tam gün iş", "full"),
        ("iş saatı 9-18", "full"),
        ("saat 9-dan 6-ya kimi", "full"),
        ("08:00-13:00", "morning"),
        ("səhər saat 6-dan günorta 1-ə kimi", "morning"),
        ("утренняя смена", "morning"),
        ("yarım gün", "part"),
        ("gündə 4 saat", "part"),
        ("15:00-19:00", "part"),
        ("полставки", "part"),
        ("part-time", "part"),
        ("növbəli iş", "shift_day"),
        ("9-dan 9-a, 2 gündən bir", "shift_day"),
        ("2 gün iş, 2 gün istirahət", "shift_day"),
        ("сменный график 2/2", "shift_day"),
        ("növbə ilə, gecə növbəsi də var", "shift_night"),
        ("sutkalıq iş", "shift_night"),
        ("24 saatdan bir", "shift_night"),
        ("сутки через трое", "shift_night"),
        ("işə görə ödəniş", "flex"),
        ("свободный график", "flex"),
        ("flexible hours", "flex"),
        ("mövsümi iş, sentyabrdan", "seasonal"),
        ("сезонная работа", "seasonal"),
        ("evdən işləmək", "home"),
        ("удалённая работа", "home"),
        ("work from home", "home"),
        ("növbə 08:00-16:00", "full"),
        ("gecə növbəsi yoxdur, 10:00-19:00", "full"),
    ],
)
def test_working_hours_are_recognised(text: str, hours: str) -> None:
    found = read(f"Satıcı. {text}. Əlaqə: 055 000 00 00").hours
    assert found is not None
    assert found.value == hours
    assert found.words


@pytest.mark.parametrize(
    "text",
    [
        "Yaş 18-30 arası",
        "20-28 yaş",
        "возраст 25-40",
        "Maaş 500-700",
        "təcrübə 2-3 il",
        "10-12 nəfər",
        "Tel: 055 12-18",
    ],
)
def test_ages_sums_and_phones_are_not_hours(text: str) -> None:
    found = read(f"Satıcı. {text}.")
    assert found.hours is None
    assert found.night is None


@pytest.mark.parametrize(
    ("text", "weekly"),
    [
        ("9:00-18:00, həftədə 5 gün", 40),
        ("10 saat iş, 5 gün", 50),
        ("9-dan 9-a, 2 gündən bir", 42),
        ("40 часов в неделю", 40),
        ("8 hours a day, 6 days a week", 48),
        ("9:00-18:00", None),
    ],
)
def test_hours_a_week_are_told_only_when_day_and_days_are_known(text: str, weekly: int | None) -> None:
    found = read(text).weekly_hours
    assert (found.value if found else None) == weekly


@pytest.mark.parametrize(
    ("text", "night", "weekend"),
    [
        ("17:00-01:00", True, None),
        ("gecə növbəsi var", True, None),
        ("ночные смены", True, None),
        ("no nights, no weekends", False, False),
        ("bazar ertəsi - cümə, 9:00-18:00", False, False),
        ("şənbə-bazar istirahət", None, False),
        ("şənbə və bazar günləri də iş var", None, True),
        ("bazarda satıcı", None, None),
    ],
)
def test_nights_and_weekends_are_recognised(text: str, night: bool | None, weekend: bool | None) -> None:
    found = read(text)
    assert (found.night.value if found.night else None) is night
    assert (found.weekend.value if found.weekend else None) is weekend


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Maaş 400 azn", 400, 400),
        ("emek haqqi 500-700", 500, 700),
        ("430-480 AZN", 430, 480),
        ("Maaş 500", 500, 500),
        ("450 manatdan başlayaraq", 450, None),
        ("зарплата от 500", 500, None),
        ("до 600 манат", None, 600),
        ("600 manata qədər", None, 600),
        ("1 200 AZN", 1200, 1200),
        ("günlük 20 manat", 440, 520),
        ("20 манат в день", 440, 520),
        ("hər kq-a 30 qəpik, 1 məclis 30 azn", None, None),
        ("150 manat за штуку в час", None, None),
        ("Tel: 055 500 60 70", None, None),
        ("9:00-18:00", None, None),
        ("ştat üzrə", None, None),
        ("60/40", None, None),
    ],
)
def test_monthly_pay_is_recognised(text: str, low: int | None, high: int | None) -> None:
    found = read(text)
    assert (found.pay_min.value if found.pay_min else None) == low
    assert (found.pay_max.value if found.pay_max else None) == high


@pytest.mark.parametrize(
    ("text", "openings"),
    [
        ("5 nəfər qablaşdırıcı", 5),
        ("iki nəfər lazımdır", 2),
        ("требуются 3 человека", 3),
        ("two workers needed", 2),
        ("2 ofisiant və 1 aşpaz axtarılır", 3),
        ("iki aşpaz lazımdır", 2),
        ("нужны два официанта и один повар", 3),
        ("aşpaz, iki gün istirahət", None),
        ("ofisiant, 2 il təcrübə", None),
        ("ofisiant 18-30 yaş", None),
    ],
)
def test_openings_are_counted(text: str, openings: int | None) -> None:
    found = read(text).openings
    assert (found.value if found else None) == openings


@pytest.mark.parametrize(
    ("text", "transport", "training", "home"),
    [
        ("maşın kənddən aparıb gətirir", True, None, None),
        ("yol pulu verilir", True, None, None),
        ("servis yoxdur", False, None, None),
        ("shuttle bus", True, None, None),
        ("təcrübə tələb olunmur", None, True, None),
        ("təcrübəsiz də baxırıq", None, True, None),
        ("öyrədirik", None, True, None),
        ("без опыта", None, True, None),
        ("təcrübə mütləqdir", None, None, None),
        ("evdə də işləmək olar", None, None, True),
        ("работа на дому", None, None, True),
    ],
)
def test_transport_training_and_home_are_recognised(
    text: str, transport: bool | None, training: bool | None, home: bool | None
) -> None:
    found = read(f"Tikişçi. {text}")
    assert (found.transport.value if found.transport else None) is transport
    assert (found.training.value if found.training else None) is training
    assert (found.home_based.value if found.home_based else None) is home


def test_a_need_nobody_understood_is_shown_and_small_talk_is_not() -> None:
    found = read("Satıcı tələb olunur. Ultrasəs defektoskopiyası bilməlidir. Maaş 500. Nahar verilir.")
    assert found.unknown == ("Ultrasəs defektoskopiyası bilməlidir",)


def test_an_empty_advertisement_says_nothing() -> None:
    found = read("  ")
    assert (found.required, found.desired, found.title, found.unknown) == ((), (), "", ())
    assert found.hours is None


def test_a_centre_with_its_own_words_is_read_with_these() -> None:
    own = Vocabulary([Label("drone", "dron uçurmaq", "az")])
    assert codes(read_vacancy("Dron uçuran axtarılır", own).required) == {"drone"}


@given(st.text(alphabet=st.sampled_from("09:-/., \nsaatgecəmanaтсмен%()"), max_size=80))
def test_any_advertisement_is_read_without_breaking(text: str) -> None:
    found = read(text)
    if found.pay_min and found.pay_max:
        assert found.pay_min.value <= found.pay_max.value


@pytest.mark.parametrize(
    ("text", "not_asked"),
    [
        ("Restorana ofisiant. Yemək və yataqxana verilir", "cooking"),
        ("Повар в столовую. Стирка предоставляется", "laundry"),
        ("Marketə kassir. Müraciət üçün WhatsApp", "smartphone"),
        ("Швея. Пишите в WhatsApp", "smartphone"),
        ("Салон красоты ищет мастера маникюра", "hairdressing"),
    ],
)
def test_what_is_given_ways_to_call_and_the_firm_itself_are_no_needs(text: str, not_asked: str) -> None:
    found = read(text)
    assert not_asked not in codes(found.required) | codes(found.desired)


@pytest.mark.parametrize(
    ("text", "weekend"),
    [
        ("bazar istirahət günüdür", True),
        ("şənbə və bazar istirahət", False),
        ("həftə içi 9-18", False),
        ("həftənin 6 günü", True),
        ("Пн-Сб с 10 до 19", True),
        ("выходные суббота и воскресенье", False),
        ("Mon-Fri 9:00-17:00", False),
    ],
)
def test_one_free_day_leaves_the_saturday_to_be_worked(text: str, weekend: bool) -> None:
    found = read(text).weekend
    assert found is not None
    assert found.value is weekend


@pytest.mark.parametrize(
    "text",
    ["Yol və nahar şirkət hesabına", "Şirkətin avtobusu var", "проезд оплачивается", "Maşınla götürürük"],
)
def test_the_way_to_work_paid_or_driven_by_the_employer_is_transport(text: str) -> None:
    found = read(text).transport
    assert found is not None
    assert found.value


def test_small_talk_of_advertisements_is_not_collected_as_words_not_understood() -> None:
    found = read(
        "Əmək haqqı ştat üzrə. Yaşayış yeri verilir. Uşaqlı analar üçün əlverişlidir. Öz müştərisi olan xanımlar yazsın"
    )
    assert found.unknown == ()
