"""The columns of a list of women, what people call them, and a row's cells as a member's fields."""

from typing import Any

from crm.forms import today
from crm.i18n import _
from crm.imports import cells, places, written
from crm.imports.headers import Row
from crm.members.enums import Availability, Education, Occupation, Seeking, Transport
from crm.skills.fold import search_key

COLUMNS: dict[str, tuple[str, ...]] = {
    "first_name": ("ad", "adı", "имя", "name"),
    "full_name": (
        "ad soyad",
        "adı soyadı",
        "ad və soyad",
        "soyad ad",
        "фио",
        "имя фамилия",
        "имя и фамилия",
        "full name",
        "ad soyad ata adı",
        "soyad ad ata adı",
        "soyadı adı atasının adı",
        "adı soyadı atasının adı",
        "soyadı adı",
        "a s a",
        "фамилия имя",
        "фамилия имя отчество",
        "iştirakçı",
        "участница",
    ),
    "reference": ("woman_id", "member_id", "üzv nömrəsi", "nömrə", "№", "номер", "код", "kod", "id"),
    "last_name": ("soyad", "soyadı", "фамилия", "surname", "family name"),
    "father_name": ("ata adı", "atasının adı", "отчество", "father name", "patronymic"),
    "birth_year": (
        "doğum ili",
        "təvəllüd",
        "год рождения",
        "year of birth",
        "born",
        "doğum tarixi",
        "təvəllüdü",
        "дата рождения",
        "date of birth",
        "birth_date",
    ),
    "age": ("yaş", "yaşı", "возраст"),
    "phone": (
        "telefon",
        "mobil",
        "mobil nömrə",
        "telefon nömrəsi",
        "əlaqə nömrəsi",
        "əlaqə",
        "əl",
        "телефон",
        "контакт",
        "mobile",
    ),
    "second_phone": ("telefon 2", "ikinci telefon", "ev telefonu", "телефон 2", "второй телефон"),
    "joined_on": ("qeydiyyat tarixi", "üzvlük tarixi", "дата регистрации", "registered on"),
    "email": ("e-poçt", "email", "e-mail", "почта"),
    "contact_note": ("qeyd", "əlaqə qeydi", "примечание", "note"),
    "education": ("təhsil", "образование"),
    "education_text": ("təhsili",),
    "occupation": ("status", "məşğulluq", "занятость"),
    "seeking": ("nə axtarır", "axtarır", "ищет", "looks for"),
    "availability": ("iş saatları", "vaxtı", "часы работы", "hours"),
    "night_ok": ("gecə işləyə bilər", "ночью"),
    "weekend_ok": ("şənbə bazar", "по выходным"),
    "childcare_available": ("uşağa baxan var", "есть кому смотреть за детьми"),
    "transport": ("nəqliyyat", "транспорт"),
    "max_distance_km": ("max_commute_km", "ən uzaq məsafə", "məsafə km", "расстояние км"),
    "min_pay": ("min_salary_azn", "ən az maaş", "минимальная зарплата"),
    "disability": ("əlillik", "инвалидность"),
    "idp": ("məcburi köçkün", "köçkün", "переселенка", "displaced"),
    "children_under6": ("6 yaşa qədər uşaq", "azyaşlı uşaqlar", "дети до 6"),
    "skills_text": ("bacarıqlar", "bacarıqları", "nə bacarır", "навыки", "что умеет", "skills"),
    "experience_text": ("təcrübə", "iş təcrübəsi", "опыт", "опыт работы", "experience"),
    "experience_years": ("təcrübə ili", "стаж", "years of experience"),
    "constraints_text": ("şərtlər", "məhdudiyyətlər", "условия", "constraints"),
    "wish_text": ("istədiyi iş", "желаемая работа", "wish"),
    "wish_concepts": (),
    "idea_text": ("biznes ideyası", "идея", "idea"),
    "equipment_text": ("startup_equipment", "avadanlıq", "оборудование", "equipment"),
    "requested_azn": ("requested_inkind_azn", "istədiyi məbləğ", "запрошенная сумма"),
    **places.COLUMNS,
}
NEEDED = ("first_name", "full_name")
#: What cells look like where the title of their column says nothing.
LOOKS = {
    "email": written.looks_like_email,
    "phone": written.looks_like_phone,
    "birth_year": written.looks_like_birth,
    "full_name": written.looks_like_name,
}

