"""What came of the promises of work in the examples: the vacancy that was posted for each, from which women were hired."""

from sqlalchemy import select

from crm.extensions import db
from crm.partners.enums import CommitmentKind, CommitmentState
from crm.partners.models import Commitment
from crm.vacancies.enums import VacancyState
from crm.vacancies.models import Vacancy

#: A kept promise led to the vacancy of the job fair, one that is open to one that is open too.
LED_TO = {CommitmentState.KEPT: VacancyState.FILLED, CommitmentState.OPEN: VacancyState.OPEN}


def keep_promises(vacancies: list[Vacancy]) -> None:
    """Each promise of work gets the partner's latest vacancy that stands as the promise does and was not posted before it."""
    promised = select(Commitment).where(Commitment.kind == CommitmentKind.VACANCY).order_by(Commitment.id)
    for commitment in db.session.scalars(promised):
        fitting = [
            one
            for one in vacancies
            if one.partner_id == commitment.partner_id
            and one.state == LED_TO.get(commitment.state)
            and one.published_on
            and one.published_on >= commitment.made_on
        ]
        commitment.vacancy_id = fitting[0].id if fitting else None
    db.session.flush()
