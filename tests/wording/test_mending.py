"""The text we propose: it reads like something a person would write."""

import pytest

from crm.wording.mending import corrected


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("Evdə uşağa baxmaq üçün dayə xanım axtarırıq", "Evdə uşağa baxmaq üçün dayə axtarırıq"),
        ("Ev işlərinə kömək üçün xanıma ehtiyac var", "Ev işlərinə kömək üçün işçiyə ehtiyac var"),
        ("Ofisə administrator qıza ehtiyac var", "Ofisə administratora ehtiyac var"),
        ("Restorana ofisiant (xanım) tələb olunur", "Restorana ofisiant tələb olunur"),
        ("Kassir, qadın tələb olunur", "Kassir tələb olunur"),
        ("Cins: qadın, iş saatı 9-18", "İş saatı 9-18"),
        ("Bu vakansiya ancaq qızlar üçündür", "Bu vakansiya hər kəs üçündür"),
        ("Satıcı qız olmalıdır, 2/2 qrafik", "Satıcı, 2/2 qrafik"),
        ("Yaşı 30-a qədər olan proqramçı", "Proqramçı"),
        ("Yaraşıqlı qızlar axtarırıq", "İşçilər axtarırıq"),
        ("Ofisiantlar lazımdır. Ofisiantlar 20-28 yaş. Axşam növbəsi", "Ofisiantlar lazımdır. Axşam növbəsi"),
        ("✅ Katibə ✅ xanım ✅ 25-35 yaş ✅ ofis proqramları", "✅ Katibə ✅ ofis proqramları"),
        ("Aşpaz, qabyuyan qadın, ofisiant qızlar (yaş həddi 25), xadimə", "Aşpaz, qabyuyan, ofisiant, xadimə"),
        ("Aşpaz tələbləri: Cinsi: Xanım; Yaşı: 22-30; Təhsil: ali", "Aşpaz tələbləri: Təhsil: ali"),
        ("Gecə gözətçisi (kişi, sağlam)", "Gecə gözətçisi (sağlam)"),
        ("Требования: - девушка 20-30 лет - приятная внешность - знание языка", "Требования: знание языка"),
        ("We are hiring a young, attractive waitress.", "We are hiring a waiter."),
        ("Kişi işidir, növbə 12 saat", "Növbə 12 saat"),
        ("Срочно нужна женщина-повар", "Срочно нужен повар"),
        ("Tələblər: yaraşıqlı görünüş, rus dili", "Tələblər: rus dili"),
        ("Sürücü lazımdır. Cinsi - kişi, maaş 500", "Sürücü lazımdır. Maaş 500"),
        ("Yalnız xanım namizədlərə baxılır", "Bütün namizədlərə baxılır"),
        ("Требуется девушка-администратор", "Требуется администратор"),
        ("Нужна ответственная женщина", "Нужен ответственный сотрудник"),
        ("Работа для девушек, свободный график", "Работа для всех, свободный график"),
        ("Хостес с модельной внешностью", "Хостес"),
        ("Няня, только женщина", "Няня"),
        ("Охранник. Пол мужской, без вредных привычек", "Охранник. Без вредных привычек"),
        ("We need a female assistant", "We need an assistant"),
        ("Male driver required", "Driver required"),
        ("Waitresses only", "Waiters"),
        ("Good-looking girls for our hotel bar", "People for our hotel bar"),
    ],
)
def test_what_is_left_reads_well(text: str, proposed: str) -> None:
    assert corrected(text) == proposed


@pytest.mark.parametrize(
    "text",
    [
        "Maksimum 45 yaş",
        "Maksimum yaş 35",
        "Cinsi - kişi",
        "Namizəd qadın olmalıdır",
        "Subay olması vacibdir",
        "Gender: male",
    ],
)
def test_where_nothing_would_be_left_nothing_is_proposed(text: str) -> None:
    assert corrected(text) == ""
