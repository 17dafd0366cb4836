"""Asking that a woman's data be erased, the days until then, and taking it back."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from crm import access
from crm.accounts.models import User
from crm.audit.enums import Action
from crm.audit.operations import record
from crm.extensions import db
from crm.forms import today
from crm.members.hidden import may_be_seen_by
from crm.members.models import Member
from crm.members.request_models import MemberRequest, RequestKind
from crm.members.retention_models import ErasureReason, ErasureRequest

#: From the asking to the erasing: so long it can be undone, and so long ahead staff are warned.
GRACE = timedelta(days=30)


def ask_erasure(
    *, member: Member, reason: ErasureReason = ErasureReason.SHE_ASKED, by: User | None = None
) -> ErasureRequest:
    """Asking twice is no mistake: the first day counts. What she asks herself comes before what time says."""
    asked = db.session.scalar(open_request(member.id))
    if asked is not None:
        if reason == ErasureReason.SHE_ASKED and asked.reason != reason:
            asked.reason, asked.by_id = reason, by.id if by else None
        return asked
    asked = ErasureRequest(
        centre_id=member.centre_id,
        member_id=member.id,
        reason=reason,
        asked_on=today(),
        due_on=_day_for(member),
        by_id=by.id if by else None,
    )
    db.session.add(asked)
    db.session.flush()
    record(Action.CREATED, asked, member=member.id, reason=reason.value)
    return asked


def undo_erasure(*, asked: ErasureRequest) -> None:
    """She stays. It counts as a contact with her: her time begins anew."""
    if asked.undone_on is None:
        asked.undone_on = today()
        record(Action.CHANGED, asked, undone_on=[None, today().isoformat()], member=asked.member_id)
        db.session.flush()


def stay(*, member_id: int) -> None:
    """She took back what she had asked for."""
    asked = db.session.scalar(open_request(member_id))
    if asked is not None and asked.reason == ErasureReason.SHE_ASKED:
        undo_erasure(asked=asked)


def _day_for(member: Member) -> date:
    """When she asked on her own pages, the days run from then; never sooner than today."""
    asked = MemberRequest.member_id == member.id, MemberRequest.kind == RequestKind.DELETION
    still = select(MemberRequest.due_on).where(*asked, MemberRequest.closed_at.is_(None))
    promised: date | None = db.session.scalar(still.limit(1))
    return max(today(), promised) if promised else today() + GRACE


def open_request(member_id: int) -> Select[ErasureRequest]:
    return select(ErasureRequest).where(ErasureRequest.member_id == member_id, ErasureRequest.undone_on.is_(None))


def open_requests(user: User) -> Select[ErasureRequest]:
    """Those this user may see, the next to go first."""
    seen = ErasureRequest.undone_on.is_(None), may_be_seen_by(user, ErasureRequest.member_id)
    statement = select(ErasureRequest).where(*seen).options(joinedload(ErasureRequest.member))
    return access.own_centre(statement, ErasureRequest.centre_id, user).order_by(
        ErasureRequest.due_on, ErasureRequest.id
    )


def due(on: date) -> Sequence[ErasureRequest]:
    """Whose day has come, in every centre."""
    days = ErasureRequest.undone_on.is_(None), ErasureRequest.due_on <= on
    statement = select(ErasureRequest).where(*days).options(joinedload(ErasureRequest.member))
    return db.session.scalars(statement.order_by(ErasureRequest.id)).all()
