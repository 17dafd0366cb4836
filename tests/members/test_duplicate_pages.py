"""Women registered twice: the list, two records side by side, one record, two again; who may not come here."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from crm.access import Role
from crm.accounts.models import User
from crm.background import once
from crm.extensions import db
from crm.members import sweeping
from crm.members.consents import give_consent, has_consent, withdraw_consent
from crm.members.duplicate_models import LikelyPair, Merge, NotSame, Sweep
from crm.members.enums import ConsentManner, Purpose
from crm.members.models import Member
from crm.members.safe_models import MemberHiding, SafeContact
from tests import factories
from tests.factories import post, save

PHONE = "050 111 22 33"


def twice(**more: str) -> tuple[Member, Member]:
    one = factories.member("Günel", "Əliyeva", phone=PHONE, skills_text="tikiş")
    other = factories.member("Гюнель", "Алиева", phone=PHONE, **more)
    db.session.commit()
    return one, other


def swept(browser: FlaskClient) -> None:
    assert post(browser, "/members/duplicates/sweep", "/members/duplicates").status_code == 303
    turn = sweeping.Turn()
    while once(turn.step):
        pass


def side_by_side(one: Member, other: Member) -> str:
    return f"/members/duplicates/{one.id}/{other.id}"


def answers(browser: FlaskClient, url: str, **more: str) -> dict[str, str]:
    versions = browser.get(url).text.split('name="versions"')[1].split('value="')[1].split('"')[0]
    return {"versions": versions, "take_first_name": "one", "take_last_name": "one", **more}


def test_staff_compares_all_women_and_finds_the_pair_with_its_reasons(staff: FlaskClient) -> None:
    twice()
    factories.member("Günel", "Əliyeva", phone="055 999 88 77")  # a name many bear
    db.session.commit()
    swept(staff)
    page = staff.get("/members/duplicates").text
    assert page.count("Günel") == page.count("Гюнель") > 0
    assert "eyni telefon" in page and "1 cüt" in page
    assert "Гюнель" not in staff.get("/members/duplicates?q=sevda").text
    assert "Гюнель" in staff.get("/members/duplicates?q=gunel&sure=yes").text
    assert "Гюнель" not in staff.get("/members/duplicates?sure=no").text


def test_a_sweep_that_stopped_goes_on_where_it_was(staff: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sweeping, "STEP", 1)
    twice()
    post(staff, "/members/duplicates/sweep", "/members/duplicates")
    assert once(sweeping.Turn().step)
    assert not once(sweeping.Turn().step), "the first is still at it"
    [stopped] = db.session.scalars(select(Sweep))
    stopped.busy_until = None
    db.session.commit()
    assert 'value="50"' in staff.get("/members/duplicates/progress").text
    turn = sweeping.Turn()
    while once(turn.step):
        pass
    assert db.session.scalar(select(func.count()).select_from(LikelyPair)) == 1


def test_two_women_are_never_asked_about_again(staff: FlaskClient) -> None:
    one, other = twice()
    swept(staff)
    post(staff, side_by_side(one, other) + "/two-women", "/members/duplicates")
    assert db.session.scalars(select(NotSame.one_id)).all() == [one.id]
    swept(staff)
    assert "Гюнель" not in staff.get("/members/duplicates").text


def test_staff_makes_one_of_two_field_by_field_and_two_again(staff: FlaskClient) -> None:
    one, other = twice(skills_text="yemək bişirir")
    url, gone, stays = side_by_side(one, other), one.id, other.id
    answer = post(staff, url, **answers(staff, url, take_skills_text="both"))
    assert answer.headers["Location"] == f"/members/{stays}"
    page = staff.get(f"/members/{stays}").text
    assert "Günel" in page and "Гюнель" not in page
    assert "tikiş" in page and "yemək bişirir" in page
    for part in ("", "/edit", "/skills"):
        assert staff.get(f"/members/{gone}{part}").headers["Location"] == f"/members/{stays}{part}"
    [merged] = db.session.scalars(select(Merge.id))
    post(staff, f"/members/{stays}/merges/{merged}/undo", f"/members/{stays}")
    assert "Günel" in staff.get(f"/members/{gone}").text
    assert "Гюнель" in staff.get(f"/members/{stays}").text


def test_what_was_changed_since_is_named_and_nothing_is_undone(staff: FlaskClient) -> None:
    one, other = twice()
    url, stays = side_by_side(one, other), other.id
    post(staff, url, **answers(staff, url))
    db.session.get_one(Member, stays).last_name = "Həsənova"
    db.session.commit()
    [merged] = db.session.scalars(select(Merge.id))
    post(staff, f"/members/{stays}/merges/{merged}/undo", f"/members/{stays}")
    page = staff.get(f"/members/{stays}").text
    assert "Həsənova" in page and "özü haqqında" in page


def test_a_person_decides_how_she_is_reached(staff: FlaskClient) -> None:
    one, other = twice()
    for member, word in ((one, "Novruz"), (other, "Bahar")):
        save(SafeContact(member_id=member.id, code_word=word))
    db.session.commit()
    url, stays = side_by_side(one, other), other.id
    assert post(staff, url, **answers(staff, url)).status_code == 422
    assert post(staff, url, **answers(staff, url, take_safe="one")).status_code == 303
    assert [safe.code_word for safe in db.session.scalars(select(SafeContact))] == ["Novruz"]
    assert db.session.scalars(select(SafeContact.member_id)).all() == [stays]


def test_what_she_took_back_in_one_record_is_taken_back_in_the_other(staff: FlaskClient) -> None:
    one, other = twice()
    for member in (one, other):
        give_consent(member=member, purpose=Purpose.REPORTS, manner=ConsentManner.PAPER)
    withdraw_consent(member=one, purpose=Purpose.REPORTS)
    db.session.commit()
    url, stays = side_by_side(one, other), other.id
    post(staff, url, **answers(staff, url))
    assert not has_consent(member_id=stays, purpose=Purpose.REPORTS)


def test_a_record_changed_meanwhile_is_shown_again(staff: FlaskClient) -> None:
    one, other = twice()
    url = side_by_side(one, other)
    opened = answers(staff, url)
    db.session.get_one(Member, one.id).phone = "055 000 11 22"
    db.session.commit()
    answer = post(staff, url, **opened)
    assert answer.status_code == 409 and "055 000 11 22" in answer.text
    assert db.session.scalar(select(Merge.id)) is None


def test_nobody_merges_what_she_or_he_may_not_see(staff: FlaskClient) -> None:
    one, _other = twice()
    there = factories.member("Günel", phone=PHONE, centre=factories.centre("Neftchala"))
    db.session.commit()
    assert staff.get(side_by_side(one, there)).status_code == 404
    assert staff.get(side_by_side(one, one)).status_code == 404
    assert post(staff, side_by_side(one, there) + "/two-women", "/members/duplicates").status_code == 404


def test_a_woman_hidden_from_one_of_the_staff_is_in_no_pair_of_his(
    staff: FlaskClient, sign_in: Callable[[User], FlaskClient]
) -> None:
    one, other = twice()
    swept(staff)
    colleague = factories.user(Role.STAFF, centre=one.centre)
    save(MemberHiding(member_id=other.id, user=colleague))
    db.session.commit()
    his = sign_in(colleague)
    page = his.get("/members/duplicates").text
    assert "Гюнель" not in page and "Günel" not in page
    assert his.get(side_by_side(one, other)).status_code == 404
