"""On a phone, beside the woman: her profile step by step, each step kept before the next one opens."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

STAFF = "aysel@neftchala.example.com"


def test_she_is_registered_by_name_and_asked_step_by_step(visitor: Callable[..., Page]) -> None:
    staff = visitor(STAFF)
    staff.goto("/members/new")
    staff.locator("[name=first_name]").fill("Zülfiyyə")
    staff.get_by_role("main").get_by_role("button", name="Qeydə al").click()
    expect(staff.locator("#profile")).to_contain_text("6 addımdan 0")

    staff.locator("#profile").get_by_role("link").click()
    staff.locator("[name=birth_year]").fill("1850")
    _go_on(staff)
    expect(staff.locator("#birth_year-error")).to_be_visible()
    expect(staff.locator("[name=birth_year]")).to_have_value("1850")
    staff.locator("[name=birth_year]").fill("1987")
    _go_on(staff)
    expect(staff).to_have_url(re.compile("/profile/place$"))
    staff.locator("[name=max_distance_km]").fill("10")
    _go_on(staff)
    staff.locator("input[name=phone]").fill("050 777 66 55")
    _go_on(staff)
    staff.locator("[name=skills_text]").press_sequentially("tort bişirirəm")
    expect(staff.locator("#members-reading")).to_contain_text(re.compile("tort|şirniyyat", re.IGNORECASE))
    assert staff.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    staff.get_by_role("main").get_by_role("button", name="Yadda saxla, qalanı sonra").click()

    expect(staff.locator("#profile")).to_contain_text("6 addımdan 3")
    expect(staff.locator("#skills")).to_contain_text("tort bişirirəm")
    expect(staff.locator("#profile").get_by_role("link")).to_have_attribute("href", re.compile("/profile/place$"))


def _go_on(staff: Page) -> None:
    staff.get_by_role("main").get_by_role("button", name=re.compile("^Yadda saxla və davam et")).click()
