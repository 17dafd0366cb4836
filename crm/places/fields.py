"""The form field for a village or town: typed by name with suggestions, its data is the settlement's id."""

from typing import Any

from flask import url_for
from markupsafe import Markup
from wtforms import StringField
from wtforms.validators import InputRequired, Optional
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
        return box + Markup('<datalist id="{}"></datalist>').format(list_id)


class PlaceField(StringField):
    """`.data` is a settlement id or None. What was typed stays in the box, right or wrong."""

    widget = PlaceInput()
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
        meant = queries.settlements_meant(typed)
        if len(meant) != 1:
            raise ValueError(several(meant) if meant else unknown(typed))
        self.data = meant[0].id

    def _typed(self) -> str:
        first = self.raw_data[0] if self.raw_data else ""
        return one_line(first) or "" if isinstance(first, str) else ""

    def _value(self) -> str:
        return self._typed() if self.raw_data else self.text()

    def text(self) -> str:
        """The name of the place as people read it; empty where none is chosen."""
        settlement = queries.settlement_with_rayon(self.data) if isinstance(self.data, int) else None
        return label(settlement) if settlement else ""


def several(meant: list[Any]) -> str:
    some = "; ".join(label(one) for one in meant[:NAMED])
    if len(meant) > NAMED:
        some += "; …"
    return str(_("There are several places of this name: %(places)s. Please write which one.", places=some))


def unknown(typed: str) -> str:
    near = queries.settlements_like(typed, NAMED) or queries.settlements_like(typed.partition(",")[0], NAMED)
    if not near:
        return str(_("We do not know this place. Please check the name, or write the nearest village or town."))
    some = "; ".join(label(one) for one in near)
    return str(_("We do not know this place. Did you mean %(places)s?", places=some))


def place(label: Any, *, required: bool = False, **more: Any) -> PlaceField:
    need = InputRequired(_l("Please fill this in.")) if required else Optional()
    return PlaceField(label, [need, *more.pop("rules", [])], **more)
