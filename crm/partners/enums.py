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


class StageReason(LabelledEnum):
    """Why a partner is paused or not going on: few enough to be counted, the rest is told in words."""

    NO_ANSWER = "no_answer", _l("Does not answer")
    NO_TIME = "no_time", _l("The owner has no time")
    OFF_SEASON = "off_season", _l("Not their season")
    SLOW_DOWN = "slow_down", _l("Business is slowing down")
    NO_MEANS = "no_means", _l("No means to hire")
    NO_NEED = "no_need", _l("Needs nobody now")
    NOT_INTERESTED = "not_interested", _l("Not interested")
    NEW_PEOPLE = "new_people", _l("The owner or the person we knew has changed")
    PROMISES_BROKEN = "promises_broken", _l("Promises were not kept")
    NOT_SAFE = "not_safe", _l("Not a good place for women")
    CLOSED = "closed", _l("Closed or moved away")
    OTHER = "other", _l("Something else")


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
