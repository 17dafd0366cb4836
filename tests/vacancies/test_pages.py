"""Vacancies as staff meet them: write one down, correct it, find it again, open and close it."""

import re
import uuid

import pytest
from flask import Flask
from flask.testing import FlaskClient

from crm.access import Role
from crm.extensions import db
from crm.vacancies import operations
from crm.vacancies.enums import Importance, VacancyState
from crm.vacancies.models import Vacancy
from tests import factories
from tests.counting import queries

TEXT = "Sexə tikişçi axtarırıq. Tikiş maşınında işləməyi bacarmalıdır. Maaş 400 manat, 2 nəfər lazımdır."


def written_down(staff: FlaskClient, **fields: object) -> Vacancy:
    partner = factories.partner("Ulduz Tikiş")
    db.session.commit()
    answer = factories.post(staff, "/vacancies/new", partner_id=partner.id, **{"text": TEXT, **fields})
    assert answer.status_code == 303, answer.text
    vacancy = db.session.get(Vacancy, int(answer.location.rsplit("/", 1)[1]))
    assert vacancy
    return vacancy


def test_staff_writes_down_what_the_owner_says_and_sees_needs_with_their_words(staff: FlaskClient) -> None:
    vacancy = written_down(staff)
    page = staff.get(f"/vacancies/{vacancy.id}").text
    assert "Ulduz Tikiş" in page
    assert "400 ₼" in page
    assert {need.concept.code for need in vacancy.needs} & {"sewing-machine", "sewing-machine-operator", "sewing"}
    assert all(need.words in page for need in vacancy.needs)
    assert vacancy.title
    assert vacancy.state == VacancyState.DRAFT


def test_staff_leaves_the_text_empty_and_keeps_the_title_typed(staff: FlaskClient) -> None:
    partner = factories.partner()
    db.session.commit()
    answer = factories.post(
        staff, "/vacancies/new", partner_id=partner.id, text=" ", title="Aşpaz <lazım>", weekly_hours="300"
    )
    assert answer.status_code == 422
    assert "Aşpaz &lt;lazım&gt;" in answer.text
    assert 'value="300"' in answer.text
    assert answer.text.count("mistake") >= 2


def test_staff_names_a_higher_lower_pay_and_is_told_beside_the_field(staff: FlaskClient) -> None:
    vacancy = written_down(staff)
    answer = factories.post(
        staff,
        f"/vacancies/{vacancy.id}/edit",
        version=vacancy.version,
        title="T",
        text=TEXT,
        openings=1,
        pay_min=500,
        pay_max=300,
    )
    assert answer.status_code == 422
    assert 'id="pay_max-error"' in answer.text


def test_staff_softens_removes_and_adds_needs_and_they_stay_so_after_the_text_changes(staff: FlaskClient) -> None:
    vacancy = factories.vacancy(text=TEXT, needs=("sewing", "cooking"))
    sewing, cooking = vacancy.needs
    db.session.commit()
    answer = factories.post(
        staff,
        f"/vacancies/{vacancy.id}/needs",
        version=vacancy.version,
        **{f"need_{sewing.concept_id}": "desired", f"need_{cooking.concept_id}": "removed"},
        add="kassa",
        add_importance="required",
    )
    assert answer.status_code == 303, answer.text
    db.session.expire_all()
    assert [(need.concept.code, need.importance) for need in vacancy.needs] == [
        ("sewing", Importance.DESIRED),
        ("cash-register", Importance.REQUIRED),
    ]
    operations.change_vacancy(vacancy=vacancy, text="Xadimə axtarırıq.")
    assert {need.concept.code for need in vacancy.needs} >= {"sewing", "cash-register"}


def test_a_need_that_staff_took_away_does_not_come_back_when_the_text_changes(app: Flask) -> None:
    vacancy = operations.draft_vacancy(partner=factories.partner(), text="Aşpaz və qabyuyan axtarırıq.")
    assert {"cooking", "dishwasher"} <= {need.concept.code for need in vacancy.needs}
    kept = [(need.concept_id, need.importance) for need in vacancy.needs if need.concept.code != "dishwasher"]
    operations.set_needs(vacancy=vacancy, needs=kept)
    for text in ("Aşpaz və qabyuyan axtarırıq. Maaş 400.", "Aşpaz və qabyuyan axtarırıq. Xadimə də lazımdır."):
        operations.change_vacancy(vacancy=vacancy, text=text)
        assert "dishwasher" not in {need.concept.code for need in vacancy.needs}
    assert "cleaning" in {need.concept.code for need in vacancy.needs}


def test_staff_adds_a_need_nobody_knows_and_keeps_the_words(staff: FlaskClient) -> None:
    vacancy = factories.vacancy(needs=("sewing",))
    db.session.commit()
    answer = factories.post(staff, f"/vacancies/{vacancy.id}/needs", version=vacancy.version, add="qwrtzpx")
    assert answer.status_code == 422
    assert 'value="qwrtzpx"' in answer.text
    assert 'id="add-error"' in answer.text


