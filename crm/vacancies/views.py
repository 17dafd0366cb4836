"""Pages of the vacancies: list, new, one with its needs and its state, edit; the part that reads a text."""

from collections.abc import Callable
from functools import partial

from flask import Response, request, url_for
from flask_login import current_user

from crm import sheets
from crm.access import Permission, may
from crm.accounts.saved_filters import kept_lists
from crm.forms import offer
from crm.i18n import _
from crm.partners import queries as partner_queries
from crm.partners.due import due_day
from crm.partners.models import Partner
from crm.partners.next_step import NextStepForm, plan
from crm.referrals import queries as referral_queries
from crm.search import forgiving_page
from crm.skills import doubts
from crm.skills import queries as skill_queries
from crm.vacancies import operations, queries, reading
from crm.vacancies.enums import VacancyState
from crm.vacancies.forms import NewVacancyForm, ReasonForm, VacancyForm, concepts_like, needs_form
from crm.vacancies.models import Vacancy
from crm.vacancies.said import terms_of
from crm.vacancies.sheet import SHEET
from crm.vacancies.wording import WordingFirst
from crm.web import asked, asked_id, check_version, get_or_404, go_to, page, rows
from crm.wording.advice import advised

LONGEST_TEXT = 5000


@may(Permission.VACANCIES_READ)
def index() -> Response:
    filters = _filters()
    vacancies, exact = forgiving_page(
        lambda ids: queries.listing(current_user, filters, ids), filters.search, queries.folded_names(current_user)
    )
    return page(
        "vacancies/index.html",
        part="vacancies/_list.html",
        vacancies=vacancies,
        exact=exact,
        filters=filters,
        states=list(VacancyState),
        rayons=rows(queries.rayons_of(current_user)),
        partners=rows(queries.partners_of(current_user)),
        kept=kept_lists(current_user, "vacancies"),
    )


@may(Permission.VACANCIES_READ)
def download(shape: str) -> Response:
    """The list as it is narrowed, whole, as a file or to print."""
    filters = _filters()
    find = partial(queries.listing, current_user, filters)
    return sheets.forgiving_answer(shape, SHEET, find, filters.search, queries.folded_names(current_user))


def _filters() -> queries.Filters:
    return queries.Filters(
        asked(), VacancyState.parse(request.args.get("state")), asked_id("rayon"), asked_id("partner")
    )


@may(Permission.VACANCIES_WRITE)
def new() -> Response:
    form = NewVacancyForm(partner_id=asked_id("partner"))
    partners = rows(partner_queries.visible_to(current_user).order_by(Partner.search_name))
    offer(form.partner_id, [(partner.id, partner.name) for partner in partners], blank=_("Choose"))
    if not form.validate_on_submit():
        return page("vacancies/new.html", form=form, partners=partners, status=422 if form.errors else 200)
    partner = next(partner for partner in partners if partner.id == form.partner_id.data)
    vacancy = operations.draft_vacancy(partner=partner, **form.values("partner_id"))
    operations.say_meant(vacancy=vacancy, answers=doubts.answers(request.form.getlist(doubts.FIELD)))
    return go_to("vacancies.show", _("Saved as a draft. Look at the needs, then open it."), vacancy_id=vacancy.id)


@may(Permission.VACANCIES_READ)
def show(vacancy_id: int) -> Response:
    vacancy = _vacancy(vacancy_id)
    return page(
        "vacancies/show.html",
        vacancy=vacancy,
        form=needs_form(vacancy),
        moves=operations.MOVES[vacancy.state],
        referrals=rows(referral_queries.of_vacancy(current_user, vacancy.id)),
        wording=advised(vacancy.title, vacancy.text),
    )


@may(Permission.VACANCIES_WRITE)
def edit(vacancy_id: int) -> Response:
    vacancy = _vacancy(vacancy_id)
    form = VacancyForm(obj=vacancy)
    if not form.validate_on_submit():
        return page("vacancies/edit.html", form=form, vacancy=vacancy, status=422 if form.errors else 200)
    check_version(vacancy, form)
    operations.change_vacancy(vacancy=vacancy, **form.values())
    operations.say_meant(vacancy=vacancy, answers=doubts.answers(request.form.getlist(doubts.FIELD)))
    return go_to("vacancies.show", _("Saved."), vacancy_id=vacancy.id)


