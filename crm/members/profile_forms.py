"""The form of each step of the profile: the same fields as in the form that holds all of them."""

from typing import Any

from crm.forms import EditForm
from crm.members.forms import MemberForm
from crm.members.models import Member
from crm.members.profile_steps import FIELDS, Step

#: Checks that belong to a field go with it.
_CHECK = "validate_{}"


def _form_of(step: Step) -> type[EditForm]:
    parts: dict[str, Any] = {name: getattr(MemberForm, name) for name in FIELDS[step]}
    checks = {_CHECK.format(name): getattr(MemberForm, _CHECK.format(name), None) for name in FIELDS[step]}
    return type(f"{step.name.title()}Step", (EditForm,), parts | {name: one for name, one in checks.items() if one})


FORMS: dict[Step, type[EditForm]] = {step: _form_of(step) for step in Step}


def step_form(step: Step, member: Member) -> EditForm:
    """Filled with what is stored, or with what was sent."""
    return FORMS[step](obj=member)
