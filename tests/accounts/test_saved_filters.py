"""Somebody keeps a list as she narrowed it, opens it by its name, and removes it; nobody else sees it."""

from collections.abc import Callable

from flask.testing import FlaskClient
from sqlalchemy import select

from crm.access import Role
from crm.accounts.models import SavedFilter, User
from crm.extensions import db
from tests import factories

SignIn = Callable[[User], FlaskClient]


def keep(browser: FlaskClient, **fields: str) -> str:
    fields = {"endpoint": "partners.index", "query": "kind=bank&page=3&q=a%26b", "name": "Banklar", **fields}
    answer = factories.post(browser, "/account/lists", form_at="/partners?kind=bank", **fields)
    assert answer.status_code == 303
    return answer.location


def test_a_kept_list_opens_as_it_was_narrowed_and_is_removed(staff: FlaskClient) -> None:
    assert keep(staff) == "/partners/?kind=bank&q=a%26b"
    page = staff.get("/partners/board").text
    assert "Banklar" in page
    assert 'href="/partners/?kind=bank&amp;q=a%26b"' in page
    assert "Banklar" not in staff.get("/vacancies").text
    kept = db.session.scalars(select(SavedFilter)).one()
    removed = factories.post(staff, f"/account/lists/{kept.id}/remove", form_at="/partners")
    assert removed.status_code == 303
    assert "Banklar" not in staff.get("/partners?kind=bank").text.replace("Banklar</option>", "")


def test_the_same_name_takes_the_place_of_the_first_and_another_way_is_kept_too(staff: FlaskClient) -> None:
    keep(staff)
    assert keep(staff, endpoint="partners.map", query="stage=hiring") == "/partners/map?stage=hiring"
    assert [one.endpoint for one in db.session.scalars(select(SavedFilter))] == ["partners.map"]


def test_a_name_is_asked_for_and_a_page_that_is_no_list_is_not_kept(staff: FlaskClient) -> None:
    assert keep(staff, name=" ") == "/partners/?kind=bank&q=a%26b"
    other = {"endpoint": "audit.index", "query": "", "name": "x"}
    assert factories.post(staff, "/account/lists", form_at="/partners?kind=bank", **other).status_code == 404
    assert db.session.scalars(select(SavedFilter)).all() == []


def test_a_query_cannot_lead_elsewhere(staff: FlaskClient) -> None:
    assert keep(staff, query="_external=1&_scheme=evil&endpoint=x&kind=bank") == "/partners/?kind=bank"


def test_nobody_sees_or_removes_what_another_kept(staff: FlaskClient, sign_in: SignIn) -> None:
    keep(staff, name="Mənim siyahım")
    kept = db.session.scalars(select(SavedFilter)).one()
    colleague = sign_in(factories.user(Role.STAFF))
    page = colleague.get("/partners?kind=bank").text
    assert "Mənim siyahım" not in page
    assert (
        factories.post(colleague, f"/account/lists/{kept.id}/remove", form_at="/partners?kind=bank").status_code == 404
    )
    partner = sign_in(factories.partner_user(factories.partner()))
    fields = {"endpoint": "partners.index", "query": "", "name": "x"}
    assert factories.post(partner, "/account/lists", form_at="/account", **fields).status_code == 403


def test_other_lists_are_kept_too(staff: FlaskClient) -> None:
    for endpoint, query, url in (
        ("members.index", "seeking=business", "/members/?seeking=business"),
        ("vacancies.index", "state=open", "/vacancies/?state=open"),
    ):
        assert keep(staff, endpoint=endpoint, query=query, name=f"Siyahım {endpoint}") == url
        assert f"Siyahım {endpoint}" in staff.get(url).text
