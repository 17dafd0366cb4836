"""A list of women row by row: decided, corrected, taken in, taken back."""

from collections.abc import Callable

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from crm.access import Role
from crm.accounts.models import User
from crm.extensions import db
from crm.imports.enums import ImportState
from crm.imports.models import ImportRun
from crm.imports.row_models import ImportRow
from crm.imports.taking import Turn
from crm.members.enums import ConsentManner, Purpose
from crm.members.models import Member, SpecialNote
from crm.members.operations import change_member, give_consent
from crm.members.safe_models import MemberHiding
from tests import factories
from tests.imports.test_lists import send

HEAD = "first_name,last_name,birth_year,rayon,place,phone,skills_text,disability\n"
SEVDA = "Sevda,Kanarova,1990,Sabirabad,Qalaqayın,0501112233,tikiş tikirəm,mobility\n"
TWIN = "SEVDA,KANAROVA,1990,Sabirabad,Qalaqayin,,,\n"
NIGAR = "Nigar,Hacıyeva,min,Sabirabad,Sabirabad,0504445566,,\n"


def row(line: int) -> ImportRow:
    return db.session.scalars(select(ImportRow).where(ImportRow.line == line).order_by(ImportRow.id.desc())).first()  # type: ignore[return-value]


def states() -> list[str]:
    return [one.state.value for one in db.session.scalars(select(ImportRow).order_by(ImportRow.run_id, ImportRow.line))]


def women() -> int:
    return db.session.scalar(select(func.count()).select_from(Member)) or 0


def say(browser: FlaskClient, address: str, **fields: str) -> None:
    assert factories.post(browser, address, form_at=address.removesuffix("/decide"), **fields).status_code == 303


def take(browser: FlaskClient, address: str) -> None:
    assert factories.post(browser, f"{address}/take", form_at=address).status_code == 303


def back(browser: FlaskClient, address: str) -> str:
    answer = factories.post(browser, f"{address}/revert", form_at=address)
    return browser.get(answer.location).text


def test_a_person_decides_corrects_and_takes_the_list_in(staff: FlaskClient) -> None:
    at = send(staff, HEAD + SEVDA + TWIN + NIGAR).location
    assert states() == ["new", "undecided", "refused"] and women() == 0
    shown = staff.get(at).text
    assert "Kanarova" in shown and "min" in shown
    assert "Hacıyeva" not in staff.get(f"{at}?state=undecided").text
    say(staff, f"{at}/rows/{row(3).id}/decide", decision="new")
    refused = f"{at}/rows/{row(4).id}"
    kept = row(4).said
    assert factories.post(staff, refused, form_at=refused, **{**kept, "birth_year": "1985"}).status_code == 303
    assert states() == ["new", "new", "new"] and women() == 0
    take(staff, at)
    assert states() == ["created"] * 3 and women() == 3
    assert db.session.scalars(select(ImportRun)).one().state == ImportState.DONE


def test_same_woman_of_the_list_or_of_the_centre_is_brought_up_to_date(staff: FlaskClient) -> None:
    take(staff, at := send(staff, HEAD + SEVDA).location)
    at = send(staff, HEAD + TWIN).location
    say(staff, f"{at}/rows/{row(2).id}/decide", decision="same")
    take(staff, at)
    assert women() == 1
    aytan = SEVDA.replace("Sevda,Kanarova", "Aytən,Quliyeva").replace("0501112233", "0507778899")
    at = send(staff, HEAD + aytan + TWIN.replace("SEVDA,KANAROVA", "Ayten,Quliyeva") + NIGAR).location
    say(staff, f"{at}/rows/{row(3).id}/decide", decision="same")
    say(staff, f"{at}/rows/{row(4).id}/decide", decision="skip")
    assert states()[-3:] == ["new", "same", "skipped"]
    take(staff, at)
    assert women() == 2 and states()[-3:] == ["created", "updated", "skipped"]


def test_what_needs_her_consent_is_not_even_kept_with_the_list(staff: FlaskClient) -> None:
    at = send(staff, HEAD + SEVDA).location
    assert "disability" not in row(2).said and row(2).withheld == 1
    take(staff, at)
    give_consent(
        member=db.session.scalars(select(Member)).one(), purpose=Purpose.SPECIAL_CATEGORIES, manner=ConsentManner.PAPER
    )
    db.session.commit()
    take(staff, send(staff, HEAD + SEVDA).location)
    assert db.session.scalar(select(func.count()).select_from(SpecialNote)) == 1


