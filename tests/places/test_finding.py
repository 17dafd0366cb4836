"""The settlement a list means, and how far places are from each other."""

import pytest
from flask import Flask
from sqlalchemy import func, select

from crm.extensions import db
from crm.places.distance import as_point, km_between
from crm.places.models import EconomicRegion, Rayon, Settlement
from crm.places.operations import find_settlement
from tests import factories


@pytest.mark.parametrize(
    ("name", "rayon", "place"),
    [
        ("Xıllı", "Neftçala", "Xıllı"),
        ("xilli", "neftcala rayonu", "Xıllı"),
        ("Xilly", "Neftçala", "Xıllı"),
        ("Muradbeyili", "Sabirabad", "Muradbəyli"),
        ("Əhməd abad", "Sabirabad", "Əhmədabad"),
        ("Xıllı, Neftçala", None, "Xıllı"),
        ("Şəki şəhəri", "Şəki şəhəri", "Şəki"),
        ("Lənkəran", "Lənkəran", "Lənkəran"),
        ("Сабирабад", "Сабирабадский район", "Sabirabad"),
    ],
)
def test_a_list_names_a_known_place_in_its_own_spelling(app: Flask, name: str, rayon: str | None, place: str) -> None:
    found = find_settlement(name, rayon)
    assert found is not None
    assert found.name_az == place


@pytest.mark.parametrize(
    ("name", "rayon"), [("Yenikənd", None), ("Atlantis", "Neftçala"), ("", "Neftçala"), (None, None)]
)
def test_an_unclear_or_unknown_name_without_coordinates_is_nobodys_guess(app: Flask, name: str, rayon: str) -> None:
    before = db.session.scalar(select(func.count()).select_from(Settlement))
    assert find_settlement(name, rayon, create=True) is None
    assert db.session.scalar(select(func.count()).select_from(Settlement)) == before


def test_coordinates_place_a_known_village_once(app: Flask) -> None:
    found = find_settlement("Surra", "Sabirabad", "40.05", "48.60")
    assert found is not None
    assert found.point == (40.05, 48.60)
    find_settlement("Surra", "Sabirabad", 40.06, 48.61, create=True)
    assert found.point == (40.05, 48.60)


def test_coordinates_make_an_unknown_village_one_record(app: Flask) -> None:
    made = find_settlement("Təzəkənd kəndi", "Sabirabad rayonu", 40.1, 48.4, create=True)
    assert made is not None
    assert (made.name_az, made.rayon.name_az, made.point) == ("Təzəkənd", "Sabirabad", (40.1, 48.4))
    assert find_settlement("tezekend", "Sabirabad", 40.1, 48.4, create=True) == made
    assert find_settlement("Uzaqkənd", None, 39.38, 49.2, create=True).rayon.name_az == "Neftçala"


def test_a_neighbour_village_of_a_similar_name_is_another_village(app: Flask) -> None:
    first = find_settlement("Birinci Mayak", "Neftçala", 39.30, 49.20, create=True)
    second = find_settlement("İkinci Mayak", "Neftçala", 39.303, 49.203, create=True)
    assert first is not None
    assert second is not None
    assert first.id != second.id


def test_every_shipped_place_has_names_in_three_languages_and_the_three_rayons_their_villages(app: Flask) -> None:
    assert db.session.scalar(select(func.count()).select_from(EconomicRegion)) == 14
    assert db.session.scalar(select(func.count()).select_from(Rayon)) == 78
    unnamed = select(Settlement.name_az).where((Settlement.name_ru == "") | (Settlement.name_en == ""))
    assert db.session.scalars(unnamed).all() == []
    villages = select(func.count()).join(Settlement.rayon).where(Settlement.kind == "village")
    assert db.session.scalar(villages.where(Rayon.name_az == "Sabirabad")) == 74
    without = select(Settlement.name_az).where(Settlement.source == "", Settlement.lat.is_not(None))
    assert db.session.scalars(without).all() == []


def test_distance_follows_the_map(app: Flask) -> None:
    sabirabad, neftcala = factories.settlement("Sabirabad").point, factories.settlement("Neftçala").point
    assert sabirabad is not None
    assert neftcala is not None
    assert km_between(sabirabad, neftcala) == pytest.approx(96.0, abs=1.5)
    assert km_between(sabirabad, sabirabad) == 0
    assert km_between((0, 0), (0, 180)) == pytest.approx(20015, abs=1)


@pytest.mark.parametrize(
    "pair", [("", ""), ("40", ""), (None, None), ("nan", "48"), ("inf", "48"), ("0", "0"), ("x", "y")]
)
def test_half_a_point_or_one_abroad_is_no_point(pair: tuple[str, str]) -> None:
    assert as_point(*pair) is None


def test_a_comma_in_a_number_is_a_decimal_point() -> None:
    assert as_point("40,00869", "48,47701") == (40.00869, 48.47701)
