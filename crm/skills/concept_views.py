"""Pages that change one concept: a new one, its names and marks, how people say it, what comes near; the reading again."""

from flask import Response
from flask_login import current_user

from crm.access import Permission, may
from crm.forms import Form
from crm.i18n import LANGUAGES, _
from crm.skills import editing, phrase_queries, phrases, queries, rereading
from crm.skills.forms import ConceptEditForm, FormForm, NewConceptForm, WordsForm, neighbours_form
from crm.skills.models import Concept, UnknownPhrase
from crm.skills.page_of import concept_page
from crm.skills.phrases import language_of
from crm.web import asked_id, check_version, get_or_404, go_to, page, rows, tuples


@may(Permission.SKILLS_WRITE)
def new() -> Response:
    """`?phrase=` are the words not understood that made somebody think of it."""
    phrase = _phrase()
    prefilled = {f"label_{language_of(phrase.text)}": phrase.text} if phrase else {}
    form = NewConceptForm(data=prefilled)
    if not form.validate_on_submit():
        return page("skills/new.html", form=form, phrase=phrase, status=422 if form.errors else 200)
    concept = editing.create_concept(**_values(form))
    if phrase:
        phrases.attach(phrase=phrase, concept=concept, language=language_of(phrase.text))
    rereading.begin(concept=concept, forms=rows(queries.forms_of(concept.id)))
    return go_to("skills.show", _("Added. All texts are read again with it."), concept_id=concept.id)


def _phrase() -> UnknownPhrase | None:
    phrase_id = asked_id("phrase")
    return get_or_404(phrase_queries.waiting(current_user), id=phrase_id) if phrase_id else None


def _values(form: Form) -> dict[str, object]:
    """A name left empty is no name."""
    return {
        name: value or "" if name.startswith(("label_", "isco")) else value for name, value in form.values().items()
    }


@may(Permission.SKILLS_WRITE)
def edit(concept_id: int) -> Response:
    concept = _concept(concept_id)
    form = ConceptEditForm(obj=concept)
    form.of(concept)
    if not form.validate_on_submit():
        return page("skills/edit.html", form=form, concept=concept, status=422 if form.errors else 200)
    check_version(concept, form)
    forms = editing.change_concept(concept=concept, **_values(form))
    rereading.begin(concept=concept, forms=forms)
    return go_to("skills.show", _("Saved."), concept_id=concept.id)


@may(Permission.SKILLS_WRITE)
def add_form(concept_id: int) -> Response:
    concept, form = _concept(concept_id), FormForm()
    if not form.validate_on_submit():
        return concept_page(concept, form, status=422)
    try:
        added = editing.add_form(concept=concept, language=form.language.data, text=form.text.data or "")
    except editing.FormExists:
        form.text.errors = [_("It is already called so.")]
        return concept_page(concept, form, status=422)
    rereading.begin(concept=concept, forms=[added])
    return go_to("skills.show", _("Added. All centres understand it from now on."), concept_id=concept.id)


@may(Permission.SKILLS_WRITE)
def words(concept_id: int) -> Response:
    """Which of its forms are understood: one that misleads is switched off here."""
    concept = _concept(concept_id)
    form = WordsForm(obj=concept)
    form.of(concept)
    if not form.validate_on_submit():
        status = 422 if form.errors else 200
        return page("skills/words.html", form=form, concept=concept, codes=list(LANGUAGES), status=status)
    check_version(concept, form)
    rereading.begin(concept=concept, forms=editing.set_forms(concept=concept, active_ids=form.active_ids()))
    return go_to("skills.show", _("Saved."), concept_id=concept.id)


@may(Permission.SKILLS_WRITE)
def neighbours(concept_id: int) -> Response:
    concept = _concept(concept_id)
    form = neighbours_form(concept, tuples(queries.neighbours_of(concept.id)))
    if not form.validate_on_submit():
        return page("skills/neighbours.html", form=form, concept=concept, status=422 if form.errors else 200)
    check_version(concept, form)
    weights = form.weights()
    if form.code:
        other = get_or_404(queries.visible_to(current_user), code=form.code)
        weights[other.id] = (form.add_weight.data or 0) / 100
        if form.both.data:
            editing.set_neighbours(concept=other, weights={concept.id: weights[other.id]})
    editing.set_neighbours(concept=concept, weights=weights)
    return go_to("skills.show", _("Saved."), concept_id=concept.id)


@may(Permission.SKILLS_READ)
def progress() -> Response:
    """How far the reading again is; the part asks for itself until it is done."""
    readings = rows(rereading.under_way())
    rereading.go_on_if_stopped(readings)
    return page("skills/progress.html", part="skills/_progress.html", readings=readings)


def _concept(concept_id: int) -> Concept:
    return get_or_404(queries.whole(current_user), id=concept_id)
