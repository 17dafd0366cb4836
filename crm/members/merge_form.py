"""Two records side by side: what only one says is taken, what both say differently a person chooses, field by field."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from wtforms import HiddenField, RadioField, TextAreaField
from wtforms.validators import InputRequired

from crm import forms
from crm.formats import day
from crm.forms import SelectChoice
from crm.i18n import _, _l
from crm.members.forms import MemberForm
from crm.members.merging import FIELDS
from crm.members.models import Member
from crm.web import field_text

ONE, OTHER, BOTH = "one", "other", "both"
SAFE = "take_safe"
PLEASE = _l("Please choose one of the two.")


@dataclass(frozen=True)
class Line:
    """One thing both records can say, as a person reads it."""

    name: str
    label: str
    one: str
    other: str
    long: bool

    @property
    def differs(self) -> bool:
        return bool(self.one and self.other and self.one != self.other)

    @property
    def said(self) -> str:
        return self.one or self.other


class MergeForm(forms.Form):
    """`versions`: both records as they were when the page was opened."""

    versions = HiddenField()
    lines: tuple[Line, ...] = ()


def merge_form(one: Member, other: Member) -> MergeForm:
    """`one` has the smaller number."""
    lines = tuple(_lines(one, other))
    asked: dict[str, Any] = {f"take_{line.name}": _choice(line, one, other) for line in lines if line.differs}
    if one.safe_contact and other.safe_contact:
        rules = [InputRequired(PLEASE)]  # nobody but a person decides how she is reached
        asked[SAFE] = RadioField(
            _l("How to reach her safely"), rules, choices=[SelectChoice(ONE, ONE), SelectChoice(OTHER, OTHER)]
        )
    made = type("MergeOfTwo", (MergeForm,), {**asked, "lines": lines})
    form: MergeForm = made(data={"versions": versions(one, other)})
    return form


def versions(one: Member, other: Member) -> str:
    return f"{one.version} {other.version}"


def chosen(form: MergeForm, one: Member, other: Member) -> dict[str, Any]:
    """Every field of the record that stays: as chosen, else what either of the two says."""
    values: dict[str, Any] = {}
    taken = {line.name: form[f"take_{line.name}"].data for line in form.lines if line.differs}
    for name in FIELDS:
        mine, theirs = getattr(one, name), getattr(other, name)
        match taken.get(name):
            case "one":
                values[name] = mine
            case "both":
                values[name] = f"{theirs}\n\n{mine}"
            case "other":
                values[name] = theirs
            case _:
                values[name] = mine if theirs is None or theirs == "" else theirs
    if SAFE in form:
        values["contact_note"] = (one if form[SAFE].data == ONE else other).contact_note
    return values


def safe_from(form: MergeForm, one: Member, other: Member) -> int | None:
    return {ONE: one.id, OTHER: other.id}.get(form[SAFE].data) if SAFE in form else None


def _lines(one: Member, other: Member) -> list[Line]:
    mine, theirs = MemberForm(formdata=None, obj=one), MemberForm(formdata=None, obj=other)
    return [
        Line(
            name=name,
            label=str(mine[name].label.text),
            one=_said(mine[name]),
            other=_said(theirs[name]),
            long=isinstance(mine[name], TextAreaField) or name == "contact_note",
        )
        for name in FIELDS
        if name in mine and not (name == "contact_note" and one.safe_contact and other.safe_contact)
    ]


def _said(field: Any) -> str:
    if isinstance(field.data, bool):
        return str(_("Yes") if field.data else _("No"))
    return (day(field.data) if isinstance(field.data, date) else field_text(field)).strip()


def _choice(line: Line, one: Member, other: Member) -> RadioField:
    """Nothing long is lost unless a person says so; of two days the earlier one; else what was written down last."""
    fits_both = line.long and len(line.one) + len(line.other) + 2 <= _longest(line.name)
    start = BOTH if fits_both else ONE if line.name == "joined_on" and one.joined_on < other.joined_on else OTHER
    offered = [(ONE, line.one), (OTHER, line.other), *([(BOTH, _("Keep both"))] if fits_both else [])]
    choices = [SelectChoice(value, text) for value, text in offered]
    return RadioField(line.label, [InputRequired(PLEASE)], choices=choices, default=start)


def _longest(name: str) -> int:
    return int(getattr(Member.__table__.columns[name].type, "length", 0) or 0)
