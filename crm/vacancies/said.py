"""The terms in an advertisement's text, as people read them, each with the words it came from, to be confirmed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from crm.formats import money
from crm.i18n import _, _n
from crm.vacancies.reading import Reading, values_of


@dataclass(frozen=True)
class Term:
    name: str
    words: str


def terms_of(found: Reading) -> list[Term]:
    """What a vacancy would take over of the text; nothing for what it denies or does not say."""
    return [Term(str(name), words) for name, words in _terms(found, values_of(found)) if name]


def _terms(found: Reading, said: dict[str, Any]) -> Iterator[tuple[Any, str]]:
    openings, weekly = said.get("openings"), said.get("weekly_hours")
    pay = [
        (said[name], noted.words)
        for name, noted in (("pay_min", found.pay_min), ("pay_max", found.pay_max))
        if noted and name in said
    ]
    yield _n("%(num)s opening", "%(num)s openings", openings) if openings else "", _words(found.openings)
    yield said["hours"].label if said.get("hours") else "", _words(found.hours)
    yield _n("%(num)s hour a week", "%(num)s hours a week", weekly) if weekly else "", _words(found.weekly_hours)
    yield " – ".join(dict.fromkeys(money(amount) for amount, _spoken in pay)), pay[0][1] if pay else ""
    yield _("Works at night") if said.get("night") else "", _words(found.night)
    yield _("Works at the weekend") if said.get("weekend") else "", _words(found.weekend)
    yield _("The employer drives") if said.get("transport_provided") else "", _words(found.transport)
    yield _("Training on the job") if said.get("training_provided") else "", _words(found.training)
    yield _("Work from home") if said.get("home_based") else "", _words(found.home_based)


def _words(noted: Any) -> str:
    return noted.words if noted else ""
