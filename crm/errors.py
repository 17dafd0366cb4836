"""Error pages in the reader's language. What went wrong inside is logged with a reference, never shown."""

import secrets

from flask import Flask, Response, g, make_response, render_template, request
from flask_limiter.errors import RateLimitExceeded
from flask_login import AnonymousUserMixin
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError, SecurityError

from crm.api.edge import explain
from crm.extensions import db

#: Programs read here: they are answered in JSON, also when something goes wrong.
API = "/api/v1/"
PAGES = {400, 403, 404, 413, 429}


def init_app(app: Flask) -> None:
    @app.errorhandler(HTTPException)
    def known(error: HTTPException) -> Response:
        code = error.code or 500
        if request.path.startswith(API) and not isinstance(error, SecurityError) and code >= 400:
            return explain(error)
        if error.response is not None or code < 400:
            return make_response(error.get_response())
        if isinstance(error, SecurityError):  # without a trusted name no page can say where its links lead
            words = "This server does not answer to that name. CRM_BASE_URL tells its own.\n"
            return Response(words, 400, mimetype="text/plain")
        return make_response(render_template(f"errors/{code if code in PAGES else 400}.html"), code)

    @app.errorhandler(CSRFError)
    def stale_form(error: CSRFError) -> Response:
        return make_response(render_template("errors/400.html"), 400)

    @app.errorhandler(RateLimitExceeded)
    def too_many(error: RateLimitExceeded) -> Response:
        if request.path.startswith(API):
            return explain(error)
        response = make_response(render_template("errors/429.html"), 429)
        response.headers["Retry-After"] = "60"
        return response

    @app.errorhandler(InternalServerError)
    def unexpected(error: InternalServerError) -> Response:
        reference = secrets.token_hex(4)
        app.logger.error("error %s", reference, exc_info=error.original_exception or error)
        db.session.rollback()
        g._login_user = AnonymousUserMixin()  # the page must come out even when the database is down
        return make_response(render_template("errors/500.html", reference=reference), 500)
