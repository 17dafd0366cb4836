"""Public pages: the open jobs, one of them, the feed. Anybody may read them; nothing can be changed here."""

from dataclasses import replace
from uuid import UUID

from flask import Response, make_response, request
from flask_babel import force_locale
from flask_login import current_user

from crm import links
from crm.access import public
from crm.esco.lookup import uris
from crm.i18n import DEFAULT_LANGUAGE, LANGUAGES, in_language
from crm.jobs import queries
from crm.jobs.feed import atom
from crm.jobs.job import Job, job_of, posting
from crm.search import forgiving_page
from crm.vacancies.enums import Hours
from crm.web import asked, asked_id, get_or_404, page, rows, value

FEED_LENGTH = 50
FEED_SECONDS = 600


@public
def index() -> Response:
    search, hours = asked(), Hours.parse(request.args.get("hours"))
    filters = queries.Filters(search, asked_id("place"), hours, queries.meant_by(search))
    found, exact = forgiving_page(lambda ids: queries.listing(filters, ids), search, queries.folded_names())
    return _kept(
        page(
            "jobs/index.html",
            part="jobs/_list.html",
            jobs=replace(found, items=[job_of(vacancy) for vacancy in found.items]),
            exact=exact,
            filters=filters,
            rayons=rows(queries.rayons()),
            hours=list(Hours),
            feed_url=links.absolute("jobs.feed"),
        )
    )


@public
def show(public_id: UUID) -> Response:
    if value(queries.over(public_id)):
        return page("jobs/gone.html", status=410)
    vacancy = get_or_404(queries.open_jobs(), public_id=public_id)
    job = job_of(vacancy)
    url = _url_of(job)
    addresses = uris(need.concept_id for need in vacancy.needs)
    skills = [(in_language(need.concept, "label"), addresses.get(need.concept_id, ())) for need in vacancy.needs]
    return _kept(page("jobs/show.html", job=job, url=url, posting=posting(job, url, skills)))


@public
def feed() -> Response:
    """In the language that `?lang=` names: what is kept on the way is the same for every reader of one address."""
    lang = request.args.get("lang", DEFAULT_LANGUAGE)
    lang = lang if lang in LANGUAGES else DEFAULT_LANGUAGE
    with force_locale(lang):
        jobs = [job_of(vacancy) for vacancy in rows(queries.open_jobs().limit(FEED_LENGTH))]
        where = {"self_url": links.absolute("jobs.feed", lang=lang), "list_url": links.absolute("jobs.index")}
        response = make_response(atom(jobs, language=lang, url_of=_url_of, **where))
    response.content_type = "application/atom+xml; charset=utf-8"
    response.cache_control.public, response.cache_control.max_age = True, FEED_SECONDS
    response.add_etag()
    response.make_conditional(request)
    return response


def _kept(response: Response) -> Response:
    """A visitor's browser may keep the page for "back" and asks again otherwise; signed in, nothing is kept."""
    if not current_user.is_authenticated:
        response.cache_control.private = response.cache_control.no_cache = True
    return response


def _url_of(job: Job) -> str:
    return links.absolute("jobs.show", public_id=job.public_id)
