"""One friendly sentence for each kind of wording, and where the rule stands. Advice: whether a law is broken is for a lawyer.

Sources: Labour Code, article 16 (sex, age, family status and others) and article 50(2) (no competition for one sex only);
Gender Equality Law 150-IIIQ of 10 October 2006, article 10; Labour Code, article 240 (pregnancy, child under three)."""

from dataclasses import dataclass

from flask_babel import force_locale
from flask_babel.speaklater import LazyString

from crm.i18n import _l
from crm.wording.check import Finding, check
from crm.wording.enums import Kind

_ADVICE: dict[Kind, LazyString] = {
    Kind.GENDER_FEMALE: _l("Say what the work needs, not who: whoever can do it may be just the one you look for."),
    Kind.GENDER_MALE: _l("Women do this work too: say what the work needs, and more good people will call."),
    Kind.AGE: _l("Say which experience you need instead of an age: it brings you more people to choose from."),
    Kind.APPEARANCE: _l("Looks do not do the work: ask for politeness or tidiness, if that is what you mean."),
    Kind.MARITAL_FAMILY: _l("Family is her own matter: say the hours, and each one knows whether they suit her."),
}
_SOURCE: dict[Kind, LazyString] = {
    Kind.GENDER_FEMALE: _l("Gender Equality Law, article 10; Labour Code, article 50(2)"),
    Kind.GENDER_MALE: _l("Gender Equality Law, article 10; Labour Code, article 50(2)"),
    Kind.AGE: _l("Labour Code, article 16"),
    Kind.APPEARANCE: _l("Labour Code, article 16: what has nothing to do with the work"),
    Kind.MARITAL_FAMILY: _l("Labour Code, articles 16 and 240"),
}


@dataclass(frozen=True)
class Advice:
    """What was found, in the language of the text, and what we say to it, in the reader's."""

    phrase: str
    language: str
    advice: LazyString
    source: LazyString


def advised(*texts: str) -> list[Advice]:
    """The same words of a kind once, however many of the texts have them."""
    found = {(one.kind, one.phrase.lower()): one for text in texts for one in check(text)}
    return [Advice(one.phrase, one.language, _ADVICE[one.kind], _SOURCE[one.kind]) for one in found.values()]


def advice_in(found: Finding) -> str:
    """Advice with its source in the language of the advertisement."""
    with force_locale(found.language):
        return f"{_ADVICE[found.kind]} ({_SOURCE[found.kind]})"
