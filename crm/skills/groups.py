"""The fields of work that concepts are sorted into, in people's words. A group of another vocabulary keeps its code."""

from flask_babel.speaklater import LazyString

from crm.i18n import _l

GROUPS: dict[str, LazyString] = {
    "agro": _l("Field and garden"),
    "beauty": _l("Beauty"),
    "business": _l("Own business"),
    "care": _l("Care of people"),
    "cleaning": _l("Cleaning"),
    "community": _l("Community"),
    "craft": _l("Handicraft"),
    "digital": _l("Computer and internet"),
    "education": _l("Teaching and children"),
    "finance": _l("Accounts and money"),
    "fish": _l("Fish"),
    "food": _l("Food and cooking"),
    "health": _l("Health"),
    "hospitality": _l("Hotel and café"),
    "industry": _l("Factory"),
    "language": _l("Languages"),
    "licence": _l("Diplomas and licences"),
    "livestock": _l("Animals and milk"),
    "office": _l("Office"),
    "retail": _l("Shop and sales"),
    "soft": _l("Ways of working"),
    "textile": _l("Sewing and textile"),
    "transport": _l("Driving and transport"),
}


def group_name(code: str) -> str:
    return str(GROUPS.get(code, code))
