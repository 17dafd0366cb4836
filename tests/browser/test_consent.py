"""She is asked with the phone in her hand: the words, exactly what the company will see, her yes, and taking it back."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

STAFF = "aysel@neftchala.example.com"
COMPANY = "Kür Balıq"


def test_she_sees_what_the_company_will_see_and_says_yes(visitor: Callable[..., Page]) -> None:
    staff = visitor(STAFF)
    staff.goto("/members?q=aygün")
    main = staff.get_by_role("main")
    main.locator("a[href^='/members/']").filter(has_text=re.compile("^Aygün")).first.click()
    her_name = main.get_by_role("heading", level=1).inner_text()
    main.get_by_role("link", name="Tərəfdaşa göstərməyə razılığını soruş").click()
    chosen = main.locator("select[name=partner_id]")
    chosen.select_option(label=next(one for one in chosen.locator("option").all_inner_texts() if COMPANY in one))
    main.get_by_role("button", name="Mətni göstər").click()

    preview = staff.locator("#preview")
    expect(preview.get_by_role("heading", name=re.compile("məhz bunu görür"))).to_be_visible()
    expect(preview.get_by_text("Yalnız o “bəli” deyəndən sonra").first).to_be_visible()
    expect(preview.get_by_role("article").filter(has_text=her_name).first).to_be_visible()
    assert staff.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")

    staff.get_by_label("Razılığını necə bildirdi").select_option("paper")
    main.get_by_role("button", name="Razılığını yaz").click()
    consents = staff.locator("#consents")
    expect(consents).to_contain_text(COMPANY)
    consents.get_by_role("link", name="Nə görürlər").first.click()
    expect(staff.get_by_role("heading", name=re.compile("məhz bunu görür"))).to_be_visible()
    staff.go_back()
    told = consents.get_by_role("listitem").filter(has_text=COMPANY)
    told.get_by_role("button", name="Geri götürür").click()
    expect(consents.get_by_role("listitem").filter(has_text=COMPANY)).to_contain_text("geri götür")
