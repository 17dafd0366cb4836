"""Staff note that she wants her data erased; for 30 days they can take it back."""

from datetime import timedelta

from flask.testing import FlaskClient
from sqlalchemy import select

from crm.access import Role
from crm.extensions import db
from crm.forms import today
from crm.members import requests, retention
from crm.members.erasures import ask_erasure
from crm.members.models import Member
from crm.members.request_models import RequestKind
from crm.members.retention_models import ErasureRequest
from tests import factories
from tests.factories import post


def test_staff_write_down_that_she_wants_it_and_can_undo_it(staff: FlaskClient) -> None:
    she = factories.member()
    db.session.commit()
    url = f"/members/{she.id}/erasure"
    assert post(staff, url).status_code == 422, "without asking her nothing happens"
    assert post(staff, url, sure="y").status_code == 303
    asked = db.session.scalars(select(ErasureRequest)).one()
    assert asked.due_on == today() + timedelta(days=30)
    page = staff.get(f"/members/{she.id}").text
    assert f"{asked.due_on.year}" in page and "erasure/undo" in page
    assert post(staff, f"{url}/undo", form_at=f"/members/{she.id}").status_code == 303
    assert "erasure/undo" not in staff.get(f"/members/{she.id}").text
    retention.run(dry_run=False)
    assert db.session.get_one(Member, she.id).erased_on is None


def test_asking_twice_keeps_the_first_day(staff: FlaskClient) -> None:
    she = factories.member()
    first = ask_erasure(member=she)
    first.asked_on, first.due_on = today() - timedelta(days=9), today() + timedelta(days=21)
    assert ask_erasure(member=she) is first and first.due_on == today() + timedelta(days=21)


def test_when_the_day_has_come_she_is_erased_and_nobody_meets_her(staff: FlaskClient) -> None:
    she = factories.member()
    asked = ask_erasure(member=she)
    asked.asked_on, asked.due_on = today() - timedelta(days=30), today()
    db.session.commit()
    dry = retention.run(dry_run=True)
    assert [one.erased for one in dry] == [1] and she.erased_on is None
    assert [one.erased for one in retention.run(dry_run=False)] == [1]
    db.session.commit()
    assert staff.get(f"/members/{she.id}").status_code == 404
    assert "Aygün" not in staff.get("/members/").text


def test_another_centre_and_a_partner_do_not_reach_it(client: FlaskClient, sign_in, staff: FlaskClient) -> None:  # type: ignore[no-untyped-def]  # as conftest has it
    she = factories.member(centre=factories.centre("Lerik"))
    partner = factories.partner_user(factories.partner())
    db.session.commit()
    url = f"/members/{she.id}/erasure"
    assert staff.get(url).status_code == 404
    assert sign_in(partner).get(url).status_code == 403
    assert client.get(url).status_code == 302
    assert sign_in(factories.user(Role.ADMINISTRATOR, centre=None)).get(url).status_code == 200


def test_what_she_asks_on_her_own_pages_sets_the_day_and_taking_it_back_undoes_it(staff: FlaskClient) -> None:
    she = factories.member()
    hers = requests.ask(member=she, kind=RequestKind.DELETION)
    hers.due_on = today() + timedelta(days=12)
    db.session.commit()
    page = f"/members/{she.id}/requests"
    assert f"/members/{she.id}/erasure" in staff.get(page).text
    assert post(staff, f"/members/{she.id}/erasure", sure="y").status_code == 303
    asked = db.session.scalars(select(ErasureRequest)).one()
    assert asked.due_on == today() + timedelta(days=12)
    requests.take_back(request=hers)
    assert asked.undone_on == today()
