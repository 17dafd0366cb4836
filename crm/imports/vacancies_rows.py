"""Rows about vacancies. The needs come from the text as always; hours, pay and the like from their columns."""

from decimal import Decimal
from typing import Any

from sqlalchemy import select

from crm.centres.models import Centre
from crm.extensions import db
from crm.i18n import _
from crm.imports import cells, places
from crm.imports.cells import BadRow, Unsure
from crm.imports.employers import Employers
from crm.imports.headers import Row
from crm.imports.places import Places
from crm.imports.report import Fate, Report, take_each
from crm.partners.models import Partner
from crm.vacancies import operations
from crm.vacancies.enums import Hours, VacancyState
from crm.vacancies.models import Vacancy

COLUMNS: dict[str, tuple[str, ...]] = {
    "text": ("mətn", "elan", "elan mətni", "iş təsviri", "описание", "текст", "объявление", "description"),
    "title": ("vəzifə", "iş", "ad", "вакансия", "должность", "position"),
    "reference": ("vacancy_id", "nömrə", "№", "номер", "код", "kod", "id"),
    "employer": ("işəgötürən", "şirkət", "müəssisə", "работодатель", "компания", "company"),
    "hours": ("iş rejimi", "график", "schedule"),
    "weekly_hours": ("həftəlik saat", "часов в неделю"),
    "night": ("gecə", "ночь"),
    "weekend": ("həftə sonu", "выходные"),
    "transport_provided": ("nəqliyyat", "servis", "транспорт"),
    "training_provided": ("təlim", "təlim verilir", "обучение"),
    "openings": ("yer sayı", "yer", "say", "количество мест", "places"),
    "pay_min": ("salary_min_azn", "maaş", "maaş min", "зарплата", "зарплата от", "salary"),
    "pay_max": ("salary_max_azn", "maaş max", "зарплата до"),
    **{name: said for name, said in places.COLUMNS.items() if name != "place"},
    "place": tuple(word for word in places.COLUMNS["place"] if word != "yer"),
}
NEEDED = ("text", "title")


def take_in(centre: Centre, rows: list[Row]) -> Report:
    report, employers, where = Report(), Employers(centre), Places()
    known = _Known(centre)

    def take(row: Row) -> None:
        name = cells.one_line(row, "employer", 200)
        text, title = cells.text(row, "text", 5000), cells.one_line(row, "title", 200)
        if not name:
            raise BadRow(_("no employer"))
        if not text and not title:
            raise BadRow(_("no text"))
        values, place = _values(row), where.of(row)
        partner = employers.find(name) or employers.create(name, settlement_id=place)
        reference = cells.one_line(row, "reference", 40) or None
        vacancy = known.find(reference, partner, text or title)
        fate = Fate.MERGED if vacancy else Fate.CREATED
        if vacancy:
            changed = {"text": text, "title": title, "settlement_id": place, **values}
            said = {key: value for key, value in changed.items() if value not in (None, "")}
            operations.change_vacancy(vacancy=vacancy, **said)
        else:
            vacancy = operations.draft_vacancy(
                partner=partner,
                text=text or title,
                title=title,
                settlement_id=place,
                state=VacancyState.OPEN,
                reference=reference,
                **values,
            )
            known.remember(vacancy)
        report.note(row, fate, vacancy.title)

    return take_each(rows, report, take)


class _Known:
    """By reference; one without is the same when its partner words it the same."""

    def __init__(self, centre: Centre) -> None:
        self._by_reference: dict[str, Vacancy] = {}
        self._by_words: dict[tuple[int, str], Vacancy] = {}
        self._made: set[int] = set()
        for vacancy in db.session.scalars(select(Vacancy).where(Vacancy.centre_id == centre.id)):
            self._keep(vacancy)

    def find(self, reference: str | None, partner: Partner, words: str) -> Vacancy | None:
        if reference is None:
            return self._by_words.get((partner.id, words))
        found = self._by_reference.get(reference)
        if found is not None and found.id in self._made:
            raise Unsure(_("this vacancy stands in the list twice"))
        return found

    def remember(self, vacancy: Vacancy) -> None:
        self._made.add(vacancy.id)
        self._keep(vacancy)

    def _keep(self, vacancy: Vacancy) -> None:
        if vacancy.reference:
            self._by_reference[vacancy.reference] = vacancy
        self._by_words[vacancy.partner_id, vacancy.text] = vacancy


def _values(row: Row) -> dict[str, Any]:
    low, high = cells.whole(row, "pay_min", 0, 1_000_000), cells.whole(row, "pay_max", 0, 1_000_000)
    if low and high and low > high:
        raise BadRow(_("the lowest pay is above the highest"))
    return {
        "hours": cells.choice(row, "hours", Hours),
        "weekly_hours": cells.whole(row, "weekly_hours", 1, 100),
        "night": cells.yes_no(row, "night"),
        "weekend": cells.yes_no(row, "weekend"),
        "transport_provided": cells.yes_no(row, "transport_provided"),
        "training_provided": cells.yes_no(row, "training_provided"),
        "openings": cells.whole(row, "openings", 1, 1000),
        "pay_min": Decimal(low) if low else None,
        "pay_max": Decimal(high) if high else None,
    }
