"""The edge of the API: who asks, for which scope, which arguments; every answer and every refusal is one JSON object."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import wraps
from typing import Any

from flask import Response, g, json, make_response, request
from flask_limiter.errors import RateLimitExceeded
from werkzeug.exceptions import HTTPException

from crm.access import public
from crm.accounts.operations import digest
from crm.api import tokens
from crm.api.enums import ApiScope
from crm.api.models import ApiToken
from crm.extensions import limiter
from crm.web import LARGEST_ID, LARGEST_PAGE, after_reading, value

RATE = "120 per minute"
SECONDS = 60
#: How long a search may be.
LONGEST = 100

Arguments = Mapping[str, Any]


class Refused(Exception):
    """Status, a code for programs, a sentence for people."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


def answer(body: Any, status: int = 200) -> Response:
    response = make_response(json.dumps(body, ensure_ascii=False) + "\n", status)
    response.mimetype = "application/json"
    return response


def refusal(refused: Refused) -> Response:
    response = answer({"error": {"code": refused.code, "message": refused.message}}, refused.status)
    if refused.status == 401:
        response.headers["WWW-Authenticate"] = 'Bearer realm="korpu"'
    if refused.status == 429:
        response.headers["Retry-After"] = str(SECONDS)
    return response


def for_scope(scope: ApiScope, **shapes: Callable[[str], Any]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """A view for whoever holds a token of this scope: it gets the token's user and its checked arguments.

    Declared public: no cookie opens it, the token is asked for here."""

    def declare(view: Callable[..., Any]) -> Callable[..., Any]:
        @public
        @wraps(view)
        def checked(**found: Any) -> Response:
            try:
                token = _token(scope)
                arguments = {name: read(name, shape) for name, shape in shapes.items()}
                return answer(view(token.user, **arguments, **found))
            except Refused as refused:
                return refusal(refused)

        return limiter.limit(RATE, key_func=_who)(checked)

    return declare


def _who() -> str:
    """Each token counts for itself; whoever shows none counts by address."""
    given = _given()
    return digest(given) if given else request.remote_addr or ""


def _given() -> str:
    kind, _space, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""


def _token(scope: ApiScope) -> ApiToken:
    given = _given()
    found: ApiToken | None = value(tokens.behind(given)) if given else None
    if found is None:
        raise Refused(401, "no_token", "Send a valid token: Authorization: Bearer korpu_...")
    if scope not in found.scopes or scope not in tokens.scopes_of(found.user):
        raise Refused(403, "not_allowed", f"This token may not read {scope.value}.")
    g._login_user = found.user  # queries and translations ask who reads
    if tokens.use_is_old(found):
        used = found.id
        after_reading(lambda: tokens.note_use(used))
    return found


def read(name: str, shape: Callable[[str], Any]) -> Any:
    """One argument of the address. Raises Refused for what cannot be read and for the same name twice."""
    given = request.args.getlist(name)
    if not given:
        return None
    try:
        if len(given) > 1:
            raise ValueError("given twice")
        return shape(given[0])
    except ValueError as wrong:
        raise Refused(422, "wrong_argument", f"{name}: {wrong}.") from wrong


def page_number(text: str) -> int:
    return _whole(text, LARGEST_PAGE)


def record_id(text: str) -> int:
    return _whole(text, LARGEST_ID)


def words(text: str) -> str:
    if len(text) > LONGEST or not text.isprintable():
        raise ValueError(f"at most {LONGEST} printable characters")
    return text.strip()


def day(text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:
        raise ValueError("a day as YYYY-MM-DD")
    return found


def one_of(*values: str) -> Callable[[str], str]:
    def shape(text: str) -> str:
        if text not in values:
            raise ValueError(f"one of {', '.join(values)}")
        return text

    return shape


def _whole(text: str, most: int) -> int:
    if not (
        text.isascii() and text.isdecimal() and len(text) <= 10 and 1 <= int(text) <= most and text == str(int(text))
    ):
        raise ValueError(f"a whole number from 1 to {most}")
    return int(text)


def explain(error: HTTPException | RateLimitExceeded) -> Response:
    """What goes wrong before a view is reached, in the API's own words."""
    codes = {404: "not_found", 405: "method_not_allowed", 429: "too_many_requests"}
    status = error.code or 500
    response = refusal(Refused(status, codes.get(status, "refused"), str(error.description or error.name)))
    if status == 405 and (allowed := getattr(error, "valid_methods", None)):
        response.headers["Allow"] = ", ".join(sorted(allowed))
    return response
