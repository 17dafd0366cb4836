"""Pages of a partner: the own openings, one with its candidates, a new one, changing and closing it."""

from typing import Any
from uuid import UUID

from flask import Response, request
from flask_login import current_user

from crm.access import Permission, may
from crm.audit.operations import note_look
from crm.forms import EditForm
from crm.i18n import _, in_language
from crm.partners import queries as partner_queries
from crm.portal import operations
from crm.portal.forms import ChangeForm, ClosingForm, NeedsForm, OpeningForm, needs_form
from crm.portal.offer_views import offers_of
from crm.portal.reading import understood
from crm.referrals import cards, shown
from crm.referrals.models import Referral
from crm.referrals.queries import partners_of
from crm.search import forgiving_page
from crm.skills import doubts
from crm.vacancies import operations as vacancy_operations
from crm.vacancies import queries as vacancy_queries
from crm.vacancies.enums import Importance, VacancyState
from crm.vacancies.models import Vacancy
from crm.web import Page, asked, check_version, get_or_404, go_to, page, rows, tuples, value
from crm.wording.advice import advised
from crm.wording.mending import corrected

LONGEST_TEXT = 5000
TO_ANSWER = 10


@may(Permission.PORTAL_USE)
def index() -> Response:
    search = asked()
    vacancies, exact = forgiving_page(
        lambda ids: vacancy_queries.listing(current_user, vacancy_queries.Filters(search), ids),
        search,
        vacancy_queries.folded_names(current_user),
    )
    # Who searches or turns pages looks at openings, not at women.
    waiting = [] if request.args else rows(shown.to_answer(partners_of(current_user)).limit(TO_ANSWER))
    for referral in waiting:
        note_look(referral.member)
    return page(
        "portal/index.html",
        part="portal/_list.html",
        vacancies=vacancies,
        exact=exact,
        search=search,
        people=_people(vacancies),
        offers=[] if request.args else offers_of(),
        waiting=[
            (one.member.name, one.vacancy.title, one.vacancy.public_id, cards.WORDS[one.state]) for one in waiting
        ],
    )


def _people(vacancies: Page[Vacancy]) -> dict[int, tuple[int, int]]:
    """Vacancy -> (women who wait for the partner's word, women the centre proposes)."""
    ids = [vacancy.id for vacancy in vacancies.items]
    named = dict(tuples(shown.counted(shown.to_answer(partners_of(current_user)), ids)))
    cards_shown = dict(tuples(shown.counted(shown.considered(partners_of(current_user)), ids)))
    return {one: (named.get(one, 0), cards_shown.get(one, 0)) for one in ids}


@may(Permission.PORTAL_USE)
def new() -> Response:
    partner, form = value(partner_queries.visible_to(current_user)), OpeningForm()
    if partner is None:
        nobody = _("You are not linked to a company yet. Call the centre, they help you.")
        return go_to("portal.index", nobody, "warning")
    if not form.validate_on_submit():
        return page("portal/new.html", status=422 if form.errors else 200, form=form, partner=partner, said=None)
    vacancy = vacancy_operations.draft_vacancy(
        partner=partner,
        text=form.text.data or "",
        title=form.title.data or "",
        posted_by=current_user,
        state=VacancyState.WAITING,
    )
    vacancy_operations.say_meant(vacancy=vacancy, answers=doubts.answers(_meant()))
    thanks = _("Thank you, the centre has it. Did we understand you? Look below.")
    return go_to("portal.show", thanks, public_id=vacancy.public_id)


@may(Permission.PORTAL_USE)
def read() -> Response:
    """What is understood so far, while the text is being typed; nothing is saved."""
    return page("portal/_reading.html", said=understood(request.form.get("text", "")[:LONGEST_TEXT], _meant()))


def _meant() -> list[str]:
    """What was tapped where the reading was not sure."""
    return request.form.getlist(doubts.FIELD)


@may(Permission.PORTAL_USE)
def show(public_id: UUID) -> Response:
    return _page(opening(public_id))


