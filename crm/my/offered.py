"""What is offered for her business, in plain words: why it suits, what they ask for, how far she is with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from flask_babel.speaklater import LazyString

from crm.i18n import _l
from crm.matching.facts import Verdict
from crm.matching.wording import Told
from crm.members.models import Member
from crm.offers.enums import TalkState
from crm.offers.suggest import Pair, offers_for
from crm.offers.wording import told

MOST = 3
#: What she is told once something has begun; before that she is asked.
WORDS: Mapping[TalkState, LazyString] = {
    TalkState.AGREED: _l("You said yes. The centre now introduces you."),
    TalkState.INTRODUCED: _l("They know about you. The centre helps you with what comes next."),
    TalkState.RECEIVED: _l("You got it. Congratulations!"),
}


@dataclass(frozen=True)
class Offered:
    """`words` where it has begun; `asked`: the centre asked her about it."""

    public_id: UUID
    kind: LazyString
    title: str
    company: str
    text: str
    lines: tuple[Told, ...]
    words: LazyString | None
    asked: bool


def offered_to(member: Member) -> list[Offered]:
    """What she is asked about and what has begun, then a few that suit. What she said no to does not come back."""
    pairs = offers_for(member)
    begun = [one for one in pairs if one.talk and one.talk.state != TalkState.DECLINED]
    suiting = [one for one in pairs if one.talk is None and one.fits_in_part][:MOST]
    asked_first = sorted(begun, key=lambda one: one.talk is not None and one.talk.state in WORDS)
    return [_offered(one) for one in (*asked_first, *suiting)]


def _offered(pair: Pair) -> Offered:
    state = pair.talk.state if pair.talk else None
    offer = pair.offer
    return Offered(
        offer.public_id,
        offer.kind.label,
        offer.title,
        offer.partner.name,
        offer.text,
        () if state in WORDS else _lines(pair),
        WORDS.get(state) if state else None,
        state == TalkState.ASKED,
    )


def _lines(pair: Pair) -> tuple[Told, ...]:
    """Without what is not known, but never without their conditions: she decides on them."""
    lines = told(pair.found, "woman", pair.names)
    return tuple(line for line in lines if line.verdict != Verdict.NOT_KNOWN or line.code == "conditions")
