"""How many women there are around a place, grouped by what they said: numbers alone, nobody's name or record."""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from crm.matching.queries import near, took_back_consent
from crm.matching.reach import Place
from crm.members.enums import ConceptRole, Purpose, Seeking
from crm.members.hidden import hides_from
from crm.members.models import Member, MemberConcept
from crm.partners.models import Partner
from crm.places.models import Settlement
from crm.referrals.models import Placement
from crm.skills.models import Concept

Rows = Select[*tuple[Any, ...]]

#: By these a woman is found within reach or not.
WHERE = (Settlement.lat, Settlement.lon, Member.max_distance_km)


def what_they_said(partner: Partner, place: Place | None) -> Rows:
    """(lat, lon, how far she can go, hours, transport, childcare, weekends, how many)."""
    said = Member.availability, Member.transport, Member.needs_childcare, Member.weekend_ok
    statement = select(*WHERE, *said, func.count().label("women"))
    statement = statement.select_from(Member).join(Settlement, Settlement.id == Member.settlement_id)
    return statement.where(*_who(partner, place)).group_by(*WHERE, *said)


def what_they_can(partner: Partner, place: Place | None) -> Rows:
    """(lat, lon, how far she can go, names of a skill in three languages, how many)."""
    skill = Concept.id, Concept.label_az, Concept.label_ru, Concept.label_en
    statement = select(*WHERE, *skill, func.count().label("women"))
    statement = statement.select_from(Member).join(Settlement, Settlement.id == Member.settlement_id)
    statement = statement.join(MemberConcept, MemberConcept.member_id == Member.id)
    statement = statement.join(Concept, Concept.id == MemberConcept.concept_id)
    statement = statement.where(*_who(partner, place), MemberConcept.role == ConceptRole.SKILL)
    return statement.group_by(*WHERE, *skill)


def _who(partner: Partner, place: Place | None) -> tuple[ColumnElement[bool], ...]:
    """Who seeks work and has none through us, has not taken back her consent to help or to being counted, and lives in
    the box around the place; in the partner's rayon where the place has no point on the map."""
    works = select(Placement.id).where(Placement.member_id == Member.id, Placement.ended_on.is_(None))
    counted = (
        Member.seeking != Seeking.BUSINESS,
        ~works.exists(),
        ~took_back_consent(),
        Member.erased_on.is_(None),
        ~hides_from(Member.id, partner.id),
    )
    around: ColumnElement[bool]
    if place is not None:
        around = near(place)
    else:
        rayon_id = partner.settlement.rayon_id if partner.settlement else partner.rayon_id
        around = Settlement.rayon_id == rayon_id if rayon_id else Settlement.id.is_not(None)
    return Member.centre_id == partner.centre_id, *counted, ~took_back_consent(Purpose.REPORTS), around
