"""Reading what is linked and proposed. It is the same for every centre: whoever may see the vocabulary sees it."""

from sqlalchemy import Select, false, func, or_, select
from sqlalchemy.orm import joinedload

from crm.access import Permission, allowed
from crm.accounts.models import User
from crm.esco.models import EscoConcept, EscoLabel, EscoProposal
from crm.i18n import language
from crm.skills.fold import match_key
from crm.skills.models import ConceptForm

#: Names shown where ESCO has none in the reader's language.
FALLBACK = "en"


def visible_to(user: User) -> Select[EscoConcept]:
    statement = select(EscoConcept)
    return statement if allowed(user, Permission.SKILLS_READ) else statement.where(false())


def proposals(user: User) -> Select[EscoProposal]:
    """Those that wait, the surest first. One whose ESCO concept means something else by now is settled."""
    statement = select(EscoProposal).join(EscoProposal.esco)
    statement = statement.where(EscoProposal.refused.is_(False), EscoConcept.concept_id.is_(None))
    if not allowed(user, Permission.SKILLS_READ):
        statement = statement.where(false())
    both = joinedload(EscoProposal.esco), joinedload(EscoProposal.concept)
    return statement.options(*both).order_by(EscoProposal.score.desc(), EscoProposal.id)


def proposal(user: User, proposal_id: int) -> Select[EscoProposal]:
    return proposals(user).where(EscoProposal.id == proposal_id)


def listing(user: User, search: str) -> Select[EscoProposal]:
    """Narrowed to what is called so, by us or by ESCO."""
    statement = proposals(user)
    key = match_key(search)
    if key:
        ours = select(ConceptForm.concept_id).where(ConceptForm.match_key.contains(key, autoescape=True))
        theirs = select(EscoLabel.esco_id).where(EscoLabel.match_key.contains(key, autoescape=True))
        statement = statement.where(or_(EscoProposal.concept_id.in_(ours), EscoProposal.esco_id.in_(theirs)))
    return statement


def meaning(user: User, concept_id: int) -> Select[EscoConcept]:
    """Those linked to this concept of ours."""
    return visible_to(user).where(EscoConcept.concept_id == concept_id).order_by(EscoConcept.id)


def proposed_for(user: User, concept_id: int) -> Select[EscoProposal]:
    return proposals(user).where(EscoProposal.concept_id == concept_id)


def names(esco_ids: list[int]) -> Select[int, str, str]:
    """(ESCO's id, language, preferred name) in the reader's language and in English."""
    columns = select(EscoLabel.esco_id, EscoLabel.language, EscoLabel.text)
    wanted = EscoLabel.language.in_((language(), FALLBACK)), EscoLabel.preferred
    return columns.where(EscoLabel.esco_id.in_(esco_ids), *wanted).order_by(EscoLabel.id)


def counts(user: User) -> Select[int, int, int]:
    """(concepts of ESCO, linked, proposals that wait)."""
    every = visible_to(user).order_by(None).subquery()
    waiting = proposals(user).order_by(None).options().with_only_columns(func.count(EscoProposal.id))
    linked = select(func.count()).where(every.c.concept_id.is_not(None))
    return select(
        select(func.count()).select_from(every).scalar_subquery(), linked.scalar_subquery(), waiting.scalar_subquery()
    )
