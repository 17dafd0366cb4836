"""The administrator keeps the list of centres; staff see their own."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from crm.access import Role
from crm.accounts.models import User
from crm.centres.models import Centre
from crm.extensions import db
from tests import factories
from tests.counting import queries

TYPED = {"kind": "wrc", "address": "Nizami küçəsi 5", "phone": "+994 21 432 10 10"}


@pytest.fixture
def admin(sign_in: Callable[[User], FlaskClient]) -> FlaskClient:
    return sign_in(factories.user(Role.ADMINISTRATOR))


def centre(name: str = "Biləsuvar QRM") -> tuple[Centre, str]:
    made = factories.centre(name)
    db.session.commit()
    return made, f"/centres/{made.id}"


def test_administrator_adds_a_centre_and_finds_it_with_a_typo(admin: FlaskClient) -> None:
    rayon = factories.settlement("Biləsuvar").rayon_id
    answer = factories.post(admin, "/centres/new", name="Biləsuvar QRM", rayon_id=rayon, **TYPED)
    assert answer.status_code == 303, answer.text
    page = admin.get(answer.location).text
    assert "Nizami küçəsi 5" in page
    assert "Biləsuvar" in page
    for search in ("bilesuvar", "Bilsuvar", "qrm"):
        assert "Biləsuvar QRM" in admin.get("/centres", query_string={"q": search}).text
    assert "Biləsuvar QRM" not in admin.get("/centres?q=xyz").text


@pytest.mark.parametrize("name", ["Biləsuvar QRM", "bilesuvar qrm", "BİLƏSUVAR  QRM"])
def test_two_centres_never_have_the_same_name(admin: FlaskClient, name: str) -> None:
    centre()
    answer = factories.post(admin, "/centres/new", name=name, **TYPED)
    assert answer.status_code == 422
    assert "Nizami küçəsi 5" in answer.text


def test_administrator_changes_a_centre(admin: FlaskClient) -> None:
    made, url = centre()
    answer = factories.post(admin, f"{url}/edit", name="Biləsuvar mərkəzi", version=made.version, **TYPED)
    assert answer.status_code == 303, answer.text
    assert "Biləsuvar mərkəzi" in admin.get(url).text


def test_administrator_with_a_stale_copy_sees_both_versions(admin: FlaskClient) -> None:
    made, url = centre()
    version = made.version
    assert factories.post(admin, f"{url}/edit", name="Yeni ad", version=version, **TYPED).status_code == 303
    stale = factories.post(admin, f"{url}/edit", name="Köhnə nüsxə", version=version, **TYPED)
    assert stale.status_code == 409
    assert "Yeni ad" in stale.text and "Köhnə nüsxə" in stale.text


@pytest.mark.parametrize("wrong", [{"phone": "12"}, {"registered_on": "dünən"}, {"name": " "}, {"rayon_id": "99999"}])
def test_administrator_with_wrong_input_keeps_what_was_typed(admin: FlaskClient, wrong: dict[str, str]) -> None:
    answer = factories.post(admin, "/centres/new", **{"name": "Biləsuvar QRM", **TYPED, **wrong})
    assert answer.status_code == 422
    assert "Nizami küçəsi 5" in answer.text


def test_page_counts_women_partners_and_staff(admin: FlaskClient) -> None:
    made, url = centre()
    for _ in range(2):
        factories.member(centre=made)
    factories.partner(centre=made)
    factories.user(centre=made, name="Aysel Quliyeva")
    factories.user(centre=made, active=False)
    factories.member(centre=factories.centre("Neftçala"))
    db.session.commit()
    page = admin.get(url).text
    assert [part.split("</b>")[0] for part in page.split("<b>")[1:] if part[0].isdigit()] == ["2", "1", "1"]
    assert "Aysel Quliyeva" in page


def test_staff_see_their_own_centre_only_and_change_none(staff: FlaskClient) -> None:
    own, own_url = centre("Sabirabad")
    _other, other_url = centre("Neftçala")
    assert own.name in staff.get(own_url).text
    assert "Neftçala" not in staff.get("/centres").text
    assert staff.get(other_url).status_code == 404
    for url in (f"{own_url}/edit", "/centres/new"):
        assert staff.get(url).status_code == 403


def test_list_reads_the_same_number_of_times_however_many_centres(admin: FlaskClient) -> None:
    counts = []
    for number in range(2):
        for name in "ABC"[: 1 + number]:
            factories.save(Centre(name=f"{name}{number}", rayon_id=factories.settlement("Biləsuvar").rayon_id))
        db.session.commit()
        with queries() as listed:
            admin.get("/centres")
        counts.append(listed.number)
    assert counts[0] == counts[1]
