"""The start page of the office: what is due, each list in full, and the way to all sections."""

from collections.abc import Sequence
from typing import Any

from flask import Response, abort, request, url_for
from flask_login import current_user

from crm.access import Permission, Role, may
from crm.accounts.saved_filters import kept_lists
from crm.centres import queries as centre_queries
from crm.forms import today
from crm.referrals import queries as referral_queries
from crm.referrals.road import NEXT_STEP
from crm.today import order, queries, wording
from crm.vacancies.models import Vacancy
from crm.web import page, paginate, rows, tuples

#: Rows a list shows before it says "show all"; the two lists of answers share a card.
ROWS, ANSWERS = 5, 3
#: Rows of each list that are put in another order; a longer one is shown in full on its own page.
ROWS_IN_ORDER = 50


@may(Permission.TODAY_SEE)
def index() -> Response:
    counts = {name: dict(tuples(due.per_centre(current_user))) for name, due in queries.LISTS.items()}
    if not any(counts.values()) and not all(begun := tuples(queries.begun(current_user))[0]):
        return page("today/welcome.html", begun=begun, greeting=wording.greeting(current_user.name), day=today())
    chosen = order.Order.parse(request.args.get("sort")) or order.Order.KIND
    by_kind = chosen == order.Order.KIND
    found = {
        name: rows(due.rows(current_user).limit(_rows_of(name) if by_kind else ROWS_IN_ORDER)) if counts[name] else []
        for name, due in queries.LISTS.items()
    }
    return page(
        "today/index.html",
        order=chosen,
        sorts=[_way(one, chosen) for one in order.Order],
        groups=[] if by_kind else order.groups(chosen, found),
        greeting=wording.greeting(current_user.name),
        day=today(),
        kept=kept_lists(current_user),
        found=found,
        counts=counts,
        totals={name: sum(numbers.values()) for name, numbers in counts.items()},
        coming=rows(queries.coming_sessions(current_user).limit(ROWS)),
        centres=rows(centre_queries.visible_to(current_user)) if _sees_all() else [],
        **_for_rows(found["openings"]),
    )


@may(Permission.TODAY_SEE)
def whole(list_name: str) -> Response:
    """One list, to its end."""
    if list_name not in queries.LISTS:
        abort(404)
    found = paginate(queries.LISTS[list_name].rows(current_user))
    return page(
        "today/whole.html",
        name=list_name,
        words=wording.LISTS[list_name],
        found=found,
        **_for_rows(found.items if list_name == "openings" else []),
    )


@may(Permission.TODAY_SEE)
def more() -> Response:
    return page("today/more.html")


def _way(one: order.Order, chosen: order.Order) -> dict[str, Any]:
    """A tab. The order stands in the address alone; the first one needs no word there."""
    sort = None if one == order.Order.KIND else one.value
    return {"label": one.label, "url": url_for("today.index", sort=sort), "active": one == chosen}


def _rows_of(name: str) -> int:
    return ANSWERS if name in ("women", "owners") else ROWS


def _sees_all() -> bool:
    return bool(current_user.role == Role.ADMINISTRATOR)


def _for_rows(openings: Sequence[Vacancy]) -> dict[str, Any]:
    """What the rows of the lists need beside their records."""
    ids = [vacancy.id for vacancy in openings]
    return {
        "lists": wording.LISTS,
        "on_the_way": dict(tuples(referral_queries.numbers_on_the_way(current_user, ids))) if ids else {},
        "next_steps": NEXT_STEP,
        "several_centres": _sees_all(),
    }
