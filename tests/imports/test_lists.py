"""Lists that staff bring: looked through first, taken in once, nothing doubled, nothing about health without consent."""

import io
import uuid
from collections.abc import Callable
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from crm.access import Role
from crm.accounts.models import User
from crm.extensions import db
from crm.imports.enums import ImportKind
from crm.imports.models import ImportRun
from crm.imports.operations import take_in
from crm.members.enums import ConsentManner, Purpose
from crm.members.models import Member, SpecialNote
from crm.members.operations import give_consent
from crm.partners.models import Partner
from crm.vacancies.models import Vacancy
from tests import factories
from tests.counting import queries

HEAD = "woman_id,first_name,last_name,birth_year,rayon,place,skills_text,wish_concepts,disability,idp,gold_main,phone\n"
WOMEN = (
    HEAD
    + 'W1,Sevda,Kanarova,1990,Sabirabad,Qalaqayın,"tikiş maşınında işləyir",tailor,mobility,1,cook,0501112233\n'
    + "W2,,Adsız,1991,Sabirabad,Sabirabad,,,,,,\n"
    + "W3,Nigar,Hacıyeva,min,Sabirabad,Sabirabad,,,,,,\n"
)


def send(browser: FlaskClient, content: str | bytes, name: str = "siyahi.csv", kind: str = "members") -> TestResponse:
    content = content.encode() if isinstance(content, str) else content
    return factories.post(browser, "/imports/new", kind=kind, file=(io.BytesIO(content), name))


def how_many(model: type[Member] | type[Partner] | type[Vacancy] | type[SpecialNote]) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def members(content: str) -> dict[str, object]:
    centre = factories.centre()
    return take_in(kind=ImportKind.MEMBERS, centre=centre, name="a.csv", content=content.encode()).numbers()


def test_staff_looks_a_list_through_then_takes_it_in(staff: FlaskClient) -> None:
    sent = send(staff, WOMEN)
    preview = staff.get(sent.location)
    assert "Kanarova" in preview.text and "birth_year" in preview.text and "min" in preview.text
    assert how_many(Member) == 0
    assert factories.post(staff, f"{sent.location}/take", form_at=sent.location).status_code == 303
    woman = db.session.scalars(select(Member)).one()
    assert (woman.name, woman.reference) == ("Sevda Kanarova", "W1")
    assert "Kanarova" in staff.get("/members").text
    assert db.session.scalars(select(ImportRun)).one().content is None


def test_list_taken_in_twice_makes_no_second_woman(app: Flask) -> None:
    assert members(WOMEN)["created"] == 1
    again = members(WOMEN.replace("Qalaqayın", "Sabirabad"))
    assert (again["created"], again["merged"]) == (0, 1)
    by_phone = members("ad;soyad;telefon\nSevda;Kanarova;+994 50 111 22 33\n")
    assert (by_phone["created"], by_phone["merged"]) == (0, 1)
    assert how_many(Member) == 1


def test_probable_double_waits_for_a_person(app: Flask) -> None:
    members(WOMEN)
    report = members("first_name,last_name,birth_year,rayon,place\nSEVDA,KANAROVA,1990,Sabirabad,Qalaqayin\n")
    assert report["created"] == report["merged"] == 0
    assert [row["row"] for row in report["needs_decision"]] == [2]


def test_special_categories_stay_out_until_she_agrees(app: Flask) -> None:
    assert members(WOMEN)["withheld"] == 2
    assert how_many(SpecialNote) == 0
    woman = db.session.scalars(select(Member)).one()
    give_consent(member=woman, purpose=Purpose.SPECIAL_CATEGORIES, manner=ConsentManner.PAPER)
    assert members(WOMEN)["withheld"] == 0
    assert how_many(SpecialNote) == 2


def test_rejected_rows_say_where_and_why(app: Flask) -> None:
    rejected = members(WOMEN)["rejected"]
    assert [row["row"] for row in rejected] == [3, 4]
    assert "min" in rejected[1]["reason"]


def test_answers_in_a_list_are_never_read(app: Flask) -> None:
    members(WOMEN)
    woman = db.session.scalars(select(Member)).one()
    codes = {(one.concept.code, one.role.value, one.source.value) for one in woman.concepts}
    assert ("tailor", "wish", "picked") in codes and ("sewing-machine", "skill", "text") in codes
    assert "cook" not in {code for code, *_ in codes}