def test_the_list_is_taken_back_but_not_what_people_did_since(staff: FlaskClient) -> None:
    take(staff, send(staff, HEAD + SEVDA).location)
    sevda = db.session.scalars(select(Member)).one()
    change_member(member=sevda, email="old@example.com", education=None)
    db.session.commit()
    head = "first_name,last_name,phone,email,experience_years,education\n"
    at = send(
        staff,
        head
        + "Sevda,Kanarova,0501112233,new@example.com,7,ali\n"
        + "Lalə,Əliyeva,0502223344,,,\n"
        + "Könül,Səfərova,0503334455,,,\n"
        + "Ülkər,Babayeva,0506667788,,,\n",
    ).location
    take(staff, at)
    assert women() == 4
    others = {one.first_name: one for one in db.session.scalars(select(Member))}
    change_member(member=others["Sevda"], experience_years=9)
    change_member(member=others["Könül"], contact_note="axşam zəng")
    give_consent(member=others["Ülkər"], purpose=Purpose.SERVICES, manner=ConsentManner.PAPER)
    db.session.commit()
    shown = back(staff, at)
    db.session.expire_all()
    left = {one.first_name: one for one in db.session.scalars(select(Member))}
    assert set(left) == {"Sevda", "Könül", "Ülkər"}
    assert (left["Sevda"].email, left["Sevda"].experience_years, left["Sevda"].education) == (
        "old@example.com",
        9,
        None,
    )
    assert [row(line).state.value for line in (2, 3, 4, 5)] == ["kept", "reverted", "kept", "kept"]
    assert "experience_years" in row(2).reason and "Könül" in shown
    assert "Lalə" not in shown


def test_a_row_about_her_twice_goes_back_in_one(staff: FlaskClient) -> None:
    at = send(staff, HEAD + SEVDA + SEVDA.replace("tikiş", "toxuma")).location
    assert states() == ["new", "same"]
    take(staff, at)
    assert women() == 1
    back(staff, at)
    assert states() == ["reverted", "reverted"] and women() == 0


def test_a_long_list_goes_on_where_it_stopped(staff: FlaskClient) -> None:
    lines = "".join(f"Ad{n},Soyad{n},,,,05{n:08d},,\n" for n in range(10_000_001, 10_000_222))
    at = send(staff, HEAD + lines).location
    take(staff, at)
    assert "hx-trigger" in staff.get(at).text and women() == 0
    run = db.session.scalars(select(ImportRun)).one()
    turn = Turn(run.id)
    turn.step()
    db.session.commit()
    assert 0 < women() < 221 and not Turn(run.id).step()
    while turn.step():
        db.session.commit()
    db.session.commit()
    assert women() == 221 and "hx-trigger" not in staff.get(f"{at}/progress").text


def test_other_centre_sees_no_row_and_decides_none(staff: FlaskClient, sign_in: Callable[[User], FlaskClient]) -> None:
    at = send(staff, HEAD + SEVDA + TWIN).location
    one = f"{at}/rows/{row(3).id}"
    other = sign_in(factories.user(Role.STAFF, centre=factories.centre("Neftçala")))
    assert other.get(one).status_code == other.get(f"{at}/progress").status_code == 404
    for address in (f"{one}/decide", f"{at}/revert"):
        assert factories.post(other, address, form_at="/imports/new", decision="new").status_code == 404
    mine = send(other, HEAD + SEVDA).location
    assert other.get(f"{mine}/rows/{row(3).id}").status_code == 404


def test_rows_ask_no_more_when_there_are_more(staff: FlaskClient, app: Flask) -> None:
    from tests.counting import queries

    few_at = send(staff, HEAD + SEVDA + TWIN).location
    many_at = send(staff, HEAD + SEVDA + TWIN + NIGAR + TWIN.replace("1990", "1991")).location
    with queries() as few:
        staff.get(few_at)
    with queries() as many:
        staff.get(many_at)
    assert many.number == few.number


def test_row_about_a_woman_who_must_not_be_shown_is_not_there(staff: FlaskClient) -> None:
    take(staff, send(staff, HEAD + SEVDA).location)
    at = send(staff, HEAD + TWIN).location
    one, reader = row(2), db.session.scalars(select(User).where(User.role == Role.STAFF)).first()
    assert "KANAROVA" in staff.get(at).text and reader is not None
    factories.save(MemberHiding(member_id=one.known_id, user_id=reader.id))
    db.session.commit()
    assert "KANAROVA" not in staff.get(at).text.upper()
    assert staff.get(f"{at}/rows/{one.id}").status_code == 404
