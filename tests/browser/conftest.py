"""A running Körpü with the examples, as `run.py` starts it, and phones that look at it."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from crm.config import ROOT

PHONE = {"width": 390, "height": 844}
PASSWORD = "korpu-numune"
LONGEST_START = 60


@dataclass(frozen=True)
class Site:
    """A running server: its address, and the command line beside it."""

    url: str
    environment: dict[str, str]

    def report(self) -> dict[str, dict[str, object]]:
        """The donor report as `flask results report` prints it, by indicator code."""
        command = [sys.executable, "-m", "flask", "--app", "wsgi", "results", "report", "--format", "json"]
        said = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, check=True)
        return {figure["code"]: figure for figure in json.loads(said.stdout)["indicators"]}


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    """The system's own Chromium."""
    return {**browser_type_launch_args, "executable_path": os.environ.get("CHROMIUM", "/usr/bin/chromium")}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One server for all browser tests; each test walks where no other does."""
    folder = tmp_path_factory.mktemp("site")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    kept = {name: text for name, text in os.environ.items() if not name.startswith("CRM_")}
    environment = {**kept, "CRM_INSTANCE": str(folder), "HOST": "127.0.0.1", "PORT": str(port), "PYTHONUTF8": "1"}
    log = (folder / "server.log").open("w")
    server = subprocess.Popen([sys.executable, "-m", "crm.serve"], cwd=ROOT, env=environment, stdout=log, stderr=log)
    site = Site(f"http://127.0.0.1:{port}", environment)
    try:
        _wait(site.url, server, folder / "server.log")
        yield site
    finally:
        server.terminate()
        server.wait(20)
        log.close()


def _wait(url: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + LONGEST_START
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urlopen(f"{url}/readyz", timeout=LONGEST_START):
                return
        except OSError:  # refused, or reset while it starts
            time.sleep(0.2)
    pytest.fail(f"the server did not start:\n{log.read_text()}")


@pytest.fixture
def visitor(browser: Browser, site: Site) -> Iterator[Callable[..., Page]]:
    """`visitor("aysel@...")` gives a phone on which that person is signed in, in Azerbaijani. A mistake in a page's
    script, and anything the content policy refuses, fails the test."""
    open_ones: list[BrowserContext] = []
    mistakes: list[str] = []

    def visit(login: str | None = None, *, scripts: bool = True, **more: object) -> Page:
        options = {"viewport": PHONE, "locale": "az-AZ", "base_url": site.url, **more}
        context = browser.new_context(java_script_enabled=scripts, **options)
        open_ones.append(context)
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.on("pageerror", lambda error: mistakes.append(str(error)))
        page.on("console", lambda line: mistakes.append(line.text) if "Content Security Policy" in line.text else None)
        if login:
            page.goto("/sign-in")
            page.get_by_label("E-poçt, telefon və ya giriş adınız").fill(login)
            page.get_by_label("Şifrə").fill(PASSWORD)
            page.get_by_role("main").get_by_role("button", name="Daxil ol").click()
            page.wait_for_url(lambda url: "sign-in" not in url)
        return page

    yield visit
    for context in open_ones:
        context.close()
    assert mistakes == []
