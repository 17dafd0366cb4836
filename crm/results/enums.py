"""By what the outcomes of suggestions are told apart."""

from crm.i18n import LabelledEnum, _l


class Group(LabelledEnum):
    FIT = "fit", _l("How she fitted")
    AGE = "age_band", _l("Age")
    PLACE = "urban_rural", _l("Town or village")
    RAYON = "rayon", _l("Rayon")
    EDUCATION = "education", _l("Education")
    SEEKING = "seeking", _l("What she seeks")


class Lesson(LabelledEnum):
    """What did not come about."""

    SESSIONS = "sessions", _l("Sessions that were not held")
    OBJECTIONS = "objections", _l("What owners objected")
    PARTNERS = "partners", _l("Partners paused or given up")
    INTRODUCTIONS = "introductions", _l("Suggestions and introductions that ended")
