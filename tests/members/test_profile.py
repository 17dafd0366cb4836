"""A woman's profile as staff meet it: register, find, correct, choose her skills, note a service."""

import re
import uuid
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import select

from crm.access import Role
from crm.audit.models import AuditEntry
from crm.extensions import db
from crm.members import operations
from crm.members.enums import ConceptRole, ConceptSource
from crm.members.models import Member
from crm.partners.enums import PartnerKind
from crm.skills.models import UnknownPhrase
from tests import factories
from tests.counting import queries


def registered(staff: FlaskClient, **fields: Any) -> Member:
    answer = factories.post(staff, "/members/new", **{"first_name": "Aygün", "seeking": "job", **fields})
    assert answer.status_code == 303, answer.text
    member = db.session.get(Member, int(answer.location.rsplit("/", 1)[1]))
    assert member
    return member


def codes(member: Member, role: ConceptRole) -> set[str]:
    return {row.concept.code for row in member.concepts if row.role == role}


def field_of(page: str, name: str) -> str:
    """What the field of a form holds."""
    box = re.search(rf'name="{name}"[^>]*value="([^"]*)"', page)
    area = re.search(rf'name="{name}"[^>]*>\s*([^<]*)<', page)
    found = box or area
    assert found, name
    return found.group(1)


def test_staff_registers_a_woman_by_first_name_alone_and_sees_her_page(staff: FlaskClient) -> None:
    member = registered(staff)
    assert "Aygün" in staff.get(f"/members/{member.id}").text
    assert member.centre.name == "Sabirabad"


def test_staff_forgets_the_name_and_keeps_what_was_typed(staff: FlaskClient) -> None:
    answer = factories.post(
        staff, "/members/new", first_name=" ", phone="050 <1>", skills_text="tort <bişirir>", settlement_id="Yoxdurkənd"
    )
    assert answer.status_code == 422
    assert all(text in answer.text for text in ("tort &lt;bişirir&gt;", "050 &lt;1&gt;", "Yoxdurkənd"))
    assert answer.text.count('class="mistake"') >= 3


def test_her_words_become_skills_and_wishes_and_what_she_denies_does_not(staff: FlaskClient) -> None:
    member = registered(
        staff, skills_text="tikiş maşınında işləyirəm, kompüter bilmirəm, qwerty zxcvb", wish_text="aşpaz olmaq"
    )
    assert "sewing-machine" in codes(member, ConceptRole.SKILL)
    assert "computer-basic" not in codes(member, ConceptRole.SKILL)
    assert codes(member, ConceptRole.WISH) == {"cook"}
    assert "tikiş maşınında" in staff.get(f"/members/{member.id}").text
    assert db.session.scalar(select(UnknownPhrase.times)) == 1


def test_her_words_are_understood_while_they_are_typed_and_nothing_is_saved(staff: FlaskClient) -> None:
    token = field_of(staff.get("/members/new").text, "csrf_token")
    typed = {"skills_text": "швея, qwerty zxcvb, kompüter bilmirəm", "wish_text": "aşpaz olmaq istəyirəm"}
    part = staff.post("/members/read-skills", data=typed, headers={"X-CSRFToken": token, "HX-Request": "true"})
    assert part.status_code == 200
    assert "<html" not in part.text
    for words in ("швея", "qwerty zxcvb", "kompüter", "aşpaz"):
        assert words in part.text
    assert db.session.scalar(select(UnknownPhrase)) is None


def test_staff_finds_her_without_diacritics_with_typos_by_phone_village_and_skill(staff: FlaskClient) -> None:
    village = factories.settlement("Sabirabad")
    member = operations.register_member(
        centre_id=factories.centre().id, first_name="Gülçöhrə", last_name="Əliyeva", phone="+994 50 123 45 67",
        skills_text="tikişçiyəm", settlement_id=village.id,
    )  # fmt: skip
    other = factories.member("Zeynəb", "Quliyeva")
    db.session.commit()
    for search in ("gulcohre", "Gülçöhra Alieva", "eliyeva gulcohre", "050 123-45", "sabirabad", "Sabirabda", "швея"):
        page = staff.get("/members", query_string={"q": search}).text
        assert f'/members/{member.id}"' in page, search
        assert f'/members/{other.id}"' not in page, search


def test_staff_finds_her_by_her_name_in_russian_letters(staff: FlaskClient) -> None:
    member, other = factories.member("Günel", "Əliyeva"), factories.member("Zeynəb", "Quliyeva")
    db.session.commit()
    for search in ("Гюнель", "гюнель алиева", "Алиева"):
        page = staff.get("/members", query_string={"q": search}).text
        assert f'/members/{member.id}"' in page, search
    assert f'/members/{other.id}"' not in staff.get("/members", query_string={"q": "Гюнель"}).text


def test_staff_narrows_the_list_to_those_without_consent(staff: FlaskClient) -> None:
    agreed, silent = registered(staff, agreed="paper"), registered(staff, first_name="Zeynəb")
    page = staff.get("/members?consent=none").text
    assert f'/members/{silent.id}"' in page
    assert f'/members/{agreed.id}"' not in page


