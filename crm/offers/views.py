"""Pages of the offers: list, new, one with the women it may be for, those for one woman, edit, close and reopen."""

from typing import Any

from flask import Response, request
from flask_login import current_user

from crm import sheets
from crm.access import Permission, may
from crm.audit.operations import note_look
from crm.forms import Form, offer
from crm.i18n import _, in_language
from crm.members import queries as member_queries
from crm.members.enums import ConsentManner
from crm.offers import operations, queries, suggest
from crm.offers.cards import cards_of
from crm.offers.enums import OfferKind, OfferState
from crm.offers.forms import NewOfferForm, OfferForm
from crm.offers.models import Offer
from crm.offers.sheet import SHEET
from crm.partners import queries as partner_queries
from crm.search import ids_like
from crm.web import asked, asked_id, check_version, get_or_404, go_to, page, paginate, rows, tuples

#: What the buttons of a card need.
ACTIONS: dict[str, Any] = {"manners": list(ConsentManner)}


@may(Permission.OFFERS_READ)
def index() -> Response:
    filters = _filters()
    ids = ids_like(filters.search, tuples(queries.names(current_user))) if filters.search else None
    return page(
        "offers/index.html",
        part="offers/_list.html",
        offers=paginate(queries.listing(current_user, filters, ids)),
        filters=filters,
        kinds=list(OfferKind),
        states=list(OfferState),
    )


@may(Permission.OFFERS_READ)
def download(shape: str) -> Response:
    """The list as it is narrowed, whole, as a file or to print."""
    filters = _filters()
    ids = ids_like(filters.search, tuples(queries.names(current_user))) if filters.search else None
    found = rows(queries.listing(current_user, filters, ids).limit(sheets.MOST))
    return sheets.answer(shape, SHEET, found)


def _filters() -> queries.Filters:
    kind, state = OfferKind.parse(request.args.get("kind")), OfferState.parse(request.args.get("state"))
    return queries.Filters(asked(), kind, state)


@may(Permission.OFFERS_WRITE)
def new() -> Response:
    form = NewOfferForm(partner_id=asked_id("partner"))
    partners = rows(partner_queries.by_name(current_user))
    _offer_rayons(form)
    offer(form.partner_id, [(partner.id, partner.name) for partner in partners], blank=_("Choose"))
    if not form.validate_on_submit():
        return page("offers/form.html", form=form, offer=None, partners=partners, status=422 if form.errors else 200)
    partner = next(partner for partner in partners if partner.id == form.partner_id.data)
    made = operations.make_offer(partner=partner, **form.values("partner_id"))
    return go_to("offers.show", _("The offer is written down."), offer_id=made.id)


@may(Permission.OFFERS_READ)
def show(offer_id: int) -> Response:
    found = _offer(offer_id)
    cards = cards_of(suggest.women_for(found))
    return page("offers/show.html", offer=found, cards=cards, **ACTIONS)


@may(Permission.OFFERS_READ)
def for_member(member_id: int) -> Response:
    member = get_or_404(member_queries.visible_to(current_user), id=member_id)
    note_look(member)
    cards = cards_of(suggest.offers_for(member))
    return page("offers/for_member.html", member=member, cards=cards, **ACTIONS)


@may(Permission.OFFERS_WRITE)
def edit(offer_id: int) -> Response:
    found = _offer(offer_id)
    form = OfferForm(obj=found)
    _offer_rayons(form)
    if not form.validate_on_submit():
        return page(
            "offers/form.html", form=form, offer=found, partners=[found.partner], status=422 if form.errors else 200
        )
    check_version(found, form)
    operations.change_offer(offer=found, **form.values())
    return go_to("offers.show", _("Saved."), offer_id=found.id)


@may(Permission.OFFERS_WRITE)
def close(offer_id: int) -> Response:
    operations.close(offer=_offer(offer_id))
    return go_to("offers.show", _("The offer is closed."), offer_id=offer_id)


@may(Permission.OFFERS_WRITE)
def reopen(offer_id: int) -> Response:
    operations.reopen(offer=_offer(offer_id))
    return go_to("offers.show", _("The offer is open again."), offer_id=offer_id)


def _offer(offer_id: int) -> Offer:
    return get_or_404(queries.whole(current_user), id=offer_id)


def _offer_rayons(form: Form) -> None:
    """Only those where women of the centre live: for others nobody could be meant."""
    lived_in = [(rayon.id, in_language(rayon)) for rayon in rows(member_queries.rayons_of(current_user))]
    offer(form["rayon_id"], lived_in, blank=_("For all"))
