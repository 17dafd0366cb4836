"""Who did what: the list with its filters, and the same as a file."""

from datetime import date
from operator import itemgetter

from flask import Response, make_response, request
from flask_login import current_user

from crm.access import Permission, may
from crm.audit import export, queries
from crm.audit.enums import Action
from crm.audit.models import AuditEntry
from crm.audit.operations import note_look
from crm.audit.things import THINGS
from crm.audit.wording import Words
from crm.forms import EARLIEST, LATEST, today
from crm.web import asked, asked_id, page, paginate, rows, tuples


@may(Permission.AUDIT_READ)
def index() -> Response:
    filters = _filters()
    entries = paginate(queries.listing(current_user, filters))
    return page(
        "audit/index.html",
        part="audit/_list.html",
        entries=entries,
        words=Words.of(entries.items),
        filters=filters,
        actions=list(Action),
        things=sorted(((table, str(thing.label)) for table, thing in THINGS.items()), key=itemgetter(1)),
        people=tuples(queries.people(current_user)),
        asked_for={name: text for name, text in request.args.items() if name != "page" and text},
    )


@may(Permission.AUDIT_READ)
def download() -> Response:
    """The file itself is a way out for names, so taking it is noted."""
    filters = _filters()
    entries = rows(queries.listing(current_user, filters).limit(export.MOST))
    asked_for = " ".join(f"{name}={text[:100]}" for name, text in request.args.items() if name in export.FILTERS)
    note_look(AuditEntry(), Action.EXPORTED, rows=len(entries), filters=asked_for)
    response = make_response(export.as_csv(entries))
    response.mimetype = "text/csv"
    response.headers["Content-Disposition"] = f'attachment; filename="korpu-audit-{today().isoformat()}.csv"'
    return response


def _filters() -> queries.Filters:
    thing = request.args.get("thing", "")
    return queries.Filters(
        search=asked(),
        action=Action.parse(request.args.get("action")),
        thing=thing if thing in THINGS else "",
        user_id=asked_id("user"),
        first=_day("from"),
        last=_day("to"),
        thing_id=asked_id("id"),
    )


def _day(name: str) -> date | None:
    """A day from the address; nonsense means no limit."""
    try:
        day = date.fromisoformat(request.args.get(name, ""))
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None
