"""The profile in steps, as a conversation goes: which step holds which fields, and what is still to ask. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from crm.i18n import LabelledEnum, _l
from crm.members.enums import Seeking
from crm.members.models import Member


class Step(LabelledEnum):
    """In the order in which a woman is asked."""

    PERSON = "person", _l("Herself")
    PLACE = "place", _l("Where she lives")
    REACH = "reach", _l("How to reach her")
    CAN = "can", _l("What she can")
    WANTS = "wants", _l("What she wants")
    HINDERS = "hinders", _l("What stands in the way")
    BUSINESS = "business", _l("Her business")


#: Each in the order in which it stands on the page.
FIELDS: dict[Step, tuple[str, ...]] = {
    Step.PERSON: (
        "first_name", "last_name", "father_name", "birth_year", "education", "occupation", "joined_on", "reference",
    ),
    Step.PLACE: ("settlement_id", "transport", "max_distance_km"),
    Step.REACH: ("phone", "email", "contact_note"),
    Step.CAN: ("skills_text", "experience_text", "experience_years"),
    Step.WANTS: ("seeking", "wish_text", "availability", "night_ok", "weekend_ok", "min_pay"),
    Step.HINDERS: ("needs_childcare", "constraints_text"),
    Step.BUSINESS: ("idea_text", "equipment_text", "requested_azn"),
}  # fmt: skip
#: A step counts as talked about once one of these is known; a step that is not named, once any field of it is.
TELLING: dict[Step, tuple[str, ...]] = {
    Step.PERSON: ("birth_year", "education", "occupation"),
    Step.PLACE: ("settlement_id",),
    Step.WANTS: ("wish_text", "availability", "min_pay", "night_ok", "weekend_ok"),
}


@dataclass(frozen=True)
class Progress:
    """Her steps in order, and those of them that were talked about."""

    steps: Sequence[Step]
    done: frozenset[Step]

    @property
    def next(self) -> Step | None:
        """The first step nobody talked about with her yet."""
        return next((step for step in self.steps if step not in self.done), None)

    def number(self, step: Step) -> int:
        return self.steps.index(step) + 1

    def after(self, step: Step) -> Step | None:
        place = self.number(step)
        return self.steps[place] if place < len(self.steps) else None


def progress(member: Member, asked_for: Step | None = None) -> Progress:
    """A woman who looks for work alone is not asked about a business, unless that page was `asked_for`."""
    steps = [step for step in Step if step in (asked_for, *_of_hers(member))]
    return Progress(steps, frozenset(step for step in steps if _is_known(member, step)))


def _of_hers(member: Member) -> Sequence[Step]:
    business = member.seeking != Seeking.JOB or bool(member.idea_text)
    return [step for step in Step if business or step != Step.BUSINESS]


def _is_known(member: Member, step: Step) -> bool:
    return any(getattr(member, name) not in (None, "") for name in TELLING.get(step, FIELDS[step]))
