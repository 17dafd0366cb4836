"""What she agreed to, as sentences she would say herself."""

from dataclasses import dataclass
from datetime import date

from crm.i18n import _
from crm.members.enums import Purpose
from crm.members.models import Consent
from crm.members.page_of import is_in_force


@dataclass(frozen=True)
class Agreed:
    """`then` is what follows when she takes it back; `over` since when it no longer counts."""

    id: int
    sentence: str
    then: str
    given_on: date
    over: date | None
    partner: str


def agreed(consent: Consent) -> Agreed:
    over = None if is_in_force(consent) else consent.withdrawn_on or consent.valid_until
    partner = consent.partner.name if consent.partner else ""
    sentence, then = _words(consent.purpose, partner)
    return Agreed(consent.id, sentence, then, consent.given_on, over, partner)


def _words(purpose: Purpose, partner: str) -> tuple[str, str]:
    if purpose == Purpose.SERVICES:
        said = _("The centre may help you and keep what you tell it.")
        return str(said), str(_("Then we no longer propose work for you."))
    if purpose == Purpose.REPORTS:
        said = _("You are counted in the centre's reports, without your name.")
        return str(said), str(_("Then no report counts you any more."))
    if purpose == Purpose.PHOTOS:
        said = _("The centre may show photos in which you are seen, without your name.")
        return str(said), str(_("Then no new photo of you is shown, and the centre takes down those it can."))
    if purpose == Purpose.SHARING:
        said = _("%(partner)s may see your name, phone, skills and hours.", partner=partner)
        return str(said), str(_("Then %(partner)s no longer sees you.", partner=partner))
    said = _("The centre may keep a locked note about what is hard for you.")
    return str(said), str(_("Then nobody reads the note any more."))
