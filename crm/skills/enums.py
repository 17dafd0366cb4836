"""Kinds of concept, how one comes by it, where a form came from."""

from crm.i18n import LabelledEnum, _l


class ConceptKind(LabelledEnum):
    SKILL = "skill", _l("Skill")
    OCCUPATION = "occupation", _l("Occupation")
    TOOL = "tool", _l("Tool")
    LICENCE = "licence", _l("Document or licence")
    LANGUAGE = "language", _l("Language")


class FormOrigin(LabelledEnum):
    SHIPPED = "shipped", _l("Came with the program")
    STAFF = "staff", _l("Added by staff")


class Learning(LabelledEnum):
    """How she comes by it; two marks of the concept in one question."""

    ORDINARY = "ordinary", _l("It can be learnt on the job")
    QUICK = "quick", _l("It is had in a few days")
    HARD = "hard", _l("It takes a school or an examination")


class PhraseState(LabelledEnum):
    WAITING = "waiting", _l("Not understood yet")
    ATTACHED = "attached", _l("Attached to a skill")
    ASIDE = "aside", _l("Put aside")


class TextSource(LabelledEnum):
    WOMEN = "women", _l("From women's words")
    VACANCIES = "vacancies", _l("From vacancies")
