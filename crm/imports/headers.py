"""Which line of a sheet names the columns, and which of our columns each one is: by its title, else by what stands in it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crm.i18n import _
from crm.imports.read import Line, Sheet
from crm.imports.safe_file import UnreadableFile
from crm.skills.fold import search_key

#: Titles, dates and stamps stand above the line that names the columns; deeper nobody puts it.
DEEPEST = 20
#: Rows whose cells are looked at to tell what a column holds.
LOOKED_AT = 60
#: The part of a column's cells that must look alike.
MOST_OF = 0.6

#: Answers that the program must find by itself are never read, whatever a file calls the rest.
FORBIDDEN = re.compile(r"gold|required concepts|desired concepts|discriminat|advisory|archetype|split|idea concepts")

Columns = Mapping[str, Sequence[str]]
#: What a cell looks like, by our name; of cells whose title said nothing.
Looks = Mapping[str, Callable[[str], bool]]


@dataclass(frozen=True)
class Row:
    """One line of the list: where it stands in the file, its cells that are not empty by our names, and their titles."""

    line: int
    cells: Mapping[str, str]
    titles: Mapping[str, str]


def title_key(title: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", search_key(title)).split())


def is_forbidden(title: str) -> bool:
    return bool(FORBIDDEN.search(title_key(title)))


def header_of(sheet: Sheet, columns: Columns) -> int:
    """The place (in `sheet.lines`) of the line that names the columns: most titles we know, else the first full one."""
    called = _called(columns)
    top = sheet.lines[:DEEPEST]
    known = [sum(_known(title, called) is not None for title in cells) for _number, cells in top]
    if max(known) > 1 or (max(known) == 1 and sum(map(bool, top[known.index(1)][1])) == 1):
        return known.index(max(known))
    filled = [sum(map(bool, cells)) for _number, cells in top]
    return next(at for at, number in enumerate(filled) if number >= max(filled) * MOST_OF)


def guess(sheet: Sheet, header: int, columns: Columns, looks: Looks) -> dict[int, str]:
    """Position -> our name. Each name once; exact titles first, then titles that hold a known word, then the cells."""
    titles = sheet.lines[header][1]
    called = _called(columns)
    found: dict[int, str] = {}
    for find in (_exactly, _somewhere):
        for at, title in enumerate(titles):
            ours = find(title, called)
            if at not in found and ours and ours not in found.values() and not is_forbidden(title):
                found[at] = ours
    rows = sheet.lines[header + 1 : header + 1 + LOOKED_AT]
    for ours in [name for name in found.values() if name == "reference"]:
        at = next(place for place, name in found.items() if name == ours)
        if _counts(rows, at):  # 1, 2, 3 down the page names nobody: the next list begins with 1 again
            del found[at]
    for at in range(max((len(cells) for _line, cells in sheet.lines[header : header + LOOKED_AT]), default=0)):
        title = titles[at] if at < len(titles) else ""
        if at not in found and not is_forbidden(title):
            alike = _looks_like(rows, at, looks, set(found.values()))
            found |= {at: alike} if alike else {}
    return dict(sorted(found.items()))


def all_known(sheet: Sheet, header: int, columns: Columns) -> bool:
    """Every column with a title is one we know by exactly this title, or one we never read: nothing is to be asked."""
    called = _called(columns)
    titles = [title for title in sheet.lines[header][1] if title]
    return all(_exactly(title, called) or is_forbidden(title) for title in titles)


def rows_of(sheet: Sheet, header: int, mapping: Mapping[int, str]) -> list[Row]:
    """Of each line below the header, the cells that are mapped and not empty. Columns of answers stay out in any case."""
    titles = sheet.lines[header][1]
    ours = {at: name for at, name in mapping.items() if not (at < len(titles) and is_forbidden(titles[at]))}
    called = {name: titles[at] if at < len(titles) and titles[at] else name for at, name in ours.items()}
    rows = (
        Row(line, {ours[at]: cell for at, cell in enumerate(cells) if at in ours and cell}, called)
        for line, cells in sheet.lines[header + 1 :]
    )
    return [row for row in rows if row.cells]


def best_sheet(
    sheets: Sequence[Sheet], columns: Columns, needed: Sequence[str], looks: Looks
) -> tuple[Sheet, int, dict[int, str]]:
    """The sheet that holds the list: it has a needed column, and the most of ours; the first one where none has."""
    tried = [(sheet, at := header_of(sheet, columns), guess(sheet, at, columns, looks)) for sheet in sheets]
    return max(tried, key=lambda one: (bool(set(needed) & set(one[2].values())), len(one[2])))


def missing(columns: Columns, needed: Sequence[str]) -> UnreadableFile:
    return UnreadableFile(
        _("The first row must name the columns. Missing: %(columns)s.", columns=", ".join(columns[needed[0]][:3]))
    )


def _called(columns: Columns) -> dict[str, str]:
    return {title_key(said): ours for ours, many in columns.items() for said in (ours, *many) if title_key(said)}


def _known(title: str, called: Mapping[str, str]) -> str | None:
    return _exactly(title, called) or _somewhere(title, called)


def _exactly(title: str, called: Mapping[str, str]) -> str | None:
    return called.get(title_key(title))


def _somewhere(title: str, called: Mapping[str, str]) -> str | None:
    """The longest known name inside: "Əlaqə nömrəsi (mobil)" holds "mobil". Sentences name no column."""
    words = title_key(title).split()
    if not 1 < len(words) <= 8:
        return None
    inside = [" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)]
    held = [part for part in inside if part in called and len(part) > 2]
    return called[max(held, key=len)] if held else None


def _counts(rows: Sequence[Line], at: int) -> bool:
    said = [cells[at] for _line, cells in rows if at < len(cells) and cells[at]]
    numbers = [int(cell.rstrip(".")) for cell in said if cell.rstrip(".").isdecimal() and len(cell) < 8] if said else []
    return len(numbers) == len(said) > 0 and numbers[0] <= 1 and all(b - a in (0, 1) for a, b in pairwise(numbers))


def _looks_like(rows: Sequence[Line], at: int, looks: Looks, taken: set[str]) -> str | None:
    said = [cells[at] for _line, cells in rows if at < len(cells) and cells[at]]
    if not said:
        return None
    for ours, test in looks.items():
        if ours not in taken and sum(map(test, said)) >= MOST_OF * len(said):
            return ours
    return None
