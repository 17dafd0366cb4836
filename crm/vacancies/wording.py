"""The wording of a vacancy: what in its text shuts people out, what was corrected before it was published, what was let be."""

from crm.audit.enums import Action
from crm.audit.operations import record
from crm.extensions import db
from crm.forms import today
from crm.vacancies.models import Vacancy
from crm.wording.check import Finding, check


class WordingFirst(Exception):
    """Words in the text shut people out, and nobody has said why they stay."""


def findings(vacancy: Vacancy) -> list[Finding]:
    """In its title and its text."""
    return [*check(vacancy.title), *check(vacancy.text)]


def need_fair(vacancy: Vacancy) -> None:
    """Raises WordingFirst."""
    if not vacancy.wording_reason and findings(vacancy):
        raise WordingFirst


def let_be(*, vacancy: Vacancy, reason: str) -> None:
    """Staff leave the words as they are and say why; a changed text is looked at anew."""
    vacancy.wording_reason = reason
    record(Action.CHANGED, vacancy, wording_let_be=reason)
    db.session.flush()


def note_corrected(vacancy: Vacancy) -> None:
    """Indicator OP10: an advertisement counts when what is published differs from what was first written by wording that is gone."""
    if vacancy.corrected_on or vacancy.text == vacancy.first_text:
        return
    left = {found.kind for found in findings(vacancy)}
    gone = sorted({found.kind for found in check(vacancy.first_text)} - left)
    if gone:
        vacancy.corrected_kinds, vacancy.corrected_on = [str(kind) for kind in gone], today()
