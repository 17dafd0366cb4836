"""The list of women to take along: no phone, no year of birth and nothing protected leaves in it."""

from crm.i18n import _l, in_language
from crm.members.enums import ConceptRole
from crm.members.models import Member
from crm.sheets import Column, Sheet


def _skills(one: Member) -> str:
    return ", ".join(in_language(held.concept, "label") for held in one.concepts if held.role == ConceptRole.SKILL)


SHEET = Sheet(
    "women",
    _l("Women"),
    Member,
    (
        Column(_l("Name"), lambda one: one.name, 32),
        Column(_l("Village or town"), lambda one: in_language(one.settlement) if one.settlement else ""),
        Column(_l("Rayon"), lambda one: in_language(one.settlement.rayon) if one.settlement else ""),
        Column(_l("What she looks for"), lambda one: one.seeking),
        Column(_l("When she can work"), lambda one: one.availability),
        Column(_l("Skills"), _skills, 48),
        Column(_l("Registered on"), lambda one: one.joined_on, 14),
    ),
)
