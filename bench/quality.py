"""How well free text becomes concepts: precision, recall and F1 over the dev files, as MATCHING measures are defined."""

import argparse
import csv
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from crm.skills.resolve import Vocabulary, named, read_skills_csv
from crm.vacancies.needs import read_vacancy

SKILLS = Path(__file__).resolve().parents[1] / "crm" / "data" / "skills.csv"


@dataclass
class Tally:
    """Right, superfluous and missed concept ids, summed over texts."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, found: set[str], gold: set[str]) -> None:
        self.right += len(found & gold)
        self.extra += len(found - gold)
        self.missed += len(gold - found)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.extra)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.extra + self.missed)

    def line(self, name: str) -> str:
        return f"{name:<28} precision {self.precision:.3f}  recall {self.recall:.3f}  F1 {self.f1:.3f}"


def main(argv: list[str]) -> int:
    """Print one line a measure. Exit 1 when the files are not there."""
    parser = argparse.ArgumentParser(prog="bench quality", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with members_dev.csv and vacancies_dev.csv")
    parser.add_argument("--misses", action="store_true", help="also print each text read differently from its answer")
    options = parser.parse_args(argv)
    women, vacancies = options.data / "members_dev.csv", options.data / "vacancies_dev.csv"
    missing = [path for path in (women, vacancies) if not path.is_file()]
    if missing:
        print(f"Not found: {', '.join(map(str, missing))}. Name the folder with --data.", file=sys.stderr)
        return 1
    started = time.perf_counter()
    rows = read_skills_csv(SKILLS)
    vocabulary = Vocabulary(named(rows))
    built = time.perf_counter() - started
    names = sum(1 for _ in named(rows))
    print(f"{'vocabulary':<28} {len(rows)} concepts, {names} names, built in {built:.2f} s")
    for line in _women(vocabulary, women, {row.code for row in rows}, options.misses):
        print(line)
    for line in _vacancies(vocabulary, vacancies, {row.code for row in rows}, options.misses):
        print(line)
    return 0


def _women(vocabulary: Vocabulary, path: Path, ids: set[str], misses: bool) -> Iterator[str]:
    tally, phrases, started = Tally(), 0, time.perf_counter()
    for row in _rows(path):
        gold = _ids(row["gold_concepts"], ids)
        found = {item.concept for item in vocabulary.resolve(row["skills_text"]).concepts} & ids
        phrases += max(1, len(gold))
        tally.add(found, gold)
        if misses and found != gold:
            yield f"  {row['woman_id']} {row['skills_text']} | extra {sorted(found - gold)} missed {sorted(gold - found)}"
    spent = (time.perf_counter() - started) / phrases * 1000
    yield tally.line("women, concepts")
    yield f"{'women, time':<28} {spent:.2f} ms a phrase"


def _vacancies(vocabulary: Vocabulary, path: Path, ids: set[str], misses: bool) -> Iterator[str]:
    both, required, desired = Tally(), Tally(), Tally()
    for row in _rows(path):
        reading = read_vacancy(row["text"], vocabulary)
        gold_required, gold_desired = _ids(row["required_concepts"], ids), _ids(row["desired_concepts"], ids)
        found_required = {item.concept for item in reading.required} & ids
        found_desired = {item.concept for item in reading.desired} & ids
        gold, found = gold_required | gold_desired, found_required | found_desired
        both.add(found, gold)
        required.add(found_required, gold_required)
        desired.add(found_desired, gold_desired)
        if misses and found != gold:
            yield f"  {row['vacancy_id']} {row['text']} | extra {sorted(found - gold)} missed {sorted(gold - found)}"
    yield both.line("vacancies, needs")
    yield required.line("vacancies, required")
    yield desired.line("vacancies, desired")


def _rows(path: Path) -> Iterable[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _ids(cell: str, known: set[str]) -> set[str]:
    return {code for code in cell.split("|") if code in known}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
