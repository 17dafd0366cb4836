"""The words a woman agrees to, with the six things the law on personal data (998-IIIQ) wants named.

Every consent remembers in which version of the words it was given, and each version stays here, so that she can always
read what she agreed to then. To change a word, add a version to _VERSIONS; a test keeps the older ones as they were."""

from dataclasses import dataclass

from flask import current_app
from flask_babel import force_locale

from crm.config import ROOT
from crm.i18n import LANGUAGES, _
from crm.members.enums import Purpose
from crm.members.models import Member
from crm.paper import pdf
from crm.partners.models import Partner

VERSION = "2026-11b"
STYLE = ROOT / "crm" / "data" / "report.css"


@dataclass(frozen=True)
class Wording:
    """One language's text: (what the law asks for, what we say) pairs."""

    language: str
    name: str
    parts: tuple[tuple[str, str], ...]


def wordings(member: Member, purpose: Purpose, partner: Partner | None = None, version: str = VERSION) -> list[Wording]:
    """The text in every language; the woman reads the one she prefers. Empty for a version nobody has kept."""
    if version not in _VERSIONS:
        return []
    found = []
    for code, (name, _short) in LANGUAGES.items():
        with force_locale(code):
            found.append(Wording(code, name, _parts(member, purpose, partner, version)))
    return found


def _parts(member: Member, purpose: Purpose, partner: Partner | None, version: str) -> tuple[tuple[str, str], ...]:
    company = partner.name if partner else _("the company you named")
    keeper = _("%(centre)s. Nobody else is given them without asking you.", centre=member.centre.name)
    return (
        (_("Who agrees"), member.name),
        (_("Who keeps the data"), keeper),
        (_("What for"), _purpose(purpose, company)),
        (_("Which data, and what is done with them"), _VERSIONS[version](purpose, company)),
        (
            _("How long, and how to take it back"),
            _(
                "Until the day written on this form, or until you take it back. A word to the centre is enough, "
                "by phone too. It works at once, and nothing bad follows."
            ),
        ),
        (
            _("When the data are erased"),
            _(
                "When you ask for it, or three years after your last visit. "
                "Only numbers without names stay, for the reports."
            ),
        ),
    )


def _purpose(purpose: Purpose, company: str) -> str:
    if purpose == Purpose.SERVICES:
        text = _("So that the centre can help you: advice, courses, work that suits you, or your own business.")
    elif purpose == Purpose.REPORTS:
        text = _("So that you are counted in the centre's reports. Your name is not in them.")
    elif purpose == Purpose.SHARING:
        text = _("So that %(company)s gets to know you and can invite you.", company=company)
    elif purpose == Purpose.PHOTOS:
        text = _("So that the centre can show its work with pictures: on its wall, on its pages, in its reports.")
    else:
        text = _("So that the centre can take into account what is hard for you, and find help for it.")
    return str(text)


def sheet(member: Member, purpose: Purpose, partner: Partner | None, language: str) -> bytes:
    """The text on paper, in her language, with a place for her name and day. Raises CannotWrite without Pango."""
    chosen = next((one for one in wordings(member, purpose, partner) if one.language == language), None)
    wording = chosen or wordings(member, purpose, partner)[0]
    with force_locale(wording.language):
        page = current_app.jinja_env.get_template("members/consent_sheet.html").render(
            wording=wording, purpose=purpose, partner=partner, version=VERSION
        )
    return pdf(page, STYLE)


def _data(purpose: Purpose, company: str) -> str:
    if purpose == Purpose.SHARING:
        return str(
            _(
                "Your name, phone, hours, rayon, and why the work suits you. %(company)s sees them on the screen, "
                "exactly as shown to you beforehand; nothing about health or family is shown.",
                company=company,
            )
        )
    return _data_2026_11(purpose, company)


def _data_2026_11(purpose: Purpose, company: str) -> str:
    if purpose == Purpose.SERVICES:
        text = _(
            "Your name, phone, village, skills, wishes and hours. "
            "The centre writes them down, reads them and compares them with openings."
        )
    elif purpose == Purpose.REPORTS:
        text = _("Your age group, rayon, and what you achieved. They are added up with those of other women.")
    elif purpose == Purpose.SHARING:
        text = _(
            "Your name, phone, skills and hours. %(company)s sees them on the screen; "
            "nothing about health or family is shown.",
            company=company,
        )
    elif purpose == Purpose.PHOTOS:
        text = _("Photos in which you are seen, without your name. The centre takes them, keeps them and shows them.")
    else:
        text = _(
            "What you tell about health, disability, displacement, family or violence. "
            "It is locked, shown only when needed, and every look is noted."
        )
    return str(text)


#: What is said about the data, by version: so far the only part that changed.
_VERSIONS = {"2026-11": _data_2026_11, VERSION: _data}
