"""The promise ledger: what a partner promised, and whether it was kept."""

from datetime import date

from crm.audit.enums import Action
from crm.audit.operations import record, record_changes
from crm.extensions import db
from crm.forms import today
from crm.info_sessions.models import InfoSession
from crm.partners.enums import CommitmentKind, CommitmentState
from crm.partners.models import Commitment, Partner


def promise(
    *,
    partner: Partner,
    kind: CommitmentKind,
    quantity: int,
    due_on: date,
    words: str = "",
    info_session: InfoSession | None = None,
    made_on: date | None = None,
) -> Commitment:
    """Something a partner promised, today unless told, in a session or outside one."""
    commitment = Commitment(
        partner=partner,
        kind=kind,
        quantity=quantity,
        words=words,
        due_on=due_on,
        made_on=made_on or today(),
        info_session_id=info_session.id if info_session else None,
    )
    db.session.add(commitment)
    db.session.flush()
    record(Action.CREATED, commitment)
    return commitment


def settle(*, commitment: Commitment, kept: bool, on: date) -> None:
    """The promise was kept, or it was not; `reopen` takes that back."""
    commitment.state = CommitmentState.KEPT if kept else CommitmentState.NOT_KEPT
    commitment.settled_on = on
    record_changes(commitment)
    db.session.flush()


def reopen(*, commitment: Commitment) -> None:
    commitment.state, commitment.settled_on = CommitmentState.OPEN, None
    record_changes(commitment)
    db.session.flush()


def tie_to_vacancy(*, commitment: Commitment, vacancy_id: int | None) -> None:
    """The vacancy that came of the promise; None unties it."""
    commitment.vacancy_id, commitment.offer_id = vacancy_id, None
    record_changes(commitment)
    db.session.flush()


def tie_to_offer(*, commitment: Commitment, offer_id: int | None) -> None:
    """The offer that came of the promise; None unties it."""
    commitment.vacancy_id, commitment.offer_id = None, offer_id
    record_changes(commitment)
    db.session.flush()