def test_two_colleagues_correct_one_vacancy_and_the_second_sees_both_versions(staff: FlaskClient) -> None:
    vacancy = written_down(staff)
    version = vacancy.version
    fields = {"version": version, "text": TEXT, "openings": 1}
    assert factories.post(staff, f"/vacancies/{vacancy.id}/edit", title="Birinci", **fields).status_code == 303
    second = factories.post(staff, f"/vacancies/{vacancy.id}/edit", title="İkinci", **fields)
    assert second.status_code == 409
    assert "Birinci" in second.text
    assert "İkinci" in second.text


def test_staff_opens_fills_and_opens_again_and_the_partner_is_hiring(staff: FlaskClient) -> None:
    vacancy = written_down(staff)
    page = f"/vacancies/{vacancy.id}"
    assert factories.post(staff, f"{page}/publish", form_at=page).status_code == 303
    assert vacancy.state == VacancyState.OPEN
    assert vacancy.partner.stage == "hiring"
    factories.post(staff, f"{page}/fill", form_at=page)
    assert vacancy.state == VacancyState.FILLED
    factories.post(staff, f"{page}/fill", form_at=page)
    factories.post(staff, f"{page}/publish", form_at=page)
    assert vacancy.state == VacancyState.OPEN
    assert vacancy.closed_on is None


def test_staff_sends_a_partners_vacancy_back_with_a_reason(staff: FlaskClient) -> None:
    vacancy = factories.vacancy(state=VacancyState.WAITING)
    db.session.commit()
    assert factories.post(staff, f"/vacancies/{vacancy.id}/send-back", reason="").status_code == 422
    factories.post(staff, f"/vacancies/{vacancy.id}/send-back", reason="Maaş yazılmayıb")
    assert vacancy.state == VacancyState.DRAFT
    assert "Maaş yazılmayıb" in staff.get(f"/vacancies/{vacancy.id}").text


@pytest.mark.parametrize("typed", ["tikisci qadin", "TİKİŞÇİ", "tikşiçi"])
def test_staff_finds_a_vacancy_however_it_is_spelt(staff: FlaskClient, typed: str) -> None:
    factories.vacancy(title="Tikişçi qadın")
    factories.vacancy(title="Aşpaz")
    db.session.commit()
    page = staff.get("/vacancies/", query_string={"q": typed}).text
    assert "Tikişçi qadın" in page
    assert "Aşpaz" not in page


def test_the_text_is_read_while_it_is_typed_and_nothing_is_saved(staff: FlaskClient) -> None:
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', staff.get("/vacancies/").text)
    assert token
    part = staff.post("/vacancies/read?field=opening", data={"csrf_token": token.group(1), "opening": TEXT}).text
    assert 'id="vacancies-reading"' in part
    assert "chip" in part
    assert db.session.query(Vacancy).count() == 0


def test_outsiders_get_404_and_other_roles_are_refused(sign_in, client: FlaskClient) -> None:
    vacancy = factories.vacancy()
    outsider = sign_in(factories.user(Role.STAFF, centre=factories.centre("Neftçala")))
    for path in ("", "/edit", "/needs", "/closing", "/send-back", "/matches"):
        assert outsider.get(f"/vacancies/{vacancy.id}{path}").status_code == 404
    assert vacancy.title not in outsider.get("/vacancies/").text
    own = factories.partner(centre=factories.centre("Neftçala"))
    db.session.commit()
    page = outsider.get("/vacancies/new").text
    assert own.name in page
    assert vacancy.partner.name not in page
    assert factories.post(outsider, "/vacancies/new", partner_id=vacancy.partner_id, text=TEXT).status_code == 422
    member = sign_in(factories.member_user(factories.member()))
    for role in (member, sign_in(factories.partner_user(vacancy.partner))):
        assert role.get("/vacancies/").status_code == 403
        assert role.get(f"/vacancies/{vacancy.id}/matches").status_code == 403
    assert client.get("/vacancies/").status_code in (302, 303)


def test_one_form_sent_twice_writes_one_vacancy(staff: FlaskClient) -> None:
    partner, key = factories.partner(), uuid.uuid4().hex
    db.session.commit()
    for _time in range(2):
        factories.post(staff, "/vacancies/new", partner_id=partner.id, text=TEXT, client_key=key)
    assert db.session.query(Vacancy).count() == 1


def test_the_list_asks_as_many_questions_for_eight_as_for_two(staff: FlaskClient) -> None:
    for _number in range(2):
        factories.vacancy(needs=("sewing", "cooking"), settlement=factories.settlement())
    db.session.commit()
    with queries() as few:
        staff.get("/vacancies/")
    for _number in range(6):
        factories.vacancy(needs=("sewing", "cooking"), settlement=factories.settlement("Neftçala"))
    db.session.commit()
    with queries() as many:
        staff.get("/vacancies/")
    assert many.number == few.number
