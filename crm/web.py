"""The edge: the one place that knows htmx, pages lists and owns the transaction. Views answer, this commits."""

import uuid
from collections.abc import Callable, Iterable, Sequence
from contextvars import Token
from dataclasses import dataclass
from functools import wraps
from math import ceil
from typing import Any, Generic, TypeVar

from flask import (
    Blueprint,
    Flask,
    Response,
    abort,
    current_app,
    flash,
    g,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_login import current_user
from htmx_flask import request as htmx_request
from sqlalchemy import Select, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.routing import IntegerConverter

from crm import once
from crm.db import Versioned, may_write
from crm.extensions import db

Row = TypeVar("Row")
Record = TypeVar("Record")
#: (methods separated by spaces, path below the slice's prefix, endpoint, view)
Url = tuple[str, str, str, Callable[..., Any]]

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
HIDDEN_FIELDS = frozenset({"csrf_token", "client_key", "version"})
PER_PAGE = 25
LARGEST_ID = 2**31 - 1
LARGEST_PAGE = 100_000


class Conflict(Exception):
    """A save from a stale form: (label, typed, stored) of each field that differs, and the version stored now."""

    def __init__(self, fields: Sequence[tuple[str, str, str]] = (), stored_version: int | None = None) -> None:
        super().__init__("the record was changed meanwhile")
        self.fields, self.stored_version = fields, stored_version


def blueprint(name: str, urls: Iterable[Url], prefix: str | None = None) -> Blueprint:
    """A slice's blueprint from its plain URL list; every view is wrapped by the edge."""
    made = Blueprint(name, f"crm.{name}", url_prefix=f"/{name.replace('_', '-')}" if prefix is None else prefix)
    for methods, path, endpoint, view in urls:
        made.add_url_rule(path, endpoint, edge(view), methods=methods.split(), strict_slashes=False)
    return made


def edge(view: Callable[..., Any]) -> Callable[..., Response]:
    """Runs a view in one transaction: committed when it answers well, undone otherwise.

    A POST whose client key was accepted before is answered with the first answer. Looks at personal data that a GET
    noted (`g.looks`) are written after the read, in a short transaction of their own."""

    @wraps(view)
    def answer(**arguments: Any) -> Response:
        if request.method in SAFE:
            return _read(view, arguments)
        key = once.parse_key(request.form.get("client_key"))
        user_id = current_user.id if current_user.is_authenticated else 0
        try:
            if key and (earlier := once.earlier_answer(user_id, key)) is not None:
                return _answer_again(earlier)
            response = make_response(view(**arguments))
            if response.status_code >= 400:
                db.session.rollback()
                _keep_although_refused()
                return response
            if key:
                once.remember(user_id, key, _led_to(response))
            db.session.commit()
            return response
        except (IntegrityError, Conflict, StaleDataError) as clash:
            db.session.rollback()
            if key and (earlier := once.earlier_answer(user_id, key)) is not None:
                return _answer_again(earlier)
            if isinstance(clash, IntegrityError):
                raise
            return _conflict(clash)
        except BaseException:
            db.session.rollback()
            raise

    return answer


def _read(view: Callable[..., Any], arguments: dict[str, Any]) -> Response:
    try:
        response = make_response(view(**arguments))
    finally:
        db.session.rollback()
    looks, acts = g.pop("looks", []), g.pop("after_reading", [])
    if (looks or acts) and response.status_code < 400:
        with Writing():
            db.session.add_all(looks)
            for act in acts:
                act()
            db.session.commit()
    return response


def after_reading(act: Callable[[], None]) -> None:
    """For what a GET keeps beside looks: that she was here. It happens in the same short transaction."""
    g.setdefault("after_reading", []).append(act)


def although_refused(act: Callable[[], None]) -> None:
    """For what a refused POST keeps: that somebody tried. It happens after the rest is undone."""
    g.setdefault("although_refused", []).append(act)


def _keep_although_refused() -> None:
    if acts := g.pop("although_refused", []):
        for act in acts:
            act()
        db.session.commit()


class Writing:
    """`with Writing():` the transactions begun inside may write (SQLite takes its lock at BEGIN)."""

    def __enter__(self) -> None:
        self.token: Token[bool] = may_write.set(True)

    def __exit__(self, *_: object) -> None:
        may_write.reset(self.token)


def _led_to(response: Response) -> str:
    """Where a second sending of the same form is led: where the first was, or where its answer says it can be found."""
    headers = response.headers
    return headers.get("HX-Redirect") or headers.get("Location") or headers.get("Content-Location", "")


def _answer_again(location: str) -> Response:
    return go(location) if location else make_response("", 204)


def _conflict(conflict: Conflict | StaleDataError) -> Response:
    """409: both versions side by side, and a form that saves what was typed over the version stored now."""
    known = isinstance(conflict, Conflict) and conflict.stored_version is not None
    typed = [(name, text) for name, text in request.form.items(multi=True) if name not in HIDDEN_FIELDS]
    return page(
        "conflict.html",
        status=409,
        fields=conflict.fields if isinstance(conflict, Conflict) else (),
        stored_version=conflict.stored_version if isinstance(conflict, Conflict) else None,
        values=typed if known else [],
        client_key=uuid.uuid4().hex,
        stored_url=_nearest_page(),
    )


def _nearest_page() -> str:
    """This address, or the nearest above it that can be opened: /events/1/attendance is an act and has no page."""
    routes, path = current_app.create_url_adapter(request), request.path
    while routes is not None and not routes.test(path, "GET"):
        path = path.rpartition("/")[0] or "/"
    return path


def check_version(record: Versioned, form: Any) -> None:
    """Raises Conflict when the form was opened on an older version of the record than the one stored now, or says none."""
    if form.version.raw_data and form.version.data == record.version:
        return
    stored = type(form)(formdata=None, obj=record)
    if hasattr(form, "prefill"):
        stored.prefill(record)
    for field in form:
        if hasattr(field, "choices"):  # the view offered its records to the form that was sent
            stored[field.name].choices = field.choices
    pairs = [
        (str(field.label.text), field_text(field), field_text(stored[field.name]))
        for field in form
        if field.name not in HIDDEN_FIELDS and field.type != "SubmitField"
    ]
    raise Conflict([(label, mine, theirs) for label, mine, theirs in pairs if mine != theirs], record.version)


def field_text(field: Any) -> str:
    """A field's value as a person reads it: the label of a choice, yes or no, the text itself."""
    if callable(getattr(field, "text", None)):  # a place: its data is an id, which nobody reads
        return str(field.text())
    choices = (
        {str(choice[0]): str(choice[1]) for choice in field.iter_choices()} if hasattr(field, "iter_choices") else {}
    )
    if isinstance(field.data, list | tuple):
        return ", ".join(choices.get(str(value), str(value)) for value in field.data)
    if isinstance(field.data, bool):
        return "✓" if field.data else "–"
    return choices.get(str(field.data), "" if field.data is None else str(field.data))


def page(template: str, part: str | None = None, status: int = 200, **context: Any) -> Response:
    """The whole page, or only `part` when htmx asks for it. Both come from one URL and one included file."""
    asked = bool(htmx_request.htmx) and not htmx_request.htmx.history_restore_request
    response = make_response(render_template(part if part and asked else template, **context), status)
    response.vary.add("HX-Request")
    return response


def page_once(template: str, again: str, **context: Any) -> Response:
    """An answer to a POST that cannot be given twice, such as a new password; a second sending is led to `again`."""
    response = page(template, **context)
    response.headers["Content-Location"] = again
    return response


def go(location: str) -> Response:
    """303 after a change; a script is told where to go instead, or it would read the next page itself."""
    if asked_by_script():
        response = make_response("", 200)
        response.headers["HX-Redirect"] = location
        return response
    return make_response(redirect(location, 303))


def asked_by_script() -> bool:
    """By htmx, or by our own script that sends a form and keeps it when there is no signal."""
    return bool(htmx_request.htmx) or request.headers.get("X-Sent-By") == "script"


def go_to(endpoint: str, message: str | None = None, category: str = "success", **values: Any) -> Response:
    """303 to an endpoint, with a word to the person."""
    if message:
        flash(message, category)
    return go(url_for(endpoint, **values))


def get_or_404(statement: Select[Record], **equal: Any) -> Record:
    """The one row of a scoped statement (`visible_to(user)`) that has these values; 404 when there is none."""
    record = db.session.scalar(statement.filter_by(**equal))
    if record is None:
        abort(404)
    return record


def rows(statement: Select[*tuple[Any, ...]]) -> Sequence[Any]:
    """The first column of every row."""
    return db.session.scalars(statement).unique().all()


def tuples(statement: Select[*tuple[Any, ...]]) -> Sequence[Any]:
    """Whole rows, for statements that select several columns."""
    return db.session.execute(statement).all()


def value(statement: Select[*tuple[Any, ...]]) -> Any:
    return db.session.scalar(statement)


@dataclass(frozen=True)
class Page(Generic[Row]):
    """One page of a list. `total` counts rows, pages are numbered from 1."""

    items: Sequence[Row]
    page: int
    total: int
    per_page: int = PER_PAGE

    @property
    def pages(self) -> int:
        return max(1, ceil(self.total / self.per_page))

    @property
    def has_prev(self) -> bool:
        return self.page > 1

    @property
    def has_next(self) -> bool:
        return self.page < self.pages


def paginate(statement: Select[*tuple[Any, ...]], per_page: int = PER_PAGE, whole_rows: bool = False) -> Page[Any]:
    """The page of the list that `?page=` asks for. Two queries, whatever the length of the list."""
    number = page_number()
    total = db.session.scalar(select(func.count()).select_from(statement.order_by(None).subquery())) or 0
    limited = statement.limit(per_page).offset((number - 1) * per_page)
    return Page(tuples(limited) if whole_rows else rows(limited), number, total, per_page)


def page_number() -> int:
    text = request.args.get("page", "1")
    return min(max(int(text), 1), LARGEST_PAGE) if text.isdecimal() and len(text) < 9 else 1


def asked(name: str = "q") -> str:
    """A search word from the address: trimmed, without control characters, at most 100 characters."""
    return "".join(c for c in request.args.get(name, "") if c.isprintable()).strip()[:100]


def asked_id(name: str) -> int | None:
    """A record id from the address (a filter); None when it is absent or no such number."""
    text = request.args.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 10 else None


def page_url(number: int) -> str:
    """This address with another page number; search and filters stay."""
    arguments: dict[str, Any] = {**(request.view_args or {}), **request.args.to_dict(flat=False), "page": number}
    return url_for(request.endpoint or "", **arguments)


def filtered_url(endpoint: str, **values: Any) -> str:
    """Another address about the same list: search and filters of this one stay, its page does not."""
    reserved = {"page", "endpoint", *values}
    kept: dict[str, Any] = {
        name: text for name, text in request.args.items() if name not in reserved and not name.startswith("_")
    }
    return url_for(endpoint, **kept, **values)


class SmallInteger(IntegerConverter):
    """`<int:...>` in addresses: numbers no database id can have are a 404, not an overflow."""

    def __init__(self, map: Any, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max", LARGEST_ID)
        super().__init__(map, *args, **kwargs)


def init_app(app: Flask) -> None:
    app.url_map.converters["int"] = SmallInteger
    app.jinja_env.globals.update(page_url=page_url, filtered_url=filtered_url)

    @app.before_request
    def reads_do_not_lock() -> None:
        may_write.set(request.method not in SAFE)
