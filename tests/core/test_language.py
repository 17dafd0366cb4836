"""The page speaks the language somebody chose, else the one of the user, else Azerbaijani."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from crm.accounts.models import User
from crm.i18n import LANGUAGES, alphabet_key
from tests import factories

WELCOME = {"az": "Daxil ol", "ru": "Войти", "en": "Sign in"}


def test_a_first_visit_is_in_azerbaijani_whatever_the_browser_wishes(client: FlaskClient, user: User) -> None:
    """Phones in the villages are often set to English or Russian by whoever sold them."""
    page = client.get("/sign-in", headers={"Accept-Language": "ru,en;q=0.5"})
    assert '<html lang="az">' in page.text
    assert WELCOME["az"] in page.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_switch_is_remembered(client: FlaskClient, user: User, language: str) -> None:
    answer = client.get(f"/language/{language}", query_string={"next": "/sign-in?next=/members/"})
    assert answer.location == "/sign-in?next=/members/"
    for _time in range(2):
        page = client.get("/sign-in").text
        assert f'<html lang="{language}">' in page
        assert WELCOME[language] in page


def test_an_unknown_language_does_not_exist(client: FlaskClient, user: User) -> None:
    assert client.get("/language/de").status_code == 404
    client.set_cookie("language", "de")
    assert '<html lang="az">' in client.get("/sign-in").text


def test_the_switch_leads_nowhere_else(client: FlaskClient, user: User) -> None:
    assert client.get("/language/ru", query_string={"next": "//evil.example"}).location == "/"


def test_who_signs_in_reads_the_language_of_the_own_account(sign_in: Callable[..., FlaskClient]) -> None:
    browser = sign_in(factories.user(language="ru"))
    assert '<html lang="ru">' in browser.get("/partners/").text
    browser.get("/language/en")
    assert '<html lang="en">' in browser.get("/partners/").text


@pytest.mark.parametrize(
    ("code", "in_order"),
    [
        ("az", ["Ağdam", "Cəlilabad", "Əli Bayramlı", "Gədəbəy", "Xızı", "İmişli", "Qax", "Sumqayıt", "Şəki", "Ucar"]),
        ("ru", ["Агдам", "Ёлка", "Жук", "Шеки", "Шеки 2"]),
        ("en", ["Aghdam", "Əli", "Baku", "Shaki", "Şəmkir", "Ujar"]),
    ],
)
def test_places_stand_in_the_order_of_the_alphabet(code: str, in_order: list[str]) -> None:
    assert sorted(set(in_order), key=lambda name: alphabet_key(name, code)) == in_order
