"""The scope a page was asked for: staff their own centre unless they ask for the totals, others any they may see."""

from dataclasses import dataclass

from flask import request
from flask_login import current_user

from crm.access import Role
from crm.centres import queries as centre_queries
from crm.forms import SelectChoice
from crm.i18n import _
from crm.results.forms import ALL, ScopeForm
from crm.results.scope import Scope
from crm.web import asked_id, get_or_404, rows


@dataclass(frozen=True)
class Asked:
    """`address` holds what links must carry on; `centre_name` is None for all centres together."""

    form: ScopeForm
    scope: Scope
    centre_name: str | None
    address: dict[str, str]


def asked_scope(shape: type[ScopeForm] = ScopeForm) -> Asked:
    """404 for a centre this user may not single out."""
    form = shape(request.args)
    everywhere = current_user.role == Role.ADMINISTRATOR or current_user.centre_id is None
    own = None if everywhere else current_user.centre
    centre = own
    if form.centre.data == ALL:
        centre = None
    elif chosen := asked_id("centre"):
        centre = get_or_404(centre_queries.visible_to(current_user), id=chosen)
    offered = rows(centre_queries.visible_to(current_user)) if everywhere else [own]
    choices = [(ALL, _("All centres")), *((str(one.id), one.name) for one in offered if one)]
    form.centre.choices = [SelectChoice(value, label) for value, label in choices]
    form.centre.data = str(centre.id) if centre else ALL
    well = form.validate()
    period = (form.since.data, form.until.data) if well else (None, None)
    address = {"centre": form.centre.data}
    if well:
        address |= {name: day.isoformat() for name, day in zip(("since", "until"), period, strict=True) if day}
    return Asked(form, Scope(centre.id if centre else None, *period), centre.name if centre else None, address)
