"""What an advertisement may say that shuts people out."""

from crm.i18n import LabelledEnum, _l


class Kind(LabelledEnum):
    GENDER_FEMALE = "gender_female", _l("Only women")
    GENDER_MALE = "gender_male", _l("Only men")
    AGE = "age", _l("Age")
    APPEARANCE = "appearance", _l("Looks")
    MARITAL_FAMILY = "marital_family", _l("Family")
