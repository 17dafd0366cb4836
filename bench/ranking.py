"""How well the ranking agrees with people: nDCG@10 and recall@20 over the vacancies that carry graded pairs.

--data names the folder with the women, vacancies and grades. docs/matching.md defines the measures.
"""

import argparse
import sys
import time
from pathlib import Path
from statistics import median

from bench._agreement import figure, line, measure
from bench._graded import FILES, Trial, read_trial
from crm.matching.score import rank

CROWD = 2000  # women in the timing


def main(argv: list[str]) -> int:
    """Print the figures. Exit 1 when the files are not there."""
    parser = argparse.ArgumentParser(prog="bench ranking", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with " + ", ".join(FILES))
    parser.add_argument(
        "--from-text", action="store_true", help="skills and needs read from the texts, not the answers"
    )
    parser.add_argument("--each", action="store_true", help="also print the figures of every vacancy")
    options = parser.parse_args(argv)
    missing = [options.data / name for name in FILES if not (options.data / name).is_file()]
    if missing:
        print(f"Not found: {', '.join(map(str, missing))}. Name the folder with --data.", file=sys.stderr)
        return 1
    trial = read_trial(options.data, from_text=options.from_text)
    found = measure(trial)
    if options.each:
        for one in found:
            print(f"  {one.reference:<26} nDCG@10 {one.ndcg:.3f}  recall@20 {figure(one.recall)}")
    print(line("from the texts" if options.from_text else "from the true concepts", found))
    print(_speed(trial))
    return 0


def _speed(trial: Trial) -> str:
    facts = trial.knowledge()
    crowd = [trial.women[number % len(trial.women)] for number in range(CROWD)]
    spent = []
    for _reference, opening, _grades in trial.openings:
        started = time.perf_counter()
        rank(crowd, opening, facts)
        spent.append((time.perf_counter() - started) * 1000)
    return f"{'speed':<28} {CROWD} women ranked in {median(spent):.0f} ms (median of {len(spent)} vacancies)"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
