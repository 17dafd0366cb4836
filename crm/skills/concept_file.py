"""The vocabulary file the program ships with (crm/data/skills.csv): read into typed rows. No matching here."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from crm.skills.cues import GENERIC
from crm.skills.fold import match_key

LANGUAGES = ("az", "ru", "en")


@dataclass(frozen=True, slots=True)
class Label:
    """One name of a concept. `generic`: too broad to mean it for sure (operator, usta)."""

    concept: str
    text: str
    lang: str
    generic: bool = False


@dataclass(frozen=True, slots=True)
class ConceptRow:
    """A concept of the file: its code, names by language, ISCO-08 code and neighbours with weights 0..1."""

    code: str
    kind: str
    labels: dict[str, str]
    alternatives: dict[str, list[str]]
    group: str
    isco: str
    related: dict[str, float]

    def names(self) -> Iterator[Label]:
        """Every name of the concept, preferred ones first."""
        for lang, text in self.labels.items():
            yield Label(self.code, text, lang, is_generic(text))
        for lang, texts in self.alternatives.items():
            for text in texts:
                yield Label(self.code, text, lang, is_generic(text))


def is_generic(text: str) -> bool:
    """A single broad word names no particular work."""
    return match_key(text) in GENERIC


def read_skills_csv(path: Path) -> list[ConceptRow]:
    """Rows of a vocabulary file in its order. Raises KeyError when a column is missing, ValueError for a bad weight."""
    with path.open(encoding="utf-8", newline="") as file:
        return [_row(line) for line in csv.DictReader(file)]


def _row(line: dict[str, str]) -> ConceptRow:
    return ConceptRow(
        code=line["concept_id"],
        kind=line["kind"],
        labels={lang: line[f"label_{lang}"] for lang in LANGUAGES if line[f"label_{lang}"]},
        alternatives={lang: _parts(line[f"alt_{lang}"]) for lang in LANGUAGES},
        group=line["group"],
        isco=line["esco_or_isco_code"].removeprefix("ISCO-08").strip(),
        related={code: float(weight) for code, weight in (part.rsplit(":", 1) for part in _parts(line["related"]))},
    )


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]