def _page(vacancy: Vacancy, form: NeedsForm | None = None) -> Response:
    referrals = rows(shown.known(partners_of(current_user)).where(Referral.vacancy_id == vacancy.id))
    for referral in referrals:
        note_look(referral.member)
    changeable = vacancy.state in operations.CHANGEABLE
    wording = advised(vacancy.title, vacancy.text) if changeable else []
    return page(
        "portal/show.html",
        status=422 if form else 200,
        vacancy=vacancy,
        form=form or needs_form(vacancy, _labels(vacancy), formdata=None),
        changeable=changeable,
        wording=wording,
        proposal=(EditForm(formdata=None, obj=vacancy), corrected(vacancy.text)) if wording else None,
        closable=VacancyState.CLOSED in vacancy_operations.MOVES[vacancy.state],
        known=cards.known(vacancy, referrals),
        candidates=cards.candidates(partners_of(current_user), vacancy),
    )


@may(Permission.PORTAL_USE)
def needs(public_id: UUID) -> Response:
    vacancy = opening(public_id)
    if vacancy.state not in operations.CHANGEABLE:
        return not_now(vacancy)
    form = needs_form(vacancy, _labels(vacancy))
    if not form.validate_on_submit():
        return _page(vacancy, form)
    check_version(vacancy, form)
    weight = {need.concept_id: need.importance for need in vacancy.needs}
    wanted = [*(form.needs.data or []), *form.added]
    chosen = [(one, weight.get(one, Importance.REQUIRED)) for one in dict.fromkeys(wanted)]
    vacancy_operations.set_needs(vacancy=vacancy, needs=chosen)
    return _back(vacancy, _("Thank you. So the centre looks for the right women."))


@may(Permission.PORTAL_USE)
def use_proposed(public_id: UUID) -> Response:
    """Takes the text we propose in place of words that shut people out."""
    vacancy, form = opening(public_id), EditForm()
    if vacancy.state not in operations.CHANGEABLE or not form.validate_on_submit():
        return not_now(vacancy)
    check_version(vacancy, form)
    if text := corrected(vacancy.text):
        vacancy_operations.use_fair_text(vacancy=vacancy, text=text)
        operations.change_opening(vacancy=vacancy, by=current_user)
    return _back(vacancy, _("Thank you. So more good people will answer."))


@may(Permission.PORTAL_USE)
def edit(public_id: UUID) -> Response:
    vacancy, form = opening(public_id), None
    if vacancy.state not in operations.CHANGEABLE:
        return not_now(vacancy)
    form = ChangeForm(obj=vacancy)
    if not form.validate_on_submit():
        return page("portal/edit.html", form=form, vacancy=vacancy, status=422 if form.errors else 200)
    check_version(vacancy, form)
    operations.change_opening(vacancy=vacancy, by=current_user, **form.values())
    return _back(vacancy, _("Saved. The centre looks at it again."))


@may(Permission.PORTAL_USE)
def close(public_id: UUID) -> Response:
    vacancy, form = opening(public_id), ClosingForm()
    if not form.validate_on_submit():
        return page("portal/close.html", form=form, vacancy=vacancy, status=422 if form.errors else 200)
    try:
        vacancy_operations.close(vacancy=vacancy, filled=False, reason=form.why())
    except vacancy_operations.NotNow:
        return not_now(vacancy)
    return _back(vacancy, _("The opening is closed. Thank you for telling us."))


def opening(public_id: UUID) -> Vacancy:
    return get_or_404(vacancy_queries.whole(current_user), public_id=public_id)


def not_now(vacancy: Vacancy) -> Response:
    return _back(vacancy, _("This is not possible any more. Call the centre, they help you."), "warning")


def _back(vacancy: Vacancy, message: str, category: str = "success", **more: Any) -> Response:
    return go_to("portal.show", message, category, public_id=vacancy.public_id, **more)


def _labels(vacancy: Vacancy) -> dict[int, str]:
    return {need.concept_id: in_language(need.concept, "label") for need in vacancy.needs}
