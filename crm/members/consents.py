"""Her consents, and the notes that may exist only under one: health, disability, displacement, family, violence.

Withdrawing deletes no note: from that moment it is neither shown nor written, until she consents again or asks to have
it erased. What is kept stays encrypted."""

from datetime import date
from typing import Any

from sqlalchemy import select

from crm import files
from crm.accounts.models import User
from crm.audit.enums import Action
from crm.audit.operations import record, record_changes
from crm.extensions import db
from crm.forms import today
from crm.members import queries
from crm.members.consent_text import VERSION
from crm.members.enums import Category, ConsentManner, Purpose
from crm.members.models import Consent, Member, SpecialNote
from crm.partners.models import Partner
from crm.referrals.models import Referral
from crm.referrals.queries import UP_TO_THE_OWNER
from crm.vacancies.models import Vacancy


class ConsentMissing(Exception):
    """She has not agreed to this, or no longer does."""


class WrongConsent(ValueError):
    """Sharing needs a partner, other purposes none; an end in the past is none."""


def has_consent(*, member_id: int, purpose: Purpose, partner_id: int | None = None) -> bool:
    return db.session.scalars(queries.consent_in_force(member_id, purpose, partner_id).limit(1)).first() is not None


def give_consent(
    *,
    member: Member,
    purpose: Purpose,
    manner: ConsentManner,
    partner: Partner | None = None,
    valid_until: date | None = None,
    by: User | None = None,
    sent: Any = None,
    **given: str,
) -> Consent:
    """Records what she agreed to today, in today's words. `sent`: the signed paper as it was uploaded; `given`: the language
    she read or heard them in, the `witness` of a call, the `typed_name` on the screen. Raises WrongConsent,
    files.NotAccepted."""
    if (purpose == Purpose.SHARING) != (partner is not None):
        raise WrongConsent("a partner belongs to sharing, and only to sharing")
    if valid_until is not None and valid_until < today():
        raise WrongConsent("the consent would be over already")
    consent = Consent(
        member=member,
        purpose=purpose,
        partner=partner,
        manner=manner,
        text_version=VERSION,
        given_on=today(),
        valid_until=valid_until,
        recorded_by_id=by.id if by else None,
        scan=files.keep(sent=sent, centre_id=member.centre_id) if sent else None,
        **given,
    )
    db.session.add(consent)
    db.session.flush()
    record(Action.CREATED, consent, member=member.id, purpose=purpose.value)
    return consent


def withdraw_consent(*, member: Member, purpose: Purpose, partner: Partner | None = None) -> None:
    """Takes effect at once, for every consent of hers to the same thing. Withdrawing twice is no mistake."""
    statement = queries.consent_in_force(member.id, purpose, partner.id if partner else None)
    for consent in db.session.scalars(statement).all():
        consent.withdrawn_on = today()
        record(Action.CHANGED, consent, withdrawn_on=[None, today().isoformat()], member=member.id)
    if partner is not None:
        _tell_staff(member, partner)
    db.session.flush()


def _tell_staff(member: Member, partner: Partner) -> None:
    """She was on her way to this partner, who no longer sees her: staff talk with her today."""
    theirs = Referral.state.in_(UP_TO_THE_OWNER), Referral.vacancy.has(Vacancy.partner_id == partner.id)
    for way in db.session.scalars(select(Referral).where(Referral.member_id == member.id, *theirs)):
        way.next_step_due = today()
        record_changes(way)


def write_special_note(*, member: Member, category: Category, text: str) -> SpecialNote:
    """One note for each category. Raises ConsentMissing. The audit learns that one was written, never what."""
    need_consent(member)
    note = db.session.scalar(select(SpecialNote).filter_by(member_id=member.id, category=category))
    if note is None:
        note = SpecialNote(member_id=member.id, category=category, text=text)
        db.session.add(note)
    else:
        note.text = text
    db.session.flush()
    record(Action.CHANGED, member, special_note=note.id)
    return note


def reveal_special_note(*, member: Member, note: SpecialNote, reason: str) -> str:
    """Her note in plain words; who looked and why is kept. Raises ConsentMissing."""
    need_consent(member)
    record(Action.REVEALED, member, special_note=note.id, reason=reason)
    return note.text


def erase_special_note(*, member: Member, note: SpecialNote) -> None:
    """Whether she consents or not: she may always have it erased."""
    note_id = note.id
    db.session.delete(note)
    db.session.flush()
    record(Action.CHANGED, member, special_note_erased=note_id)


def need_consent(member: Member) -> None:
    if not has_consent(member_id=member.id, purpose=Purpose.SPECIAL_CATEGORIES):
        raise ConsentMissing
