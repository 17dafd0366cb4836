"""On a phone, in two languages: a visit is written down in six inputs, an owner takes a time with one tap."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from crm.forms import today

pytestmark = pytest.mark.browser

STAFF = "aysel@neftchala.example.com"
INPUTS = "select, textarea, input:not([type=hidden], [type=radio], [type=checkbox]), fieldset"


@dataclass(frozen=True)
class Words:
    """What stands on the pages in one language, and what is typed there."""

    language: str
    partner: str
    quick_log: str
    who: str
    heard: str
    next_step: str
    in_a_week: str
    save: str
    written_down: str
    sentence: str
    propose: str
    agreed: str


AZ = Words(
    "az", "Aran Avto Yığım", "Qısa qeyd", "Kim iştirak etdi?", "Bir cümlə ilə, nə dedilər?", "Növbəti addım",
    "Bir həftəyə", "Görüşü saxla", "Yazıldı.", "Səhərlər iki satıcı lazımdır", "Bu vaxtları təklif et", "Razılaşdıq",
)  # fmt: skip
RU = Words(
    "ru", "Dənizkənarı İstirahət", "Короткая запись", "Кто был?", "Что сказали, одной фразой?", "Следующий шаг",
    "Через неделю", "Сохранить встречу", "Записано.", "Нужны две продавщицы по утрам", "Предложить это время",
    "Договорились",
)  # fmt: skip


def main(page: Page) -> Locator:
    return page.get_by_role("main")


def fits(page: Page) -> bool:
    return bool(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("words", [AZ, RU], ids=["az", "ru"])
def test_a_visit_is_written_down_at_the_door_in_six_inputs(visitor: Callable[..., Page], words: Words) -> None:
    page = visitor(STAFF)
    page.goto(f"/language/{words.language}?next=/info-sessions/quick")
    expect(page.get_by_role("heading", level=1)).to_have_text(words.quick_log)
    form = main(page).locator("form.fields")
    asked = [one for one in form.locator(INPUTS).all() if one.is_visible()]
    assert len(asked) <= 6
    assert fits(page)

    form.locator("select").select_option(label=words.partner)
    form.get_by_label(words.who).fill("Rəşad Əliyev")
    form.get_by_label(words.heard).fill(words.sentence)
    form.get_by_label(words.next_step).fill("CV")
    form.get_by_role("radio", name=words.in_a_week).check()
    form.get_by_role("button", name=words.save).click()
    expect(page.locator("body")).to_contain_text(words.written_down)
    for told in (words.partner, "Rəşad Əliyev", words.sentence, "CV"):
        expect(main(page)).to_contain_text(told)


@pytest.mark.parametrize("words", [AZ, RU], ids=["az", "ru"])
def test_an_owner_takes_a_time_with_one_tap_and_the_session_shows_it(
    visitor: Callable[..., Page], words: Words
) -> None:
    staff = visitor(STAFF)
    staff.goto(f"/language/{words.language}?next=/info-sessions/new")
    staff.locator("#host_id").select_option(label=words.partner)
    staff.locator("#starts_at").fill(f"{today() + timedelta(days=20)}T10:00")
    main(staff).locator("form.fields button.btn-primary").click()
    staff.wait_for_url(re.compile(r"/info-sessions/\d+$"))
    session = staff.url
    staff.goto(f"{session}/invitation")
    for number, days in enumerate((21, 22, 23), 1):
        staff.locator(f"#time{number}").fill(f"{today() + timedelta(days=days)}T11:30")
    main(staff).get_by_role("button", name=words.propose).click()
    address = staff.locator("#letter").input_value().split()[-1]

    # The owner has no account, and here not even scripts.
    owner = visitor(None, scripts=False)
    owner.goto(f"/language/{words.language}?next={urlsplit(address).path}")
    expect(owner.locator("html")).to_have_attribute("lang", words.language)
    times = main(owner).locator("button[name=time]:not([value=none])")
    expect(times).to_have_count(3)
    assert fits(owner)
    picked = times.nth(1).inner_text()
    times.nth(1).click()
    expect(main(owner)).to_contain_text(words.agreed)
    expect(main(owner)).to_contain_text(picked)
    expect(times).to_have_count(0)

    staff.goto(session)
    expect(main(staff).locator("dl").first).to_contain_text(picked)
