"""What we understand in an opening's text, as chips for its partner: the work, then how many, hours and pay."""

from dataclasses import dataclass

from crm.formats import money
from crm.i18n import _, _n, in_language
from crm.skills import queries as skill_queries
from crm.vacancies import reading
from crm.web import rows


@dataclass(frozen=True)
class Understood:
    needs: tuple[str, ...]
    terms: tuple[str, ...]

    @property
    def anything(self) -> bool:
        return bool(self.needs or self.terms)


def understood(text: str) -> Understood:
    found = reading.read(text)
    both = (*found.required, *found.desired)
    labels = {one.code: in_language(one, "label") for one in rows(skill_queries.coded(one.concept for one in both))}
    needs = tuple(dict.fromkeys(labels.get(one.concept, one.label) for one in both))
    return Understood(needs, tuple(_terms(found)))


def _terms(found: reading.Reading) -> list[str]:
    said = reading.values_of(found)
    openings, hours, weekly = said.get("openings"), said.get("hours"), said.get("weekly_hours")
    low, high = said.get("pay_min"), said.get("pay_max")
    terms = [
        _n("%(num)s opening", "%(num)s openings", openings) if openings else "",
        hours.label if hours else "",
        _n("%(num)s hour a week", "%(num)s hours a week", weekly) if weekly else "",
        " – ".join(dict.fromkeys(money(amount) for amount in (low, high) if amount is not None)),
        _("Works at night") if said.get("night") else "",
        _("Works at the weekend") if said.get("weekend") else "",
        _("The employer drives") if said.get("transport_provided") else "",
        _("Training on the job") if said.get("training_provided") else "",
        _("Work from home") if said.get("home_based") else "",
    ]
    return [str(term) for term in terms if term]
