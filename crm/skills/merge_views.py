"""Two concepts become one: first what would move is shown, then it is done. The administrator's alone."""

from flask import Response, request
from flask_login import current_user

from crm.access import Permission, may
from crm.i18n import _, in_language
from crm.skills import merging, queries, vocabulary
from crm.skills.forms import MergeForm
from crm.skills.models import Concept
from crm.web import check_version, get_or_404, go_to, page, tuples


@may(Permission.SKILLS_MERGE)
def merge(concept_id: int) -> Response:
    """`?into=` names the one that stays; with it the page asks for the last word."""
    concept: Concept = get_or_404(queries.whole(current_user), id=concept_id)
    form = MergeForm(obj=concept)
    if request.method == "GET":
        form.into.data = request.args.get("into", "")[:200]
    into = _named(form.into.data or "")
    if form.into.data and (into is None or into.id == concept.id):
        wrong = vocabulary.did_you_mean(form.into.data) if into is None else _("Please choose another skill.")
        form.into.errors = [wrong]
        return _merge_page(concept, form, None, status=422 if request.method == "POST" else 200)
    if into is None or not form.validate_on_submit():
        return _merge_page(concept, form, into, status=422 if form.errors else 200)
    check_version(concept, form)
    name, kept = in_language(concept, "label"), in_language(into, "label")
    merging.merge(concept=concept, into=into)
    return go_to("skills.show", _("%(one)s is part of %(other)s now.", one=name, other=kept), concept_id=into.id)


def _named(words: str) -> Concept | None:
    """By its code, which the last page sends, or as people call it."""
    code = words if words in queries.codes_to_ids() else next((one.concept for one in vocabulary.meant(words)), "")
    return get_or_404(queries.visible_to(current_user), code=code) if code else None


def _merge_page(concept: Concept, form: MergeForm, into: Concept | None, status: int) -> Response:
    moves = merging.Belongings(*tuples(merging.belongings_of(concept.id))[0])
    return page("skills/merge.html", concept=concept, form=form, into=into, moves=moves, status=status)
