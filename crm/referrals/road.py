"""A referral's road as a page tells it: dated steps in words, and which one comes next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from flask_babel.speaklater import LazyString

from crm.i18n import _, _l
from crm.referrals.enums import ReferralState
from crm.referrals.models import Referral, ReferralStep

ICONS: Mapping[ReferralState, str] = {
    ReferralState.SUGGESTED: "search",
    ReferralState.ASKED: "telephone",
    ReferralState.AGREED: "check2",
    ReferralState.INTRODUCED: "people",
    ReferralState.INTERVIEWED: "chat-square-text",
    ReferralState.HIRED: "briefcase",
    ReferralState.DECLINED: "x-circle",
    ReferralState.OBSOLETE: "dash-circle",
}

TONES: Mapping[ReferralState, str] = {
    ReferralState.SUGGESTED: "muted",
    ReferralState.ASKED: "warn",
    ReferralState.AGREED: "info",
    ReferralState.INTRODUCED: "info",
    ReferralState.INTERVIEWED: "info",
    ReferralState.HIRED: "ok",
    ReferralState.DECLINED: "muted",
    ReferralState.OBSOLETE: "muted",
}


@dataclass(frozen=True)
class NextStep:
    """The one primary action. `page`: it has questions of its own; otherwise a click is enough."""

    endpoint: str
    label: LazyString
    page: bool = False


NEXT_STEP: Mapping[ReferralState, NextStep] = {
    ReferralState.SUGGESTED: NextStep("referrals.ask", _l("Ask her")),
    ReferralState.ASKED: NextStep("referrals.answer", _l("Write down her answer"), page=True),
    ReferralState.AGREED: NextStep("referrals.introduce", _l("Introduce her")),
    ReferralState.INTRODUCED: NextStep("referrals.interviewed", _l("The interview took place")),
    ReferralState.INTERVIEWED: NextStep("referrals.hire", _l("She is hired"), page=True),
    ReferralState.DECLINED: NextStep("referrals.ask", _l("Ask her again")),
    ReferralState.OBSOLETE: NextStep("referrals.ask", _l("Ask her again")),
}


@dataclass(frozen=True)
class Told:
    """One line of the timeline, in the shape the timeline macro reads."""

    when: datetime
    text: str
    who: str | None
    icon: str
    url: str | None = None


def timeline(referral: Referral) -> list[Told]:
    """Every step and wish, oldest first. A state that follows itself is a wait: she, or we, said "later"."""
    steps = referral.steps
    waits = {later.id for earlier, later in pairwise(steps) if earlier.state == later.state}
    told = [
        Told(step.happened_at, _words(step, step.id in waits), step.by.name if step.by else None, ICONS[step.state])
        for step in steps
    ]
    wishes = (
        (referral.wished_by_member_at, _("She would like this work"), referral.member.name),
        (referral.wished_by_partner_at, _("The employer would like to meet her"), referral.vacancy.partner.name),
    )
    told += [Told(at, text, who, "chat-left-quote") for at, text, who in wishes if at is not None]
    return sorted(told, key=lambda line: line.when)


def _words(step: ReferralStep, waits: bool) -> str:
    considered = step.state in (ReferralState.SUGGESTED, ReferralState.ASKED)
    what = (_("Later") if considered else _("They have not met yet")) if waits else str(step.state.label)
    return f"{what}: {step.note}" if step.note else what
