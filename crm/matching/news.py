"""Which vacancies are new to a woman since a day, and in which order she reads them."""

from collections.abc import Iterable, Sequence
from datetime import date

from crm.matching.facts import Fit
from crm.matching.suggest import Suggestion


def new_since(suggestions: Iterable[Suggestion], day: date | None) -> set[int]:
    """Ids of the vacancies opened on that day or later whose way nobody has begun. A day cannot be cut in two: what was
    opened on the day itself may be shown as new once more, never too seldom. Without a day nothing is new."""
    return {
        one.vacancy.id
        for one in suggestions
        if day and one.referral is None and one.vacancy.published_on and one.vacancy.published_on >= day
    }


def new_first(suggestions: Sequence[Suggestion], new: set[int]) -> list[Suggestion]:
    """New ones before those she has seen, each by fit; what does not fit stays where it is, new or not."""
    return sorted(suggestions, key=lambda one: one.vacancy.id not in new or one.assessment.fit is Fit.DOES_NOT_FIT)
