"""She asks for something, takes it back, and the centre answers."""

from datetime import timedelta

from sqlalchemy import select

from crm.accounts.models import User
from crm.audit.enums import Action
from crm.audit.operations import record
from crm.db import now
from crm.extensions import db
from crm.forms import today
from crm.members.erasures import stay
from crm.members.models import Member
from crm.members.operations import change_member
from crm.members.request_models import DAYS, MemberRequest, RequestKind


def ask(*, member: Member, kind: RequestKind, text: str = "") -> MemberRequest:
    """Asked for the same twice, the first day stays the one that counts; a new number takes the place of the old one."""
    same = select(MemberRequest).filter_by(member_id=member.id, kind=kind, closed_at=None)
    known = db.session.scalars(same).first() if kind != RequestKind.CHANGE else None
    if known is not None:
        known.text = text
        return known
    request = MemberRequest(member=member, kind=kind, text=text, due_on=today() + timedelta(days=DAYS[kind]))
    db.session.add(request)
    db.session.flush()
    record(Action.CREATED, request, kind=kind.value)
    return request


def take_back(*, request: MemberRequest) -> None:
    request.closed_at, request.taken_back = now(), True
    record(Action.CHANGED, request, taken_back=True)
    if request.kind == RequestKind.DELETION:
        stay(member_id=request.member_id)
    db.session.flush()


def close(*, request: MemberRequest, by: User) -> None:
    """Done. Of what she wrote nothing is kept but that she asked."""
    request.closed_at, request.closed_by_id, request.text = now(), by.id, None
    record(Action.CHANGED, request, done=True)
    db.session.flush()


def write_in_phone(*, request: MemberRequest, by: User) -> None:
    """The number she gave becomes hers. Nobody asked yet who else answers it, so no message goes there before."""
    member = request.member
    change_member(member=member, phone=request.text or "")
    if member.safe_contact is not None:
        member.safe_contact.whose = None
    close(request=request, by=by)
