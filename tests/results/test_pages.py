"""The pages of the results: figures for the office, names only for those who may, files, targets."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook

from crm.access import Role
from crm.accounts.models import User
from crm.events.enums import Participation
from crm.events.models import EventParticipant
from crm.extensions import db
from tests import factories
from tests.counting import queries

SignIn = Callable[[User], FlaskClient]


def learner(first_name: str, centre: str = "Sabirabad") -> None:
    woman = factories.member(first_name, centre=factories.centre(centre), settlement=factories.settlement())
    event = factories.event(centre=woman.centre)
    factories.save(EventParticipant(event=event, member=woman, participation=Participation.CAME))
    db.session.commit()


def test_staff_click_from_the_figure_to_the_women_of_their_own_centre(staff: FlaskClient) -> None:
    learner("Kəmalə")
    learner("Zərifə", "Neftçala")
    page = staff.get("/results").text
    assert "/results/OP2/people" in page
    assert "<title" in page
    people = staff.get("/results/OP2/people?centre=all").text
    assert "Kəmalə" in people
    assert "Zərifə" not in people


def test_staff_single_out_no_other_centre(staff: FlaskClient) -> None:
    other = factories.centre("Neftçala")
    assert staff.get(f"/results?centre={other.id}").status_code == 404
    assert staff.get(f"/results/OP1/people?centre={other.id}").status_code == 404
    assert staff.get("/results?centre=all").status_code == 200


def test_observer_sees_figures_and_no_people(sign_in: SignIn) -> None:
    learner("Kəmalə")
    observer = sign_in(factories.user(Role.OBSERVER))
    page = observer.get("/results")
    assert page.status_code == 200
    assert "/people" not in page.text
    assert observer.get("/results/OP2").status_code == 200
    for path in ("/results/OP2/people", "/results/left-out/never_suggested", "/results/OP2/target"):
        assert observer.get(path).status_code == 403


def test_reader_gets_a_clear_word_about_a_wrong_period_and_keeps_what_was_typed(staff: FlaskClient) -> None:
    answer = staff.get("/results?since=2026-03-01&until=2026-02-01")
    assert answer.status_code == 422
    assert 'value="2026-02-01"' in answer.text
    assert "mistake" in answer.text


def test_unknown_indicator_and_group_are_not_found(staff: FlaskClient) -> None:
    for path in ("/results/OC99", "/results/OC99/people", "/results/left-out/nobody", "/results/report.exe"):
        assert staff.get(path).status_code == 404


@pytest.mark.parametrize(
    "code", ["OC1", "OC2", "OC4", "OC5", "OP1", "OP2", "OP3", "OP4", "OP5", "OP6", "OP7", "OP8", "OP9"]
)
def test_every_figure_opens_with_the_records_behind_it(staff: FlaskClient, code: str) -> None:
    learner("Kəmalə")
    assert staff.get(f"/results/{code}").status_code == 200
    for part in ("", "companies", "employers", "slips", "interviews"):
        assert staff.get(f"/results/{code}/people?part={part}").status_code == 200


@pytest.mark.parametrize(
    "group", ["never_suggested", "long_waiting", "openings_without_anybody", "partners_without_session"]
)
def test_staff_see_who_is_left_out(staff: FlaskClient, group: str) -> None:
    factories.member("Kəmalə")
    factories.vacancy(factories.partner("Balıq zavodu"))
    db.session.commit()
    page = staff.get(f"/results/left-out/{group}")
    assert page.status_code == 200
    assert ("Kəmalə" in page.text) == (group == "never_suggested")
    assert ("Balıq zavodu" in page.text) == (group in ("openings_without_anybody", "partners_without_session"))


def test_staff_take_the_report_as_excel_with_text_that_stays_text(staff: FlaskClient) -> None:
    centre = factories.centre("Sabirabad")
    centre.name = "=1+1"
    db.session.commit()
    learner("Kəmalə", "=1+1")
    book = CalamineWorkbook.from_filelike(BytesIO(staff.get("/results/report.xlsx").data))
    rows = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]
    assert any("=1+1" in row for row in rows)
    assert any(row[0] == "OP2" and row[-1] == 1 for row in rows)


def test_staff_take_the_report_as_pdf(staff: FlaskClient) -> None:
    answer = staff.get("/results/report.pdf")
    assert answer.data.startswith(b"%PDF"), answer.headers


def test_administrator_sets_a_target_and_the_earlier_one_stays(sign_in: SignIn, staff: FlaskClient) -> None:
    administrator = sign_in(factories.user(Role.ADMINISTRATOR))
    for target, reason in (("70", "first agreement"), ("80", "agreed again")):
        answer = factories.post(
            administrator, "/results/OC1/target", target=target, set_on=str(date(2026, 1, 1)), reason=reason
        )
        assert answer.status_code == 303, answer.text
    page = administrator.get("/results/OC1").text
    assert "first agreement" in page
    assert "agreed again" in page
    assert staff.get("/results/OC1/target").status_code == 403


def test_administrator_with_a_wrong_target_keeps_what_was_typed(sign_in: SignIn) -> None:
    administrator = sign_in(factories.user(Role.ADMINISTRATOR))
    answer = factories.post(
        administrator, "/results/OC1/target", target="eighty", set_on="2026-01-01", reason="because of the plan"
    )
    assert answer.status_code == 422
    assert "eighty" in answer.text
    assert "because of the plan" in answer.text


def test_pages_read_the_same_number_of_times_however_many_women_there_are(staff: FlaskClient) -> None:
    counts = []
    for names in (("Aygün",), ("Lalə", "Nigar", "Sevda")):
        for name in names:
            learner(name)
        with queries() as figures:
            staff.get("/results")
        with queries() as people:
            staff.get("/results/OC2/people")
        counts.append((figures.number, people.number))
    assert counts[0] == counts[1]
