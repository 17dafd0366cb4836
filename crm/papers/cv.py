"""Her CV: one page of what she can, in the language of whoever reads it. What she did not choose stays out of it."""

from dataclasses import dataclass

from flask import render_template
from flask_babel import force_locale

from crm.audit.enums import Action
from crm.audit.operations import record
from crm.config import ROOT
from crm.extensions import db
from crm.i18n import LANGUAGES, in_language, language
from crm.members.enums import ConceptRole
from crm.members.models import Member
from crm.paper import pdf_on_one_page
from crm.papers import queries
from crm.papers.models import CvChoice

STYLE = ROOT / "crm" / "data" / "cv.css"
#: From airy to dense: the first in which all of it stands on one page is taken.
SIZES = ("airy", "middle", "dense", "densest")


@dataclass(frozen=True)
class Skill:
    name: str
    level: int | None


def choice_of(member: Member) -> CvChoice:
    """Hers, or what counts until she chooses: how to call her and where she lives, no year of birth."""
    plain = {"about": "", "with_phone": True, "with_email": False, "with_place": True, "with_birth_year": False}
    return db.session.scalar(queries.choice_of(member.id)) or CvChoice(member_id=member.id, **plain)


def choose(*, member: Member, **values: object) -> None:
    choice = choice_of(member)
    for name, value in values.items():
        setattr(choice, name, value)
    db.session.add(choice)
    db.session.flush()
    record(Action.CHANGED, member, cv=["…", "…"])


def as_pdf(member: Member, wanted: str | None = None) -> bytes:
    """Raises CannotWrite. `wanted`: az, ru or en; anything else is the language of the page."""
    choice = choice_of(member)
    with force_locale(wanted if wanted in LANGUAGES else language()):
        pages = (written(member, choice, size) for size in SIZES)
        return pdf_on_one_page(pages, STYLE)


def written(member: Member, choice: CvChoice, size: str = SIZES[0]) -> str:
    concepts = [one for one in member.concepts if one.role == ConceptRole.SKILL]
    skills = [Skill(in_language(one.concept, "label"), one.level) for one in concepts]
    skills.sort(key=lambda one: -(one.level or 2))
    wishes = [in_language(one.concept, "label") for one in member.concepts if one.role == ConceptRole.WISH]
    return render_template(
        "papers/cv_paper.html", member=member, choice=choice, skills=skills, wishes=wishes, size=size
    )