def test_vacancies_bring_their_employers(app: Flask) -> None:
    content = (
        "vacancy_id,employer,rayon,place,text,hours,salary_min_azn,salary_max_azn,openings,required_concepts\n"
        'V1,Yeni Sex,Sabirabad,Sabirabad,"Tikişçi lazımdır, tikiş maşını bilməlidir",full,450,500,2,cook\n'
    ).encode()
    for _time in range(2):
        take_in(kind=ImportKind.VACANCIES, centre=factories.centre(), name="v.csv", content=content)
    vacancy = db.session.scalars(select(Vacancy)).one()
    assert (vacancy.partner.name, vacancy.state.value, vacancy.openings) == ("Yeni Sex", "open", 2)
    assert vacancy.needs and "cook" not in {need.concept.code for need in vacancy.needs}


def test_partners_are_known_by_name_however_written(app: Flask) -> None:
    for name in ("Göy Bazar", "GOY BAZAR"):
        content = f"şirkət;əlaqədar şəxs\n{name};Elçin\n".encode()
        take_in(kind=ImportKind.PARTNERS, centre=factories.centre(), name="p.csv", content=content)
    partner = db.session.scalars(select(Partner)).one()
    assert [contact.name for contact in partner.contacts] == ["Elçin"]


def test_hostile_files_are_answered_beside_the_field(staff: FlaskClient) -> None:
    for name, content in (
        ("a.csv", b""),
        ("a.exe", b"MZ\x90"),
        ("a.xlsx", b"PK\x03\x04 no workbook"),
        ("a.csv", b"\x00" * 50),
        ("a.csv", b"colour,size\n1,2\n"),
    ):
        answer = send(staff, content, name)
        assert answer.status_code == 422 and "file-error" in answer.text
        assert 'value="members" selected' in " ".join(
            answer.text.replace('selected value="members"', 'value="members" selected').split()
        )


def test_old_windows_files_are_read(app: Flask) -> None:
    content = "имя;фамилия\nСветлана;Орлова\n".encode("cp1251")
    take_in(kind=ImportKind.MEMBERS, centre=factories.centre(), name="a.csv", content=content)
    assert db.session.scalars(select(Member)).one().name == "Светлана Орлова"


def test_other_centre_cannot_open_or_take_a_list(staff: FlaskClient, sign_in: Callable[[User], FlaskClient]) -> None:
    sent = send(staff, WOMEN)
    other = sign_in(factories.user(Role.STAFF, centre=factories.centre("Neftçala")))
    assert other.get(sent.location).status_code == 404
    assert factories.post(other, f"{sent.location}/take", form_at="/imports/new").status_code == 404
    assert "siyahi.csv" not in other.get("/imports").text
    for role in (Role.OBSERVER, Role.PARTNER, Role.MEMBER):
        assert sign_in(factories.user(role, centre=None)).get("/imports").status_code == 403


def test_list_of_lists_asks_no_more_when_longer(staff: FlaskClient) -> None:
    send(staff, WOMEN)
    with queries() as few:
        staff.get("/imports")
    for _number in range(3):
        send(staff, WOMEN, f"{uuid.uuid4().hex}.csv")
    with queries() as many:
        staff.get("/imports")
    assert many.number == few.number


def test_commands_report_and_end_as_agreed(app: Flask, tmp_path: Path) -> None:
    factories.centre("Neftçala")
    db.session.commit()
    file = tmp_path / "women.csv"
    file.write_text(WOMEN, encoding="utf-8")
    runner = app.test_cli_runner()
    trial = runner.invoke(args=["members", "import", str(file), "--centre", "Neftchala", "--dry-run", "--json"])
    assert trial.exit_code == 0 and '"created": 1' in trial.stdout
    assert how_many(Member) == 0
    assert runner.invoke(args=["members", "import", str(file), "--centre", "Nowhere"]).exit_code == 1
    file.write_text(HEAD + "W2,,Adsız,,,,,,,,,\n", encoding="utf-8")
    assert runner.invoke(args=["members", "import", str(file), "--centre", "Neftchala"]).exit_code == 1
