"""Programs read what the owner of their token may see, as the document says, and nothing of a woman."""

import re
import uuid
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from crm.access import Role
from crm.accounts.models import User
from crm.api import edge, tokens
from crm.api.enums import ApiScope
from crm.api.openapi import document
from crm.extensions import db
from crm.forms import today
from crm.referrals.enums import ReferralState
from crm.vacancies.enums import VacancyState
from tests import factories

V1 = "/api/v1"


def token(user: User, *scopes: ApiScope, until: date | None = None) -> dict[str, str]:
    made = tokens.make_token(
        user=user, name="site", scopes=scopes or list(ApiScope), valid_until=until or today() + timedelta(days=9)
    )
    db.session.commit()
    return {"Authorization": f"Bearer {made}"}


def read(client: FlaskClient, path: str, headers: dict[str, str] | None = None, status: int = 200) -> Any:
    answer = client.get(f"{V1}{path}", headers=headers or {})
    assert answer.status_code == status, answer.text
    assert answer.mimetype == "application/json"
    return answer.get_json()


def fits(value: Any, schema: dict[str, Any], known: dict[str, Any]) -> bool:
    """As JSON Schema says, as far as our document goes."""
    if "$ref" in schema:
        return fits(value, known[schema["$ref"].rsplit("/", 1)[1]], known)
    if "anyOf" in schema:
        return any(fits(value, one, known) for one in schema["anyOf"])
    types = {
        "string": isinstance(value, str),
        "integer": type(value) is int,
        "number": type(value) in (int, float),
        "boolean": isinstance(value, bool),
        "null": value is None,
        "array": isinstance(value, list),
        "object": isinstance(value, dict),
    }
    wanted = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(types[one] for one in wanted):
        return False
    if isinstance(value, str):
        return value in schema.get("enum", [value]) and bool(re.search(schema.get("pattern", ""), value))
    if isinstance(value, list):
        return all(fits(one, schema["items"], known) for one in value)
    if isinstance(value, dict):
        properties, more = schema.get("properties", {}), schema.get("additionalProperties", True)
        return set(schema.get("required", ())) <= value.keys() and all(
            bool(name in properties or more) and fits(one, properties.get(name, more), known)
            for name, one in value.items()
        )
    return True


