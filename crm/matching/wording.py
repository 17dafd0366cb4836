"""Says a reason in the reader's language: to staff, to the woman, or to the owner who must not know who she is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crm.formats import kilometres, money
from crm.i18n import LabelledEnum, _, _l
from crm.matching import sentences
from crm.matching.explain import Reason
from crm.matching.facts import Verdict
from crm.matching.suggest import Suggestion
from crm.members.enums import Availability
from crm.vacancies.enums import Hours

AUDIENCES = ("staff", "woman", "owner")
SENTENCES: Mapping[str, sentences.Sentences] = {
    "staff": sentences.STAFF,
    "woman": sentences.WOMAN,
    "owner": sentences.OWNER,
}
HELPS: Mapping[str, sentences.Sentences] = {
    "staff": sentences.HELP_STAFF,
    "woman": sentences.HELP_WOMAN,
    "owner": sentences.HELP_OWNER,
}


#: What a reason that is not known is about.
TOPICS: sentences.Sentences = {
    "hours_not_known": _l("working hours"),
    "night_not_known": _l("night work"),
    "weekend_not_known": _l("weekends"),
    "distance_not_known": _l("the way to work"),
    "reach_ok": _l("the way to work"),
    "pay_not_known": _l("pay"),
}


@dataclass(frozen=True)
class Told:
    """A reason in words. `words` are those it was read from (staff only), `help` what would make it fit; or ""."""

    verdict: Verdict
    code: str
    text: str
    words: str
    help: str


def told(suggestion: Suggestion, audience: str) -> list[Told]:
    """Every reason of a suggestion, weightiest first within each verdict."""
    return [
        Told(
            reason.verdict,
            reason.code,
            say(reason, audience, **suggestion.names),
            whose_words(reason) if audience == "staff" else "",
            help_text(reason.would_help, audience) if reason.would_help else "",
        )
        for reason in suggestion.reasons
    ]


def still_to_ask(suggestion: Suggestion) -> str:
    """What she has not said yet and would have to, in a few words for anybody; "" when all is known."""
    unsaid = {reason.code for reason in suggestion.reasons if reason.would_help == "ask_her"}
    return ", ".join(dict.fromkeys(str(topic) for code, topic in TOPICS.items() if code in unsaid))


def say(reason: Reason, audience: str, **names: str) -> str:
    """One reason as a sentence. `names` give concepts their labels, by code; a code without one stands for itself."""
    said = reason.params
    concept, via = str(said.get("concept") or ""), str(said.get("via") or "")
    return str(SENTENCES[audience][reason.code]) % {
        "skill": names.get(concept, concept),
        "via": names.get(via, via),
        "hers": _label(Availability, said.get("hers")),
        "their": _label(Hours, said.get("their")),
        "km": far(_number(said.get("km"))),
        "offered": money(_whole(said.get("offered"))),
        "wished": money(_whole(said.get("wished"))),
    }


def far(km: float | None) -> str:
    """A distance by road; in one's own village nobody speaks of 0 km."""
    return str(_("less than 1 km")) if km is not None and km < 1 else kilometres(km)


def help_text(code: str, audience: str) -> str:
    """What would make it fit."""
    return str(HELPS[audience][code])


def whose_words(reason: Reason) -> str:
    """The words behind a skill, hers and theirs; "" where it was not read from any."""
    hers, theirs = str(reason.params.get("words") or ""), str(reason.params.get("their") or "")
    if "concept" not in reason.params:
        return ""
    lines = [_("she: “%(words)s”", words=hers) if hers else "", _("they: “%(words)s”", words=theirs) if theirs else ""]
    return "; ".join(line for line in lines if line)


def _label(enum: type[LabelledEnum], value: Any) -> str:
    member = enum.parse(value)
    return str(member.label) if member else ""


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _whole(value: Any) -> int | None:
    return int(value) if isinstance(value, int | float) else None
