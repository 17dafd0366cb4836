"""States of a referral, who declined and why, contracts and evidence of a placement."""

from crm.i18n import LabelledEnum, _l


class ReferralState(LabelledEnum):
    SUGGESTED = "suggested", _l("Suggested")
    ASKED = "asked", _l("Asked, waiting for her answer")
    AGREED = "agreed", _l("She agreed")
    INTRODUCED = "introduced", _l("Introduced")
    INTERVIEWED = "interviewed", _l("Interviewed")
    HIRED = "hired", _l("Hired")
    DECLINED = "declined", _l("Declined")
    OBSOLETE = "obsolete", _l("Found other work")


class DeclinedBy(LabelledEnum):
    MEMBER = "member", _l("By her")
    PARTNER = "partner", _l("By the employer")
    CENTRE = "centre", _l("By the centre")


class DeclineReason(LabelledEnum):
    HOURS = "hours", _l("The hours do not fit")
    DISTANCE = "distance", _l("Too far, or no transport")
    PAY = "pay", _l("The pay is too low")
    FAMILY = "family", _l("Family reasons")
    OTHER_WORK = "other_work", _l("Found other work")
    SKILLS = "skills", _l("Skills are missing")
    PLACE_TAKEN = "place_taken", _l("The place is taken")
    NO_ANSWER = "no_answer", _l("No answer came")
    OTHER = "other", _l("Another reason")


class ContractType(LabelledEnum):
    PERMANENT = "permanent", _l("Permanent contract")
    FIXED_TERM = "fixed_term", _l("Fixed-term contract")
    SEASONAL = "seasonal", _l("Seasonal work")
    SERVICE = "service", _l("Service contract")
    INFORMAL = "informal", _l("No written contract yet")


class Evidence(LabelledEnum):
    """How well a placement is proved, from weakest to strongest."""

    SHE_SAYS = "she_says", _l("She says so")
    EMPLOYER_CONFIRMS = "employer_confirms", _l("The employer confirms")
    DOCUMENT = "document", _l("E-contract or payroll seen")