def test_staff_corrects_her_and_what_was_read_wrongly_stays_away(staff: FlaskClient) -> None:
    member = registered(staff, skills_text="tikişçiyəm, tort bişirirəm")
    wrong = next(row for row in member.concepts if "tort" in row.words)
    answer = factories.post(
        staff, f"/members/{member.id}/skills", version=member.version, add="kassa", **{f"concept_{wrong.id}": "removed"}
    )
    assert answer.status_code == 303, answer.text
    page = staff.get(f"/members/{member.id}/edit").text
    answer = factories.post(
        staff,
        f"/members/{member.id}/edit",
        version=field_of(page, "version"),
        first_name="Aygün",
        skills_text="tikişçiyəm, tort bişirirəm, ingilis dili",
        night_ok="no",
        max_distance_km="12",
    )
    assert answer.status_code == 303, answer.text
    db.session.expire_all()
    found = codes(member, ConceptRole.SKILL)
    assert {"cash-register", "lang-en"} <= found
    assert wrong.concept_id not in {row.concept_id for row in member.concepts}
    assert {row.source for row in member.concepts if row.concept.code == "cash-register"} == {ConceptSource.PICKED}
    assert (member.night_ok, member.weekend_ok, member.max_distance_km) == (False, None, 12)


def test_staff_types_a_skill_nobody_knows_and_is_asked_back(staff: FlaskClient) -> None:
    member = registered(staff)
    answer = factories.post(staff, f"/members/{member.id}/skills", version=member.version, add="qwerty zxcvb")
    assert answer.status_code == 422
    assert 'value="qwerty zxcvb"' in answer.text
    assert 'id="add-error"' in answer.text


def test_two_of_staff_correct_her_and_the_second_sees_both_versions(staff: FlaskClient) -> None:
    member = registered(staff, contact_note="əri də bu telefondan istifadə edir")
    opened = member.version
    fields = {"version": opened, "first_name": "Aygün"}
    url = f"/members/{member.id}/edit"
    assert factories.post(staff, url, contact_note="yalnız səhər", **fields).status_code == 303
    second = factories.post(staff, url, contact_note="yalnız axşam", **fields)
    assert second.status_code == 409
    assert "yalnız səhər" in second.text
    assert "yalnız axşam" in second.text
    assert field_of(staff.get(url).text, "contact_note") == "yalnız səhər"


def test_staff_notes_a_service_and_a_day_to_come_is_refused(staff: FlaskClient) -> None:
    member = registered(staff)
    url = f"/members/{member.id}/services/new"
    wrong = factories.post(staff, url, kind="cv", given_on="2099-01-01", note="yeni CV")
    assert wrong.status_code == 422
    assert 'value="yeni CV"' in wrong.text
    assert factories.post(staff, url, kind="cv", given_on="2026-01-05", note="yeni CV").status_code == 303
    assert "yeni CV" in staff.get(f"/members/{member.id}").text


def test_her_page_leads_to_her_start_up_and_names_her_idea(staff: FlaskClient) -> None:
    member = factories.member(seeking="business", idea_text="Evdə tort", requested_azn=3000)
    factories.partner("Şirin Ev", kind=PartnerKind.STARTUP, founder=member)
    db.session.commit()
    page = staff.get(f"/members/{member.id}").text
    assert "Şirin Ev" in page
    assert "Evdə tort" in page


def test_opening_her_page_is_noted_as_a_look_and_the_list_is_not(staff: FlaskClient) -> None:
    member = registered(staff)
    looks = select(AuditEntry).where(AuditEntry.action == "looked", AuditEntry.thing_id == member.id)
    staff.get("/members")
    assert not db.session.scalars(looks).all()
    staff.get(f"/members/{member.id}")
    assert len(db.session.scalars(looks).all()) == 1


def test_staff_of_another_centre_partner_and_woman_reach_no_page_of_hers(sign_in: Any, client: FlaskClient) -> None:
    member = factories.member()
    pages = ("", "/edit", "/skills", "/services/new", "/consents/new", "/special", "/access")
    stranger = sign_in(factories.user(Role.STAFF, centre=factories.centre("Neftçala")))
    assert "Aygün" not in stranger.get("/members").text
    assert {stranger.get(f"/members/{member.id}{page}").status_code for page in pages} == {404}
    partner = sign_in(factories.partner_user(factories.partner()))
    herself = sign_in(factories.member_user(member))
    observer = sign_in(factories.user(Role.OBSERVER, centre=None))
    for browser in (partner, herself, observer):
        assert {browser.get(f"/members{page}").status_code for page in ("", f"/{member.id}", "/new")} == {403}
    assert client.get(f"/members/{member.id}").status_code == 302


def test_an_administrator_chooses_the_centre_of_a_new_woman(sign_in: Any) -> None:
    factories.centre("Sabirabad")
    other = factories.centre("Neftçala")
    admin = sign_in(factories.user(Role.ADMINISTRATOR, centre=None))
    assert factories.post(admin, "/members/new", first_name="Aygün", seeking="job").status_code == 422
    member = registered(admin, centre_id=other.id)
    assert member.centre_id == other.id


def test_the_number_of_queries_stays_the_same_when_the_rows_double(staff: FlaskClient) -> None:
    def more(times: int) -> None:
        for _ in range(times):
            member = factories.member(settlement=factories.settlement(), skills=("sewing", "cook"))
            factories.save(db.session.merge(member))
        db.session.commit()

    def counted(url: str) -> int:
        db.session.expire_all()
        with queries() as found:
            assert staff.get(url).status_code == 200
        return found.number

    more(3)
    once = counted("/members"), counted("/members?q=sewing")
    more(6)
    assert (counted("/members"), counted("/members?q=sewing")) == once


def test_a_form_sent_twice_registers_one_woman(staff: FlaskClient) -> None:
    token = field_of(staff.get("/members/new").text, "csrf_token")
    data = {"csrf_token": token, "client_key": uuid.uuid4().hex, "first_name": "Təkrar", "seeking": "job"}
    first, second = staff.post("/members/new", data=data), staff.post("/members/new", data=data)
    assert first.location == second.location
    assert len(db.session.scalars(select(Member).where(Member.first_name == "Təkrar")).all()) == 1
