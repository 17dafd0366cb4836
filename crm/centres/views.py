"""Pages of the centres: list, one, new, edit."""

from flask import Response
from flask_login import current_user

from crm.access import Permission, may
from crm.centres import operations, queries
from crm.centres.forms import CentreForm, NewCentreForm
from crm.centres.models import Centre
from crm.forms import offer
from crm.i18n import _, by_alphabet, in_language
from crm.places import queries as place_queries
from crm.search import ids_like
from crm.web import asked, check_version, get_or_404, go_to, page, paginate, rows, tuples


@may(Permission.CENTRES_READ)
def index() -> Response:
    search = asked()
    ids = ids_like(search, tuples(queries.names(current_user))) if search else None
    return page(
        "centres/index.html",
        part="centres/_list.html",
        centres=paginate(queries.listing(current_user, ids), whole_rows=True),
        search=search,
    )


@may(Permission.CENTRES_READ)
def show(centre_id: int) -> Response:
    centre, members, partners, people = tuples(queries.listing(current_user, [opened(centre_id).id]))[0]
    return page(
        "centres/show.html",
        centre=centre,
        members=members,
        partners=partners,
        people=people,
        staff=rows(queries.staff_of(centre)),
    )


@may(Permission.CENTRES_WRITE)
def new() -> Response:
    form = _offering_rayons(NewCentreForm())
    if form.validate_on_submit():
        try:
            centre = operations.add_centre(**form.values())
            return go_to("centres.show", _("The centre is added."), centre_id=centre.id)
        except operations.NameTaken:
            form.name.errors = [_("There is a centre of this name already.")]
    return page("centres/form.html", form=form, centre=None, status=422 if form.errors else 200)


@may(Permission.CENTRES_WRITE)
def edit(centre_id: int) -> Response:
    centre = opened(centre_id)
    form = _offering_rayons(CentreForm(obj=centre))
    if form.validate_on_submit():
        check_version(centre, form)
        try:
            operations.change_centre(centre=centre, **form.values())
            return go_to("centres.show", _("Saved."), centre_id=centre.id)
        except operations.NameTaken:
            form.name.errors = [_("There is a centre of this name already.")]
    return page("centres/form.html", form=form, centre=centre, status=422 if form.errors else 200)


def opened(centre_id: int) -> Centre:
    return get_or_404(queries.visible_to(current_user), id=centre_id)


def _offering_rayons(form: NewCentreForm | CentreForm) -> NewCentreForm | CentreForm:
    rayons = by_alphabet(rows(place_queries.rayons()))
    offer(form.rayon_id, [(rayon.id, in_language(rayon)) for rayon in rayons], blank=_("Not said"))
    return form
