"""What anybody may open: the first page, the language switch, health."""

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Response, abort, current_app, make_response, request
from flask_login import current_user
from sqlalchemy.exc import SQLAlchemyError

from crm.access import public
from crm.accounts.signing import safe_next
from crm.extensions import db
from crm.i18n import LANGUAGES, keep_language
from crm.navigation import home_url
from crm.web import go, page


@public
def index() -> Response:
    if current_user.is_authenticated:
        return go(home_url())
    return page("public/index.html")


@public
def switch_language(code: str) -> Response:
    if code not in LANGUAGES:
        abort(404)
    response = go(safe_next(request.args.get("next")) or "/")
    keep_language(response, code)
    return response


@public
def healthz() -> Response:
    return _plain("ok")


@public
def readyz() -> Response:
    """200 when the database answers and its schema is the newest, 503 with one word otherwise."""
    try:
        connection = db.session.connection()
        here = set(MigrationContext.configure(connection).get_current_heads())
    except SQLAlchemyError:
        return _plain("database", 503)
    newest = set(ScriptDirectory(current_app.extensions["migrate"].directory).get_heads())
    return _plain("ok") if here == newest else _plain("migration", 503)


def _plain(text: str, status: int = 200) -> Response:
    response = make_response(text, status)
    response.mimetype = "text/plain"
    return response
