"""Which pages a phone may keep, and how the service worker is told: two headers on every page."""

from typing import Any

from flask import Response, g, request
from flask_login import current_user

from crm.access import Role
from crm.offline.keys import NOBODY, Phone, phone_of_user

OWNER, KEEP = "Page-Of", "Page-Keep"
#: The work in the field. Lists and pages of women are not kept; an empty form holds nobody.
SLICES = frozenset({"today", "partners", "info_sessions", "offline"})
EMPTY_FORMS = (".new", ".new_contact")
#: A woman's own phone is often her family's.
NEVER_FOR = frozenset({Role.MEMBER})


def for_templates() -> dict[str, Any]:
    """What base.html says to the scripts; remembered, so that nothing is read again after the view has answered."""
    g.this_phone, g.keep_here = phone_of_user(), may_be_kept()
    return {"this_phone": g.this_phone, "keep_here": g.keep_here}


def mark(response: Response) -> Response:
    """Every page says whose it is, so that the pages of another person, or of nobody any more, are dropped."""
    if response.mimetype == "text/html" and response.status_code < 400 and "this_phone" in g:
        phone: Phone | None = g.this_phone
        response.headers[OWNER] = phone.owner if phone else NOBODY
        if phone and response.status_code == 200 and g.keep_here:
            response.headers[KEEP] = "yes"
    return response


def may_be_kept() -> bool:
    """Of the page that was asked for, whoever looks."""
    endpoint = request.endpoint or ""
    of_the_field = endpoint.split(".")[0] in SLICES or endpoint.endswith(EMPTY_FORMS)
    return of_the_field and request.method == "GET" and getattr(current_user, "role", None) not in NEVER_FOR
