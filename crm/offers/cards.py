"""A woman and an offer as a card: the fit word with its bar, and the reasons in columns (templates/matching)."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel.speaklater import LazyString

from crm.matching.cards import FIT_WORDS
from crm.matching.facts import Verdict
from crm.matching.wording import Told
from crm.offers.suggest import Pair
from crm.offers.wording import told


@dataclass(frozen=True)
class Card:
    """`fits`, `helps`, `misses` and `unknown` are the columns."""

    suggestion: Pair
    word: LazyString
    tone: str
    fits: tuple[Told, ...]
    helps: tuple[Told, ...]
    misses: tuple[Told, ...]
    unknown: tuple[Told, ...]


def cards_of(pairs: Iterable[Pair]) -> list[Card]:
    return [_card(pair) for pair in pairs]


def _card(pair: Pair) -> Card:
    lines = told(pair.found, "staff", pair.names)
    column = {verdict: tuple(line for line in lines if line.verdict == verdict) for verdict in Verdict}
    word, tone = FIT_WORDS[pair.found.fit]
    return Card(
        pair,
        word,
        tone,
        fits=column[Verdict.FITS],
        helps=column[Verdict.HELPS],
        misses=column[Verdict.DOES_NOT_FIT],
        unknown=column[Verdict.NOT_KNOWN],
    )
