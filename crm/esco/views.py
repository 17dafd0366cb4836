"""Pages of ESCO: what is proposed, and for one skill of ours what it is called there. One click links, refuses, parts."""

from typing import Any

from flask import Response, request
from flask_login import current_user

from crm.access import Permission, may
from crm.esco import operations, queries
from crm.esco.forms import AddressForm
from crm.esco.models import EscoConcept
from crm.forms import Form
from crm.i18n import _, in_language, language
from crm.skills import queries as skills
from crm.skills.models import Concept
from crm.web import asked, get_or_404, go_to, page, paginate, rows, tuples, value


@may(Permission.SKILLS_READ)
def index() -> Response:
    proposals = paginate(queries.listing(current_user, asked()))
    return page(
        "esco/index.html",
        part="esco/_list.html",
        proposals=proposals,
        search=asked(),
        counts=tuples(queries.counts(current_user))[0],
        names=_names([one.esco_id for one in proposals.items]),
        form=Form(formdata=None),
    )


@may(Permission.SKILLS_WRITE)
def skill(concept_id: int) -> Response:
    """What one skill of ours is in ESCO; an address typed here is linked to it."""
    concept, form = _concept(concept_id), AddressForm()
    if not form.validate_on_submit():
        return _skill_page(concept, form)
    esco = value(queries.visible_to(current_user).where(EscoConcept.uri == form.code))
    if esco is None:
        form.uri.errors = [_("This address is not among the ESCO files that were loaded.")]
        return _skill_page(concept, form)
    operations.link(esco=esco, concept=concept)
    return go_to("esco.skill", _("Linked."), concept_id=concept.id)


@may(Permission.SKILLS_WRITE)
def accept(proposal_id: int) -> Response:
    proposal = get_or_404(queries.proposal(current_user, proposal_id))
    concept = proposal.concept
    operations.link(esco=proposal.esco, concept=concept)
    return _back(concept, _("Linked: %(skill)s.", skill=in_language(concept, "label")))


@may(Permission.SKILLS_WRITE)
def refuse(proposal_id: int) -> Response:
    proposal = get_or_404(queries.proposal(current_user, proposal_id))
    operations.refuse(proposal=proposal)
    return _back(proposal.concept, _("Not the same: it is not proposed again."))


@may(Permission.SKILLS_WRITE)
def unlink(esco_id: int) -> Response:
    esco = get_or_404(queries.visible_to(current_user), id=esco_id)
    concept = esco.concept
    operations.unlink(esco=esco)
    if concept is None:
        return go_to("esco.index")
    return go_to("esco.skill", _("No longer linked."), concept_id=concept.id)


def _skill_page(concept: Concept, form: AddressForm) -> Response:
    linked, proposed = (
        rows(asked_for(current_user, concept.id)) for asked_for in (queries.meaning, queries.proposed_for)
    )
    return page(
        "esco/skill.html",
        concept=concept,
        form=form,
        blank=Form(formdata=None),
        linked=linked,
        proposed=proposed,
        names=_names([*(one.id for one in linked), *(one.esco_id for one in proposed)]),
        status=422 if form.errors or form.uri.errors else 200,
    )


def _back(concept: Concept, said: str) -> Response:
    """To the list with its page and search, or to the skill it was asked from."""
    if request.args.get("from") == "skill":
        return go_to("esco.skill", said, concept_id=concept.id)
    return go_to("esco.index", said, **{name: asked(name) for name in ("q", "page") if asked(name)})


def _names(esco_ids: list[int]) -> dict[int, str]:
    """ESCO's name in the reader's language where it has one, else in English."""
    named: dict[int, str] = {}
    for esco_id, lang, text in tuples(queries.names(esco_ids)) if esco_ids else ():
        if esco_id not in named or lang == language():
            named[esco_id] = text
    return named


def _concept(concept_id: int) -> Any:
    return get_or_404(skills.visible_to(current_user), id=concept_id)
