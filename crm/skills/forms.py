"""What is typed about the vocabulary: a concept, how people say it, what comes near, what unknown words mean."""

import re
from collections.abc import Iterable
from typing import Any, ClassVar

from wtforms import SelectField
from wtforms.validators import ValidationError

from crm import forms
from crm.forms import SelectChoice
from crm.i18n import LANGUAGES, _, _l, in_language
from crm.skills import vocabulary
from crm.skills.enums import ConceptKind, Learning
from crm.skills.fold import match_key
from crm.skills.groups import GROUPS, group_name
from crm.skills.models import Concept


def language(label: Any) -> SelectField:
    return SelectField(label, choices=[SelectChoice(code, name) for code, (name, _short) in LANGUAGES.items()])


class FormForm(forms.Form):
    """One more way to say a concept."""

    text = forms.text(_l("How people say it"), required=True, longest=100)
    language = language(_l("Language"))

    def validate_text(self, field: Any) -> None:
        if not match_key(field.data or ""):
            raise ValidationError(_("Letters, please."))


class AttachForm(forms.Form):
    """`concept_code` comes from a proposal's button, `named` from the text field."""

    concept_code = forms.text(_l("Skill"), longest=60)
    named = forms.text(_l("Another skill"))
    language = language(_l("Language"))
    code: str = ""

    def number(self, phrase_id: int) -> None:
        """Many of these stand on one page: each field needs an id of its own."""
        self.named.id = self.named.label.field_id = f"named-{phrase_id}"

    def validate(self, extra_validators: Any = None) -> bool:
        valid: bool = super().validate(extra_validators)
        if not valid:
            return False
        found = vocabulary.meant(self.named.data or "")
        self.code = self.concept_code.data or (found[0].concept if found else "")
        if self.code:
            return True
        typed = self.named.data
        self.named.errors = [vocabulary.did_you_mean(typed) if typed else _("Please choose a skill or type its name.")]
        return False


ISCO = re.compile(r"\d{1,4}(?:[-., /]+\d{1,4})*")


class _Concept:
    """What a concept is. One name is enough; where another language has none, the Azerbaijani one is shown."""

    label_az = forms.text(_l("Name in Azerbaijani"), required=True, longest=100)
    label_ru = forms.text(_l("Name in Russian"), longest=100)
    label_en = forms.text(_l("Name in English"), longest=100)
    kind = forms.choice(_l("Kind"), ConceptKind, required=True, default=ConceptKind.SKILL)
    group = SelectField(_l("Field of work"), choices=lambda: [SelectChoice(*pair) for pair in GROUPS.items()])
    learning = forms.choice(_l("How one comes by it"), Learning, required=True, default=Learning.ORDINARY)
    isco = forms.text(_l("ISCO-08 code"), longest=40)
    own_code = ""

    def of(self, concept: Concept) -> None:
        """Its own names are no mistake; a field of work of another vocabulary stays possible."""
        self.own_code = concept.code
        if concept.group not in GROUPS:
            self.group.choices = [*self.group.choices, SelectChoice(concept.group, group_name(concept.group))]  # type: ignore[misc]

    def validate_label_az(self, field: Any) -> None:
        self._is_new(field)

    def validate_label_ru(self, field: Any) -> None:
        self._is_new(field)

    def validate_label_en(self, field: Any) -> None:
        self._is_new(field)

    def validate_isco(self, field: Any) -> None:
        if field.data and not ISCO.fullmatch(field.data):
            raise ValidationError(_("Four digits, please, such as 7531."))

    def _is_new(self, field: Any) -> None:
        if not field.data:
            return
        if not match_key(field.data):
            raise ValidationError(_("Letters, please."))
        same = [
            one for one in vocabulary.suggested(field.data, 3) if one.via == "exact" and one.concept != self.own_code
        ]
        if same:
            raise ValidationError(_("Something else is called so already: %(name)s.", name=same[0].label))


class NewConceptForm(_Concept, forms.Form):
    pass


class ConceptEditForm(_Concept, forms.EditForm):
    pass


class WordsForm(forms.EditForm):
    """What is ticked is understood."""

    az = forms.pick_many(LANGUAGES["az"][0])
    ru = forms.pick_many(LANGUAGES["ru"][0])
    en = forms.pick_many(LANGUAGES["en"][0])

    def prefill(self, concept: Concept) -> None:
        for code in LANGUAGES:
            self[code].data = [one.id for one in concept.forms if one.language == code and one.active]

    def of(self, concept: Concept) -> None:
        for code in LANGUAGES:
            forms.offer(self[code], [(one.id, one.text) for one in concept.forms if one.language == code])
        if not self.is_submitted():
            self.prefill(concept)

    def validate(self, extra_validators: Any = None) -> bool:
        if not super().validate(extra_validators):
            return False
        if not self.active_ids():
            self.az.errors = [_("At least one way to say it has to stay.")]
        return bool(self.active_ids())

    def active_ids(self) -> set[int]:
        return {form_id for code in LANGUAGES for form_id in self[code].data or ()}


class NeighboursForm(forms.EditForm):
    """A percentage for each neighbour it has, made by `neighbours_form`; `add` finds another one."""

    weight_fields: ClassVar[tuple[tuple[str, int], ...]] = ()
    add = forms.text(_l("Another skill"))
    add_weight = forms.whole(_l("How far it counts, in percent"), low=0, high=100, default=50)
    both = forms.yes(_l("And the other way round"), default=True)
    code: str = ""

    def validate_add(self, field: Any) -> None:
        found = vocabulary.meant(field.data)
        if not found:
            raise ValidationError(vocabulary.did_you_mean(field.data))
        self.code = found[0].concept

    def weights(self) -> dict[int, float]:
        return {concept_id: (self[name].data or 0) / 100 for name, concept_id in self.weight_fields}


def neighbours_form(concept: Concept, neighbours: Iterable[tuple[Concept, float]]) -> NeighboursForm:
    fields: dict[str, Any] = {}
    for other, weight in neighbours:
        label = in_language(other, "label")
        fields[f"weight_{other.id}"] = forms.whole(label, low=0, high=100, default=round(weight * 100))
    named = tuple((name, int(name.removeprefix("weight_"))) for name in fields)
    made = type("NeighboursOfOne", (NeighboursForm,), {**fields, "weight_fields": named})
    form: NeighboursForm = made(obj=concept)
    return form


class MergeForm(forms.EditForm):
    """`into` names the concept that stays, `code` is it once it was found."""

    into = forms.text(_l("The skill that stays"), required=True)
