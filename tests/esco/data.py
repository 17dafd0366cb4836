"""A folder in the shape of ESCO's CSV download, with a few occupations and skills of our own wording."""

import csv
from pathlib import Path

BASE = "http://data.europa.eu/esco"
TAILOR, COOK, PILOT = (f"{BASE}/occupation/{name}" for name in ("aaaa-1", "bbbb-2", "cccc-3"))
SEWING, KNOTS, CLEANING = (f"{BASE}/skill/{name}" for name in ("dddd-4", "eeee-5", "ffff-6"))

OCCUPATIONS = [
    (TAILOR, "7531", "tailor", "bespoke garment maker\nalteration hand"),
    (COOK, "5120", "cook", "canteen kitchen cook\nbreakfast preparer"),
    (PILOT, "3153", "airline pilot", "flight captain"),
]
SKILLS = [
    (SEWING, "", "sewing", "stitch garments by hand\njoin fabric pieces"),
    (KNOTS, "", "tie sailor knots", "hoist the mainsail"),
    (CLEANING, "", "clean the rooms of buildings", "room cleaning in buildings"),
]
HUNGARIAN = [(TAILOR, "7531", "szabó", "ruhakészítő")]


def folder_in(where: Path) -> Path:
    _write(where / "occupations_en.csv", OCCUPATIONS)
    _write(where / "skills_en.csv", SKILLS)
    _write(where / "occupations_hu.csv", HUNGARIAN)
    _rows(
        where / "occupationSkillRelations_en.csv",
        ("occupationUri", "relationType", "skillType", "skillUri"),
        [(TAILOR, "essential", "skill/competence", SEWING), (COOK, "optional", "skill/competence", CLEANING)],
    )
    _rows(
        where / "broaderRelationsSkillPillar_en.csv",
        ("conceptType", "conceptUri", "broaderType", "broaderUri"),
        [("KnowledgeSkillCompetence", KNOTS, "KnowledgeSkillCompetence", SEWING)],
    )
    return where


def _write(path: Path, rows: list[tuple[str, str, str, str]]) -> None:
    _rows(path, ("conceptUri", "iscoGroup", "preferredLabel", "altLabels"), rows)


def _rows(path: Path, head: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        writer.writerows(rows)
