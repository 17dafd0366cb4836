"""Her name, telephone and e-mail taken out of whatever others wrote: notes, reports of imports, messages, the audit.

What another woman is called or reached by too is left alone in texts that are not hers: it cannot be told whom they mean."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import JSON, Column, ColumnElement, Enum, String, Table, Text, cast, func, or_, select, update

from crm.db import table_of
from crm.extensions import db
from crm.imports.models import ImportRun
from crm.imports.read import read_sheets
from crm.imports.safe_file import UnreadableFile
from crm.members import names
from crm.members.former import earlier_values, former_records
from crm.members.models import Member
from crm.members.traces import Traces
from crm.members.traces import traces_of as traces_in
from crm.partners.models import Contact, Partner
from crm.skills.fold import search_key

#: Rows that are somebody's own record, or the program's own facts: only those of her own start-ups are looked through.
OTHERS = frozenset(
    {
        "centres", "concept_forms", "concept_neighbours", "concepts", "contacts", "economic_regions", "installation",
        "member_keys", "members", "partner_sites", "partners", "pins", "rayons", "settlements", "users",
    }
)  # fmt: skip
PROGRAM_FACTS = ("esco_", "concept")
#: So many fragments are looked for in one statement.
AT_ONCE = 15
NUMBERS = ("phone", "second_phone")
WORDS = ("first_name", "last_name", "email", *NUMBERS)


@dataclass(frozen=True)
class Found:
    """`sure`: all that is hers, for her own company; `alone`: what no other woman has, for all other texts."""

    sure: Traces
    alone: Traces
    former_ids: tuple[int, ...]


def traces_of(member: Member) -> Found:
    """Also what she was called and reached by before. Read while her record still says it."""
    former = former_records(member.id)
    ids = [member.id, *(int(one["id"]) for one in former)]
    records: list[dict[str, Any]] = [{name: getattr(member, name, "") for name in WORDS}, *former]
    records += [{**records[0], **earlier} for earlier in earlier_values(ids, WORDS)]
    called = {(one.get("first_name") or "", one.get("last_name") or "") for one in records}
    phones = {one[name] for one in records for name in NUMBERS if one.get(name)}
    emails = {one["email"] for one in records if one.get("email")}
    return Found(
        sure=traces_in(names=called, phones=phones, emails=emails),
        alone=traces_in(
            names={one for one in called if not _somebody_else(member.id, search_key(" ".join(one)))},
            phones={one for one in phones if not _somebody_else(member.id, names.digits_of(one))},
            emails=emails,
        ),
        former_ids=tuple(ids[1:]),
    )


def start_ups_of(member_id: int) -> list[int]:
    return list(db.session.scalars(select(Partner.id).where(Partner.founder_id == member_id)))


def sweep(found: Found, start_ups: Collection[int], centre_id: int) -> None:
    """Through every text of the database; `start_ups`: hers, whose own records are looked through as well."""
    for table in db.metadata.sorted_tables:
        if table.name not in OTHERS and not table.name.startswith(PROGRAM_FACTS):
            _sweep(table, found.alone)
    if start_ups:
        partners, contacts = table_of(Partner), table_of(Contact)
        _sweep(partners, found.sure, partners.c.id.in_(start_ups))
        _sweep(contacts, found.sure, contacts.c.partner_id.in_(start_ups))
    _drop_lists_that_name_her(found.alone, centre_id)


def _somebody_else(member_id: int, folded: str) -> bool:
    """Another woman is found by these words."""
    others = select(Member.id).where(Member.id != member_id, Member.search_text.contains(folded, autoescape=True))
    return bool(folded) and db.session.scalar(others.limit(1)) is not None


def _sweep(table: Table, traces: Traces, *only: ColumnElement[bool]) -> None:
    columns = [one for one in table.columns if _is_text(one)]
    if not columns or traces.pattern is None:
        return
    key = table.primary_key.columns[0]
    for row in _rows_with(table, key, columns, traces, only):
        values = {one.name: traces.without_in(row[one.name]) for one in columns}
        changed = {name: value for name, value in values.items() if value != row[name]}
        if changed:
            db.session.execute(update(table).where(key == row[key.name]).values(changed))


def _rows_with(
    table: Table, key: Column[Any], columns: list[Column[Any]], traces: Traces, only: Collection[ColumnElement[bool]]
) -> Iterator[Any]:
    for begin in range(0, len(traces.fragments), AT_ONCE):
        some = traces.fragments[begin : begin + AT_ONCE]
        holds = or_(*(_as_text(one).contains(part, autoescape=True) for one in columns for part in some))
        yield from db.session.execute(select(key, *columns).where(holds, *only)).mappings().all()


def _as_text(column: Column[Any]) -> ColumnElement[str]:
    return cast(column, Text) if isinstance(column.type, JSON) else func.coalesce(column, "")


def _is_text(column: Column[Any]) -> bool:
    return isinstance(column.type, String | JSON) and not isinstance(column.type, Enum) and not column.foreign_keys


def _drop_lists_that_name_her(traces: Traces, centre_id: int) -> None:
    """An uploaded list nobody decided about yet: its file cannot be written anew, so it goes; the centre has it still."""
    waiting = select(ImportRun).where(ImportRun.centre_id == centre_id, ImportRun.content.is_not(None))
    for run in db.session.scalars(waiting).all():
        if _names_her(run.file_name, run.content or b"", traces):
            db.session.delete(run)


def _names_her(name: str, content: bytes, traces: Traces) -> bool:
    try:
        lines = [" ".join(cells) for sheet in read_sheets(name, content) for _row, cells in sheet.lines]
    except UnreadableFile:
        return True
    return any(traces.without(line) != line for line in lines)
