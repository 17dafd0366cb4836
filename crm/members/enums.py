"""What a woman seeks, her hours and transport, consent, special categories, services."""

from crm.i18n import LabelledEnum, _l


class Seeking(LabelledEnum):
    JOB = "job", _l("Work")
    BUSINESS = "business", _l("Her own business")
    BOTH = "both", _l("Work or her own business")


class Availability(LabelledEnum):
    FULL = "full", _l("Full time")
    PART = "part", _l("Part of the day")
    MORNING = "morning", _l("Mornings")
    HOME = "home", _l("From home")


class Transport(LabelledEnum):
    NONE = "none", _l("No transport")
    BUS = "bus", _l("Bus")
    CAR = "car", _l("Car")


class Education(LabelledEnum):
    INCOMPLETE_SECONDARY = "incomplete_secondary", _l("Secondary, not finished")
    GENERAL_SECONDARY = "general_secondary", _l("General secondary")
    SECONDARY = "secondary", _l("Secondary")
    VOCATIONAL = "vocational", _l("Vocational school")
    COLLEGE = "college", _l("College")
    HIGHER = "higher", _l("Higher")


class Occupation(LabelledEnum):
    """What she does now."""

    UNEMPLOYED = "unemployed", _l("Without work")
    INFORMAL = "informal", _l("Works without a contract")
    HOMEMAKER = "homemaker", _l("Works at home for the family")
    PART_TIME_EMPLOYED = "part_time_employed", _l("Works part time")
    EMPLOYED = "employed", _l("Works")
    STUDENT = "student", _l("Studies")


class ConceptRole(LabelledEnum):
    SKILL = "skill", _l("Can do")
    WISH = "wish", _l("Wishes to do")


class ConceptSource(LabelledEnum):
    TEXT = "text", _l("From her words")
    PICKED = "picked", _l("Chosen by staff")


class Purpose(LabelledEnum):
    SERVICES = "services", _l("Help by the centre")
    REPORTS = "reports", _l("Counted in reports, without her name")
    SHARING = "sharing", _l("Shown to one partner")
    PHOTOS = "photos", _l("Photos in which she is seen")
    SPECIAL_CATEGORIES = "special_categories", _l("Notes on health, displacement or family")


class ConsentManner(LabelledEnum):
    PAPER = "paper", _l("Signed paper")
    SCREEN = "screen", _l("On the screen")
    PHONE = "phone", _l("By phone, with a witness")


class Category(LabelledEnum):
    """Special categories of personal data (law 998-IIIQ): encrypted, masked, each look noted."""

    HEALTH = "health", _l("Health")
    DISABILITY = "disability", _l("Disability")
    DISPLACEMENT = "displacement", _l("Displacement")
    FAMILY = "family", _l("Family")
    VIOLENCE = "violence", _l("Violence")


class ServiceKind(LabelledEnum):
    ADVICE = "advice", _l("Advice")
    CV = "cv", _l("Help with her CV")
    COUNSELLING = "counselling", _l("Counselling")
    MENTORING = "mentoring", _l("Mentoring")
    BUSINESS_PLAN = "business_plan", _l("Business plan")
    REFERRED_ELSEWHERE = "referred_elsewhere", _l("Sent on to another service")


class AccessWay(LabelledEnum):
    """What she signs in with; never stored, the login itself is."""

    CARD = "card", _l("A code on a card")
    PHONE = "phone", _l("Her phone number")
