"""The page of words not understood: attach them with one click, put them aside, take that back."""

from typing import Any

from flask import Response, request
from flask_login import current_user

from crm.access import Permission, may
from crm.i18n import _, in_language
from crm.skills import phrase_queries as queries
from crm.skills import phrases, rereading, vocabulary
from crm.skills import queries as concept_queries
from crm.skills.enums import PhraseState, TextSource
from crm.skills.excerpt import excerpt
from crm.skills.forms import AttachForm
from crm.skills.models import UnknownPhrase
from crm.web import asked, get_or_404, go_to, page, paginate, rows, tuples

#: Each phrase looks for its own proposals.
PHRASES_PER_PAGE = 10
PROPOSALS = 3


@may(Permission.SKILLS_READ)
def unknown() -> Response:
    return _unknown_page()


@may(Permission.SKILLS_WRITE)
def attach(phrase_id: int) -> Response:
    """One click: from now on these words mean this concept."""
    phrase = get_or_404(queries.waiting(current_user), id=phrase_id)
    form = AttachForm()
    if not form.validate_on_submit():
        return _unknown_page(phrase, form, status=422)
    concept = get_or_404(concept_queries.visible_to(current_user), code=form.code)
    attached = phrases.attach(phrase=phrase, concept=concept, language=form.language.data)
    rereading.begin(concept=concept, forms=[attached])
    name = in_language(concept, "label")
    said = _("“%(words)s” means %(skill)s from now on.", words=phrase.text, skill=name)
    return go_to("skills.unknown", said, **_kept())


@may(Permission.SKILLS_WRITE)
def dismiss(phrase_id: int) -> Response:
    phrase = get_or_404(queries.waiting(current_user), id=phrase_id)
    phrases.dismiss(phrase=phrase)
    return go_to("skills.unknown", _("“%(words)s” is put aside.", words=phrase.text), **_kept())


@may(Permission.SKILLS_WRITE)
def take_up_again(phrase_id: int) -> Response:
    phrase = get_or_404(queries.decided(current_user), id=phrase_id)
    concept = phrase.concept
    forms = phrases.take_up_again(phrase=phrase)
    if concept is not None:
        rereading.begin(concept=concept, forms=forms)
    return go_to("skills.unknown", _("“%(words)s” waits again.", words=phrase.text), **_kept())


def _kept() -> dict[str, str]:
    """Filters and page stay through an answer."""
    return {name: asked(name) for name in ("q", "state", "source", "page") if asked(name)}


def _unknown_page(wrong: UnknownPhrase | None = None, form: AttachForm | None = None, status: int = 200) -> Response:
    """`wrong` is the phrase whose form came back with an error."""
    filters = _filters()
    found = paginate(queries.listing(current_user, filters), per_page=PHRASES_PER_PAGE)
    ids = [phrase.id for phrase in found.items]
    return page(
        "skills/unknown.html",
        part="skills/_unknown.html",
        phrases=found,
        filters=filters,
        states=list(PhraseState),
        from_texts=list(TextSource),
        kept=_kept(),
        proposals=_proposals(found.items) if filters.state == PhraseState.WAITING else {},
        sources={phrase_id: counts for phrase_id, *counts in tuples(queries.sources(ids))},
        examples=_examples(found.items),
        forms=_forms(found.items, wrong, form),
        readings=rows(rereading.under_way()),
        status=status,
    )


def _filters() -> queries.Filters:
    state = PhraseState.parse(request.args.get("state")) or PhraseState.WAITING
    return queries.Filters(asked(), state, TextSource.parse(request.args.get("source")))


def _forms(found: Any, wrong: UnknownPhrase | None, form: AttachForm | None) -> dict[int, AttachForm]:
    forms = {phrase.id: AttachForm(formdata=None, language=phrases.language_of(phrase.text)) for phrase in found}
    if wrong is not None and form is not None:
        forms[wrong.id] = form
    for phrase_id, one in forms.items():
        one.number(phrase_id)
    return forms


def _proposals(found: Any) -> dict[int, list[Any]]:
    """The nearest concepts of each phrase."""
    words = vocabulary.current()
    near = {phrase.id: [one.concept for one in words.suggest(phrase.text, PROPOSALS)] for phrase in found}
    codes = {code for some in near.values() for code in some}
    concepts = {concept.code: concept for concept in rows(concept_queries.coded(codes))}
    return {phrase_id: [concepts[code] for code in codes] for phrase_id, codes in near.items()}


def _examples(found: Any) -> dict[int, list[tuple[str, int, tuple[str, str, str]]]]:
    """Phrase id -> (page, id of the record, the words around), from texts of the reader's own centre."""
    said = {phrase.id: phrase.text for phrase in found}
    both = (("members.show", queries.women_who_said), ("vacancies.show", queries.vacancies_that_say))
    examples: dict[int, list[tuple[str, int, tuple[str, str, str]]]] = {phrase_id: [] for phrase_id in said}
    for endpoint, query in both:
        for phrase_id, record_id, *texts, _place in tuples(query(current_user, list(said))):
            around = next(filter(None, (excerpt(text or "", said[phrase_id]) for text in texts)), None)
            if around and len(examples[phrase_id]) < queries.EXAMPLES:
                examples[phrase_id].append((endpoint, record_id, around))
    return examples
