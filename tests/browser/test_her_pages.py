"""A woman with a small old phone: she comes in with her card, sees who has seen her record, and takes her CV along."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

SMALL = {"width": 320, "height": 568}


def test_she_signs_in_by_card_sees_who_looked_and_keeps_her_cv(visitor: Callable[..., Page]) -> None:
    staff = visitor("aysel@neftchala.example.com")
    staff.goto("/members?q=solmaz")
    staff.get_by_role("main").locator("a[href^='/members/']").filter(has_text=re.compile("^Solmaz")).first.click()
    staff.wait_for_url(re.compile(r"/members/\d+$"))
    staff.goto(f"{staff.url}/access")
    staff.locator("input[name=way][value=card]").check(force=True)
    staff.get_by_role("main").locator("form button[type=submit]").first.click()
    staff.locator(".h2.num").first.wait_for()
    code, pin = staff.locator(".h2.num").all_inner_texts()

    her = visitor(viewport=SMALL)
    her.goto(f"/sign-in?card={code}")
    her.locator("[name=password]").fill(pin)
    her.get_by_role("main").get_by_role("button", name="Daxil ol").click()
    her.wait_for_url("**/my/pin")
    for field in ("new", "again"):
        her.locator(f"[name={field}]").fill("470913")
    her.get_by_role("main").locator("form button[type=submit]").click()
    her.wait_for_url("**/my/")
    her.get_by_role("link", name="Qeydimə kim baxıb").click()
    her.wait_for_url("**/my/who-looked")
    expect(her.get_by_role("main")).to_contain_text("Sizin mərkəz")
    expect(her.get_by_role("main")).not_to_contain_text("Aysel")
    for path in ("/my/", "/my/who-looked", "/my/asked", "/my/ask/deletion", "/my/profile", "/my/consents", "/my/cv"):
        her.goto(path)
        assert her.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"), path
    with her.expect_download() as kept:
        her.get_by_role("main").get_by_role("link", name="Azərbaycanca", exact=True).click()
    assert kept.value.suggested_filename == "cv.pdf"
