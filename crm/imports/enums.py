"""What can be imported, and how far an import is."""

from crm.i18n import LabelledEnum, _l


class ImportKind(LabelledEnum):
    MEMBERS = "members", _l("Women")
    PARTNERS = "partners", _l("Companies and banks")
    VACANCIES = "vacancies", _l("Vacancies")


class ImportState(LabelledEnum):
    PREVIEWED = "previewed", _l("Looked through, not taken in yet")
    DONE = "done", _l("Taken in")
