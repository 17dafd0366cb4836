"""Words for parts, breakdowns and groups of a figure."""

from typing import Any

from flask_babel.speaklater import LazyString

from crm.i18n import LabelledEnum, _l
from crm.members.enums import Education, Seeking
from crm.partners.enums import CommitmentKind, Registration, Sector

#: Routes as sentences: what brought her the better livelihood.
PARTS: dict[str, LazyString] = {
    "own_startup": _l("own start-up"),
    "hired_by_startup": _l("hired by a start-up"),
    "job_fair": _l("through a job fair"),
    "referral": _l("introduced by the centre"),
    "persons": _l("women"),
    "attendances": _l("attendances"),
    "sessions": _l("sessions"),
    "companies": _l("companies visited"),
    "kept": _l("kept in time"),
    "due": _l("due"),
    "employers": _l("employers"),
    "vacancies": _l("places offered"),
    "slips": _l("referral slips"),
    "interviews": _l("interviews"),
    "hires": _l("women hired"),
    "grants": _l("grants"),
    "azn": _l("AZN"),
}

DIMENSIONS: dict[str, LazyString] = {
    "centre": _l("Centre"),
    "rayon": _l("Rayon"),
    "age_band": _l("Age"),
    "urban_rural": _l("Town or village"),
    "route": _l("Way"),
    "sector": _l("Sector"),
    "registration": _l("Registration"),
    "kind": _l("Kind"),
}

_VALUES: dict[str, LazyString] = {
    "unknown": _l("not known"),
    "up_to_24": _l("up to 24"),
    "25_34": _l("25 to 34"),
    "35_44": _l("35 to 44"),
    "45_54": _l("45 to 54"),
    "55_and_over": _l("55 and over"),
    "urban": _l("town"),
    "rural": _l("village"),
    "beyond": _l("further down"),
    "fits": _l("Fits"),
    "needs_help": _l("Needs help"),
    "does_not_fit": _l("Does not fit"),
}

_ENUMS: dict[str, type[LabelledEnum]] = {
    "sector": Sector,
    "registration": Registration,
    "kind": CommitmentKind,
    "education": Education,
    "seeking": Seeking,
}

GROUPS: dict[str, LazyString] = {
    "never_suggested": _l("women seek work and were never suggested for an opening"),
    "long_waiting": _l("women without work and without a new suggestion for 60 days"),
    "openings_without_anybody": _l("open vacancies without a single woman suggested"),
    "partners_without_session": _l("companies and banks without an informational session"),
    "not_in_reports": _l("women are in no report: they have not agreed, or nobody has asked them yet"),
}


def value_label(dimension: str, value: str) -> Any:
    """A value of a breakdown in the reader's words; names of centres and rayons stay as they are."""
    enum = _ENUMS.get(dimension)
    known = enum.parse(value) if enum else None
    return known.label if known else _VALUES.get(value) or PARTS.get(value) or value
