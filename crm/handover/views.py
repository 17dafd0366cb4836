"""One page with all that is open with a colleague: given to another one in one action, undone within a day."""

from flask import Response
from flask_login import current_user

from crm.access import Permission, may
from crm.forms import offer
from crm.handover import operations, queries
from crm.handover.forms import HandOverForm
from crm.i18n import _
from crm.web import get_or_404, go_to, page, rows, tuples


@may(Permission.PARTNERS_WRITE)
def index() -> Response:
    return page(
        "handover/index.html",
        people=rows(queries.colleagues(current_user)),
        numbers=dict(tuples(queries.numbers_per_person(current_user))),
        latest=rows(queries.latest(current_user)),
    )


@may(Permission.PARTNERS_WRITE)
def person(person_id: int) -> Response:
    """What is open with one colleague; a POST gives it to another one."""
    leaving = get_or_404(queries.colleagues(current_user), id=person_id)
    form, others = HandOverForm(), {one.id: one for one in rows(queries.who_may_take_over(current_user, leaving))}
    offer(form.to_id, [(one.id, one.name) for one in others.values()], blank=_("Choose"))
    sessions = rows(queries.sessions_of(current_user, person_id))
    partners = rows(queries.partners_of(current_user, person_id))
    if form.validate_on_submit():
        by, to_user = current_user._get_current_object(), others[form.to_id.data]
        operations.hand_over(from_user=leaving, to_user=to_user, by=by, sessions=sessions, partners=partners)
        return go_to("handover.index", _("%(name)s has it now. You can undo it for a day.", name=to_user.name))
    whole = {name: rows(of(current_user, person_id)) for name, of in queries.GOES_ALONG.items()}
    return page(
        "handover/person.html",
        person=leaving,
        form=form,
        whole={"sessions": sessions, "partners": partners, **whole},
        status=422 if form.errors else 200,
    )


@may(Permission.PARTNERS_WRITE)
def undo(hand_over_id: int) -> Response:
    made = get_or_404(queries.visible_to(current_user), id=hand_over_id)
    if operations.undo(made=made):
        return go_to("handover.index", _("It is with %(name)s again.", name=made.from_user.name))
    return go_to("handover.index", _("A hand-over can be undone for one day, and once."), "warning")
