"""What is typed about a member: few fields to register her, all of them to correct, her skills one by one."""

from collections.abc import Sequence
from typing import Any, ClassVar

from flask_wtf.file import FileField
from wtforms import SelectField
from wtforms.validators import Optional, ValidationError

from crm import forms
from crm.forms import SelectChoice, today
from crm.i18n import _, _l, in_language
from crm.members.enums import (
    AccessWay,
    Availability,
    Category,
    ConceptRole,
    ConsentManner,
    Education,
    Occupation,
    Purpose,
    Seeking,
    ServiceKind,
    Transport,
)
from crm.members.models import Member, MemberConcept
from crm.places.fields import place
from crm.skills import vocabulary

NOT_ASKED = _l("not asked yet")
REMOVED = "removed"
LEVELS = ((1, _l("A little")), (2, _l("Ordinary")), (3, _l("Good")))
YOUNGEST = 14


def yes_no(label: Any) -> SelectField:
    """Yes, no, or nobody asked her: that neither helps nor hurts her."""
    choices = [SelectChoice("", NOT_ASKED), SelectChoice("yes", _l("Yes")), SelectChoice("no", _l("No"))]
    return SelectField(label, [Optional()], choices=choices, coerce=_as_answer)


def _as_answer(value: Any) -> bool | None:
    """Raises ValueError for anything that is no answer."""
    answers: dict[Any, bool | None] = {None: None, "": None, "None": None, "yes": True, "no": False}
    if isinstance(value, bool):
        return value
    if value not in answers:
        raise ValueError("neither yes nor no")
    return answers[value]


class _Basics:
    """What is asked first; shared by the new form and the edit form."""

    first_name = forms.text(_l("First name"), required=True, longest=100)
    last_name = forms.text(_l("Last name"), longest=100)
    phone = forms.phone(_l("Phone"))
    contact_note = forms.text(_l("How to reach her safely"), longest=500)
    settlement_id = place(_l("Village or town"))
    seeking = forms.choice(_l("What she looks for"), Seeking, default=Seeking.JOB)
    skills_text = forms.long_text(_l("What she can do"))
    wish_text = forms.long_text(_l("What she wishes"), longest=2000)


class NewMemberForm(_Basics, forms.Form):
    """Her first name is enough; the rest is asked when there is time."""

    centre_id = forms.pick(_l("Centre"), required=True)
    agreed = forms.choice(_l("Does she agree that the centre keeps this?"), ConsentManner, blank=_l("Not asked yet"))
    in_reports = forms.yes(_l("She also agrees to be counted in reports, without her name"))


class MemberForm(_Basics, forms.EditForm):
    father_name = forms.text(_l("Father's name"), longest=100)
    birth_year = forms.whole(_l("Year of birth"), low=1900, high=2100)
    reference = forms.text(_l("Number in your papers"), longest=40)
    joined_on = forms.day(_l("With us since"))
    email = forms.email(_l("E-mail"))
    education = forms.choice(_l("Education"), Education, blank=NOT_ASKED)
    occupation = forms.choice(_l("What she does now"), Occupation, blank=NOT_ASKED)
    experience_text = forms.long_text(_l("What she has worked as"))
    experience_years = forms.whole(_l("Years of experience"), high=80)
    availability = forms.choice(_l("When she can work"), Availability, blank=NOT_ASKED)
    night_ok = yes_no(_l("Can work at night"))
    weekend_ok = yes_no(_l("Can work at the weekend"))
    needs_childcare = yes_no(_l("Needs somebody to look after her children"))
    transport = forms.choice(_l("How she gets about"), Transport, blank=NOT_ASKED)
    max_distance_km = forms.whole(_l("How far she can go (km)"), high=500)
    min_pay = forms.whole(_l("Least pay a month (AZN)"), high=99_999)
    constraints_text = forms.long_text(_l("In her own words"), longest=2000)
    idea_text = forms.long_text(_l("Her idea"))
    equipment_text = forms.text(_l("Equipment she needs"), longest=1000)
    requested_azn = forms.whole(_l("What it costs (AZN)"))

    def validate_birth_year(self, field: Any) -> None:
        if field.data is not None and field.data > today().year - YOUNGEST:
            raise ValidationError(_("Please check the year."))