EDUCATION = {
    "orta": "secondary",
    "natamam orta": "incomplete_secondary",
    "umumi orta": "general_secondary",
    "pese": "vocational",
    "orta ixtisas": "college",
    "ali": "higher",
    "среднее": "secondary",
    "среднее специальное": "college",
    "высшее": "higher",
}
SEEKING = {"is": "job", "работа": "job", "biznes": "business", "бизнес": "business", "her ikisi": "both", "оба": "both"}
HOURS = {
    "tam gun": "full",
    "полный день": "full",
    "yarim gun": "part",
    "неполный день": "part",
    "seher": "morning",
    "утро": "morning",
    "evden": "home",
    "из дома": "home",
}
TRANSPORT = {"yox": "none", "нет": "none", "avtobus": "bus", "автобус": "bus", "masin": "car", "машина": "car"}
OCCUPATION = {
    "issiz": "unemployed",
    "безработная": "unemployed",
    "evdar qadin": "homemaker",
    "домохозяйка": "homemaker",
    "telebe": "student",
    "студентка": "student",
    "isleyir": "employed",
    "работает": "employed",
}


def values_of(row: Row) -> dict[str, Any]:
    """Raises BadRow."""
    first, last, father = _name(row)
    phone, note = _reached(row)
    cared_for = cells.yes_no(row, "childcare_available")
    return {
        "reference": cells.one_line(row, "reference", 40) or None,
        "first_name": first,
        "last_name": last,
        "father_name": father,
        "birth_year": _birth_year(row),
        "phone": phone,
        "email": cells.one_line(row, "email", 200),
        "contact_note": note,
        "joined_on": cells.day(row, "joined_on"),
        "seeking": cells.choice(row, "seeking", Seeking, SEEKING),
        "education": cells.choice(row, "education", Education, EDUCATION) or _said_education(row),
        "occupation": cells.choice(row, "occupation", Occupation, OCCUPATION),
        "experience_years": cells.whole(row, "experience_years", 0, 80),
        "skills_text": cells.text(row, "skills_text", 5000),
        "experience_text": cells.text(row, "experience_text", 5000),
        "wish_text": cells.text(row, "wish_text", 2000),
        "constraints_text": cells.text(row, "constraints_text", 2000),
        "idea_text": cells.text(row, "idea_text", 5000),
        "equipment_text": cells.text(row, "equipment_text", 1000),
        "requested_azn": cells.whole(row, "requested_azn", 0, 1_000_000),
        "availability": cells.choice(row, "availability", Availability, HOURS),
        "night_ok": cells.yes_no(row, "night_ok"),
        "weekend_ok": cells.yes_no(row, "weekend_ok"),
        "needs_childcare": None if cared_for is None else not cared_for,
        "transport": cells.choice(row, "transport", Transport, TRANSPORT),
        "max_distance_km": cells.whole(row, "max_distance_km", 0, 1000),
        # No wish is no wish, however the list writes it.
        "min_pay": cells.whole(row, "min_pay", 0, 100_000) or None,
    }


def _name(row: Row) -> tuple[str, str, str]:
    """In one cell or in several; a cell of first names may hold the whole of it where nothing else says the family's."""
    first, last, father = (cells.one_line(row, column, 100) for column in ("first_name", "last_name", "father_name"))
    if not first or (not last and len(first.split()) > 2):
        title = search_key(row.titles.get("full_name", ""))
        family_first = title.startswith(("soyad", "фамил", "фио", "family", "surname"))
        whole = first or cells.one_line(row, "full_name", 300)
        first, last, hers = (part[:100] for part in written.split_name(whole, family_first))
        father = father or hers
    return first, last, father


def _reached(row: Row) -> tuple[str, str]:
    """Her telephone, and the note: further telephones stand there, so that nobody takes them for hers alone."""
    phone, others = written.split_phones(cells.one_line(row, "phone", 200))
    more = cells.one_line(row, "second_phone", 40)
    note = [cells.text(row, "contact_note", 400)]
    note += [_("Another phone: %(number)s", number=one) for one in (*others, written.with_nought(more)) if one]
    return phone[:40], "\n".join(part for part in note if part)[:500]


def _birth_year(row: Row) -> int | None:
    year = cells.year(row, "birth_year", 1900, today().year)
    age = cells.whole(row, "age", 0, 120)
    return year if year or age is None else today().year - age


def _said_education(row: Row) -> Education | None:
    """The free wording counts where it is one of the usual ones; anything else is left unsaid."""
    return Education.parse(EDUCATION.get(search_key(row.cells.get("education_text", ""))))
