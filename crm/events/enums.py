"""Kinds of event and what became of a participant."""

from crm.i18n import LabelledEnum, _l


class EventKind(LabelledEnum):
    TRAINING = "training", _l("Training")
    WORKSHOP = "workshop", _l("Workshop")
    AWARENESS = "awareness", _l("Awareness meeting")
    JOB_FAIR = "job_fair", _l("Job fair")


class Participation(LabelledEnum):
    REGISTERED = "registered", _l("Signed up")
    CAME = "came", _l("Was there")
    ABSENT = "absent", _l("Did not come")
