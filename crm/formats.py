"""How dates, money and phones are written on pages: template filters, nothing else."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from flask_babel import format_date, format_datetime, format_decimal, get_locale

from crm.forms import BAKU, today
from crm.i18n import _, _n, by_alphabet


def day(value: date | datetime | None) -> str:
    """12 Jan 2026, in the reader's language; a dash where there is none."""
    if value is None:
        return "–"
    on = value.astimezone(BAKU).date() if isinstance(value, datetime) else value
    return str(format_date(on, "d MMM y"))


def weekday(value: date) -> str:
    """Tuesday, 12 January: the day as one says it in the morning."""
    return str(format_date(value, "EEEE, d MMMM"))


def weekday_short(number: int) -> str:
    """Mon of 0."""
    return str(format_date(date(2024, 1, 1 + number), "ccc"))


def day_of_year(value: int) -> str:
    """15 June of 615."""
    return str(format_date(date(2024, *divmod(value, 100)), "d MMMM"))


def month(value: str) -> str:
    """November 2026 of 2026-11, with the capital a line begins with."""
    named = str(format_date(date.fromisoformat(f"{value}-01"), "LLLL y"))
    turkic = {"i": "İ"} if str(get_locale()) == "az" else {}
    return turkic.get(named[0], named[0].upper()) + named[1:]


def moment(value: datetime | None) -> str:
    return "–" if value is None else format_datetime(value, "d MMM y, HH:mm")


def clock(value: datetime | None) -> str:
    return "–" if value is None else format_datetime(value, "HH:mm")


def near(value: date | datetime | None) -> str:
    """today, tomorrow, in 3 days, 5 days ago; the date itself when it is further than a week away."""
    if value is None:
        return "–"
    on = value.astimezone(BAKU).date() if isinstance(value, datetime) else value
    days = (on - today()).days
    named = {0: _("today"), 1: _("tomorrow"), -1: _("yesterday")}
    if days in named:
        return str(named[days])
    if 1 < days <= 7:
        return str(_n("in %(num)d day", "in %(num)d days", days))
    if -7 <= days < -1:
        return str(_n("%(num)d day ago", "%(num)d days ago", -days))
    return day(on)


def overdue(value: date | None) -> bool:
    return value is not None and value < today()


def days_since(value: date) -> int:
    """Whole days from that day until today."""
    return max(0, (today() - value).days)


def money(value: Decimal | int | None) -> str:
    """Manats without empty decimals: 400 ₼, 372.50 ₼."""
    if value is None:
        return "–"
    pattern = "#,##0" if Decimal(value) == Decimal(value).to_integral_value() else "#,##0.00"
    return f"{format_decimal(value, format=pattern)} ₼"


def number(value: float | None, digits: int = 0) -> str:
    return "–" if value is None else format_decimal(value, format="#,##0." + "#" * digits if digits else "#,##0")


def kilometres(value: float | None) -> str:
    return "–" if value is None else _("%(number)s km", number=format_decimal(round(value), format="#,##0"))


def digits(phone: str) -> str:
    """A number as links to messengers want it: 994501112233 of +994 50 111 22 33 or 050 111 22 33; else nothing."""
    found = "".join(one for one in phone if one.isdecimal())
    if len(found) == 10 and found.startswith("0"):
        found = f"994{found[1:]}"
    return found if len(found) >= 11 else ""


FILTERS: dict[str, Callable[..., Any]] = {
    "day": day,
    "weekday": weekday,
    "weekday_short": weekday_short,
    "day_of_year": day_of_year,
    "month": month,
    "moment": moment,
    "clock": clock,
    "near": near,
    "overdue": overdue,
    "days_since": days_since,
    "money": money,
    "number": number,
    "kilometres": kilometres,
    "digits": digits,
    "by_alphabet": by_alphabet,
}
