"""Pages of the promise ledger over all partners: the list, what was kept, a ready message, what came of a promise."""

from flask import Response, request
from flask_login import current_user

from crm import sheets
from crm.access import Permission, may
from crm.forms import offer
from crm.i18n import _
from crm.offers import queries as offer_queries
from crm.partners import ledger, operations, queries
from crm.partners.enums import CommitmentKind, CommitmentState
from crm.partners.forms import PromisedOfferForm, PromisedVacancyForm
from crm.partners.letters import letter_about
from crm.partners.promise_sheet import SHEET
from crm.partners.views import opened
from crm.vacancies import queries as vacancy_queries
from crm.web import asked, asked_id, check_version, get_or_404, go_to, page, paginate, rows, tuples


@may(Permission.PARTNERS_READ)
def index() -> Response:
    filters = _filters()
    return page(
        "partners/promises.html",
        part="partners/_promise_list.html",
        promises=paginate(ledger.listing(current_user, filters), whole_rows=True),
        filters=filters,
        kinds=list(CommitmentKind),
        states=list(CommitmentState),
        rayons=rows(queries.rayons_of(current_user)),
        of_work=ledger.OF_WORK,
        of_offers=ledger.OF_OFFERS,
    )


@may(Permission.PARTNERS_READ)
def download(shape: str) -> Response:
    return sheets.answer(shape, SHEET, tuples(ledger.listing(current_user, _filters()).limit(sheets.MOST)))


@may(Permission.PARTNERS_READ)
def kept() -> Response:
    """How many promises were kept within 90 days. For us alone: no partner is graded."""
    return page(
        "partners/promises_kept.html",
        centres=tuples(ledger.kept_by_centre(current_user)),
        partners=paginate(ledger.kept_by_partner(current_user), whole_rows=True),
    )


@may(Permission.PARTNERS_READ)
def message(partner_id: int, commitment_id: int) -> Response:
    """Thanks and a reminder, ready to be sent; a thank-you where it was kept."""
    partner = opened(partner_id)
    promise = get_or_404(queries.commitments_visible_to(current_user), id=commitment_id, partner_id=partner.id)
    letter = letter_about(partner, promise)
    return page("partners/promise_message.html", partner=partner, promise=promise, letter=letter)


@may(Permission.PARTNERS_WRITE)
def tie(partner_id: int, commitment_id: int) -> Response:
    """Which vacancy came of the promise; of one to women in business, which offer."""
    partner = opened(partner_id)
    promise = get_or_404(queries.commitments_visible_to(current_user), id=commitment_id, partner_id=partner.id)
    of_offers = promise.kind in ledger.OF_OFFERS
    form = PromisedOfferForm(obj=promise) if of_offers else PromisedVacancyForm(obj=promise)
    found = rows((offer_queries if of_offers else vacancy_queries).of_partner(current_user, partner.id))
    outcome = form["offer_id" if of_offers else "vacancy_id"]
    offer(outcome, [(one.id, one.title) for one in found], blank=_("none yet"))
    if not form.validate_on_submit():
        status = 422 if form.errors else 200
        return page(
            "partners/promise_outcome.html", form=form, outcome=outcome, partner=partner, promise=promise, status=status
        )
    check_version(promise, form)
    if of_offers:
        operations.tie_to_offer(commitment=promise, offer_id=outcome.data)
    else:
        operations.tie_to_vacancy(commitment=promise, vacancy_id=outcome.data)
    return go_to("partners.promises", _("Saved."), partner=partner.id)


def _filters() -> ledger.Filters:
    return ledger.Filters(
        asked(),
        CommitmentKind.parse(request.args.get("kind")),
        CommitmentState.parse(request.args.get("state")),
        asked("overdue") == "1",
        asked_id("partner"),
        asked_id("rayon"),
    )
