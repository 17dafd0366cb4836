"""The base form and shared fields: stripped, bounded, safe for the database. Slices keep their own forms."""

import re
import uuid
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, overload
from zoneinfo import ZoneInfo

from flask_babel import get_domain
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    DateTimeLocalField,
    DecimalField,
    EmailField,
    Field,
    HiddenField,
    IntegerField,
    SelectField,
    SelectMultipleField,
    StringField,
    TelField,
    TextAreaField,
)
from wtforms.fields import SelectChoice as SelectChoice  # type: ignore[attr-defined]  # newer than the published types
from wtforms.validators import InputRequired, Length, Optional, ValidationError
from wtforms.widgets import HiddenInput

from crm.i18n import LabelledEnum, _, _l

BAKU = ZoneInfo("Asia/Baku")
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

#: The texts WTForms itself may show; named here so that the catalogue has them.
WTFORMS_TEXTS = (
    _l("This field is required."),
    _l("Not a valid integer value."),
    _l("Not a valid decimal value."),
    _l("Not a valid date value."),
    _l("Not a valid datetime value."),
    _l("Not a valid time value."),
    _l("Not a valid choice."),
    _l("'%(value)s' is not a valid choice for this field."),
    _l("Invalid Choice: could not coerce."),
    _l("The CSRF token is missing."),
    _l("The CSRF token is invalid."),
    _l("The CSRF session token is missing."),
    _l("The CSRF tokens do not match."),
)


class _Catalogue:
    """WTForms' own texts come from our catalogue: WTForms has no Azerbaijani."""

    def gettext(self, text: str) -> str:
        return str(get_domain().get_translations().ugettext(text))

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        # Not flask_babel.ngettext: it would fill in %(num)d itself, and WTForms fills in its own names afterwards.
        return str(get_domain().get_translations().ungettext(singular, plural, number))


class Form(FlaskForm):
    """The base of every form that changes something. `client_key` makes a second sending harmless."""

    client_key = HiddenField(default=lambda: uuid.uuid4().hex)

    class Meta(FlaskForm.Meta):
        def get_translations(self, form: Any) -> _Catalogue:
            return _Catalogue()

    def values(self, *leave_out: str) -> dict[str, Any]:
        """What was typed, by field name, without the hidden fields: ready for an operation's keywords."""
        hidden = {"csrf_token", "client_key", "version", *leave_out}
        return {name: value for name, value in self.data.items() if name not in hidden}


def blank_form() -> Form:
    """For one more small form on a page: each has its own key against double clicks. Every template may call it."""
    return Form(formdata=None)


class EditForm(Form):
    """A form on an existing record; `version` tells when somebody else saved it meanwhile (web.check_version)."""

    version = IntegerField(
        widget=HiddenInput(), filters=[lambda value: value if value is None or abs(value) < 2**31 else -1]
    )


def clean(text: str | None) -> str | None:
    """Trims and removes what no database or page can hold: control characters, lone surrogates."""
    return CONTROL.sub("", text.replace("\r\n", "\n")).strip() if isinstance(text, str) else text


def one_line(text: str | None) -> str | None:
    """`clean`, on a single line."""
    cleaned = clean(text)
    return re.sub(r"\s*\n\s*", " ", cleaned) if cleaned else cleaned


def _need(required: bool) -> InputRequired | Optional:
    return InputRequired(_l("Please fill this in.")) if required else Optional()


def not_blank(form: Any, field: Field) -> None:
    """Spaces are not an answer."""
    if not (field.data or "").strip():
        raise ValidationError(_("Please fill this in."))


def at_most(longest: int) -> Length:
    return Length(max=longest, message=_l("At most %(max)d characters, please."))


def _text_rules(required: bool, longest: int) -> list[Any]:
    rules: list[Any] = [_need(required), at_most(longest)]
    return [*rules, not_blank] if required else rules


def text(label: Any, *, required: bool = False, longest: int = 200, **more: Any) -> StringField:
    return StringField(label, _text_rules(required, longest) + more.pop("rules", []), filters=[one_line], **more)


def long_text(label: Any, *, required: bool = False, longest: int = 5000, **more: Any) -> TextAreaField:
    return TextAreaField(label, _text_rules(required, longest) + more.pop("rules", []), filters=[clean], **more)


def phone(label: Any, *, required: bool = False, **more: Any) -> TelField:
    return TelField(label, [_need(required), at_most(40), is_phone], filters=[one_line], **more)


def email(label: Any, *, required: bool = False, **more: Any) -> EmailField:
    return EmailField(label, [_need(required), at_most(200), is_email], filters=[one_line], **more)


def whole(label: Any, *, low: int = 0, high: int = 1_000_000, required: bool = False, **more: Any) -> IntegerField:
    return IntegerField(label, [_need(required), between(low, high)], **more)


class FiniteDecimalField(DecimalField):
    """Decimal reads "NaN" and "Infinity" as numbers; no rule of a form could compare them."""

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata(valuelist)
        if self.data is not None and not self.data.is_finite():
            self.data = None
            raise ValueError(self.gettext("Not a valid decimal value."))


