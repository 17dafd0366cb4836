"""Kinds of concept, where a form came from."""

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
