"""ESCO's published CSV files read into rows. Pure: no database."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


class WrongFolder(Exception):
    """No file of ESCO's is there, or one cannot be used; the text says which and what it lacks."""


@dataclass(frozen=True, slots=True)
class Row:
    """One occupation or skill in one language: the preferred name first, then the others, each once."""

    uri: str
    occupation: bool
    isco: str
    language: str
    names: tuple[str, ...]


#: One concept, the other, and how they hang together: essential, optional or broader.
Relation = tuple[str, str, str]


def concept_files(folder: Path) -> list[Path]:
    """occupations_xx.csv and skills_xx.csv of every language, in the folders right below too. Raises WrongFolder for none."""
    found = [path for path in _csv_files(folder) if _CONCEPTS.fullmatch(path.name)]
    if not found:
        raise WrongFolder(
            f"{folder}: there is no skills_en.csv or occupations_en.csv (or of another language). "
            "Name the folder of ESCO's CSV download, unpacked."
        )
    return found


def relation_files(folder: Path) -> list[Path]:
    """The same whatever the language: ESCO repeats them in every download."""
    return [path for path in _csv_files(folder) if _RELATIONS.match(path.name)]


def read_concepts(path: Path) -> Iterator[Row]:
    """Rows of one file; those without a URI or a name are left out."""
    named = _CONCEPTS.fullmatch(path.name)
    language = named["language"].lower() if named else ""
    occupation = path.name.lower().startswith("occupations")
    for row in _rows(path, "conceptUri", "preferredLabel"):
        names = [row["preferredLabel"] or "", *(row.get("altLabels") or "").splitlines()]
        names = list(dict.fromkeys(name.strip() for name in names if name.strip()))
        if row["conceptUri"] and names:
            yield Row(row["conceptUri"].strip(), occupation, _isco(row.get("iscoGroup") or ""), language, tuple(names))


def read_relations(path: Path) -> Iterator[Relation]:
    """Pairs of one file. Each kind of file names its columns in its own way."""
    for row in _rows(path):
        for one, other in _PAIRS:
            if row.get(one) and row.get(other):
                kind = "broader" if other == "broaderUri" else (row.get("relationType") or "optional").lower()
                if kind in _KINDS:
                    yield (row[one] or "").strip(), (row[other] or "").strip(), kind
                break


def _csv_files(folder: Path) -> list[Path]:
    return sorted([*folder.glob("*.csv"), *folder.glob("*/*.csv")])


def _rows(path: Path, *needed: str) -> Iterator[dict[str, str | None]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            missing = [name for name in needed if name not in (rows.fieldnames or ())]
            if missing:
                raise WrongFolder(f"{path.name}: the column {missing[0]} is missing.")
            yield from rows
    except UnicodeDecodeError:
        raise WrongFolder(f"{path.name}: not a UTF-8 text. Download ESCO's CSV files again.") from None
    except csv.Error as wrong:
        raise WrongFolder(f"{path.name}: {wrong}. Download ESCO's CSV files again.") from None


def _isco(group: str) -> str:
    """ "http://data.europa.eu/esco/isco/C7531" and "7531" are the same group."""
    return group.rsplit("/", 1)[-1].lstrip("C").strip()[:40]


_CONCEPTS = re.compile(r"(?:occupations|skills)_(?P<language>[a-z]{2}(?:-[a-z]+)?)\.csv", re.IGNORECASE)
_RELATIONS = re.compile(r"(?:occupationSkillRelations|skillSkillRelations|broaderRelations)", re.IGNORECASE)
_PAIRS = (("occupationUri", "skillUri"), ("originalSkillUri", "relatedSkillUri"), ("conceptUri", "broaderUri"))
_KINDS = frozenset({"essential", "optional", "broader"})