def money(label: Any, *, high: int = 1_000_000, required: bool = False, **more: Any) -> DecimalField:
    """AZN with two decimals."""
    return FiniteDecimalField(label, [_need(required), between(0, high)], places=2, **more)


def day(label: Any, *, required: bool = False, **more: Any) -> DateField:
    return DateField(label, [_need(required), in_our_time], **more)


def moment(label: Any, *, required: bool = False, **more: Any) -> DateTimeLocalField:
    """Date and time as shown on a clock in Baku; `aware()` gives the moment itself."""
    formats = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]
    return DateTimeLocalField(label, [_need(required), in_our_time], format=formats, **more)


def choice(
    label: Any, enum: type[LabelledEnum], *, required: bool = False, blank: Any = None, **more: Any
) -> SelectField:
    """One member of an enum, or None where a blank choice is offered."""
    choices = ([SelectChoice("", blank)] if blank is not None else []) + [SelectChoice(v, t) for v, t in enum.choices()]
    return SelectField(label, [_need(required)], choices=choices, coerce=lambda value: _member(enum, value), **more)


def _member(enum: type[LabelledEnum], value: Any) -> LabelledEnum | None:
    """None only for the blank choice; raises ValueError for a word that is no member."""
    if value in (None, "", "None"):
        return None
    member = enum.parse(value)
    if member is None:
        raise ValueError("no such choice")
    return member


def pick(label: Any, *, required: bool = False, **more: Any) -> SelectField:
    """One record by id; the view sets the choices with `offer`."""
    return SelectField(label, [_need(required)], choices=[], coerce=record_id, **more)


def pick_many(label: Any, **more: Any) -> SelectMultipleField:
    return SelectMultipleField(label, [Optional()], choices=[], coerce=record_id, **more)


def offer(field: Any, pairs: Iterable[tuple[int, Any]], blank: Any = None) -> None:
    """Sets the records a `pick` offers: (id, text) pairs, with an empty first choice where `blank` is given."""
    start = [SelectChoice("", blank)] if blank is not None else []
    field.choices = start + [SelectChoice(key, label) for key, label in pairs]


def yes(label: Any, **more: Any) -> BooleanField:
    return BooleanField(label, **more)


def hidden_text(**more: Any) -> HiddenField:
    """What the page carries along."""
    return HiddenField("", [Optional(), at_most(1000)], filters=[one_line], **more)


def record_id(value: Any) -> int | None:
    """A positive id that a database can hold, or None for the blank choice. Raises ValueError otherwise."""
    if value in (None, "", "None"):
        return None
    number = int(value)
    if not 0 < number < 2**31:
        raise ValueError("no such id")
    return number


def between(low: int, high: int) -> Callable[[Any, Field], None]:
    def check(form: Any, field: Field) -> None:
        data: int | Decimal | None = field.data
        if data is None:
            return
        if not low <= data <= high:
            raise ValidationError(_("A number from %(low)s to %(high)s, please.", low=low, high=high))

    return check


def not_less_than(lower: str) -> Callable[[Any, Field], None]:
    """For the upper of two amounts; `lower` is the name of the other field."""

    def check(form: Any, field: Field) -> None:
        low = form[lower].data
        if field.data is not None and low is not None and low > field.data:
            raise ValidationError(_("This is less than the lower amount."))

    return check


def in_our_time(form: Any, field: Field) -> None:
    data: date | datetime | None = field.data
    as_day = data.date() if isinstance(data, datetime) else data
    if as_day is not None and not EARLIEST <= as_day <= LATEST:
        raise ValidationError(_("Please check the year."))


def is_email(form: Any, field: Field) -> None:
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(field.data or "", check_deliverability=False)
    except EmailNotValidError as wrong:
        raise ValidationError(_("This does not look like an e-mail address.")) from wrong


def is_phone(form: Any, field: Field) -> None:
    if len(re.sub(r"\D", "", field.data or "")) < 5:
        raise ValidationError(_("This does not look like a phone number."))


@overload
def aware(local: datetime) -> datetime: ...


@overload
def aware(local: None) -> None: ...


def aware(local: datetime | None) -> datetime | None:
    """The moment of a clock time in Baku."""
    return None if local is None else local.replace(tzinfo=BAKU)


def on_the_clock(moment: datetime | None) -> datetime | None:
    """A moment as the clock in Baku shows it, for the field of a form."""
    return None if moment is None else moment.astimezone(BAKU).replace(tzinfo=None)


def clock_time(text: str) -> datetime | None:
    """A clock time as an address or a form writes it, 2026-01-12T10:00; None for anything else."""
    try:
        return datetime.strptime(text[:16], "%Y-%m-%dT%H:%M")
    except ValueError:
        return None


def today() -> date:
    return datetime.now(BAKU).date()


def start_of_day(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, tzinfo=BAKU)


def end_of_day(on: date) -> datetime:
    return start_of_day(on) + timedelta(days=1)
