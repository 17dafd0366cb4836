"""What is due, in another order than by kind: one list by day, by partner or by woman, chosen in the address."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from crm.forms import BAKU
from crm.i18n import LabelledEnum, _, _l
from crm.skills.fold import search_key


class Order(LabelledEnum):
    KIND = "kind", _l("By kind")
    DAY = "day", _l("By day")
    PARTNER = "partner", _l("By partner")
    WOMAN = "woman", _l("By woman")


@dataclass(frozen=True)
class Reads:
    """How a row of one list says its day, its partner and its woman."""

    day: Callable[[Any], date | datetime | None]
    partner: Callable[[Any], str]
    woman: Callable[[Any], str] = lambda one: ""


_referral = Reads(
    lambda one: one.next_step_due or one.state_since, lambda one: one.vacancy.partner.name, lambda one: one.member.name
)

READS: Mapping[str, Reads] = {
    "calls": Reads(
        lambda one: one.created_at,
        lambda one: one.partner.name if one.partner else "",
        lambda one: one.member.name if one.member else "",
    ),
    "sessions": Reads(lambda one: one.starts_at, lambda one: one.host.name),
    "invitations": Reads(lambda one: one.answered_at or one.sent_on, lambda one: one.info_session.host.name),
    "promises": Reads(lambda one: one.due_on, lambda one: one.partner.name),
    "steps": Reads(lambda one: one.next_step_due, lambda one: one.name),
    "session_steps": Reads(lambda one: one.next_step_due, lambda one: one.host.name),
    "vacancy_steps": Reads(lambda one: one.next_step_due, lambda one: one.partner.name),
    "agreements": Reads(lambda one: one.valid_until, lambda one: one.partner.name),
    "women": _referral,
    "owners": _referral,
    "requests": Reads(lambda one: one.due_on, lambda one: "", lambda one: one.member.name),
    "talks": Reads(lambda one: one.state_since, lambda one: one.offer.partner.name, lambda one: one.member.name),
    "approvals": Reads(lambda one: one.created_at, lambda one: one.partner.name),
    "stale": Reads(lambda one: one.updated_at, lambda one: one.partner.name),
    "openings": Reads(lambda one: one.published_on, lambda one: one.partner.name),
}


@dataclass(frozen=True)
class Row:
    """One record with the name of the list it came from."""

    name: str
    record: Any
    day: date | None
    partner: str
    woman: str


@dataclass(frozen=True)
class Group:
    """What stands under one heading, list by list: `day` or, by name, `title`."""

    day: date | None
    title: str
    lists: list[tuple[str, list[Any]]]


def groups(order: Order, found: Mapping[str, Sequence[Any]]) -> list[Group]:
    """Rows without a day, a partner or a woman come last."""
    made = [_row(name, record) for name, records in found.items() for record in records]
    if order == Order.DAY:
        made.sort(key=lambda row: (row.day is None, row.day or date.max))
        return [Group(day, "" if day else _("Without a day"), _lists(rows)) for day, rows in groupby(made, _day)]
    named = _partner if order == Order.PARTNER else _woman
    made.sort(key=lambda row: (not named(row), search_key(named(row)), named(row)))
    return [Group(None, name or _("Not about one woman"), _lists(rows)) for name, rows in groupby(made, named)]


def _row(name: str, record: Any) -> Row:
    reads = READS[name]
    return Row(name, record, _as_day(reads.day(record)), reads.partner(record), reads.woman(record))


def _as_day(moment: date | datetime | None) -> date | None:
    return moment.astimezone(BAKU).date() if isinstance(moment, datetime) else moment


def _lists(rows: Iterable[Row]) -> list[tuple[str, list[Any]]]:
    """(list, its records), each list once, in the order in which the rows come."""
    lists: dict[str, list[Any]] = {}
    for row in rows:
        lists.setdefault(row.name, []).append(row.record)
    return list(lists.items())


def _day(row: Row) -> date | None:
    return row.day


def _partner(row: Row) -> str:
    return row.partner


def _woman(row: Row) -> str:
    return row.woman
