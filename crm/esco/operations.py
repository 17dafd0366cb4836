"""A person says what a concept of ESCO means, or that it does not."""

from sqlalchemy import delete, select, update

from crm.audit.enums import Action
from crm.audit.operations import record
from crm.esco.models import EscoConcept, EscoProposal
from crm.extensions import db
from crm.skills.models import Concept


def link(*, esco: EscoConcept, concept: Concept) -> None:
    """From now on this address and its names mean ours. Other proposals for it are settled by that."""
    if esco.concept_id == concept.id:
        return
    before = esco.concept
    esco.concept = concept
    db.session.execute(
        delete(EscoProposal).where(
            EscoProposal.esco_id == esco.id,
            (EscoProposal.concept_id == concept.id) | EscoProposal.refused.is_(False),
        )
    )
    db.session.flush()
    if before is not None:
        record(Action.CHANGED, before, esco=[esco.uri, None])
    record(Action.CHANGED, concept, esco=[None, esco.uri])


def unlink(*, esco: EscoConcept) -> None:
    """It does not mean ours after all; an import does not link the two again."""
    concept = esco.concept
    if concept is None:
        return
    esco.concept = None
    _refused(esco.id, concept.id)
    record(Action.CHANGED, concept, esco=[esco.uri, None])


def refuse(*, proposal: EscoProposal) -> None:
    """Not the same: it is not proposed again."""
    proposal.refused = True
    db.session.flush()


def move_links(*, old: int, new: int) -> None:
    """When a concept of ours becomes part of another one (ids)."""
    options = {"synchronize_session": False}
    db.session.execute(
        update(EscoConcept).where(EscoConcept.concept_id == old).values(concept_id=new), execution_options=options
    )
    there = select(EscoProposal.esco_id).where(EscoProposal.concept_id == new).scalar_subquery()
    also = EscoProposal.concept_id == old, EscoProposal.esco_id.in_(there)
    db.session.execute(delete(EscoProposal).where(*also), execution_options=options)
    moved = update(EscoProposal).where(EscoProposal.concept_id == old).values(concept_id=new)
    db.session.execute(moved, execution_options=options)


def _refused(esco_id: int, concept_id: int) -> None:
    same = EscoProposal.esco_id == esco_id, EscoProposal.concept_id == concept_id
    proposal = db.session.scalar(select(EscoProposal).where(*same))
    if proposal is None:
        proposal = EscoProposal(esco_id=esco_id, concept_id=concept_id, score=0.0)
        db.session.add(proposal)
    proposal.refused = True
    db.session.flush()
