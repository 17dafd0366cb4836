"""What a token may read; never more than the person it belongs to."""

from crm.i18n import LabelledEnum, _l


class ApiScope(LabelledEnum):
    VACANCIES = "vacancies", _l("Vacancies")
    PARTNERS = "partners", _l("Partners")
    RESULTS = "results", _l("Figures of the results, without people")
