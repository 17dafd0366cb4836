"""An advertisement's text read with the centre's vocabulary, and how it becomes a vacancy's fields."""

import re
from decimal import Decimal
from typing import Any

from crm.skills import vocabulary
from crm.skills.doubts import Doubt, about
from crm.skills.resolve import Vocabulary
from crm.vacancies.enums import Hours
from crm.vacancies.needs import Reading, read_vacancy
from crm.vacancies.trades import SKILL_OF_TRADE

__all__ = ["Reading", "read", "title_of", "unsure", "values_of"]

LONGEST_TITLE = 80
SPACE_BEFORE_A_SIGN = re.compile(r"\s+([,.;:!?])")


def read(text: str, words: Vocabulary | None = None) -> Reading:
    """`words`: another vocabulary than the one of today."""
    return read_vacancy(text, words or vocabulary.current())


def unsure(found: Reading) -> list[Doubt]:
    """What to ask about. A trade whose skill was read is no other meaning of its words."""
    needs = (*found.required, *found.desired)
    read = {one.concept for one in needs}
    return about(needs, [trade for trade, skill in SKILL_OF_TRADE.items() if skill in read])


def values_of(found: Reading) -> dict[str, Any]:
    """Field -> value, only for what the text says, each within what the database holds."""
    said: dict[str, Any] = {
        "hours": Hours.parse(found.hours.value) if found.hours else None,
        "weekly_hours": _within(found.weekly_hours.value, 1, 100) if found.weekly_hours else None,
        "night": found.night.value if found.night else None,
        "weekend": found.weekend.value if found.weekend else None,
        "transport_provided": found.transport.value if found.transport else None,
        "training_provided": found.training.value if found.training else None,
        "home_based": found.home_based.value if found.home_based else None,
        "openings": _within(found.openings.value, 1, 1000) if found.openings else None,
        "pay_min": _pay(found.pay_min.value if found.pay_min else None),
        "pay_max": _pay(found.pay_max.value if found.pay_max else None),
    }
    return {name: value for name, value in said.items() if value is not None}


def title_of(text: str, found: Reading) -> str:
    """What the reading proposes, else the beginning of the text, cut at a word."""
    proposed = found.title.strip() or (text.strip().splitlines() or ["–"])[0]
    proposed = SPACE_BEFORE_A_SIGN.sub(r"\1", proposed)
    if len(proposed) <= LONGEST_TITLE:
        return proposed or "–"
    return proposed[:LONGEST_TITLE].rsplit(" ", 1)[0] + "…"


def _within(number: int, low: int, high: int) -> int | None:
    return number if low <= number <= high else None


def _pay(amount: int | None) -> Decimal | None:
    return Decimal(amount) if amount is not None and 0 <= amount < 1_000_000 else None
