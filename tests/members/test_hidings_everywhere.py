"""Roads by which a woman could still be met by whom she named: her start-up, a list that was sent, pairs, the preview."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from crm.access import Role
from crm.accounts.models import User
from crm.extensions import db
from crm.imports.enums import ImportKind
from crm.imports.models import ImportRun
from crm.members import duplicates, hidings
from crm.members.models import Member
from crm.partners.enums import PartnerKind
from tests import factories

NAME = "Zümrüdxanım"
SignIn = Callable[[User], FlaskClient]


@pytest.fixture
def member() -> Member:
    return factories.member(NAME, skills=("sewing",), phone="+994501112233", settlement=factories.settlement())


def test_her_start_up_does_not_name_her_and_saving_it_does_not_lose_her(sign_in: SignIn, member: Member) -> None:
    start_up = factories.partner("Zərif", kind=PartnerKind.STARTUP, founder=member)
    staff, admin = factories.user(), factories.user(Role.ADMINISTRATOR)
    hidings.hide(member=member, user=staff)
    db.session.commit()
    page, form_at = f"/partners/{start_up.id}", f"/partners/{start_up.id}/start-up"
    browser = sign_in(staff)
    assert NAME not in browser.get(page).text
    assert NAME not in browser.get(form_at).text
    assert factories.post(browser, form_at, founder_id="", version=start_up.version).status_code == 303
    assert start_up.founder_id == member.id
    assert NAME in sign_in(admin).get(page).text


def test_a_list_that_was_sent_does_not_show_her_row(sign_in: SignIn, member: Member) -> None:
    staff, colleague = factories.user(), factories.user()
    reason = f"{member.name} may be registered already: telephone"
    report = {
        "created": 1, "merged": 0, "withheld": 0, "rejected": [], "needs_decision": [{"row": 3, "reason": reason}],
        "sample": [{"row": 2, "name": member.name, "fate": "created"}],
    }  # fmt: skip
    run = factories.save(
        ImportRun(
            centre=member.centre,
            user=staff,
            kind=ImportKind.MEMBERS,
            file_name="a.csv",
            content=b"name\n",
            report=report,
        )
    )
    hidings.hide(member=member, user=colleague)
    db.session.commit()
    assert sign_in(staff).get(f"/imports/{run.id}").text.count(NAME) == 2
    assert NAME not in sign_in(colleague).get(f"/imports/{run.id}").text


def test_pairs_and_their_pages_do_not_show_her(sign_in: SignIn, member: Member) -> None:
    double = factories.member(NAME, phone="+994501112233")
    staff, colleague = factories.user(), factories.user()
    factories.save(
        duplicates.LikelyPair(
            centre_id=member.centre_id, one_id=member.id, other_id=double.id, sure=True, reasons=["phone"]
        )
    )
    hidings.hide(member=member, user=colleague)
    db.session.commit()
    at = f"/members/duplicates/{member.id}/{double.id}"
    browser = sign_in(staff)
    assert browser.get("/members/duplicates").text.count(NAME) >= 2
    assert browser.get(at).status_code == 200
    browser = sign_in(colleague)
    assert NAME not in browser.get("/members/duplicates").text
    assert browser.get(at).status_code == 404


def test_the_preview_says_never_to_whom_she_named(sign_in: SignIn, member: Member) -> None:
    partner, admin = factories.partner("Daş Körpü"), factories.user(Role.ADMINISTRATOR)
    factories.vacancy(partner, needs=("sewing",))
    db.session.commit()
    browser, at = sign_in(admin), f"/members/{member.id}/preview?partner_id={partner.id}"
    browser.get("/language/en?next=/")
    assert "never sees her" not in browser.get(at).text
    hidings.hide(member=member, contact=factories.contact(partner))
    db.session.commit()
    shown = browser.get(at).text
    assert "Daş Körpü never sees her, not even without her name, as she asked." in shown
    assert "purpose=sharing" not in shown


def test_staff_who_may_know_read_why_she_is_not_suggested(sign_in: SignIn, member: Member) -> None:
    partner, staff, colleague = factories.partner(), factories.user(), factories.user()
    vacancy = factories.vacancy(partner, needs=("sewing",))
    hidings.hide(member=member, partner=partner)
    hidings.hide(member=member, user=colleague)
    db.session.commit()
    browser = sign_in(staff)
    shown = browser.get(f"/vacancies/{vacancy.id}/matches").text
    assert 'id="asked-not"' in shown
    assert NAME in shown
    assert f"/members/{member.id}/hidings" in browser.get(f"/members/{member.id}/matches").text
    shown = sign_in(colleague).get(f"/vacancies/{vacancy.id}/matches").text
    assert NAME not in shown
    assert 'id="asked-not"' not in shown
