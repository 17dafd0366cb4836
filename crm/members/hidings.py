"""She names who must never see her, and takes a name back. What she agreed to with a company she names ends at once."""

from sqlalchemy import select

from crm.accounts.models import User
from crm.audit.enums import Action
from crm.audit.operations import record
from crm.extensions import db
from crm.members.consents import withdraw_consent
from crm.members.enums import Purpose
from crm.members.models import Member
from crm.members.safe_models import MemberHiding
from crm.partners.models import Contact, Partner


def hidings_of(member: Member) -> list[MemberHiding]:
    statement = select(MemberHiding).where(MemberHiding.member_id == member.id).order_by(MemberHiding.id)
    return list(db.session.scalars(statement))


def may_meet(*, member: Member, partner_id: int) -> bool:
    """False of a company she named, and of one with a person she named: its people share one account."""
    named = select(MemberHiding.id).filter_by(member_id=member.id, partner_id=partner_id)
    return db.session.scalars(named.limit(1)).first() is None


def hide(
    *, member: Member, partner: Partner | None = None, contact: Contact | None = None, user: User | None = None
) -> MemberHiding:
    """From a company, a person of one, or one of the staff. Naming somebody twice changes nothing."""
    company = contact.partner if contact else partner
    named = {
        "partner_id": company.id if company else None,
        "contact_id": contact.id if contact else None,
        "user_id": user.id if user else None,
    }
    known = db.session.scalars(select(MemberHiding).filter_by(member_id=member.id, **named)).first()
    if known is not None:
        return known
    hiding = MemberHiding(member_id=member.id, partner=company, contact=contact, user=user)
    db.session.add(hiding)
    db.session.flush()
    if company is not None:
        withdraw_consent(member=member, purpose=Purpose.SHARING, partner=company)
    record(Action.CREATED, hiding, member=member.id)
    return hiding


def stop_hiding(*, hiding: MemberHiding) -> None:
    record(Action.CHANGED, hiding, hides_from=[hiding.name, None])
    db.session.delete(hiding)
    db.session.flush()
