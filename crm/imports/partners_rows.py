"""Rows about companies, banks and other partners; a known name is the same partner."""

from typing import Any

from crm.centres.models import Centre
from crm.i18n import _
from crm.imports import cells, places
from crm.imports.cells import BadRow
from crm.imports.employers import Employers
from crm.imports.headers import Row
from crm.imports.places import Places
from crm.imports.report import Fate, Report, take_each
from crm.partners import operations, people
from crm.partners.enums import PartnerKind, Sector, Size
from crm.partners.models import Partner
from crm.skills.fold import search_key

ADDRESS = ("ünvan", "ünvanı", "адрес", "address")
COLUMNS: dict[str, tuple[str, ...]] = {
    "name": (
        "ad",
        "adı",
        "employer",
        "company",
        "şirkət",
        "şirkətin adı",
        "müəssisə",
        "компания",
        "название",
        "организация",
    ),
    "kind": ("növ", "növü", "тип", "type"),
    "sector": ("sahə", "sektor", "сектор", "отрасль"),
    "size": ("ölçü", "işçi sayı", "размер"),
    "address": ADDRESS,
    "phone": ("telefon", "телефон"),
    "email": ("e-poçt", "email", "e-mail", "почта"),
    "about": ("haqqında", "qeyd", "описание", "примечание", "note"),
    "contact_name": ("əlaqədar şəxs", "contact", "sahibi", "direktor", "контакт", "контактное лицо", "owner"),
    "contact_position": ("vəzifə", "vəzifəsi", "должность", "position"),
    "contact_phone": ("əlaqə telefonu", "телефон контакта", "contact phone"),
    **{name: tuple(word for word in said if word not in ADDRESS) for name, said in places.COLUMNS.items()},
}
NEEDED = ("name",)

KINDS = {
    "sirket": "company",
    "компания": "company",
    "bank": "bank",
    "банк": "bank",
    "dovlet": "public_body",
    "qht": "ngo",
    "нко": "ngo",
    "startap": "startup",
    "стартап": "startup",
}


def take_in(centre: Centre, rows: list[Row]) -> Report:
    report, employers, where = Report(), Employers(centre), Places()

    def take(row: Row) -> None:
        name = cells.one_line(row, "name", 200)
        if not name:
            raise BadRow(_("no name"))
        values = _values(row) | {"settlement_id": where.of(row)}
        partner = employers.find(name)
        fate = Fate.MERGED if partner else Fate.CREATED
        if partner:
            operations.change_partner(
                partner=partner, **{key: value for key, value in values.items() if value not in (None, "")}
            )
        else:
            partner = employers.create(name, **values)
        _contact(partner, row)
        report.note(row, fate, partner.name)

    return take_each(rows, report, take)


def _values(row: Row) -> dict[str, Any]:
    return {
        "kind": cells.choice(row, "kind", PartnerKind, KINDS),
        "sector": cells.choice(row, "sector", Sector),
        "size": cells.choice(row, "size", Size),
        "address": cells.one_line(row, "address", 200),
        "phone": cells.one_line(row, "phone", 40),
        "email": cells.one_line(row, "email", 200),
        "about": cells.text(row, "about", 5000),
    }


def _contact(partner: Partner, row: Row) -> None:
    name = cells.one_line(row, "contact_name", 200)
    if name and search_key(name) not in {search_key(one.name) for one in partner.contacts}:
        position, phone = cells.one_line(row, "contact_position", 200), cells.one_line(row, "contact_phone", 40)
        people.add_contact(partner=partner, name=name, position=position, phone=phone)
