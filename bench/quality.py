"""How well free text becomes concepts and concepts become a ranking, each measure with what it must reach.

--data names the folder with the women, vacancies and grades; without grades only the words are measured, and fair wording
where fair_wording_dev.csv is there. docs/matching.md and docs/wording.md define the measures.
"""

import argparse
import csv
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench._agreement import means, measure
from bench._graded import FILES, read_trial
from bench._tally import Tally
from bench._thin import first_fives
from bench._tuning import leave_one_out
from bench._wording import wording
from crm.skills.resolve import Vocabulary, named, read_skills_csv
from crm.vacancies.needs import read_vacancy

SKILLS = Path(__file__).resolve().parents[1] / "crm" / "data" / "skills.csv"
# What each measure must reach.
WOMEN_F1, VACANCIES_F1, NDCG, RECALL, THIN = 0.88, 0.80, 0.80, 0.90, 0.60
MS_A_PHRASE = 2.0
FAIR, FAIR_F1, FAIR_PRECISION = "fair_wording_dev.csv", 0.90, 0.92


def main(argv: list[str]) -> int:
    """Print one line a measure. Exit 1 when the files are not there."""
    parser = argparse.ArgumentParser(prog="bench quality", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with members_dev.csv and vacancies_dev.csv")
    parser.add_argument("--skills", type=Path, help="a file with a column concept_id: only these concepts are counted")
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
    counted = {row.code for row in rows}
    if options.skills:
        counted &= {row["concept_id"] for row in _rows(options.skills)}
        print(f"{'counted':<28} {len(counted)} concepts of {options.skills}")
    names = sum(1 for _ in named(rows))
    print(f"{'vocabulary':<28} {len(rows)} concepts, {names} names, built in {built:.2f} s")
    for line in _women(vocabulary, women, counted, options.misses):
        print(line)
    for line in _vacancies(vocabulary, vacancies, counted, options.misses):
        print(line)
    if (options.data / FAIR).is_file():
        for line in _fair(options.data / FAIR, options.misses):
            print(line)
    if all((options.data / name).is_file() for name in FILES):
        for line in _ranking(options.data):
            print(line)
    return 0


def _ranking(folder: Path) -> Iterator[str]:
    """From the texts: with the constants as they stand, as leave-one-out chooses them, and for thin profiles."""
    whole = read_trial(folder, from_text=True)
    for name, found in (("as it stands", measure(whole)), ("leave-one-out", leave_one_out(whole)[0])):
        ndcg, recall = means(found)
        yield f"{f'ranking, {name}':<28} nDCG@10 {ndcg:.3f}  {_met(ndcg, NDCG)}"
        yield f"{'':<28} recall@20 {recall:.3f}  {_met(recall, RECALL)}"
    firsts = first_fives(read_trial(folder, from_text=True, thin=True), whole)
    precision = f"precision@5 {firsts.precision:.3f} of {firsts.suggested} suggested"
    yield f"{'thin profiles':<28} {precision}  {_met(firsts.precision, THIN)}"
    told = f"hard conflicts in first fives {firsts.told}  {_met(-firsts.told, 0)}"
    yield f"{'':<28} {told}; {firsts.untold} that only the whole profile tells"


def _met(value: float, target: float) -> str:
    bound = f"{abs(target):g}"
    return f"(target {bound}: {'met' if value >= target else 'MISSED'})"


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
    yield f"{tally.line('women, concepts')}  {_met(tally.f1, WOMEN_F1)}"
    yield f"{'women, time':<28} {spent:.2f} ms a phrase  {_met(-spent, -MS_A_PHRASE)}"


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
        if misses and (found_required, found_desired - found_required) != (gold_required, gold_desired):
            yield (
                f"  {row['vacancy_id']} {row['text']} | extra {sorted(found - gold)} missed {sorted(gold - found)}"
                f" | only welcome {sorted(gold_required & found - found_required)}"
                f" required {sorted(gold_desired & found_required)}"
            )
    yield f"{both.line('vacancies, needs')}  {_met(both.f1, VACANCIES_F1)}"
    yield required.line("vacancies, required")
    yield desired.line("vacancies, desired")


def _fair(path: Path, misses: bool) -> Iterator[str]:
    tally, missed = wording(_rows(path))
    if misses:
        yield from missed
    yield f"{tally.line('fair wording, kinds')}  {_met(tally.f1, FAIR_F1)}"
    yield f"{'fair wording, precision':<28} {tally.precision:.3f}  {_met(tally.precision, FAIR_PRECISION)}"


def _rows(path: Path) -> Iterable[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _ids(cell: str, known: set[str]) -> set[str]:
    return {code for code in cell.split("|") if code in known}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
