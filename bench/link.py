"""How well `skills link` ranks: spelling noise on our own names, our names with one left out, and any set with --data.

A set is a folder with queries.csv (id,query), labels.csv (id,label; several rows an id) and gold.csv (query,id: the
query's id and a right label's id; several rows a query)."""

import argparse
import csv
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from bench._noise import NOISE
from crm.skills.concept_file import LANGUAGES, ConceptRow, read_skills_csv
from crm.skills.fold import match_key
from crm.skills.linking import Linker

SKILLS = Path(__file__).resolve().parents[1] / "crm" / "data" / "skills.csv"
FILES = ("queries.csv", "labels.csv", "gold.csv")
SAMPLE, DEPTH = 400, 100
Asked = Sequence[tuple[str, set[str]]]


def main(argv: list[str]) -> int:
    """Print one line a measure. Exit 1 when the set's files are not there."""
    parser = argparse.ArgumentParser(prog="bench link", description=__doc__)
    parser.add_argument("--data", type=Path, help="folder of a set; without it our own vocabulary is tried")
    options = parser.parse_args(argv)
    if options.data:
        missing = [name for name in FILES if not (options.data / name).is_file()]
        if missing:
            print(f"Not found in {options.data}: {', '.join(missing)}.", file=sys.stderr)
            return 1
        _measure(options.data.name, *_set(options.data))
        return 0
    rows = read_skills_csv(SKILLS)
    _noise(rows)
    for lang in LANGUAGES:
        _left_out(rows, lang)
    return 0


def _noise(rows: Sequence[ConceptRow]) -> None:
    """Azerbaijani names spelt as people do, in an index of all names: is the right concept first?"""
    names = [(name.concept, name.text) for row in rows for name in row.names()]
    meant: Mapping[str, set[str]] = _by(lambda pair: match_key(pair[1]), names)
    ours = [name.text for row in rows for name in row.names() if name.lang == "az"]
    chosen = random.Random(1).sample(sorted(set(ours)), 2 * SAMPLE)
    linker = Linker(names)
    for noise, spell in NOISE.items():
        _measure(f"noise, {noise}", [(spell(text), meant[match_key(text)]) for text in chosen], linker)
    short = [text for text in chosen if " " not in text and len(text) >= 5]
    _measure(
        "noise, one word and 2 slips", [(NOISE["no marks and 2 slips"](t), meant[match_key(t)]) for t in short], linker
    )


def _left_out(rows: Sequence[ConceptRow], lang: str) -> None:
    """A name of a concept asked for where only its preferred name is listed, and where all its other names are too."""
    preferred = [(row.code, row.labels[lang]) for row in rows if lang in row.labels]
    others = [(row.code, text) for row in rows for text in row.alternatives[lang]]
    chosen = random.Random(2).sample(others, min(SAMPLE, len(others)))
    asked = [(text, {code}) for code, text in chosen]
    hidden = {match_key(text) for _, text in chosen}
    _measure(f"{lang}: other name, preferred", asked, Linker(preferred))
    rest = [(code, text) for code, text in others if match_key(text) not in hidden]
    _measure(f"{lang}: other name, all but it", asked, Linker(preferred + rest))


def _set(folder: Path) -> tuple[Asked, Linker]:
    gold = _by(lambda row: row[0], [(row["query"], row["id"]) for row in _rows(folder / "gold.csv")], 1)
    asked = [(row["query"], gold[row["id"]]) for row in _rows(folder / "queries.csv") if row["id"] in gold]
    return asked, Linker((row["id"], row["label"]) for row in _rows(folder / "labels.csv"))


def _measure(name: str, asked: Asked, linker: Linker) -> None:
    started, worth, first = time.perf_counter(), 0.0, 0
    for text, right in asked:
        hits = linker.rank(text, DEPTH)
        place = next((place for place, hit in enumerate(hits, 1) if hit.id in right), None)
        worth += 1 / place if place else 0
        first += place == 1
    count = max(1, len(asked))
    spent = (time.perf_counter() - started) / count * 1000
    print(
        f"{name:<30} MRR {worth / count:.3f}  A@1 {first / count:.3f}  ({count} asked, {spent:.0f} ms each)", flush=True
    )


def _by(key: Callable[[tuple[str, str]], str], pairs: Iterable[tuple[str, str]], value: int = 0) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        found[key(pair)].add(pair[value])
    return found


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
