"""A finished file on its way to the browser."""

from collections.abc import Callable

from flask import Response, flash, make_response, request

from crm.navigation import home_url
from crm.paper import CannotWrite
from crm.web import go

MIME = {"pdf": "application/pdf", "json": "application/json"}


def as_file(write: Callable[[], bytes], name: str) -> Response:
    """Shown in the browser with ?look=yes, else kept as a file. Where PDF cannot be written, a word about why."""
    try:
        response = make_response(write())
    except CannotWrite as missing:
        flash(str(missing), "warning")
        return go(home_url())
    response.mimetype = MIME[name.rpartition(".")[2]]
    manner = "inline" if request.args.get("look") == "yes" else "attachment"
    response.headers["Content-Disposition"] = f'{manner}; filename="{name}"'
    response.headers["Cache-Control"] = "no-store"
    return response
