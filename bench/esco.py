"""What ESCO costs: loading invented files of its size, reading a phrase with it loaded, the memory of the process.

The texts read are of our own names in Azerbaijani and Russian, of ESCO's names, and of words nobody knows."""

import argparse
import csv
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from secrets import token_urlsafe
from statistics import mean, quantiles

from crm import create_app
from crm.config import Config
from crm.esco import importing, linking
from crm.extensions import db
from crm.skills import vocabulary
from crm.skills.concept_file import ConceptRow, read_skills_csv
from crm.skills.operations import SHIPPED, load_vocabulary

LABELS, EACH = 81_000, 6
ASKED = 100
#: Targets: milliseconds a phrase, megabytes of growth.
SLOWEST, LARGEST = 15.0, 100.0
SYLLABLES = "ba ke li mo nu pra ste gri van tor sel mik dan fol gur hes jal kop ru ti zen wer lo".split()
BASE = "http://data.europa.eu/esco/skill/bench-"


def main(argv: list[str]) -> int:
    """Print the figures. Exit 1 when a target is missed."""
    parser = argparse.ArgumentParser(prog="bench esco", description=__doc__)
    parser.add_argument("--labels", type=int, default=LABELS)
    parser.add_argument("--data", type=Path, help="not read: the names are invented")
    options = parser.parse_args(argv)
    chance = random.Random(1)
    rows = read_skills_csv(SHIPPED)
    with tempfile.TemporaryDirectory(prefix="korpu-bench-") as name:
        folder = Path(name)
        invented = _write(folder / "skills_en.csv", rows, options.labels // EACH, chance)
        texts = _texts(rows, invented, chance)
        with _app(folder):
            db.create_all()
            load_vocabulary()
            db.session.commit()
        before = _in_its_own_process(folder, texts)
        with _app(folder):
            _timed("loading", lambda: importing.load(folder, lambda _: None))
            _timed("linking", lambda: linking.link_all(lambda _: None))
        after = _in_its_own_process(folder, texts)
    for title, (spent, size) in (("without ESCO", before), ("with ESCO", after)):
        print(f"{title:<14} process {size:.0f} MB")
        for kind, times in spent.items():
            print(f"  {kind:<20} {mean(times):.2f} ms a phrase (19 of 20 within {quantiles(times, n=20)[-1]:.2f})")
    grown = after[1] - before[1]
    print(f"targets: {SLOWEST:.0f} ms a phrase, less than {LARGEST:.0f} MB more; here {grown:+.0f} MB")
    return 0 if max(map(mean, after[0].values())) <= SLOWEST and grown < LARGEST else 1


@contextmanager
def _app(folder: Path) -> Iterator[None]:
    url = f"sqlite:///{folder / 'bench.db'}"
    config = Config(
        secret_key=token_urlsafe(36),
        encryption_keys=(bytes(range(32)),),
        database_url=url,
        instance=folder,
        testing=True,
    )
    app = create_app(config)
    with app.app_context():
        yield
        db.session.remove()
        db.engine.dispose()


def _timed(name: str, work: Callable[[], object]) -> None:
    started = time.perf_counter()
    done = work()
    db.session.commit()
    print(f"{name:<14} {time.perf_counter() - started:.0f} s  {done}", flush=True)


def _in_its_own_process(folder: Path, texts: dict[str, list[str]]) -> tuple[dict[str, list[float]], float]:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_read, folder, texts).result()


def _read(folder: Path, texts: dict[str, list[str]]) -> tuple[dict[str, list[float]], float]:
    """Milliseconds of the processor for each text, and the megabytes of the process at its largest."""
    with _app(folder):
        vocabulary.current().resolve("tikiş")
        spent: dict[str, list[float]] = {kind: [] for kind in texts}
        for kind, some in texts.items():
            for text in some:
                started = time.process_time()
                vocabulary.current().resolve(text)
                spent[kind].append((time.process_time() - started) * 1000)
    return spent, getrusage(RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)


def _texts(rows: Sequence[ConceptRow], invented: list[str], chance: random.Random) -> dict[str, list[str]]:
    ours = [name.text for row in rows for name in row.names()]
    return {
        "our names": chance.sample(ours, ASKED),
        "ESCO's names": chance.sample(invented, ASKED),
        "words nobody knows": [_name(chance) for _ in range(ASKED)],
    }


def _write(path: Path, rows: Sequence[ConceptRow], count: int, chance: random.Random) -> list[str]:
    """Invented concepts, the first of them called like ours so that some are linked. Gives names to ask for."""
    ours = [row.labels["en"] for row in rows if row.kind == "skill" and "en" in row.labels]
    asked = []
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("conceptUri", "preferredLabel", "altLabels"))
        for number in range(count):
            names = [_name(chance) for _ in range(EACH)]
            if number < len(ours):
                names[0] = ours[number]
            asked.append(chance.choice(names[1:]))
            writer.writerow((f"{BASE}{number}", names[0], "\n".join(names[1:])))
    return asked


def _name(chance: random.Random) -> str:
    words = ("".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(chance.randint(2, 5)))
    return " ".join(words)
