"""What we understand in an opening's text, as chips for its partner: the work, then how many, hours and pay."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crm.skills import doubts
from crm.skills import queries as skill_queries
from crm.vacancies import reading
from crm.vacancies.said import Term, terms_of
from crm.wording.advice import Advice, advised
from crm.wording.mending import corrected


@dataclass(frozen=True)
class Understood:
    """`wording` is what we say to words that shut people out, `proposed` the text without them. `doubts` are asked about, with `names` by code; `picked` is what was tapped already."""

    needs: tuple[str, ...]
    terms: tuple[Term, ...]
    doubts: list[doubts.Doubt]
    names: Mapping[str, str]
    picked: Sequence[str]
    wording: Sequence[Advice]
    proposed: str

    @property
    def anything(self) -> bool:
        return bool(self.needs or self.terms)


def understood(text: str, picked: Sequence[str] = ()) -> Understood:
    found = reading.read(text)
    both = (*found.required, *found.desired)
    unsure = reading.unsure(found)
    codes = {one.concept for one in both} | {code for one in unsure for code in one.others}
    labels = skill_queries.labels(codes)
    needs = tuple(dict.fromkeys(labels.get(one.concept, one.label) for one in both))
    wording = advised(text)
    return Understood(
        needs, tuple(terms_of(found)), unsure, labels, picked, wording, corrected(text) if wording else ""
    )
