"""The suggestions under the place field: what people type, and what they get."""

import pytest
from flask.testing import FlaskClient

from crm.extensions import db
from crm.places.enums import SettlementKind
from crm.places.models import Settlement
from crm.places.names import refresh_search_text
from tests import factories


def suggested(client: FlaskClient, typed: str) -> str:
    answer = client.get("/places/suggest", query_string={"q": typed})
    assert answer.status_code == 200, answer.text
    return answer.text


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("xil", "Xıllı, Neftçala"),
        ("bilesuvar", "Biləsuvar"),
        ("BİLƏSUVAR şəhəri", "Biləsuvar"),
        ("Puşkino", "Biləsuvar"),
        ("Severo-Vostochnyy", "Bankə, Neftçala"),
        ("Sovetabad", "Həsənabad, Neftçala"),
        ("Петропавловка", "Sabirabad"),
        ("Нефтечала", "Neftçala"),
        ("сабира", "Sabirabad"),
        ("Цавад", "Cavad, Sabirabad"),
        ("sabirabd", "Sabirabad"),
        ("qalaqayn", "Qalaqayın, Sabirabad"),
        ("surra, neft", "Bala Surra, Neftçala"),
        ("muğan gencəli", "Muğangəncəli, Sabirabad"),
    ],
)
def test_anybody_typing_in_her_own_spelling_is_offered_the_place(client: FlaskClient, typed: str, place: str) -> None:
    assert f'value="{place}"' in suggested(client, typed)


def test_somebody_reading_russian_is_offered_russian_names(client: FlaskClient) -> None:
    client.set_cookie("language", "ru")
    assert 'value="Хыллы, Нефтечалинский район"' in suggested(client, "xilli")


def test_the_town_comes_before_the_villages_of_its_name(client: FlaskClient) -> None:
    rayon = factories.settlement("Biləsuvar").rayon
    village = Settlement(rayon=rayon, kind=SettlementKind.VILLAGE, name_az="Sabirabad")
    refresh_search_text(village)
    factories.save(village)
    db.session.commit()
    options = suggested(client, "sabirabad")
    assert options.index('"Sabirabad"') < options.index('"Sabirabad, Biləsuvar"')


@pytest.mark.parametrize("typed", ["", " ", "%", "_", "|", "'", "\x00", "\x00%_\x00", "0w1x" * 1500, "-" * 90, ",,,"])
def test_odd_input_is_answered_with_no_suggestions(client: FlaskClient, typed: str) -> None:
    assert "<option" not in suggested(client, typed)


def test_markup_comes_back_as_text(client: FlaskClient) -> None:
    assert 'label="&lt;b&gt;"' in suggested(client, "<b>")


def test_a_form_asks_under_the_name_of_its_own_field(client: FlaskClient) -> None:
    answer = client.get("/places/suggest?field=settlement_id&settlement_id=xilli")
    assert 'value="Xıllı, Neftçala"' in answer.text
