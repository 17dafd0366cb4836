"""Pages of the vocabulary: browse it, one concept with its forms, names near to what is typed."""

from flask import Response, request
from flask_login import current_user

from crm import sheets
from crm.access import Permission, may
from crm.esco.lookup import uris
from crm.skills import phrase_queries, queries, rereading, vocabulary
from crm.skills.enums import ConceptKind
from crm.skills.forms import FormForm
from crm.skills.groups import group_name
from crm.skills.models import Concept
from crm.skills.page_of import concept_page
from crm.skills.sheet import sheet
from crm.web import Page, asked, get_or_404, go_to, page, paginate, rows, value


@may(Permission.SKILLS_READ)
def index() -> Response:
    filters = _filters()
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
        unknown=value(phrase_queries.how_many_waiting(current_user)),
        readings=rows(rereading.under_way()),
    )


@may(Permission.SKILLS_READ)
def download(shape: str) -> Response:
    """The vocabulary as it is narrowed, whole, as a file or to print."""
    found = rows(queries.with_forms(queries.listing(current_user, _filters())).limit(sheets.MOST))
    return sheets.answer(shape, sheet(uris(one.id for one in found)), found)


def _filters() -> queries.Filters:
    return queries.Filters(asked(), asked("group"), ConceptKind.parse(request.args.get("kind")))


def _found(filters: queries.Filters) -> tuple[Page[Concept], bool]:
    """The page asked for; when a search finds nothing, what it may have meant (and then False)."""
    found = paginate(queries.listing(current_user, filters))
    if found.total or not filters.search:
        return found, True
    near = [one.concept for one in vocabulary.suggested(filters.search)]
    return paginate(queries.listing(current_user, filters, codes=near)), False


@may(Permission.SKILLS_READ)
def show(concept_id: int) -> Response:
    if into := value(queries.merged_into(concept_id)):
        return go_to("skills.show", concept_id=into)
    return concept_page(get_or_404(queries.whole(current_user), id=concept_id), FormForm(formdata=None))


@may(Permission.SKILLS_READ)
def suggest() -> Response:
    """Names near to what is typed, for a datalist. `?field=` says under which name the words come."""
    typed = asked("q") or asked(asked("field"))
    codes = [found.concept for found in vocabulary.suggested(typed)]
    named = queries.labels(codes)
    return page("skills/_options.html", labels=[named[code] for code in codes if code in named])
