"""How fast women are found for a vacancy, on SQLite and PostgreSQL, with invented women.

A local vacancy (one rayon and its neighbours) against the plain way, which compares each woman's words with each need;
the same with ten times as many women, the others out of reach; one that is done at home, among all of them.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_urlsafe
from statistics import median

import sqlalchemy as sa
from rapidfuzz.fuzz import WRatio

from bench._crowd import Crowd, openings
from bench._graded import FILES, read_trial
from bench._tuning import tuned
from crm import create_app
from crm.config import Config
from crm.extensions import db
from crm.matching import queries as matching_queries
from crm.matching.ranking import Judge, ranking
from crm.members.models import Member, MemberConcept
from crm.skills.models import Concept
from crm.vacancies.models import Vacancy
from tests.postgres import binaries, cluster

SMALL, FULL = 10_000, 100_000
TIMES = 10
LOCAL_TOP, HOME_TOP = 20, 50


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench matching", description=__doc__)
    parser.add_argument("--women", type=int, default=SMALL, help=f"at first; then {TIMES} times as many")
    parser.add_argument("--full", action="store_true", help=f"{FULL:,} women, then {FULL * TIMES:,}")
    parser.add_argument("--openings", type=int, default=11, help="vacancies of each kind; figures are medians")
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    parser.add_argument("--tune", action="store_true", help="instead: try other constants, chosen by leave-one-out")
    parser.add_argument("--data", type=Path, help="for --tune: folder with graded women and vacancies")
    options = parser.parse_args(argv)
    if options.tune:
        return _tune(parser, options.data)
    women = FULL if options.full else options.women
    for name in ("sqlite", "postgresql"):
        if options.only in (None, name):
            if name == "postgresql" and binaries() is None:
                print("postgresql   not installed here, not measured")
                continue
            with database(name):
                measure(name, women, options.openings)
    return 0


def _tune(parser: argparse.ArgumentParser, folder: Path | None) -> int:
    """The constants on the true concepts, then on what is read from the texts."""
    if folder is None or not all((folder / name).is_file() for name in FILES):
        parser.error(f"--tune needs --data, a folder with {', '.join(FILES)}")
    for from_text in (False, True):
        print("from the texts" if from_text else "from the true concepts")
        for line in tuned(read_trial(folder, from_text=from_text)):
            print(f"  {line}")
    return 0


@contextmanager
def database(name: str) -> Iterator[None]:
    """An empty one, thrown away afterwards."""
    with tempfile.TemporaryDirectory(prefix="korpu-bench-") as folder:
        if name == "sqlite":
            with _app(f"sqlite:///{folder}/bench.db", Path(folder)):
                yield
            return
        with cluster() as server:
            engine = sa.create_engine(f"{server}/postgres", isolation_level="AUTOCOMMIT")
            with engine.connect() as connection:
                connection.exec_driver_sql("CREATE DATABASE bench")
            engine.dispose()
            with _app(f"{server}/bench", Path(folder)):
                yield


@contextmanager
def _app(url: str, folder: Path) -> Iterator[None]:
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


def measure(name: str, women: int, number: int) -> None:
    crowd = Crowd.prepared()
    crowd.grow(women, elsewhere=False)
    local, home = openings(crowd, number, at_home=False), openings(crowd, number, at_home=True)

    before = timed(local, lambda one: ranking(one, LOCAL_TOP))
    plain = timed(local[:1], plain_way(), times=1)
    line(name, f"local, {women:,} women", before, f"plain way {plain:,.0f} ms: {plain / before:.0f} times as long")

    crowd.grow(women * (TIMES - 1), elsewhere=True)
    after = timed(local, lambda one: ranking(one, LOCAL_TOP))
    line(name, f"local, {women * TIMES:,} women", after, f"{after / before:.2f} of the time before")

    found = timed(home, lambda one: ranking(one, HOME_TOP))
    scan = timed(home[:5], scanned, times=1)
    line(name, f"at home, {women * TIMES:,} women", found, f"scanning all postings {scan:,.0f} ms: {scan / found:.1f}")
    print(f"{name:<12} {'exact':<28} {same_as_everybody(home[:2])} of 2 home-based lists equal the full ranking's")


def line(name: str, what: str, ms: float, ratio: str) -> None:
    print(f"{name:<12} {what:<28} {ms:>8,.1f} ms   {ratio}", flush=True)


def timed(vacancy_ids: list[int], answer: Callable[[Vacancy], object], times: int = 3) -> float:
    """Milliseconds: the median over the vacancies of the best of several runs, each from a fresh session."""
    spent = []
    for vacancy_id in vacancy_ids:
        runs = []
        for _turn in range(times):
            db.session.rollback()
            db.session.expunge_all()
            vacancy = db.session.scalars(
                sa.select(Vacancy).where(Vacancy.id == vacancy_id).options(*matching_queries.shown())
            ).one()
            started = time.perf_counter()
            answer(vacancy)
            runs.append((time.perf_counter() - started) * 1000)
        spent.append(min(runs))
    return median(spent)


def plain_way() -> Callable[[Vacancy], object]:
    """Every woman's words against every need by RapidFuzz, the best of them summed up. Reading them is not counted."""
    words = dict(db.session.execute(sa.select(Concept.id, Concept.label_az)).all())
    hers: dict[int, list[str]] = {}
    held = sa.select(MemberConcept.member_id, MemberConcept.concept_id).where(MemberConcept.role == "skill")
    for member_id, concept_id in db.session.execute(held):
        hers.setdefault(member_id, []).append(words[concept_id])

    def answer(vacancy: Vacancy) -> list[tuple[float, int]]:
        asked = [need.concept.label_az for need in vacancy.needs]
        scores = [
            (sum(max(WRatio(need, skill) for skill in skills) for need in asked), woman)
            for woman, skills in hers.items()
        ]
        return sorted(scores, reverse=True)[:LOCAL_TOP]

    return answer


def scanned(vacancy: Vacancy) -> object:
    """All postings of the needs and what stands in for them, added up by woman: the usual way to rank by ids."""
    concepts = list(Judge(vacancy).telling.skills)
    number = sa.func.count()
    return db.session.execute(
        sa.select(MemberConcept.member_id, number)
        .join(Member, Member.id == MemberConcept.member_id)
        .where(MemberConcept.concept_id.in_(concepts), MemberConcept.role == "skill")
        .where(Member.centre_id == vacancy.centre_id, Member.seeking != "business")
        .group_by(MemberConcept.member_id)
        .order_by(number.desc(), MemberConcept.member_id)
        .limit(HOME_TOP)
    ).all()


def same_as_everybody(vacancy_ids: list[int]) -> int:
    """How many of the lists are exactly those that ranking every woman gives."""
    same = 0
    for vacancy_id in vacancy_ids:
        vacancy = db.session.get_one(Vacancy, vacancy_id)
        quick = [(one.candidate_id, one.score) for one in ranking(vacancy, HOME_TOP)]
        every = Judge(vacancy).best_of_everybody(HOME_TOP)
        same += quick == [(one.candidate_id, one.score) for one in every]
    return same


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
