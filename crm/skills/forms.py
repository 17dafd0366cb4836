"""What is typed about the vocabulary: another way to say a concept, what unknown words mean."""

from typing import Any

from wtforms import SelectField
from wtforms.validators import ValidationError

from crm import forms
from crm.forms import SelectChoice
from crm.i18n import LANGUAGES, _, _l
from crm.skills import vocabulary
from crm.skills.fold import match_key


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
