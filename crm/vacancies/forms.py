"""The shape of what is typed about a vacancy, its needs and its state."""

from typing import Any, ClassVar

from wtforms import RadioField, SelectField
from wtforms.validators import Optional, ValidationError

from crm import forms
from crm.forms import SelectChoice
from crm.i18n import _, _l, in_language
from crm.places.fields import place
from crm.skills import vocabulary
from crm.skills.queries import codes_to_ids
from crm.vacancies.enums import Hours, Importance
from crm.vacancies.models import Vacancy, VacancyNeed

REMOVED = "removed"
NOT_SAID = _l("not said")


def yes_no(label: Any) -> SelectField:
    """Yes, no or not said."""
    choices = [SelectChoice("", NOT_SAID), SelectChoice("yes", _l("Yes")), SelectChoice("no", _l("No"))]
    return SelectField(label, [Optional()], choices=choices, coerce=_as_answer)


def _as_answer(value: Any) -> bool | None:
    """Raises ValueError for anything that is no answer."""
    answers: dict[Any, bool | None] = {None: None, "": None, "None": None, "yes": True, "no": False}
    if isinstance(value, bool):
        return value
    if value not in answers:
        raise ValueError("neither yes nor no")
    return answers[value]


class _Terms:
    """What the owner offers; shared by the new form and the edit form."""

    title = forms.text(_l("Title"))
    text = forms.long_text(_l("What the owner says"), required=True)
    settlement_id = place(_l("Village or town"))
    openings = forms.whole(_l("How many women"), low=1, high=1000)
    hours = forms.choice(_l("Hours"), Hours, blank=NOT_SAID)
    weekly_hours = forms.whole(_l("Hours a week"), low=1, high=100)
    night = yes_no(_l("Works at night"))
    weekend = yes_no(_l("Works at the weekend"))
    transport_provided = yes_no(_l("The employer drives"))
    training_provided = yes_no(_l("Training on the job"))
    home_based = yes_no(_l("Work from home"))
    pay_min = forms.money(_l("Pay a month, from (AZN)"), high=99_999)
    pay_max = forms.money(_l("Pay a month, up to (AZN)"), high=99_999)

    validate_pay_max = forms.not_less_than("pay_min")


class NewVacancyForm(_Terms, forms.Form):
    """The partner and the text are enough; what is left empty is read from the text."""

    partner_id = forms.pick(_l("Partner"), required=True)


class VacancyForm(_Terms, forms.EditForm):
    title = forms.text(_l("Title"), required=True)
    openings = forms.whole(_l("How many women"), low=1, high=1000, required=True)


class ReasonForm(forms.Form):
    reason = forms.text(_l("Why"), required=True)


class WordingForm(forms.EditForm):
    text = forms.long_text(_l("The text as it will be published"), required=True)


class LetBeForm(forms.EditForm):
    reason = forms.text(_l("Why it stays as it is"), required=True)


class NeedsForm(forms.EditForm):
    """One choice for each need, made by `needs_form`; `add` takes words and finds their concepts."""

    need_fields: ClassVar[tuple[tuple[str, int], ...]] = ()
    add = forms.text(_l("Something else they need"))
    add_importance = forms.choice(_l("How important"), Importance, default=Importance.REQUIRED)

    def validate_add(self, field: Any) -> None:
        if not field.data:
            return
        words = vocabulary.current()
        self.added = [codes_to_ids()[found.concept] for found in words.resolve(field.data).concepts]
        if not self.added:
            near = ", ".join(found.label for found in words.suggest(field.data, 3))
            raise ValidationError(
                _("We do not know these words. Did you mean: %(near)s?", near=near)
                if near
                else _("We do not know these words. Try a simpler name of the work.")
            )

    def chosen(self) -> list[tuple[int, Importance]]:
        """Concept ids with their importance: those kept in their order, then what was added."""
        answers = [(concept_id, self[name].data) for name, concept_id in self.need_fields]
        kept = {concept_id: found for concept_id, answer in answers if (found := Importance.parse(answer))}
        for concept_id in getattr(self, "added", []):
            kept.setdefault(concept_id, self.add_importance.data)
        return list(kept.items())


def needs_form(vacancy: Vacancy, **arguments: Any) -> NeedsForm:
    """The form for the needs this vacancy has now."""
    fields = {f"need_{need.concept_id}": _importance_of(need) for need in vacancy.needs}
    named = tuple((f"need_{need.concept_id}", need.concept_id) for need in vacancy.needs)
    made = type("NeedsOfOne", (NeedsForm,), {**fields, "need_fields": named})
    form: NeedsForm = made(obj=vacancy, **arguments)
    return form


def _importance_of(need: VacancyNeed) -> RadioField:
    choices = [SelectChoice(value, label) for value, label in Importance.choices()]
    return RadioField(
        in_language(need.concept, "label"),
        [Optional()],
        choices=[*choices, SelectChoice(REMOVED, _l("Not needed"))],
        default=str(need.importance),
    )


def concepts_like(text: str) -> list[str]:
    """Names to choose from while somebody types."""
    return list(dict.fromkeys(found.label for found in vocabulary.current().suggest(text, 8))) if text else []
