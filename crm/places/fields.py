"""The form field for a village or town: typed by name with suggestions, its data is the settlement's id."""

from collections.abc import Sequence
from typing import Any

from flask import url_for
from markupsafe import Markup
from wtforms import StringField
from wtforms.validators import InputRequired, Optional, ValidationError
from wtforms.widgets import TextInput

from crm.forms import one_line
from crm.i18n import _, _l
from crm.places import queries
from crm.places.names import label

#: More than the longest label; what is longer is no place.
LONGEST = 200
#: How many settlements an error names.
NAMED = 5


class PlaceInput(TextInput):
    """A text input with a list of suggestions that htmx fills while one types. Without scripts it is a text input."""

    def __call__(self, field: Any, **kwargs: Any) -> Markup:
        list_id = f"{field.id}-places"
        asks = {
            "list": list_id,
            "autocomplete": "off",
            "maxlength": LONGEST,
            "hx-get": url_for("places.suggest", field=field.name),
            "hx-trigger": "input changed delay:200ms",
            "hx-target": f"#{list_id}",
            "hx-swap": "innerHTML",
            "hx-push-url": "false",
            "hx-sync": "this:replace",
        }
        kwargs.pop("list", None)
        box = super().__call__(field, **{**asks, **kwargs})
        options = Markup("").join(Markup('<option value="{}"></option>').format(text) for text in field.offered)
        return box + Markup('<datalist id="{}">{}</datalist>').format(list_id, options)


class PlaceField(StringField):
    """`.data` is a settlement id or None. What was typed stays in the box, right or wrong."""

    widget = PlaceInput()
    #: What the list under the box offers before anybody types: the places an error names.
    offered: Sequence[str] = ()
    data: int | None  # type: ignore[assignment]  # StringField says text; a form hands on the id

    def process_formdata(self, valuelist: list[Any]) -> None:
        if not valuelist:
            return
        self.data = None
        typed = self._typed()
        if not typed:
            return
        if len(typed) > LONGEST:
            raise ValueError(_("At most %(max)d characters, please.", max=LONGEST))
        if typed == self._text_of(self.object_data):
            self.data = self.object_data  # untouched: two places of one spelling must not stop another change
            return
        meant = queries.settlements_meant(typed)
        if len(meant) != 1:
            near = meant or queries.settlements_like(typed, NAMED)
            near = near or queries.settlements_like(typed.partition(",")[0], NAMED)
            self.offered = [label(one) for one in near]
            raise ValueError(several(self.offered) if meant else unknown(self.offered))
        self.data = meant[0].id

    def _typed(self) -> str:
        first = self.raw_data[0] if self.raw_data else ""
        return one_line(first) or "" if isinstance(first, str) else ""

    def _value(self) -> str:
        return self._typed() if self.raw_data else self.text()

    def text(self) -> str:
        """The name of the place as people read it; empty where none is chosen."""
        return self._text_of(self.data)

    def _text_of(self, settlement_id: Any) -> str:
        settlement = queries.settlement_with_rayon(settlement_id) if isinstance(settlement_id, int) else None
        return label(settlement) if settlement else ""


def several(labels: Sequence[str]) -> str:
    some = "; ".join(labels[:NAMED])
    if len(labels) > NAMED:
        some += "; …"
    return str(_("There are several places of this name. Which one: %(places)s?", places=some))


def unknown(labels: Sequence[str]) -> str:
    if not labels:
        return str(_("We do not know this place. Please check the name, or write the nearest village or town."))
    return str(_("We do not know this place. Did you mean %(places)s?", places="; ".join(labels)))


def chosen(form: Any, field: PlaceField) -> None:
    """Spaces are not a place."""
    if field.data is None and not field.errors:
        raise ValidationError(_("Please fill this in."))


def place(label: Any, *, required: bool = False, **more: Any) -> PlaceField:
    need = [InputRequired(_l("Please fill this in.")), chosen] if required else [Optional()]
    return PlaceField(label, [*need, *more.pop("rules", [])], **more)
