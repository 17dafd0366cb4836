"""The vocabulary to take along, with what each skill is in ESCO."""

from collections.abc import Mapping, Sequence
from operator import attrgetter

from crm.i18n import LANGUAGES, _l
from crm.sheets import Column, Sheet
from crm.skills.groups import group_name
from crm.skills.models import Concept

#: Between several names, or addresses, in one cell.
BETWEEN = " | "


def sheet(uris: Mapping[int, Sequence[str]]) -> Sheet:
    """`uris`: concept id -> its addresses in ESCO."""
    named = (_l("In Azerbaijani"), _l("In Russian"), _l("In English"))
    labels = [Column(title, attrgetter(f"label_{code}"), 32) for title, code in zip(named, LANGUAGES, strict=True)]
    return Sheet(
        "skills",
        _l("Skills"),
        Concept,
        (
            Column(_l("Code"), lambda one: one.code),
            *labels,
            Column(_l("Also called"), _also_called, 48),
            Column(_l("Kind"), lambda one: one.kind),
            Column(_l("Field of work"), lambda one: str(group_name(one.group))),
            Column(_l("ISCO-08 code"), lambda one: one.isco, 14),
            Column(_l("Address in ESCO"), lambda one: BETWEEN.join(uris.get(one.id, ())), 48),
        ),
        personal=False,
    )


def _also_called(concept: Concept) -> str:
    labels = {concept.label_az, concept.label_ru, concept.label_en}
    return BETWEEN.join(form.text for form in concept.forms if form.active and form.text not in labels)