def test_every_answer_is_as_the_document_says(client: FlaskClient) -> None:
    partner = factories.partner("Ulduz")
    vacancy = factories.vacancy(partner, needs=("sewing",), title="Tikişçi", state=VacancyState.OPEN)
    admin = token(factories.user(Role.ADMINISTRATOR))
    described = read(client, "/openapi.json")
    known = described["components"]["schemas"]
    for path, operations in described["paths"].items():
        if path == "/openapi.json":
            continue
        record = vacancy if "vacancies" in path else partner
        body = read(client, path.replace("{id}", str(record.public_id)), admin)
        schema = operations["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        assert fits(body, schema, known), (path, body)
        refused = read(client, path.replace("{id}", str(record.public_id)), status=401)
        assert fits(refused, known["Error"], known)
    assert read(client, "/vacancies", admin)["items"][0]["title"] == "Tikişçi"


def test_a_token_reads_what_its_owner_sees(client: FlaskClient) -> None:
    here, elsewhere = factories.partner("Ulduz"), factories.partner("Ay", centre=factories.centre("Neftçala"))
    mine = factories.vacancy(here, title="Bizim iş")
    other = factories.vacancy(elsewhere, title="Özgə iş")
    for owner in (factories.user(Role.STAFF), factories.partner_user(here)):
        headers = token(owner)
        assert [one["title"] for one in read(client, "/vacancies", headers)["items"]] == ["Bizim iş"]
        assert read(client, f"/vacancies/{mine.public_id}", headers)["title"] == "Bizim iş"
        read(client, f"/vacancies/{other.public_id}", headers, 404)
        assert [one["name"] for one in read(client, "/partners", headers)["items"]] == ["Ulduz"]
        read(client, f"/partners/{elsewhere.public_id}", headers, 404)
    observer = token(factories.user(Role.OBSERVER))
    read(client, "/vacancies", observer, 403)
    assert read(client, "/results", observer)["indicators"]
    read(client, "/results", token(factories.partner_user(here)), 403)


def test_a_token_ends_with_its_day_its_scopes_its_owner_and_at_a_word(
    client: FlaskClient, sign_in: Callable[[User], FlaskClient]
) -> None:
    staff = factories.user(Role.STAFF)
    read(client, "/vacancies", token(staff, until=today() - timedelta(days=1)), 401)
    read(client, "/partners", token(staff, ApiScope.VACANCIES), 403)
    read(client, "/vacancies", {"Authorization": "Bearer korpu_wrong"}, 401)
    assert sign_in(staff).get(f"{V1}/vacancies").status_code == 401  # a cookie is no token
    headers = token(staff)
    read(client, "/vacancies", headers)
    staff.active = False
    db.session.commit()
    read(client, "/vacancies", headers, 401)


def test_no_woman_leaves_by_the_api(client: FlaskClient) -> None:
    vacancy = factories.vacancy(factories.partner("Ulduz"))
    woman = factories.member("Zərəngiz", last_name="Qaranquşova", phone="0507654321", contact_note="canary note")
    factories.save(_referral(woman, vacancy))
    headers = token(factories.user(Role.ADMINISTRATOR))
    for path in ("/vacancies", f"/vacancies/{vacancy.public_id}", "/partners", "/results"):
        text = client.get(f"{V1}{path}", headers=headers).text
        assert not any(word in text for word in ("Zərəngiz", "Qaranquşova", "7654321", "canary"))


def _referral(woman: Any, vacancy: Any) -> Any:
    from crm.referrals.models import Referral

    return Referral(centre_id=woman.centre_id, member=woman, vacancy=vacancy, state=ReferralState.SUGGESTED)


@pytest.mark.parametrize(
    "query", ["page=0", "page=x", "page=1&page=2", "page=99999999999", "state=sold", "q=" + "x" * 101, "q=%00"]
)
def test_what_cannot_be_read_is_named(client: FlaskClient, query: str) -> None:
    body = read(client, f"/vacancies?{query}", token(factories.user(Role.STAFF)), 422)
    assert body["error"]["message"].startswith(query.partition("=")[0])


@pytest.mark.parametrize(
    "query", ["since=2026-13-01", "since=20260101", "centre=x", "until=2020-01-01&since=2021-01-01"]
)
def test_a_period_that_cannot_be_read_is_named(client: FlaskClient, query: str) -> None:
    read(client, f"/results?{query}", token(factories.user(Role.OBSERVER)), 422)


@given(st.text(), st.sampled_from([edge.page_number, edge.record_id, edge.words, edge.day]))
def test_any_argument_is_read_or_refused(text: str, shape: Callable[[str], Any]) -> None:
    with suppress(ValueError):
        assert shape(text) is not None


def test_what_is_no_address_or_method_is_answered_in_json(client: FlaskClient) -> None:
    assert read(client, "/women", status=404)["error"]["code"] == "not_found"
    refused = client.post(f"{V1}/vacancies")
    assert refused.status_code in (400, 405)
    assert refused.get_json()["error"]
    read(client, f"/vacancies/{uuid.uuid4()}", token(factories.user(Role.STAFF)), 404)


def test_somebody_makes_a_token_sees_it_once_and_ends_it(staff: FlaskClient, client: FlaskClient) -> None:
    assert "/api/tokens" in staff.get("/account").text
    wrong = factories.post(staff, "/api/tokens", name="", valid_until="2020-01-01")
    assert wrong.status_code == 422
    made = factories.post(
        staff, "/api/tokens", name="Sayt", scopes="vacancies", valid_until=(today() + timedelta(30)).isoformat()
    )
    shown = re.search(r"korpu_[\w-]{40,}", made.text)
    assert shown, made.text
    headers = {"Authorization": f"Bearer {shown.group()}"}
    read(client, "/vacancies", headers)
    again = staff.get("/api/tokens").text
    assert shown.group() not in again
    [end] = re.findall(r"/api/tokens/\d+/end", again)
    factories.post(staff, end, form_at="/api/tokens")
    read(client, "/vacancies", headers, 401)


def test_the_document_needs_no_token_and_names_no_path_twice(app: Any) -> None:
    with app.test_request_context():
        names = [operations["get"]["operationId"] for operations in document()["paths"].values()]
    assert len(names) == len(set(names))
