"""Keeping a list as it is narrowed, and removing it again."""

from flask import Response, abort
from flask_login import current_user

from crm.access import Permission, may
from crm.accounts import saved_filters
from crm.accounts.forms import SavedFilterForm
from crm.accounts.models import SavedFilter
from crm.accounts.queries import saved_filters_visible_to
from crm.i18n import _
from crm.web import get_or_404, go_to


@may(Permission.ACCOUNT_USE)
def keep() -> Response:
    form = SavedFilterForm()
    endpoint, query = form.endpoint.data or "", form.query.data or ""
    if endpoint not in saved_filters.LISTS:
        abort(404)
    if not form.validate_on_submit():
        word = _("Please give it a name of at most 60 letters.")
        return go_to(endpoint, word, "warning", **saved_filters.narrowing(query))
    try:
        kept = saved_filters.keep(user=current_user, endpoint=endpoint, name=form.name.data or "", query=query)
    except PermissionError:
        abort(403)
    except saved_filters.TooMany:
        return go_to(endpoint, _("There are many already. Remove one first."), "warning")
    return _back(kept, _("Kept as “%(name)s”.", name=kept.name))


@may(Permission.ACCOUNT_USE)
def remove(filter_id: int) -> Response:
    kept = get_or_404(saved_filters_visible_to(current_user), id=filter_id)
    response = _back(kept, _("Removed."))
    saved_filters.remove(kept=kept)
    return response


def _back(kept: SavedFilter, word: str) -> Response:
    return go_to(kept.endpoint, word, **saved_filters.narrowing(kept.query))
