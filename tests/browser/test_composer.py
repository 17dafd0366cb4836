"""On a phone: an owner tells the free hours by a link, the composer finds who sits together, the day has its sheet."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

STAFF = "gunel@sabirabad.example.com"


def test_hours_told_by_a_link_become_a_plan_and_sessions(visitor: Callable[..., Page]) -> None:
    staff = visitor(STAFF)
    staff.goto("/partners?q=toy evi")
    staff.get_by_role("main").get_by_role("link", name="Sabirabad Toy Evi").click()
    staff.get_by_role("link", name="Sahibindən linklə soruşun").click()
    address = staff.get_by_label("Mesaj", exact=True).input_value().split()[-1]

    # The owner has no account, and here not even scripts.
    owner = visitor(None, scripts=False)
    owner.goto(urlsplit(address).path)
    expect(owner.get_by_role("main")).to_contain_text("Sabirabad Toy Evi")
    for day in ("Çərşənbə axşamı", "Çərşənbə", "Cümə axşamı"):
        owner.get_by_role("checkbox", name=f"{day}, Gündüz", exact=True).check()
    owner.get_by_role("main").get_by_role("button", name="Göndər", exact=True).click()
    expect(owner.get_by_role("heading", level=1)).to_have_text("Sağ olun")

    staff.goto("/info-sessions")
    staff.get_by_role("link", name="Kim kiminlə, nə vaxt").click()
    staff.get_by_role("button", name="Vaxtları tap").click()
    main = staff.get_by_role("main")
    expect(main).to_contain_text("Sabirabad Toy Evi")
    expect(main).to_contain_text("Birlikdə:")
    assert staff.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    main.get_by_role("button", name="Bu görüşləri planlaşdır").click()
    expect(staff).to_have_url(re.compile(r"/info-sessions/day\?on="))
    expect(staff.get_by_role("main")).to_contain_text("yola çıxın")
