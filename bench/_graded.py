"""Women, vacancies and somebody's grades, read from the files of a trial into what the scorer takes."""

import csv
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from crm.matching.knowledge import neighbours, rarity
from crm.matching.score import Candidate, Knowledge, Need, Opening, Skill
from crm.skills.concept_file import ConceptRow, read_skills_csv

SHIPPED = Path(__file__).resolve().parents[1] / "crm" / "data" / "skills.csv"
FILES = ("members_dev.csv", "vacancies_dev.csv", "relevance_dev.csv")
QUICK = frozenset({"medical-book"})
THIN_WORDS = 3
HARD_KINDS = frozenset({"licence", "language"})

Grades = Mapping[int, int]


@dataclass(frozen=True)
class Trial:
    """The women, the openings with somebody's grades, and what the vocabulary says."""

    women: tuple[Candidate, ...]
    openings: tuple[tuple[str, Opening, Grades], ...]
    concepts: tuple[ConceptRow, ...]

    def knowledge(self) -> Knowledge:
        holders = Counter(skill.concept for woman in self.women for skill in woman.skills)
        related = {row.code: row.related for row in self.concepts}
        # A skill nobody has is the rarest of all, which is also what an unknown one counts.
        return Knowledge(neighbours(related), rarity(holders, len(self.women)))


def read_trial(folder: Path, *, from_text: bool, thin: bool = False) -> Trial:
    """`thin`: of each woman only her village and the first three words she said."""
    concepts = tuple(read_skills_csv(SHIPPED if SHIPPED.is_file() else folder / "skills.csv"))
    said, asked = _texts(concepts) if from_text else (_true_skills, _true_needs)
    kinds = {row.code: row.kind for row in concepts}
    grades: dict[str, dict[int, int]] = {}
    for row in _rows(folder / "relevance_dev.csv"):
        grades.setdefault(row["vacancy_id"], {})[_number(row["woman_id"])] = int(row["grade"])
    openings = []
    for row in _rows(folder / "vacancies_dev.csv"):
        graded = grades.get(row["vacancy_id"], {})
        if any(graded.values()):
            openings.append((f"{row['vacancy_id']} {row['employer']}"[:26], _opening(row, asked(row), kinds), graded))
    rows = map(_cut, _rows(folder / "members_dev.csv")) if thin else _rows(folder / "members_dev.csv")
    women = tuple(_woman(row, said(row)) for row in rows)
    return Trial(women, tuple(openings), concepts)


Skills = tuple[Skill, ...]
Asked = tuple[Sequence[str], Sequence[str]]  # required, desired


def _texts(
    concepts: tuple[ConceptRow, ...],
) -> tuple[Callable[[Mapping[str, str]], Skills], Callable[[Mapping[str, str]], Asked]]:
    """Readers of the free texts. Imported here, so that the ranking alone needs nothing but the scorer."""
    from crm.skills.resolve import Vocabulary
    from crm.vacancies.needs import read_vacancy

    vocabulary = Vocabulary(name for row in concepts for name in row.names())

    def skills(row: Mapping[str, str]) -> Skills:
        found = vocabulary.resolve(row["skills_text"]).concepts
        return tuple(Skill(one.concept, one.level, one.matched) for one in found)

    def needs(row: Mapping[str, str]) -> Asked:
        reading = read_vacancy(row["text"], vocabulary)
        return [one.concept for one in reading.required], [one.concept for one in reading.desired]

    return skills, needs


def _true_skills(row: Mapping[str, str]) -> Skills:
    return tuple(Skill(code) for code in _codes(row["gold_concepts"]))


def _true_needs(row: Mapping[str, str]) -> Asked:
    return _codes(row["required_concepts"]), _codes(row["desired_concepts"])


def _cut(row: Mapping[str, str]) -> dict[str, str]:
    """A profile as most real ones are: all but who she is, where she lives and three words left out."""
    words = " ".join(row["skills_text"].split()[:THIN_WORDS])
    return dict.fromkeys(row, "") | {name: row[name] for name in ("woman_id", "lat", "lon")} | {"skills_text": words}


def _woman(row: Mapping[str, str], skills: Skills) -> Candidate:
    return Candidate(
        id=_number(row["woman_id"]),
        skills=skills,
        wishes=frozenset(_codes(row["wish_concepts"])),
        seeking=row["seeking"] or "job",
        availability=row["availability"] or None,
        night_ok=_yes(row["night_ok"]),
        weekend_ok=_yes(row["weekend_ok"]),
        max_distance_km=float(row["max_commute_km"]) if row["max_commute_km"] else None,
        transport=row["transport"] or None,
        min_pay=_whole(row["min_salary_azn"]),
        place=_place(row),
    )


def _opening(row: Mapping[str, str], asked: Asked, kinds: Mapping[str, str]) -> Opening:
    def need(code: str, required: bool) -> Need:
        quick = code in QUICK
        return Need(code, required, hard=kinds.get(code) in HARD_KINDS and not quick, quick=quick)

    return Opening(
        id=_number(row["vacancy_id"]),
        needs=(*(need(code, True) for code in asked[0]), *(need(code, False) for code in asked[1])),
        hours=row["hours"] or None,
        weekly_hours=_whole(row["weekly_hours"]),
        night=_yes(row["night"]),
        weekend=_yes(row["weekend"]),
        transport_provided=_yes(row["transport_provided"]),
        training_provided=_yes(row["training_provided"]),
        home_based=row["hours"] == "home" if row["hours"] else None,
        pay_min=_whole(row["salary_min_azn"]),
        pay_max=_whole(row["salary_max_azn"]),
        place=_place(row),
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _codes(cell: str) -> list[str]:
    return [code for code in cell.split("|") if code]


def _number(reference: str) -> int:
    return int("".join(letter for letter in reference if letter.isdigit()))


def _whole(cell: str) -> int | None:
    return int(float(cell)) if cell else None


def _yes(cell: str) -> bool | None:
    return None if not cell else cell == "1"


def _place(row: Mapping[str, str]) -> tuple[float, float] | None:
    return (float(row["lat"]), float(row["lon"])) if row["lat"] and row["lon"] else None
