"""Says why an offer fits a woman's business or not: to staff about her, and to herself."""

from collections.abc import Mapping

from flask_babel.speaklater import LazyString

from crm.formats import money
from crm.i18n import _, _l
from crm.matching.explain import ORDER
from crm.matching.wording import Told, far
from crm.offers.fit import Found, Part

Sentences = Mapping[str, LazyString]

STAFF: Sentences = {
    "any_field": _l("It is for any kind of business"),
    "needs_this": _l("She needs this: %(skill)s"),
    "same_field": _l("Her business: %(skill)s"),
    "near_field": _l("%(skill)s, and her business is close to it: %(via)s"),
    "other_field": _l("It is for %(skill)s, her business: %(via)s"),
    "field_not_known": _l("What her business is about is not known"),
    "sum_fits": _l("She needs %(needs)s, they give up to %(most)s"),
    "sum_no_limit": _l("She needs %(needs)s, that is within it"),
    "sum_in_part": _l("She needs %(needs)s, they give %(most)s of it"),
    "sum_too_small": _l("She needs %(needs)s, they give only %(most)s"),
    "sum_too_big": _l("She needs %(needs)s, they begin at %(least)s"),
    "sum_not_known": _l("How much she needs is not known"),
    "begins": _l("It is for those who begin, as she does"),
    "runs": _l("It is for a running business, and hers runs"),
    "runs_not_yet": _l("It is for a running business, hers is an idea yet"),
    "runs_already": _l("It is for those who begin, hers runs already"),
    "same_rayon": _l("She lives in the rayon it is for"),
    "other_rayon": _l("It is for another rayon"),
    "place_not_known": _l("Distance not known"),
    "close": _l("%(km)s by road"),
    "far": _l("A little far: %(km)s"),
    "has_asked": _l("They ask for: %(skill)s. She has it"),
    "misses_asked": _l("They ask for: %(skill)s. She does not have it yet"),
    "conditions": _l("Go through the conditions with her: “%(their)s”"),
}

WOMAN: Sentences = {
    "any_field": _l("It is for any kind of business."),
    "needs_this": _l("You need this: %(skill)s."),
    "same_field": _l("It suits your business: %(skill)s."),
    "near_field": _l("It is for %(skill)s. Yours is close to it: %(via)s."),
    "other_field": _l("It is rather for another business: %(skill)s."),
    "field_not_known": _l("Tell us what your business is about."),
    "sum_fits": _l("You need %(needs)s. They give up to %(most)s."),
    "sum_no_limit": _l("You need %(needs)s. That is within what they give."),
    "sum_in_part": _l("You need %(needs)s. They give %(most)s of it."),
    "sum_too_small": _l("You need %(needs)s. They give only %(most)s."),
    "sum_too_big": _l("You need %(needs)s. They begin at %(least)s."),
    "sum_not_known": _l("Tell us how much you need."),
    "begins": _l("It is for women who begin, like you."),
    "runs": _l("It is for a running business, like yours."),
    "runs_not_yet": _l("It is for a business that runs already."),
    "runs_already": _l("It is for women who only begin."),
    "same_rayon": _l("It is for your rayon."),
    "other_rayon": _l("It is for another rayon."),
    "place_not_known": _l("How far it is, we do not know yet."),
    "close": _l("It is %(km)s from you."),
    "far": _l("It is a little far: %(km)s."),
    "has_asked": _l("They ask for: %(skill)s. You have it."),
    "misses_asked": _l("They ask for: %(skill)s."),
    "conditions": _l("Their conditions: “%(their)s”"),
}

HELP_STAFF: Sentences = {
    "ask_her": _l("Ask her"),
    "ask_partner": _l("Ask the partner whether it is possible all the same"),
    "second_source": _l("A smaller beginning, or a second source for the rest"),
    "start_first": _l("A business plan and the registration come first"),
    "bring_together": _l("Ask whether they come to her, or arrange a way"),
    "document": _l("Help her to get the document"),
    "learn": _l("A course would help"),
}

HELP_WOMAN: Sentences = {
    "ask_her": _l("Tell us, then we know."),
    "ask_partner": _l("We can ask whether it is possible all the same."),
    "second_source": _l("You can begin smaller, or we look for the rest elsewhere."),
    "start_first": _l("We help you with the plan and the registration."),
    "bring_together": _l("We can ask whether they come to you."),
    "document": _l("We can help with the document."),
    "learn": _l("A course can help. Ask us."),
}
SENTENCES: Mapping[str, Sentences] = {"staff": STAFF, "woman": WOMAN}
HELPS: Mapping[str, Sentences] = {"staff": HELP_STAFF, "woman": HELP_WOMAN}


def told(found: Found, audience: str, names: Mapping[str, str]) -> list[Told]:
    """By verdict, the weightiest first. `names`: labels of concepts by code."""
    parts = sorted(found.parts, key=lambda part: (ORDER[part.verdict], -part.weight))
    return [
        Told(
            part.verdict,
            part.code,
            _say(part, audience, names),
            _whose_words(part) if audience == "staff" else "",
            str(HELPS[audience][part.help]) if part.help else "",
        )
        for part in parts
    ]


def _say(part: Part, audience: str, names: Mapping[str, str]) -> str:
    said = {name: money(int(part.numbers[name])) if name in part.numbers else "" for name in ("needs", "most", "least")}
    return str(SENTENCES[audience][part.code]) % {
        **said,
        "skill": names.get(part.concept, part.concept),
        "via": names.get(part.via, part.via),
        "km": far(part.numbers.get("km")),
        "their": part.their,
    }


def _whose_words(part: Part) -> str:
    if not part.concept:
        return ""
    lines = [
        _("she: “%(words)s”", words=part.words) if part.words else "",
        _("they: “%(words)s”", words=part.their) if part.their else "",
    ]
    return "; ".join(line for line in lines if line)
