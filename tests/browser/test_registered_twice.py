"""A woman stands twice: all are compared, the two are put side by side, made one, and two again."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

STAFF = "gunel@sabirabad.example.com"
LETTERS = str.maketrans("əƏıİöÖüÜşŞçÇğĞ", "eEiIoOuUsScCgG")


def test_staff_makes_two_records_one_and_undoes_it(visitor: Callable[..., Page]) -> None:
    staff = visitor(STAFF)
    staff.goto("/members")
    main = staff.get_by_role("main")
    staff.get_by_role("link", name="İki dəfə yazılıb?").first.click()
    main.get_by_role("button", name=re.compile("Bütün qadınları (yenidən )?müqayisə et")).click()
    expect(main.get_by_text("Bütün qadınlar müqayisə olundu.")).to_be_visible(timeout=30_000)

    staff.goto("/members/duplicates")
    pair = main.get_by_role("article").first
    expect(pair).to_contain_text("eyni telefon")
    one, other = pair.locator("a[href^='/members/']:has(b)").all()
    name, gone = one.inner_text().split()[0], one.get_attribute("href") or ""
    stays = other.get_attribute("href") or ""
    pair.get_by_role("link", name="Yan-yana qoy").click()
    assert staff.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    main.get_by_role("group", name="Adı", exact=True).locator("label").filter(has_text=name).click()
    main.get_by_role("button", name="Birləşdir").click()

    expect(staff).to_have_url(re.compile(stays + "$"))
    expect(main.get_by_role("heading", level=1)).to_contain_text(name)
    staff.goto(gone)
    expect(staff).to_have_url(re.compile(stays + "$"))
    main.get_by_role("button", name=re.compile("^Geri qaytar")).click()
    expect(staff.get_by_text("Yenə iki yazıdır")).to_be_visible()
    expect(main.get_by_role("heading", level=1)).to_contain_text(name.translate(LETTERS))
    staff.goto(gone)
    expect(main.get_by_role("heading", level=1)).to_contain_text(name)
