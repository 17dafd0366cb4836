"""Kinds, stages, sizes and promises of partners."""

from crm.i18n import LabelledEnum, _l


class PartnerKind(LabelledEnum):
    COMPANY = "company", _l("Company")
    BANK = "bank", _l("Bank")
    PUBLIC_BODY = "public_body", _l("Public body")
    NGO = "ngo", _l("NGO")
    STARTUP = "startup", _l("Start-up")


class Sector(LabelledEnum):
    AGRICULTURE = "agriculture", _l("Agriculture")
    FOOD = "food", _l("Food processing")
    FISHERY = "fishery", _l("Fishery")
    TEXTILE = "textile", _l("Textile and sewing")
    RETAIL = "retail", _l("Shops")
    HOSPITALITY = "hospitality", _l("Cafés and hotels")
    SERVICES = "services", _l("Services")
    BEAUTY = "beauty", _l("Beauty")
    CRAFTS = "crafts", _l("Crafts")
    INDUSTRY = "industry", _l("Industry")
    FINANCE = "finance", _l("Finance")
    HEALTH = "health", _l("Health")
    EDUCATION = "education", _l("Education")
    TRANSPORT = "transport", _l("Transport")
    DIGITAL = "digital", _l("Digital work")
    CIVIL_SOCIETY = "civil_society", _l("Civil society")
    PUBLIC = "public", _l("Public administration")
    OTHER = "other", _l("Other")


class Size(LabelledEnum):
    MICRO = "micro", _l("Up to 10 people")
    SMALL = "small", _l("11 to 50 people")
    MEDIUM = "medium", _l("51 to 250 people")
    LARGE = "large", _l("More than 250 people")


class Stage(LabelledEnum):
    """From first contact to partnership after the first hire; paused and lost carry a reason."""

    PROSPECT = "prospect", _l("To be contacted")
    CONTACTED = "contacted", _l("Contacted")
    SESSION_PLANNED = "session_planned", _l("Session planned")
    SESSION_HELD = "session_held", _l("Session held")
    COMMITTED = "committed", _l("Promised something")
    AGREEMENT = "agreement", _l("Agreement signed")
    HIRING = "hiring", _l("Hiring")
    PARTNER = "partner", _l("Partner after the first hire")
    PAUSED = "paused", _l("Paused")
    LOST = "lost", _l("Not going on")


class Registration(LabelledEnum):
    NOT_REGISTERED = "not_registered", _l("Not registered")
    IN_PROCESS = "in_process", _l("Registration under way")
    REGISTERED = "registered", _l("Registered")


class Channel(LabelledEnum):
    PHONE = "phone", _l("Phone call")
    WHATSAPP = "whatsapp", _l("WhatsApp")
    SMS = "sms", _l("SMS")
    EMAIL = "email", _l("E-mail")
    VISIT = "visit", _l("Visit")


class CommitmentKind(LabelledEnum):
    VACANCY = "vacancy", _l("Vacancy")
    TRAINEE_PLACE = "trainee_place", _l("Trainee place")
    LOAN = "loan", _l("Loan")
    GRANT = "grant", _l("Grant")
    EQUIPMENT = "equipment", _l("Equipment")
    PURCHASE = "purchase", _l("Purchase from women")
    SUPPLY = "supply", _l("Supply to women")
    MENTORING = "mentoring", _l("Mentoring")
    VENUE = "venue", _l("Room for meetings")
    OTHER = "other", _l("Something else")


class CommitmentState(LabelledEnum):
    OPEN = "open", _l("Open")
    KEPT = "kept", _l("Kept")
    NOT_KEPT = "not_kept", _l("Not kept")
