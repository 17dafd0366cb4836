"""Members as those may see them who look: staff by centre, a woman herself. Lists hold no special categories."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from crm import access
from crm.access import Role
from crm.accounts.models import User
from crm.forms import today
from crm.members.enums import Availability, Category, ConceptRole, Purpose, Seeking
from crm.members.hidden import hides_from, may_be_seen_by
from crm.members.models import Consent, Member, MemberConcept, MemberUser, Service, SpecialNote
from crm.members.names import phone_key
from crm.members.safe_models import MemberHiding
from crm.partners.models import Contact, Partner
from crm.places.models import Rayon, Settlement
from crm.skills.fold import match_key, search_key
from crm.skills.models import Concept, ConceptForm

#: Shorter words begin too many names of skills to be looked for there.
SHORTEST_SKILL = 3


def visible_to(user: User) -> Select[Member]:
    """All for the administrator, the centre's for its staff, herself for a woman who signs in."""
    statement = select(Member)
    if user.role == Role.MEMBER:
        return statement.where(Member.id.in_(select(MemberUser.member_id).where(MemberUser.user_id == user.id)))
    return access.own_centre(statement.where(may_be_seen_by(user, Member.id)), Member.centre_id, user)


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to; empty means no limit."""

    search: str = ""
    seeking: Seeking | None = None
    rayon_id: int | None = None
    availability: Availability | None = None
    without_consent: bool = False

    @property
    def any(self) -> bool:
        return bool(self.search or self.seeking or self.rayon_id or self.availability or self.without_consent)


def listing(user: User, asked: Filters, near: "Near | None" = None) -> Select[Member]:
    """The list by name. `near` stands in for the search when it found nothing as it was typed."""
    statement = visible_to(user).outerjoin(Settlement, Settlement.id == Member.settlement_id).options(*_shown())
    if near is not None:
        statement = statement.where(or_(Member.id.in_(near.ids), _can_do(near.codes)))
    elif asked.search:
        statement = statement.where(*_holds(asked.search))
    if asked.seeking is not None:
        statement = statement.where(Member.seeking.in_({asked.seeking, Seeking.BOTH}))
    if asked.rayon_id is not None:
        statement = statement.where(Settlement.rayon_id == asked.rayon_id)
    if asked.availability is not None:
        statement = statement.where(Member.availability == asked.availability)
    if asked.without_consent:
        statement = statement.where(~consenting(Purpose.SERVICES))
    return statement.order_by(Member.search_text, Member.id)


@dataclass(frozen=True)
class Near:
    """What a misspelt search may have meant: women by name or village, concepts by skill."""

    ids: Sequence[int]
    codes: Collection[str]


def folded_names(user: User) -> Select[int, str]:
    """Id and folded names of woman and village, for the search that forgives typos."""
    villages = func.replace(func.coalesce(Settlement.search_text, ""), "|", " ")
    folded = Member.search_text + " " + villages
    return (
        visible_to(user)
        .outerjoin(Settlement, Settlement.id == Member.settlement_id)
        .with_only_columns(Member.id, folded)
    )


def rayons_of(user: User) -> Select[Rayon]:
    """The rayons where the women live, for the filter."""
    lived_in = visible_to(user).join(Member.settlement).with_only_columns(Settlement.rayon_id)
    return select(Rayon).where(Rayon.id.in_(lived_in)).order_by(Rayon.name_az)


def whole(user: User) -> Select[Member]:
    """One woman with everything her page shows."""
    consents = selectinload(Member.consents).joinedload(Consent.partner)
    return visible_to(user).options(*_shown(), consents, joinedload(Member.centre), joinedload(Member.safe_contact))


def consent_in_force(member_id: int, purpose: Purpose, partner_id: int | None = None) -> Select[Consent]:
    """Her consent as of today; for sharing, to this partner."""
    return select(Consent).where(
        Consent.member_id == member_id,
        Consent.purpose == purpose,
        Consent.partner_id == partner_id if partner_id is not None else Consent.partner_id.is_(None),
        *in_force(),
    )


def consents_of(user: User, member_id: int) -> Select[Consent]:
    hers = visible_to(user).where(Member.id == member_id).with_only_columns(Member.id)
    shown = joinedload(Consent.partner), joinedload(Consent.scan)
    return select(Consent).where(Consent.member_id.in_(hers)).options(*shown)


def in_force() -> tuple[ColumnElement[bool], ...]:
    return Consent.withdrawn_on.is_(None), or_(Consent.valid_until.is_(None), Consent.valid_until >= today())


def special_notes(user: User, member_id: int) -> Select[SpecialNote]:
    """Whoever reads them asks for her consent first (consents.py)."""
    hers = visible_to(user).where(Member.id == member_id).with_only_columns(Member.id)
    return select(SpecialNote).where(SpecialNote.member_id.in_(hers)).order_by(SpecialNote.id)


def special_categories(user: User, member_id: int) -> Select[int, Category]:
    """(note id, category) without reading a text: nothing is decrypted."""
    return special_notes(user, member_id).with_only_columns(SpecialNote.id, SpecialNote.category)


def services_of(user: User, member_id: int) -> Select[Service]:
    hers = visible_to(user).where(Member.id == member_id).with_only_columns(Member.id)
    newest = (Service.given_on.desc(), Service.id.desc())
    return select(Service).where(Service.member_id.in_(hers)).options(joinedload(Service.by)).order_by(*newest)


def start_ups_of(user: User, member_id: int) -> Select[Partner]:
    """What she began herself."""
    hers = visible_to(user).where(Member.id == member_id).with_only_columns(Member.id)
    return select(Partner).where(Partner.founder_id.in_(hers)).order_by(Partner.id)


def user_of(member_id: int) -> Select[User]:
    """The user she signs in as."""
    return select(User).join(MemberUser, MemberUser.user_id == User.id).where(MemberUser.member_id == member_id)


def _shown() -> tuple[Any, ...]:
    return (
        joinedload(Member.settlement).joinedload(Settlement.rayon),
        selectinload(Member.concepts).joinedload(MemberConcept.concept),
    )


def _holds(search: str) -> list[ColumnElement[bool]]:
    """Each word is in her name, her village or what she can do; a telephone number counts as one word."""
    phone = phone_key(search)
    if phone:
        return [Member.search_text.contains(phone, autoescape=True)]
    return [_word(word) for word in search_key(search).split()]


def _word(word: str) -> ColumnElement[bool]:
    held = [Member.search_text.contains(word, autoescape=True), Settlement.search_text.contains(word, autoescape=True)]
    key = match_key(word)
    if len(key) >= SHORTEST_SKILL:
        called_so = select(ConceptForm.concept_id).where(
            ConceptForm.match_key.contains(key, autoescape=True), ConceptForm.active
        )
        held.append(_has(MemberConcept.concept_id.in_(called_so)))
    return or_(*held)


def _can_do(codes: Collection[str]) -> ColumnElement[bool]:
    return _has(MemberConcept.concept_id.in_(select(Concept.id).where(Concept.code.in_(codes))))


def _has(concept: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(MemberConcept.member_id == Member.id, MemberConcept.role == ConceptRole.SKILL, concept)


def consenting(purpose: Purpose) -> ColumnElement[bool]:
    """Of Member: she agrees to it today."""
    return exists().where(Consent.member_id == Member.id, Consent.purpose == purpose, *in_force())


def hidings(user: User, member_id: int) -> Select[MemberHiding]:
    hers = visible_to(user).where(Member.id == member_id).with_only_columns(Member.id)
    return select(MemberHiding).where(MemberHiding.member_id.in_(hers))


def hiding_from(user: User, partner_id: int, concept_ids: Collection[int]) -> Select[Member]:
    """Whom the user may know, who can or wants to do one of these things, and who asked never to meet this partner."""
    told = exists().where(MemberConcept.member_id == Member.id, MemberConcept.concept_id.in_(concept_ids))
    hers = visible_to(user).where(hides_from(Member.id, partner_id), Member.seeking != Seeking.BUSINESS, told)
    return hers.order_by(Member.search_text, Member.id)


def partners_to_name(member: Member) -> Select[Partner]:
    """Everybody of her centre whom she may not want to meet."""
    return select(Partner).where(Partner.centre_id == member.centre_id).order_by(Partner.search_name, Partner.id)


def contacts_to_name(member: Member) -> Select[Contact]:
    of_centre = select(Contact).join(Partner, Partner.id == Contact.partner_id)
    named = of_centre.where(Partner.centre_id == member.centre_id).options(joinedload(Contact.partner))
    return named.order_by(Contact.name, Contact.id)


def staff_to_name(member: Member) -> Select[User]:
    return select(User).where(User.centre_id == member.centre_id, User.role == Role.STAFF).order_by(User.name, User.id)
