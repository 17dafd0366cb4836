"""The suggestions of the place field. Places have no pages of their own."""

from flask import Response

from crm import web
from crm.access import public
from crm.places import names, queries


@public
def suggest() -> Response:
    """Options for a datalist. Public, because the search of /jobs uses it too; it holds no personal data.

    The words come as `q`, or under the name of the form's own field, which `field` says."""
    typed = web.asked("q") or web.asked(web.asked("field"))
    found = [names.label(one) for one in queries.settlements_like(typed)]
    return web.page("places/_options.html", labels=found, typed=typed)
