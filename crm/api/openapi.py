"""The OpenAPI 3.1 document, made from the enums the program itself checks with."""

from collections.abc import Iterable
from typing import Any

from flask import url_for

from crm.partners.enums import PartnerKind
from crm.vacancies.enums import Hours, Importance, VacancyState
from crm.web import LARGEST_PAGE

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer"}
DAY: Schema = {"type": "string", "format": "date"}
MONEY: Schema = {"type": "string", "pattern": r"^\d+\.\d{2}$", "description": "AZN a month"}
UUID: Schema = {"type": "string", "format": "uuid"}


def document() -> Schema:
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Körpü",
            "version": "1",
            "description": "Reads what the token's owner may see. Make a token on the page of your account.",
        },
        "servers": [{"url": url_for("api.openapi").rsplit("/", 1)[0]}],
        "security": [{"token": []}],
        "paths": _paths(),
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": {
                "Vacancy": _vacancy(),
                "Partner": _partner(),
                "Results": _results(),
                "Error": _object(error=_object(code=TEXT, message=TEXT)),
            },
        },
    }


def _paths() -> Schema:
    page = _argument("page", {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE})
    search = _argument("q", {"type": "string", "maxLength": 100, "pattern": "^[ -~]*$"}, "Part of a name or title.")
    state = _argument("state", _enum(VacancyState))
    centre = _argument(
        "centre", {"type": "string", "pattern": "^(all|[1-9][0-9]{0,8})$"}, "A centre's number, or all together."
    )
    return {
        "/vacancies": _get("vacancies", "Vacancies you may see", _list("Vacancy"), [search, page, state]),
        "/vacancies/{id}": _get("vacancy", "One vacancy", _ref("Vacancy"), [_id()], missing=True),
        "/partners": _get(
            "partners", "Partners you may see; a partner sees its own record", _list("Partner"), [search, page]
        ),
        "/partners/{id}": _get("partner", "One partner", _ref("Partner"), [_id()], missing=True),
        "/results": _get(
            "results",
            "The donor report, without people",
            _ref("Results"),
            [_argument("since", DAY), _argument("until", DAY), centre],
            missing=True,
        ),
        "/openapi.json": {
            "get": {
                "operationId": "openapi",
                "summary": "This document",
                "security": [],
                "responses": {"200": _response("The document", {"type": "object"})},
            }
        },
    }


def _get(name: str, summary: str, body: Schema, arguments: list[Schema], *, missing: bool = False) -> Schema:
    refusals = {"401": "No valid token", "403": "Not in the token's scopes", "422": "An argument cannot be read"}
    refusals |= {"429": "Too many questions in a minute"} | ({"404": "No such record for you"} if missing else {})
    responses = {"200": _response("Found", body)}
    responses |= {status: _response(text, _ref("Error")) for status, text in sorted(refusals.items())}
    return {"get": {"operationId": name, "summary": summary, "parameters": arguments, "responses": responses}}


def _response(text: str, schema: Schema) -> Schema:
    return {"description": text, "content": {"application/json": {"schema": schema}}}


def _argument(name: str, schema: Schema, description: str = "") -> Schema:
    more = {"description": description} if description else {}
    return {"name": name, "in": "query", "required": False, "schema": schema, **more}


def _id() -> Schema:
    return {"name": "id", "in": "path", "required": True, "schema": UUID}


def _vacancy() -> Schema:
    need = _object(code=TEXT, label=TEXT, importance=_enum(Importance))
    return _object(
        id=UUID, reference=_or_null(TEXT), partner=_object(id=UUID, name=TEXT), title=TEXT, text=TEXT,
        state=_enum(VacancyState), openings=NUMBER, settlement=_or_null(TEXT), hours=_or_null(_enum(Hours)),
        weekly_hours=_or_null(NUMBER), **{name: _or_null({"type": "boolean"}) for name in _ANSWERS},
        pay_min=_or_null(MONEY), pay_max=_or_null(MONEY), needs={"type": "array", "items": need},
        published_on=_or_null(DAY), closed_on=_or_null(DAY),
    )  # fmt: skip


def _partner() -> Schema:
    return _object(id=UUID, name=TEXT, kind=_enum(PartnerKind), rayon=_or_null(TEXT))


def _results() -> Schema:
    figure = {"type": ["number", "null"]}
    counts = {"type": "object", "additionalProperties": {"type": "number"}}
    indicator = _object(
        code=TEXT, name=TEXT, unit=TEXT, baseline=figure, target=figure, value=figure, numerator=figure, denominator=figure,
        disaggregation={"type": "object", "additionalProperties": counts}, parts=counts, left_out_without_consent=NUMBER,
    )  # fmt: skip
    return _object(
        indicators={"type": "array", "items": indicator}, reconciliation=counts, left_out_without_consent=NUMBER
    )


def _list(name: str) -> Schema:
    return _object(items={"type": "array", "items": _ref(name)}, page=NUMBER, pages=NUMBER, total=NUMBER)


def _object(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _enum(values: Iterable[Any]) -> Schema:
    return {"type": "string", "enum": [one.value for one in values]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


_ANSWERS = ("night", "weekend", "transport_provided", "training_provided", "home_based")
