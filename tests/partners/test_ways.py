"""Partners as a list, a board and a map: one address narrows all three; a card moves without dragging."""

import re

import pytest
from flask.testing import FlaskClient

from crm.extensions import db
from crm.partners.enums import PartnerKind, Stage
from crm.partners.models import Partner
from tests import factories


@pytest.fixture
def partner(staff: FlaskClient) -> Partner:
    made = factories.partner("Muğan Balıq", stage=Stage.CONTACTED, rayon_id=factories.settlement().rayon_id)
    factories.partner("Aqrar Bank", kind=PartnerKind.BANK, stage=Stage.HIRING)
    factories.partner("Gizli MMC", centre=factories.centre("Neftçala"), rayon_id=made.rayon_id)
    db.session.commit()
    return made


def card_form(page: str, partner: Partner) -> dict[str, str]:
    """The hidden fields of the card of a partner, and where it is sent."""
    form = re.search(rf'<form[^>]*action="(/partners/{partner.id}/stage[^"]*)".*?</form>', page, re.DOTALL)
    assert form
    fields = dict(re.findall(r'name="(csrf_token|client_key|version)"[^>]*value="([^"]*)"', form.group(0)))
    return {"action": form.group(1).replace("&amp;", "&"), **fields}


@pytest.mark.parametrize("way", ["", "/board", "/map"])
def test_what_narrows_the_list_narrows_board_and_map_and_stays_when_one_changes(
    staff: FlaskClient, partner: Partner, way: str
) -> None:
    page = staff.get(f"/partners{way}?kind=bank").text
    assert "Gizli" not in page
    assert "Muğan" not in page
    for other in ("", "board", "map"):
        assert re.search(rf'href="/partners/{other}\?kind=bank"', page)


def test_a_card_is_moved_from_the_board_and_one_comes_back_to_it(staff: FlaskClient, partner: Partner) -> None:
    board = staff.get("/partners/board?kind=company").text
    form = card_form(board, partner)
    answer = staff.post(form.pop("action"), data={**form, "stage": "session_held"})
    assert answer.status_code == 303
    assert answer.location == "/partners/board?kind=company"
    assert partner.stage == Stage.SESSION_HELD
    stale = staff.post(f"/partners/{partner.id}/stage", data={**form, "client_key": "1" * 32, "stage": "hiring"})
    assert stale.status_code == 409


def test_a_card_that_is_paused_is_asked_why(staff: FlaskClient, partner: Partner) -> None:
    form = card_form(staff.get("/partners/board").text, partner)
    answer = staff.post(form.pop("action"), data={**form, "stage": "paused"})
    assert answer.status_code == 422
    assert "reason-error" in answer.text


def test_the_board_finds_with_a_slip_of_the_pen(staff: FlaskClient, partner: Partner) -> None:
    page = staff.get("/partners/board?q=mugan+balik").text
    assert "Muğan Balıq" in page
    assert "Aqrar" not in page


def test_the_map_counts_by_rayon_and_each_dot_leads_to_its_list(staff: FlaskClient, partner: Partner) -> None:
    page = staff.get("/partners/map?stage=contacted").text
    assert re.search(
        rf'href="/partners/\?stage=contacted&amp;rayon={partner.rayon_id}"\s+aria-label="Sabirabad: 1"', page
    )
    everybody = staff.get("/partners/map").text
    assert re.search(r"Yeri məlum deyil</th>\s*<td class=\"num\">1</td>", everybody)


def test_rayons_to_choose_from_stand_in_the_order_of_the_alphabet(staff: FlaskClient, partner: Partner) -> None:
    for name in ("Şəki", "Zaqatala", "Çolpı", "Cəlilabad"):
        found = db.session.query(type(factories.settlement().rayon)).filter_by(name_az=name).first()
        if found:
            factories.partner(rayon_id=found.id)
    db.session.commit()
    select = re.search(r'<select[^>]*name="rayon".*?</select>', staff.get("/partners").text, re.DOTALL)
    assert select
    assert re.findall(r"<option[^>]*>([^<]+)</option>", select.group(0))[1:] == [
        "Cəlilabad",
        "Sabirabad",
        "Şəki",
        "Zaqatala",
    ]
