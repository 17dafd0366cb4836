"""By what the outcomes of suggestions are told apart."""

from crm.i18n import LabelledEnum, _l


class Group(LabelledEnum):
    FIT = "fit", _l("How she fitted")
    AGE = "age_band", _l("Age")
    PLACE = "urban_rural", _l("Town or village")
    RAYON = "rayon", _l("Rayon")
    EDUCATION = "education", _l("Education")
    SEEKING = "seeking", _l("What she seeks")
