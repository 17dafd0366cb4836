"""A suggestion as its card shows it to staff: a fit word with its bar, and reasons in three columns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask_babel.speaklater import LazyString

from crm.i18n import _l
from crm.matching.facts import Fit, Verdict
from crm.matching.ranking import OVER
from crm.matching.relax import Relaxed
from crm.matching.suggest import Suggestion
from crm.matching.wording import Told, far, told

FIT_WORDS: Mapping[Fit, tuple[LazyString, str]] = {
    Fit.FITS: (_l("Fits"), "ok"),
    Fit.NEEDS_HELP: (_l("Needs help"), "warn"),
    Fit.DOES_NOT_FIT: (_l("Does not fit"), "muted"),
}


OPENERS: Mapping[str, LazyString] = {
    "need": _l("“%(skill)s” nice to have instead of a must"),
    "hours": _l("Hours that can be talked over"),
    "night": _l("No night work"),
    "transport": _l("Transport by the employer"),
}


@dataclass(frozen=True)
class Card:
    """`fits`, `helps`, `misses` and `unknown` are the columns; `far` is by road, "" where a place is not known."""

    suggestion: Suggestion
    word: LazyString
    tone: str
    far: str
    fits: tuple[Told, ...]
    helps: tuple[Told, ...]
    misses: tuple[Told, ...]
    unknown: tuple[Told, ...]

    @property
    def pinned(self) -> str:
        """Why staff put her first; "" when nobody did."""
        referral = self.suggestion.referral
        return "" if referral is None or self.aside else referral.pinned_reason

    @property
    def aside(self) -> bool:
        """Said no to, by whomever: it waits at the end of the page."""
        referral = self.suggestion.referral
        return referral is not None and referral.state in OVER


def cards_of(suggestions: Iterable[Suggestion]) -> list[Card]:
    return [_card(suggestion) for suggestion in suggestions]


def nobody_fits(cards: Iterable[Card]) -> bool:
    return all(card.aside or card.suggestion.assessment.fit is not Fit.FITS for card in cards)


def openers(found: Iterable[tuple[Relaxed, str]]) -> list[tuple[str, int]]:
    """(what would have to be otherwise, how many women would fit then)."""
    return [(str(OPENERS[one.what]) % {"skill": name}, one.women) for one, name in found]


def _card(suggestion: Suggestion) -> Card:
    lines = told(suggestion, "staff")
    column = {verdict: tuple(line for line in lines if line.verdict == verdict) for verdict in Verdict}
    word, tone = FIT_WORDS[suggestion.assessment.fit]
    return Card(
        suggestion,
        word,
        tone,
        _far(suggestion),
        fits=column[Verdict.FITS],
        helps=column[Verdict.HELPS],
        misses=column[Verdict.DOES_NOT_FIT],
        unknown=column[Verdict.NOT_KNOWN],
    )


def _far(suggestion: Suggestion) -> str:
    kms = [part.extra["km"] for part in suggestion.assessment.parts if part.kind == "reach" and "km" in part.extra]
    return far(float(kms[0])) if kms else ""
