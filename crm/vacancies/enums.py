"""States, hours and needs of a vacancy."""

from crm.i18n import LabelledEnum, _l


class VacancyState(LabelledEnum):
    DRAFT = "draft", _l("Draft")
    WAITING = "waiting", _l("Waiting for approval")
    OPEN = "open", _l("Open")
    FILLED = "filled", _l("Filled")
    CLOSED = "closed", _l("Closed")


class Hours(LabelledEnum):
    FULL = "full", _l("Full day")
    PART = "part", _l("Part of the day")
    MORNING = "morning", _l("Mornings")
    SHIFT_DAY = "shift_day", _l("Day shifts")
    SHIFT_NIGHT = "shift_night", _l("Shifts, nights too")
    FLEX = "flex", _l("Flexible")
    SEASONAL = "seasonal", _l("Seasonal")
    HOME = "home", _l("From home")


class Importance(LabelledEnum):
    REQUIRED = "required", _l("Needed")
    DESIRED = "desired", _l("Nice to have")
