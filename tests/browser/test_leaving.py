"""A woman leaves her page in a moment: a key pressed twice, and the way back does not lead to it."""

from collections.abc import Callable

from playwright.sync_api import Page


def test_escape_twice_leaves_her_page_for_good(visitor: Callable[..., Page]) -> None:
    page = visitor("uzv1@example.com")
    page.route("https://az.wikipedia.org/**", lambda route: route.fulfill(body="<h1>Vikipediya</h1>"))
    page.keyboard.press("Escape")
    assert "/my" in page.url
    page.keyboard.press("Escape")
    page.wait_for_url("https://az.wikipedia.org/**")
    page.go_back()
    assert "/my" not in page.url
    page.goto("/my/")
    assert "/sign-in" in page.url
