"""The partners as a list, a board by stage or a map; all three narrowed by the same address."""

from functools import partial
from typing import Any

from flask import Response, request
from flask_login import current_user

from crm import sheets
from crm.access import Permission, may
from crm.accounts.saved_filters import kept_lists
from crm.forms import EditForm
from crm.i18n import in_language
from crm.partners import queries
from crm.partners.board import board_of
from crm.partners.enums import PartnerKind, Sector, Stage
from crm.partners.models import Partner
from crm.partners.sheet import SHEET
from crm.places import queries as place_queries
from crm.places.picture import drawn
from crm.search import forgiving_page, meant
from crm.web import asked, asked_id, page, rows, tuples


@may(Permission.PARTNERS_READ)
def index() -> Response:
    filters = _filters()
    partners, exact = forgiving_page(
        partial(queries.listing, current_user, filters), filters.search, queries.folded_names(current_user)
    )
    return _shown("partners/index.html", "partners/_list.html", filters, exact, partners=partners)


@may(Permission.PARTNERS_READ)
def board() -> Response:
    filters = _filters()
    ids = _meant(filters)
    columns = board_of(current_user, filters, ids)
    return _shown(
        "partners/board.html", "partners/_board.html", filters, ids is None, columns=columns, move_form=_move_form
    )


@may(Permission.PARTNERS_READ)
def on_map() -> Response:
    filters = _filters()
    ids = _meant(filters)
    found = tuples(queries.numbers_by_rayon(current_user, filters, ids))
    numbers = {rayon.id: number for rayon, number in found if rayon}
    every = rows(place_queries.rayons())
    return _shown(
        "partners/map.html",
        "partners/_map.html",
        filters,
        ids is None,
        picture=drawn(every, numbers, {one.id: in_language(one) for one in every}),
        nowhere=sum(number for rayon, number in found if not rayon),
    )


@may(Permission.PARTNERS_READ)
def download(shape: str) -> Response:
    """The list as it is narrowed, whole, as a file or to print."""
    filters = _filters()
    find = partial(queries.listing, current_user, filters)
    return sheets.forgiving_answer(shape, SHEET, find, filters.search, queries.folded_names(current_user))


def _filters() -> queries.Filters:
    return queries.Filters(
        asked(),
        PartnerKind.parse(request.args.get("kind")),
        Stage.parse(request.args.get("stage")),
        Sector.parse(request.args.get("sector")),
        asked_id("rayon"),
        asked("mine") == "1",
    )


def _meant(filters: queries.Filters) -> list[int] | None:
    find = partial(queries.listing, current_user, filters)
    return meant(find, filters.search, queries.folded_names(current_user))


def _move_form(partner: Partner) -> EditForm:
    """The hidden fields of one card: each moves by itself."""
    return EditForm(formdata=None, obj=partner)


def _shown(template: str, part: str, filters: queries.Filters, exact: bool, **found: Any) -> Response:
    return page(
        template,
        part=part,
        filters=filters,
        exact=exact,
        kinds=list(PartnerKind),
        stages=list(Stage),
        sectors=list(Sector),
        rayons=rows(queries.rayons_of(current_user)),
        kept=kept_lists(current_user, "partners"),
        **found,
    )
