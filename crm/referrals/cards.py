"""What a partner may see of a woman: two lists of fields, and nothing else reaches a template.

Before she has agreed: what she can do for this opening, her hours, her rayon. After: her name and telephone too, as the
words of her consent say (members/consent_text.py)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask_babel.speaklater import LazyString
from sqlalchemy import Select

from crm.i18n import _, _l, in_language
from crm.matching.facts import Fit, Verdict
from crm.matching.suggest import Suggestion, on_the_way
from crm.matching.wording import still_to_ask, told
from crm.members.models import Member
from crm.referrals import shown
from crm.referrals.enums import ReferralState
from crm.referrals.models import Referral
from crm.referrals.moves import MOVES
from crm.vacancies.models import Vacancy
from crm.web import rows

FIT_WORDS = {
    Fit.FITS: (_l("Fits"), "ok"),
    Fit.NEEDS_HELP: (_l("Fits with a little help"), "warn"),
    Fit.DOES_NOT_FIT: (_l("Fits in part"), "muted"),
}
TONES = {Verdict.FITS: "ok", Verdict.HELPS: "warn", Verdict.DOES_NOT_FIT: "muted"}


@dataclass(frozen=True)
class Line:
    """One reason in words for an owner; `help` is what would make it fit, or ""."""

    text: str
    tone: str
    help: str


@dataclass(frozen=True)
class CandidateCard:
    """A woman whom the partner does not know. `number` is her place in the line of this one opening, `unknown` what she
    has not said yet."""

    number: int
    word: LazyString
    tone: str
    hours: str
    rayon: str
    lines: tuple[Line, ...]
    unknown: str
    wished: bool


@dataclass(frozen=True)
class KnownCard:
    """A woman who agreed that this partner may see her. `steps` are what the partner may report now."""

    public_id: UUID
    name: str
    phone: str
    state: ReferralState
    words: LazyString
    hours: str
    rayon: str
    lines: tuple[Line, ...]
    started_on: date | None
    steps: frozenset[str]


WORDS = {
    ReferralState.AGREED: _l("She would like to meet you. Call her, or wait for the centre to bring you together."),
    ReferralState.INTRODUCED: _l("You know of each other. Tell the centre how it went."),
    ReferralState.INTERVIEWED: _l("You have met. Will she work with you?"),
    ReferralState.HIRED: _l("She works with you."),
}


def candidates(partners: Select[int], vacancy: Vacancy, of: int | None = None) -> list[CandidateCard]:
    """Best first. `of`: the card of this one woman only, as it stands among the others."""
    considered = shown.considered(partners).where(Referral.vacancy_id == vacancy.id)
    referrals = rows(considered if of is None else considered.where(Referral.member_id == of))
    if not referrals:
        return []
    place = {found: number for number, found in enumerate(rows(shown.in_order(partners, vacancy.id)), start=1)}
    best = sorted(on_the_way(vacancy, referrals), key=lambda one: -one.assessment.score)
    return [anonymous(one, place[one.referral.id]) for one in best if one.referral]


def candidate(partners: Select[int], vacancy: Vacancy, number: int) -> Referral | None:
    """Whom a card's number means, as long as the card is shown."""
    line = rows(shown.in_order(partners, vacancy.id))
    if not 1 <= number <= len(line):
        return None
    found: Sequence[Referral] = rows(shown.considered(partners).where(Referral.id == line[number - 1]))
    return found[0] if found else None


def known(vacancy: Vacancy, referrals: Sequence[Referral]) -> list[KnownCard]:
    return [named(one, one.referral) for one in on_the_way(vacancy, referrals) if one.referral] if referrals else []


def anonymous(suggestion: Suggestion, number: int) -> CandidateCard:
    word, tone = (
        FIT_WORDS[suggestion.assessment.fit] if suggestion.vacancy.needs else (_l("Proposed by the centre"), "info")
    )
    wished = suggestion.referral is not None and suggestion.referral.wished_by_partner_at is not None
    return CandidateCard(
        number=number,
        word=word,
        tone=tone,
        hours=_hours(suggestion.member),
        rayon=_rayon(suggestion.member),
        lines=_lines(suggestion),
        unknown=still_to_ask(suggestion),
        wished=wished,
    )


def bare(member: Member) -> KnownCard:
    """Of a woman nobody thinks of for an opening: what her yes alone would show."""
    return KnownCard(
        public_id=member.public_id,
        name=member.name,
        phone=member.phone,
        state=ReferralState.AGREED,
        words=WORDS[ReferralState.AGREED],
        hours=_hours(member),
        rayon=_rayon(member),
        lines=(),
        started_on=None,
        steps=frozenset(),
    )


def named(suggestion: Suggestion, referral: Referral, *, as_if_agreed: bool = False) -> KnownCard:
    """`as_if_agreed`: as it would be after her yes, for her to see beforehand."""
    state = ReferralState.AGREED if as_if_agreed else referral.state
    return KnownCard(
        public_id=referral.public_id,
        name=referral.member.name,
        phone=referral.member.phone,
        state=state,
        words=WORDS[state],
        hours=_hours(suggestion.member),
        rayon=_rayon(suggestion.member),
        lines=() if referral.placement else _lines(suggestion),
        started_on=referral.placement.started_on if referral.placement else None,
        steps=_steps(state),
    )


def _steps(state: ReferralState) -> frozenset[str]:
    """Reporting that they met, or that she works there, introduces her where nobody did before."""
    after = set(MOVES[state]) | (set(MOVES[ReferralState.INTRODUCED]) if state == ReferralState.AGREED else set())
    may = {str(one) for one in (ReferralState.INTERVIEWED, ReferralState.HIRED, ReferralState.DECLINED) if one in after}
    return frozenset(may | ({"not_met"} if "interviewed" in may else set()))


def _lines(suggestion: Suggestion) -> tuple[Line, ...]:
    """Without what is not known: the centre asks her, not the owner."""
    spoken = [line for line in told(suggestion, "owner") if line.verdict in TONES]
    return tuple(Line(line.text, TONES[line.verdict], line.help) for line in spoken)


def _hours(member: Member) -> str:
    available = member.availability
    return str(available.label) if available else str(_("Hours not known"))


def _rayon(member: Member) -> str:
    settlement = member.settlement
    return in_language(settlement.rayon) if settlement else ""
