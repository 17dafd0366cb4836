"""Her ways to work in plain words: where she is, what comes next, what she may still change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask_babel.speaklater import LazyString

from crm.i18n import _, _l
from crm.referrals import wishes
from crm.referrals.enums import DeclinedBy
from crm.referrals.enums import ReferralState as State
from crm.referrals.models import Referral
from crm.vacancies.enums import VacancyState

TAKEN = _l("This work is taken meanwhile. We keep looking for you.")
#: What she is told, with the icon beside it. `%(partner)s` is the company.
WORDS: Mapping[State, tuple[str, LazyString]] = {
    State.SUGGESTED: ("chat-left-quote", _l("You told us that you would like this work. The centre will call you.")),
    State.ASKED: ("chat-square-text", _l("We asked you whether you would like this work.")),
    State.AGREED: ("check2", _l("You said yes. The centre now introduces you.")),
    State.INTRODUCED: ("people", _l("%(partner)s knows about you. The centre helps you to find a day to meet.")),
    State.INTERVIEWED: ("chat-square-text", _l("You have met. Now we wait for their answer.")),
    State.HIRED: ("briefcase", _l("You work here, congratulations! If something is not right, call the centre.")),
    State.DECLINED: ("dash-circle", _l("This time it did not work out. We keep looking for you.")),
    State.OBSOLETE: ("briefcase", _l("You have other work now. Congratulations!")),
}


@dataclass(frozen=True)
class Station:
    """One opening on her road. `question`: she may answer now; `may_change`: she may take her answer back today."""

    public_id: UUID
    title: str
    company: str
    icon: str
    words: str
    since: datetime
    question: bool
    may_change: bool
    said_no: bool


def station(referral: Referral) -> Station:
    is_open = referral.vacancy.state == VacancyState.OPEN
    icon, words = _told(referral, is_open)
    return Station(
        public_id=referral.public_id,
        title=referral.vacancy.title,
        company=referral.vacancy.partner.name,
        icon=icon,
        words=str(words) % {"partner": referral.vacancy.partner.name},
        since=referral.state_since,
        question=is_open and referral.state == State.ASKED,
        may_change=is_open and wishes.may_change_her_answer(referral),
        said_no=_said_no(referral),
    )


def _told(referral: Referral, is_open: bool) -> tuple[str, LazyString | str]:
    if not is_open and referral.state in (State.SUGGESTED, State.ASKED, State.AGREED):
        return "dash-circle", TAKEN
    if _said_no(referral):
        return "dash-circle", _("You said no. That is all right, we keep looking for you.")
    return WORDS[referral.state]


def _said_no(referral: Referral) -> bool:
    return referral.state == State.DECLINED and referral.declined_by == DeclinedBy.MEMBER
