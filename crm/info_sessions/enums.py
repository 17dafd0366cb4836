"""Kinds and states of informational sessions, attendance, objections of owners (data/employer_objections.csv)."""

from typing import Any

from crm.i18n import LabelledEnum, _l


class SessionKind(LabelledEnum):
    INDIVIDUAL = "individual", _l("One company")
    SMALL_GROUP = "small_group", _l("Small group of companies")


class SessionState(LabelledEnum):
    PLANNED = "planned", _l("Planned")
    HELD = "held", _l("Held")
    NOT_HELD = "not_held", _l("Not held")
    CANCELLED = "cancelled", _l("Cancelled")


class NotHeldReason(LabelledEnum):
    """Why a session did not take place: few enough to be counted, the rest is told in words."""

    NO_TIME = "no_time", _l("The owner had no time")
    SEASON = "season", _l("Busy season in the shop")
    NO_ROAD = "no_road", _l("No power, or the road was closed")
    CHANGED_MIND = "changed_mind", _l("The owner no longer wanted it")
    WE_COULD_NOT = "we_could_not", _l("We could not come")
    NOBODY_THERE = "nobody_there", _l("Nobody was there")
    OTHER = "other", _l("Another reason")

    @classmethod
    def before_it(cls) -> list[tuple[str, Any]]:
        """Those a session can be called off for: nobody has stood at the door yet."""
        return [(value, label) for value, label in cls.choices() if value != cls.NOBODY_THERE.value]


class Attendance(LabelledEnum):
    INVITED = "invited", _l("Invited")
    CAME = "came", _l("Was there")
    ABSENT = "absent", _l("Did not come")
    SENT_SOMEBODY = "sent_somebody", _l("Sent somebody")


class Interest(LabelledEnum):
    HIGH = "high", _l("Very interested")
    SOME = "some", _l("Interested")
    NONE = "none", _l("Not interested")


class Topic(LabelledEnum):
    """What the half hour with an owner is about: what owners ask. Minutes and words for each: agenda.py."""

    CENTRE = "centre", _l("Who we are")
    WOMEN = "women", _l("Women near you")
    HOURS = "hours", _l("Hours and children")
    LAW = "law", _l("The law, and support of the state")
    TRIAL = "trial", _l("A few days to try")
    INTRODUCTION = "introduction", _l("How an introduction works")
    LOANS = "loans", _l("Loans for women who start a business")
    TOGETHER = "together", _l("Sending women to each other, events together")
    PROMISES = "promises", _l("What we promise each other")


class Objection(LabelledEnum):
    NO_TIME = "no_time", _l("No time to leave the business")
    NO_RESOURCES_TO_HIRE = "no_resources_to_hire", _l("No means to hire")
    SLOW_DOWN = "slow_down", _l("Business is slowing down")
    CONFLICTING_SCHEDULE = "conflicting_schedule", _l("Schedules do not fit")
    NO_NEW_PARTNERSHIPS = "no_new_partnerships", _l("No new partnerships now")
    WOMEN_NOT_SUITED = "women_not_suited", _l("“Not a job for women”")
    CHILDCARE_ABSENCE = "childcare_absence", _l("Afraid of absences because of children")
    NO_SKILLS = "no_skills", _l("Thinks women here lack skills")
    PAPERWORK = "paperwork", _l("Contracts and taxes are trouble")
    NO_TRUST_NGO = "no_trust_ngo", _l("Asks what we want from them")
