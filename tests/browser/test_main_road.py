"""The whole road, walked on a phone in Azerbaijani: a company, a session, an opening, a woman, her yes, her work, the figure."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site

pytestmark = pytest.mark.browser

STAFF = "aysel@neftchala.example.com"
WOMAN, HER_LOGIN = "Bəsti Əhmədova", "uzv1@example.com"
OPENING = "Neftçalada iki nəfər tikişçi axtarırıq. Tikiş maşını və overlok bilməlidir. Tam gün, 500 manat maaş."


def button(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name, exact=True).first.click()


def link(page: Page, name: str | re.Pattern[str]) -> None:
    page.get_by_role("main").get_by_role("link", name=name).first.click()


def section(page: Page, name: str) -> None:
    """The bar at the bottom of the phone."""
    page.get_by_role("navigation", name="Əsas bölmələr").get_by_role("link", name=name).click()


def placed(page: Page) -> int:
    """Women introduced to work by the centre, as /results shows it."""
    page.goto("/results")
    part = page.locator(".sum-part").filter(has_text="mərkəz tanış edib")
    return int(part.first.locator("b").inner_text())


def test_a_company_is_visited_and_a_woman_gets_work(site: Site, visitor: Callable[..., Page]) -> None:
    before, seen_before = site.report(), placed(visitor(STAFF))
    staff = visitor(STAFF)

    # A company is found though its name is typed without the dots, and a session goes on there.
    section(staff, "Tərəfdaşlar")
    staff.get_by_role("searchbox").fill("neftcala tikis")
    link(staff, "Neftçala Tikiş Sexi")
    expect(staff.get_by_role("heading", level=1)).to_have_text("Neftçala Tikiş Sexi")
    link(staff, "Görüş planlaşdır")
    button(staff, "Görüş indi gedir")

    # It is written down; the words of the owner become needs as they are typed.
    staff.get_by_role("radio", name="Gəldi").first.check()
    staff.get_by_role("checkbox", name="İşini qoyub gedə bilmir").check()
    staff.get_by_label("Nə eşitdik").fill("İşçi çatmır, qadınları görmək istəyirlər.")
    staff.get_by_label("İşçi axtarırlar?").fill(OPENING)
    expect(staff.locator("#vacancies-reading")).to_contain_text("Overlok")
    button(staff, "Görüşü saxla")

    # The opening waits there as a draft; it is opened.
    staff.get_by_role("main").get_by_role("link", name=re.compile("ikişçi")).first.click()
    button(staff, "Vakansiyanı aç")
    link(staff, "Kim uyğundur, bax")

    # A woman who fits is asked.
    card = staff.get_by_role("article").filter(has_text=WOMAN)
    expect(card).to_contain_text("Overlok")
    card.get_by_role("button", name="Razılığını soruş").click()
    card.get_by_role("link", name="Yoluna bax").click()
    staff.wait_for_url(re.compile(r"/referrals/\d+$"))
    her_way = staff.url

    # She is asked one thing at a time. The first may wait; to the second, seeing why, she says yes.
    woman = visitor(HER_LOGIN)
    button(woman, "Sonra")
    expect(woman.locator("#asked")).to_contain_text("Overlok")
    button(woman, "Bəli")
    expect(woman.get_by_role("status").first).to_contain_text("Mərkəz sizi tanış edəcək")

    # She is introduced and hired.
    staff.goto(her_way)
    button(staff, "Tanış et")
    link(staff, "İşə götürüldü")
    staff.get_by_label("Müqavilə").first.select_option(index=1)
    staff.get_by_label("Haradan bilirik?").select_option(index=1)
    button(staff, "İşə qəbulu yaz")
    expect(staff.get_by_role("main")).to_contain_text("İşə götürülüb")

    after = site.report()
    assert after["OC1"]["value"] == before["OC1"]["value"] + 1
    assert after["OC1"]["parts"]["referral"] == before["OC1"]["parts"]["referral"] + 1
    assert placed(staff) == seen_before + 1


def test_an_owner_posts_an_opening_and_everybody_finds_it(visitor: Callable[..., Page]) -> None:
    owner = visitor("rashad@kurbaliq.example.com")
    link(owner, "Vakansiya elan et")
    owner.get_by_label("Sizə kim lazımdır?").fill(
        "Bankədə iki balıq təmizləyən axtarırıq, 520 manat maaş, səhər növbəsi"
    )
    expect(owner.locator("#portal-reading")).to_contain_text("520")
    button(owner, "Mərkəzə göndər")
    expect(owner.get_by_role("main")).to_contain_text("520")

    staff = visitor(STAFF)
    waiting = staff.get_by_role("main").get_by_role("link", name=re.compile("balıq təmizləyən", re.IGNORECASE)).first
    waiting.click()
    button(staff, "Təsdiqlə və aç")

    anybody = visitor()
    anybody.goto("/")
    link(anybody, "İş elanlarına bax")
    anybody.get_by_role("searchbox").fill("baliq temizleyen")
    anybody.get_by_role("searchbox").press("Enter")
    link(anybody, re.compile("balıq təmizləyən", re.IGNORECASE))
    expect(anybody.get_by_role("main")).to_contain_text("520")


def test_the_road_is_walked_without_scripts(visitor: Callable[..., Page]) -> None:
    staff = visitor(STAFF, scripts=False)
    staff.goto("/partners?q=mirvari")
    link(staff, "Mirvari Şirniyyat Evi")
    link(staff, "Görüş planlaşdır")
    button(staff, "Görüş indi gedir")
    staff.get_by_label("İşçi axtarırlar?").fill("Bir qənnadçı axtarırıq, tort bəzəməyi bacarsın, tam gün, 600 manat")
    button(staff, "Görüşü saxla")
    link(staff, re.compile("qənnadçı", re.IGNORECASE))
    button(staff, "Vakansiyanı aç")
    link(staff, "Kim uyğundur, bax")
    card = staff.get_by_role("article").first
    card.get_by_role("button", name="Razılığını soruş").click()
    expect(staff.get_by_role("article").first.get_by_role("link", name="Yoluna bax")).to_be_visible()

    woman = visitor("uzv2@example.com", scripts=False)
    link(woman, "Mərkəz mənim haqqımda nə bilir")
    expect(woman.get_by_role("main")).to_contain_text("Könül Əliyeva")
