"""Pages of the vocabulary: browse it, one concept with its forms, words nobody understood yet."""

from flask import Response, request
from flask_login import current_user

from crm.access import Permission, may
from crm.forms import Form
from crm.i18n import _, in_language
from crm.skills import operations, queries, vocabulary
from crm.skills.enums import ConceptKind
from crm.skills.forms import AttachForm, FormForm
from crm.skills.groups import group_name
from crm.skills.models import Concept, UnknownPhrase
from crm.web import Page, asked, get_or_404, go_to, page, paginate, rows, tuples, value

#: Each phrase looks for its own proposals.
PHRASES_PER_PAGE = 10


@may(Permission.SKILLS_READ)
def index() -> Response:
    filters = queries.Filters(asked(), asked("group"), ConceptKind.parse(request.args.get("kind")))
    concepts, exact = _found(filters)
    return page(
        "skills/index.html",
        part="skills/_list.html",
        concepts=concepts,
        exact=exact,
        filters=filters,
        kinds=list(ConceptKind),
        groups=[(code, group_name(code)) for code in rows(queries.groups())],
        group_name=group_name,
        unknown=value(queries.how_many_unknown(current_user)),
    )


def _found(filters: queries.Filters) -> tuple[Page[Concept], bool]:
    """The page asked for; when a search finds nothing, what it may have meant (and then False)."""
    found = paginate(queries.listing(current_user, filters))
    if found.total or not filters.search:
        return found, True
    near = [one.concept for one in vocabulary.suggested(filters.search)]
    return paginate(queries.listing(current_user, filters, codes=near)), False


@may(Permission.SKILLS_READ)
def show(concept_id: int) -> Response:
    concept = get_or_404(queries.whole(current_user), id=concept_id)
    return _concept_page(concept, FormForm(formdata=None))


@may(Permission.SKILLS_WRITE)
def add_form(concept_id: int) -> Response:
    concept, form = get_or_404(queries.whole(current_user), id=concept_id), FormForm()
    if not form.validate_on_submit():
        return _concept_page(concept, form, status=422)
    try:
        operations.add_form(concept=concept, language=form.language.data, text=form.text.data or "")
    except operations.FormExists:
        form.text.errors = [_("It is already called so.")]
        return _concept_page(concept, form, status=422)
    return go_to("skills.show", _("Added. All centres understand it from now on."), concept_id=concept.id)


def _concept_page(concept: Concept, form: FormForm, status: int = 200) -> Response:
    return page(
        "skills/show.html",
        concept=concept,
        form=form,
        neighbours=tuples(queries.neighbours_of(concept.id)),
        group_name=group_name,
        status=status,
    )


@may(Permission.SKILLS_READ)
def suggest() -> Response:
    """Names near to what is typed, for a datalist. `?field=` says under which name the words come."""
    typed = asked("q") or asked(asked("field"))
    codes = [found.concept for found in vocabulary.suggested(typed)]
    named = {concept.code: in_language(concept, "label") for concept in rows(queries.coded(codes))}
    return page("skills/_options.html", labels=[named[code] for code in codes if code in named])


@may(Permission.SKILLS_READ)
def unknown() -> Response:
    return _unknown_page()


@may(Permission.SKILLS_WRITE)
def attach(phrase_id: int) -> Response:
    """One click: from now on these words mean this concept."""
    phrase = get_or_404(queries.unknown_phrases(current_user), id=phrase_id)
    form = AttachForm()
    if not form.validate_on_submit():
        return _unknown_page(phrase, form, status=422)
    concept = get_or_404(queries.visible_to(current_user), code=form.code)
    operations.attach(phrase=phrase, concept=concept, language=form.language.data)
    name = in_language(concept, "label")
    return go_to("skills.unknown", _("“%(words)s” means %(skill)s from now on.", words=phrase.text, skill=name))


@may(Permission.SKILLS_WRITE)
def dismiss(phrase_id: int) -> Response:
    phrase = get_or_404(queries.unknown_phrases(current_user), id=phrase_id)
    operations.dismiss(phrase=phrase)
    return go_to("skills.unknown", _("“%(words)s” is put aside.", words=phrase.text))


def _unknown_page(wrong: UnknownPhrase | None = None, form: AttachForm | None = None, status: int = 200) -> Response:
    """`wrong` is the phrase whose form came back with an error."""
    phrases = paginate(queries.unknown_phrases(current_user, asked()), per_page=PHRASES_PER_PAGE)
    words = vocabulary.current()
    near = {phrase.id: [found.concept for found in words.suggest(phrase.text, 3)] for phrase in phrases.items}
    concepts = {
        concept.code: concept for concept in rows(queries.coded({code for codes in near.values() for code in codes}))
    }
    forms = {phrase.id: _attach_form(phrase) for phrase in phrases.items}
    if wrong is not None and form is not None:
        forms[wrong.id] = form
    for phrase_id, one in forms.items():
        one.number(phrase_id)
    return page(
        "skills/unknown.html",
        part="skills/_unknown.html",
        phrases=phrases,
        proposals={key: [concepts[code] for code in codes] for key, codes in near.items()},
        forms=forms,
        blank_form=blank_form,
        status=status,
    )


def _attach_form(phrase: UnknownPhrase) -> AttachForm:
    return AttachForm(formdata=None, language=operations.language_of(phrase.text))


def blank_form() -> Form:
    return Form(formdata=None)
