"""The page of what waits on this phone; whose turn it is to send; the service worker and the manifest."""

from flask import Response, jsonify, make_response
from flask_wtf.csrf import generate_csrf

from crm.access import Permission, may, public
from crm.i18n import _, language
from crm.navigation import home_url
from crm.offline import worker
from crm.offline.keys import phone_of_user
from crm.web import page

ALWAYS_ASK = "no-cache"


@may(Permission.ACCOUNT_USE)
def index() -> Response:
    """Filled in by the phone: the server knows nothing of what has not reached it."""
    return page("offline/index.html")


@public
def who() -> Response:
    """Who is signed in, and a fresh token: asked before anything kept is sent. The owner is empty when nobody is."""
    phone = phone_of_user()
    return jsonify(owner=phone.owner if phone else "", token=generate_csrf())


@public
def service_worker() -> Response:
    response = make_response(worker.script())
    response.mimetype = "text/javascript"
    response.headers["Cache-Control"] = ALWAYS_ASK
    return response


@public
def manifest() -> Response:
    words = _("Between women who look for work and people who have it.")
    response = jsonify(worker.app_manifest(language=language(), start=home_url(), words=words))
    response.mimetype = "application/manifest+json"
    response.headers["Cache-Control"] = ALWAYS_ASK
    return response