@may(Permission.VACANCIES_WRITE)
def needs(vacancy_id: int) -> Response:
    """The needs as a form of their own; the vacancy's page shows the same one."""
    vacancy = _vacancy(vacancy_id)
    form = needs_form(vacancy)
    if not form.validate_on_submit():
        return page("vacancies/needs.html", form=form, vacancy=vacancy, status=422 if form.errors else 200)
    check_version(vacancy, form)
    operations.set_needs(vacancy=vacancy, needs=form.chosen())
    return go_to("vacancies.show", _("The needs are saved."), vacancy_id=vacancy.id, _anchor="needs")


@may(Permission.VACANCIES_WRITE)
def next_step(vacancy_id: int) -> Response:
    vacancy = _vacancy(vacancy_id)
    form, back = NextStepForm(obj=vacancy), url_for("vacancies.show", vacancy_id=vacancy.id)
    if not form.validate_on_submit():
        status = 422 if form.errors else 200
        return page("partners/next_step.html", form=form, back=back, name=vacancy.title, status=status)
    check_version(vacancy, form)
    plan(vacancy, form.next_step.data or "", due_day(form))
    return go_to("vacancies.show", _("Saved."), vacancy_id=vacancy.id)


@may(Permission.VACANCIES_WRITE)
def publish(vacancy_id: int) -> Response:
    vacancy = _vacancy(vacancy_id)
    try:
        return _moved(vacancy, lambda: operations.publish(vacancy=vacancy, by=current_user), _("The vacancy is open."))
    except WordingFirst:
        first = _("Before it opens: some words shut people out. Use the proposed text, or say why they stay.")
        return go_to("vacancies.wording", first, "warning", vacancy_id=vacancy.id)


@may(Permission.VACANCIES_WRITE)
def confirm_open(vacancy_id: int) -> Response:
    vacancy = _vacancy(vacancy_id)
    return _moved(vacancy, lambda: operations.confirm_open(vacancy=vacancy), _("Good: it is still open."))


@may(Permission.VACANCIES_WRITE)
def fill(vacancy_id: int) -> Response:
    vacancy = _vacancy(vacancy_id)
    return _moved(vacancy, lambda: operations.close(vacancy=vacancy, filled=True), _("The vacancy is filled."))


@may(Permission.VACANCIES_WRITE)
def close(vacancy_id: int) -> Response:
    return _with_reason(
        vacancy_id,
        lambda vacancy, reason: operations.close(vacancy=vacancy, filled=False, reason=reason),
        question=_("Close this vacancy"),
        verb=_("Close it"),
        done=_("The vacancy is closed."),
    )


@may(Permission.VACANCIES_WRITE)
def send_back(vacancy_id: int) -> Response:
    return _with_reason(
        vacancy_id,
        lambda vacancy, reason: operations.send_back(vacancy=vacancy, reason=reason),
        question=_("Send it back to the partner"),
        verb=_("Send it back"),
        done=_("Sent back. The partner sees your reason."),
    )


@may(Permission.VACANCIES_WRITE)
def read() -> Response:
    """The needs in a text, as chips; nothing is saved. `?field=` names the text field of the form that asks."""
    text = request.form.get(request.args.get("field", "text"), "")[:LONGEST_TEXT]
    found = reading.read(text)
    both = (*found.required, *found.desired)
    unsure = reading.unsure(found)
    codes = {one.concept for one in both} | {code for one in unsure for code in one.others}
    labels = skill_queries.labels(codes)
    return page(
        "vacancies/_reading.html",
        found=found,
        labels=labels,
        text=text.strip(),
        terms=terms_of(found),
        doubts=unsure,
        picked=request.form.getlist(doubts.FIELD),
        wording=advised(text),
    )


@may(Permission.VACANCIES_READ)
def concepts() -> Response:
    """Names of concepts near to what is typed, for the field that adds a need."""
    return page("vacancies/_concepts.html", labels=concepts_like(asked("add")))


def _vacancy(vacancy_id: int) -> Vacancy:
    return get_or_404(queries.whole(current_user), id=vacancy_id)


def _moved(vacancy: Vacancy, move: Callable[[], None], done: str) -> Response:
    try:
        move()
    except operations.NotNow:
        refused = _("This cannot be done now: %(state)s.", state=vacancy.state.label)
        return go_to("vacancies.show", refused, "warning", vacancy_id=vacancy.id)
    return go_to("vacancies.show", done, vacancy_id=vacancy.id)


def _with_reason(vacancy_id: int, move: Callable[[Vacancy, str], None], **words: str) -> Response:
    vacancy, form = _vacancy(vacancy_id), ReasonForm()
    if not form.validate_on_submit():
        return page("vacancies/reason.html", form=form, vacancy=vacancy, **words, status=422 if form.errors else 200)
    return _moved(vacancy, lambda: move(vacancy, form.reason.data or ""), words["done"])