class ConceptsForm(forms.EditForm):
    """One choice for each concept she has, made by `concepts_form`; `add` finds more in the vocabulary."""

    concept_fields: ClassVar[tuple[tuple[str, int], ...]] = ()
    add = forms.text(_l("Add something she can or wishes"))
    add_role = forms.choice(_l("Can she do it, or does she wish it?"), ConceptRole, default=ConceptRole.SKILL)
    codes: Sequence[str] = ()

    def validate_add(self, field: Any) -> None:
        self.codes = [found.concept for found in vocabulary.meant(field.data)]
        if not self.codes:
            raise ValidationError(vocabulary.did_you_mean(field.data))

    def levels(self) -> dict[int, int | None]:
        kept = {row_id: self[name].data for name, row_id in self.concept_fields if self[name].data != REMOVED}
        return {row_id: int(level) if level else None for row_id, level in kept.items()}

    def removed(self) -> set[int]:
        return {row_id for name, row_id in self.concept_fields if self[name].data == REMOVED}


def concepts_form(member: Member, **arguments: Any) -> ConceptsForm:
    """The form for the concepts this member has now."""
    fields = {f"concept_{row.id}": _level_of(row) for row in member.concepts}
    named = tuple((f"concept_{row.id}", row.id) for row in member.concepts)
    made = type("ConceptsOfOne", (ConceptsForm,), {**fields, "concept_fields": named})
    form: ConceptsForm = made(obj=member, **arguments)
    return form


def _level_of(row: MemberConcept) -> SelectField:
    levels = [SelectChoice(str(number), label) for number, label in LEVELS] if row.role == ConceptRole.SKILL else []
    start = SelectChoice("", _l("level not asked") if levels else _l("yes, she wishes it"))
    return SelectField(
        in_language(row.concept, "label"),
        [Optional()],
        choices=[start, *levels, SelectChoice(REMOVED, _l("Read wrongly: take it away"))],
        default=str(row.level or ""),
    )


class ServiceForm(forms.Form):
    kind = forms.choice(_l("What the centre did for her"), ServiceKind, required=True, blank=_l("Choose"))
    given_on = forms.day(_l("Day"), required=True, default=today)
    note = forms.text(_l("Note"), longest=500)

    def validate_given_on(self, field: Any) -> None:
        if field.data and field.data > today():
            raise ValidationError(_("This day is still to come."))


class ConsentForm(forms.Form):
    """What she agrees to. A partner belongs to sharing, and only to it."""

    purpose = forms.choice(_l("To what she agrees"), Purpose, required=True)
    partner_id = forms.pick(_l("Shown to which partner"))
    manner = forms.choice(_l("How she agreed"), ConsentManner, required=True, blank=_l("Choose"))
    paper = FileField(_l("The signed paper: a scan or a photo"))
    typed_name = forms.text(_l("On the screen: she types her name herself"), longest=200)
    witness = forms.text(_l("By phone: who heard her say it"), longest=200)
    valid_until = forms.day(_l("Until"))

    def validate(self, extra_validators: Any = None) -> bool:
        valid: bool = super().validate(extra_validators)
        if valid and self.purpose.data == Purpose.SHARING and not self.partner_id.data:
            self.partner_id.errors = [_("Please choose the partner.")]
            return False
        if valid and self.manner.data == ConsentManner.PHONE and not self.witness.data:
            self.witness.errors = [_("Please name who heard her say it.")]
            return False
        return valid

    def validate_valid_until(self, field: Any) -> None:
        if field.data and field.data < today():
            raise ValidationError(_("This day is over already."))


class PreviewForm(forms.Form):
    partner_id = forms.pick(_l("Through whose eyes"))


class WithdrawForm(forms.Form):
    purpose = forms.choice(_l("What she takes back"), Purpose, required=True)
    partner_id = forms.pick(_l("Partner"))


class SpecialNoteForm(forms.Form):
    category = forms.choice(_l("What it is about"), Category, required=True, blank=_l("Choose"))
    text = forms.long_text(_l("Note"), required=True)


class SpecialNoteEditForm(forms.EditForm):
    text = forms.long_text(_l("Note"), required=True)


class RevealForm(forms.Form):
    reason = forms.text(_l("Why do you need to read it?"), required=True)


class AccessForm(forms.Form):
    """What she signs in with: her phone number, or a code on a card where the phone is not hers alone."""

    way = forms.choice(_l("What she signs in with"), AccessWay, required=True, default=AccessWay.CARD)
