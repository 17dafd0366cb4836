"""In a village without signal: the day's plan is readable, what is written down waits, and arrives exactly once."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, expect

from tests.browser.conftest import PASSWORD, PHONE, Site

pytestmark = pytest.mark.browser

STAFF, COLLEAGUE = "aysel@neftchala.example.com", "gunel@sabirabad.example.com"
SENTENCE, PROMISE = "Payızda dörd nəfər lazım olacaq", "Mövsümə dörd qadın götürəcəyik"

KEPT = """async (path) => {
  for (const name of await caches.keys()) {
    if (name.startsWith("pages-") && await (await caches.open(name)).match(path, { ignoreVary: true })) return true;
  }
  return false;
}"""
OUTBOX = """() => new Promise((resolve) => {
  const opening = indexedDB.open("korpu", 1);
  opening.onsuccess = () => {
    const asked = opening.result.transaction("outbox").objectStore("outbox").getAll();
    asked.onsuccess = () => { opening.result.close(); resolve(asked.result); };
  };
})"""
PUT_BACK = """() => new Promise((resolve) => {
  const opening = indexedDB.open("korpu", 1);
  opening.onsuccess = () => {
    const work = opening.result.transaction("outbox", "readwrite");
    work.objectStore("outbox").put(window.copy);
    work.oncomplete = () => { opening.result.close(); resolve(); };
  };
})"""
TAKE_COPY = f"async () => {{ window.copy = (await ({OUTBOX})())[0]; return Boolean(window.copy); }}"
ALL_TEXT = """async () => {
  const texts = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith("pages-")) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) texts.push(await (await cache.match(request, { ignoreVary: true })).text());
  }
  return texts.join() + JSON.stringify({ ...localStorage }) + document.documentElement.outerHTML;
}"""

STORED = """async () => {
  const texts = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith("pages-")) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) texts.push(await (await cache.match(request, { ignoreVary: true })).text());
  }
  return texts.join();
}"""
KEYS = """() => new Promise((resolve) => {
  const opening = indexedDB.open("korpu-keys", 1);
  opening.onsuccess = () => {
    const asked = opening.result.transaction("keys").objectStore("keys").getAll();
    asked.onsuccess = () => { opening.result.close(); resolve(asked.result.map((one) => one.key.extractable)); };
  };
})"""


class Pocket:
    """One phone: what its browser stores stays when the browser is closed and opened again."""

    def __init__(self, kind: BrowserType, options: dict[str, object], folder: Path, url: str) -> None:
        self._kind, self._options, self._folder, self._url = kind, options, folder, url
        self.context: BrowserContext | None = None

    def open(self, *, offline: bool = False) -> Page:
        more = {"viewport": PHONE, "locale": "az-AZ", "base_url": self._url}
        self.context = self._kind.launch_persistent_context(self._folder, **self._options, **more)
        self.context.set_default_timeout(15_000)
        self.context.set_offline(offline)
        return self.context.pages[0] if self.context.pages else self.context.new_page()

    def signal(self, there: bool) -> None:
        assert self.context
        self.context.set_offline(not there)

    def close(self) -> None:
        if self.context:
            self.context.close()
        self.context = None


@pytest.fixture
def phone(
    browser_type: BrowserType, browser_type_launch_args: dict[str, object], tmp_path: Path, site: Site
) -> Iterator[Pocket]:
    made = Pocket(browser_type, browser_type_launch_args, tmp_path / "phone", site.url)
    yield made
    made.close()


def sign_in(page: Page, login: str) -> None:
    page.goto("/sign-in")
    page.get_by_label("E-poçt, telefon və ya giriş adınız").fill(login)
    page.get_by_label("Şifrə").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Daxil ol").click()
    page.wait_for_url(re.compile("/today"))


def partner_named(page: Page, name: str) -> str:
    page.goto(f"/partners?q={name}")
    page.get_by_role("main").get_by_role("link", name=name).first.click()
    page.wait_for_url(re.compile(r"/partners/\d+$"))
    return page.url.rsplit("/", 1)[1]


def keeps(page: Page, path: str) -> None:
    """Waits until the phone keeps this page."""
    for _ in range(60):
        if page.evaluate(KEPT, path):
            return
        page.wait_for_timeout(250)
    pytest.fail(f"{path} is not kept")


def held(page: Page, partner: str) -> int:
    page.goto(f"/info-sessions?partner={partner}&state=held")
    return page.get_by_role("article").count()


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


def empties(page: Page) -> None:
    """Waits until nothing is left in the outbox."""
    for _ in range(60):
        if page.evaluate(OUTBOX) == []:
            return
        page.wait_for_timeout(250)
    pytest.fail("the outbox still holds something")


def test_a_session_logged_without_signal_arrives_once_though_the_browser_was_closed(phone: Pocket) -> None:
    page = phone.open()
    sign_in(page, STAFF)
    partner = partner_named(page, "Neftçala Tikiş Sexi")
    before = held(page, partner)
    page.goto(f"/info-sessions/new?partner={partner}")
    press(page, "Görüş indi gedir")
    page.wait_for_url(re.compile("/log$"))
    log = page.url.split("/", 3)[3]
    page.goto("/today")
    for path in ("/today", f"/{log}", f"/partners/{partner}", "/offline"):
        keeps(page, path)

    # The signal is gone. Today, the partner and the form are still there, and say that they are copies.
    phone.signal(False)
    page.goto(f"/partners/{partner}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Neftçala Tikiş Sexi")
    expect(page.locator("#kept-note")).to_be_visible()
    page.goto("/today")
    page.locator(f"a[href='/{log}']").first.click()
    page.get_by_label("Nə eşitdik").fill(SENTENCE)
    page.locator("#promise1_kind").select_option("vacancy")
    page.locator("#promise1_words").fill(PROMISE)
    page.locator("#promise1_due").fill("2026-12-20")
    press(page, "Görüşü saxla")
    expect(page.locator("#cloud")).to_contain_text("1")
    phone.close()

    # The browser was closed; it opens again, still without signal: the session waits, readable for her alone.
    page = phone.open(offline=True)
    page.goto("/offline")
    expect(page.locator("#letters article")).to_have_count(1)
    expect(page.locator("#letters")).to_contain_text("Siqnal gözləyir")
    assert SENTENCE in (page.locator("#letters").text_content() or "")
    assert page.evaluate(TAKE_COPY)

    # The signal is back: it arrives by itself, with its promise.
    phone.signal(True)
    empties(page)
    expect(page.locator("#letters article")).to_have_count(0)

    # The same letter once more changes nothing.
    page.evaluate(PUT_BACK)
    page.evaluate("() => window.korpu.flush()")
    empties(page)
    assert held(page, partner) == before + 1
    page.goto(f"/partners/{partner}")
    assert page.locator("#promises").get_by_text(PROMISE).count() == 1


def test_a_quick_log_without_signal_is_locked_for_the_next_person_on_the_phone(phone: Pocket) -> None:
    page = phone.open()
    sign_in(page, STAFF)
    partner = partner_named(page, "Mirvari Şirniyyat Evi")
    before = held(page, partner)
    page.goto(f"/info-sessions/quick?partner={partner}")
    keeps(page, f"/info-sessions/quick?partner={partner}")
    page.goto("/today")
    keeps(page, "/today")
    page.goto(f"/info-sessions/quick?partner={partner}")
    phone.signal(False)
    page.reload()
    page.get_by_label("Bir cümlə ilə").fill(SENTENCE)
    press(page, "Görüşü saxla")
    expect(page.locator("#cloud")).to_contain_text("1")
    page.goto("/today")

    # Signing out warns; a colleague signs in on the same phone and finds nothing of it.
    warned: list[str] = []
    page.once("dialog", lambda dialog: (warned.append(dialog.message), dialog.dismiss()))
    page.locator("details[data-menu] summary .disc").click()
    page.get_by_role("button", name="Çıxış").click()
    assert "1" in warned[0]
    phone.close()
    page = phone.open(offline=True)
    assert phone.context
    phone.context.clear_cookies()
    phone.signal(True)
    sign_in(page, COLLEAGUE)
    page.goto("/offline")
    expect(page.locator("#letters-none")).to_be_visible()
    keeps(page, "/offline")
    everything = page.evaluate(ALL_TEXT)
    assert SENTENCE not in everything
    assert "Mirvari" not in everything
    assert len(page.evaluate(OUTBOX)) == 1
    phone.signal(False)
    page.goto(f"/info-sessions/quick?partner={partner}")
    expect(page.get_by_role("main")).not_to_contain_text("Mirvari")
    phone.signal(True)

    # She comes back: what she wrote is sent.
    phone.context.clear_cookies()
    sign_in(page, STAFF)
    empties(page)
    assert held(page, partner) == before + 1


def test_what_is_refused_stays_with_its_reason_and_can_be_corrected(phone: Pocket) -> None:
    page = phone.open()
    sign_in(page, STAFF)
    partner = partner_named(page, "Xıllı Süd")
    before = held(page, partner)
    page.goto(f"/info-sessions/quick?partner={partner}")
    for path in (f"/info-sessions/quick?partner={partner}", "/offline"):
        keeps(page, path)
    phone.signal(False)
    page.reload()
    page.get_by_label("Kim iştirak etdi?").fill("Yeni Adam")
    press(page, "Görüşü saxla")
    expect(page.locator("#cloud")).to_contain_text("1")
    page.goto("/offline")
    phone.signal(True)
    expect(page.locator("#letters")).to_contain_text("Qəbul olunmadı")
    expect(page.locator("#letters .reason")).to_contain_text("Bir cümlə ilə")
    page.get_by_role("link", name="Açıb düzəlt").click()
    expect(page.get_by_label("Kim iştirak etdi?")).to_have_value("Yeni Adam")
    page.get_by_label("Bir cümlə ilə").fill(SENTENCE)
    press(page, "Görüşü saxla")
    page.wait_for_url(re.compile(r"/info-sessions/\d+$"))
    assert page.evaluate(OUTBOX) == []
    assert held(page, partner) == before + 1


def test_an_answer_lost_on_the_way_makes_no_second_record(visitor: Callable[..., Page], browser: Browser) -> None:
    page = visitor(STAFF, service_workers="block")  # what passes by the worker cannot be lost by the test
    page.goto("/partners/new")
    lost = []

    def lose(route: object) -> None:
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch(max_redirects=0))
            route.abort()
        else:
            route.continue_()

    page.route("**/*", lose)
    page.locator("#name").fill("Cavabı itən şirkət")
    page.locator("main form .buttons .btn-primary").click()
    page.wait_for_url(re.compile(r"/partners/\d+$"))
    page.goto("/partners?q=Cavab%C4%B1+it%C9%99n")
    assert page.get_by_role("main").get_by_role("link", name="Cavabı itən şirkət").count() == 1
    assert lost


def test_kept_pages_lie_locked_and_the_key_goes_with_signing_out(phone: Pocket) -> None:
    page = phone.open()
    sign_in(page, STAFF)
    partner = partner_named(page, "Mirvari Şirniyyat Evi")
    keeps(page, f"/partners/{partner}")
    stored = page.evaluate(STORED)
    assert stored
    assert "Mirvari" not in stored
    assert page.evaluate(KEYS) == [False]
    phone.signal(False)
    page.reload()
    expect(page.get_by_role("main")).to_contain_text("Mirvari")
    phone.signal(True)
    page.goto("/today")
    page.locator("details[data-menu] summary .disc").click()
    page.get_by_role("button", name="Çıxış").click()
    page.wait_for_url(re.compile("/$|/sign-in"))
    for _ in range(40):
        if not page.evaluate(KEYS):
            break
        page.wait_for_timeout(250)
    assert page.evaluate(KEYS) == []
    assert page.evaluate(STORED) == ""
