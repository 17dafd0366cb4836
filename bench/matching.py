"""How fast women are found for a vacancy, on SQLite and PostgreSQL, with invented women; against what is wanted of it.

A local vacancy (one rayon and its neighbours) against the plain way, which compares each woman's words with each need;
the same with ten times as many women (5,000 and 50,000), the others out of reach; one that is done at home, against
scanning all postings. What is compared is measured in turns. Made to end in three minutes on a quiet machine; with --full
much longer, for the sizes that are wanted.
"""

import argparse
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import sqlalchemy as sa
from rapidfuzz.fuzz import WRatio

from bench._graded import FILES, read_trial
from bench._tuning import tuned
from bench._worlds import Answer, World, compared, server, world
from crm.extensions import db
from crm.matching.ranking import Judge, ranking
from crm.members.models import Member, MemberConcept
from crm.skills.models import Concept
from crm.vacancies.models import Vacancy
from tests.postgres import binaries

WOMEN, TIMES = 100_000, 10
LOCAL_TOP, HOME_TOP = 20, 50
#: What is wanted: times as long as ours, share more with all the women elsewhere, milliseconds at home with a million.
PLAIN, SCANNED, GROWTH = 50, 5, 0.2
HOME_MS = {"sqlite": 300, "postgresql": 150}


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench matching", description=__doc__)
    parser.add_argument("--full", action="store_true", help=f"up to {WOMEN * TIMES:,} women, not only {WOMEN:,}")
    parser.add_argument("--women", type=int, default=WOMEN, help="of the local vacancies, to try it with fewer")
    parser.add_argument("--openings", type=int, default=11, help="vacancies of each kind; figures are medians")
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    parser.add_argument("--tune", action="store_true", help="instead: try other constants, chosen by leave-one-out")
    parser.add_argument("--data", type=Path, help="for --tune: folder with graded women and vacancies")
    options = parser.parse_args(argv)
    if options.tune:
        return _tune(parser, options.data)
    for name in ("sqlite", "postgresql"):
        if options.only in (None, name):
            if name == "postgresql" and binaries() is None:
                print("postgresql   not installed here, not measured")
                continue
            measure(name, options.women, options.openings, full=options.full)
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


def measure(name: str, women: int, vacancies: int, *, full: bool) -> None:
    with server(name) as database, ExitStack() as worlds:
        whole = worlds.enter_context(world(database("whole"), women=women, vacancies=vacancies))
        local(name, whole)
        few = whole
        if not full:
            home(name, whole)
            few = worlds.enter_context(world(database("few"), women=women // (2 * TIMES), vacancies=vacancies))
        more = few.women * (TIMES - 1)
        many = worlds.enter_context(world(database("many"), women=few.women, elsewhere=more, vacancies=vacancies))
        growth(name, few, many)
        if full:
            home(name, many)


def local(name: str, whole: World) -> None:
    pair = compared(whole, near, whole, plain_way(whole), whole.local[:2], turns=3, slow=True)
    said = f"the plain way {pair.second:,.0f} ms: {pair.times:.0f} times as long"
    line(name, f"local, {whole.women:,} women", pair.first, said, f"at least {PLAIN}", pair.times >= PLAIN)
    exact(name, whole, whole.local[:2], LOCAL_TOP)


def growth(name: str, few: World, many: World) -> None:
    pair = compared(few, near, many, near, few.local, turns=3)
    said = f"{pair.times:.2f} of {pair.first:,.1f} ms with {few.women:,}"
    wanted = f"less than {1 + GROWTH:.2f}"
    line(name, f"local, {many.women:,} women", pair.second, said, wanted, pair.times < 1 + GROWTH)


def home(name: str, many: World) -> None:
    pair = compared(many, far, many, scanned, many.home, turns=3)
    said = f"scanning all postings {pair.second:,.0f} ms: {pair.times:.1f} times as long"
    what = f"at home, {many.women:,} women"
    if many.women < WOMEN * TIMES:
        line(name, what, pair.first, said, "nothing is asked of so few", None)
    else:
        line(name, what, pair.first, said, f"at least {SCANNED}", pair.times >= SCANNED)
        line(name, "", pair.first, "in the middle", f"under {HOME_MS[name]} ms", pair.first < HOME_MS[name])
    exact(name, many, many.home[:1], HOME_TOP)


def line(name: str, what: str, ms: float, ratio: str, wanted: str, met: bool | None) -> None:
    said = wanted if met is None else f"{wanted}: {'met' if met else 'MISSED'}"
    print(f"{name:<11} {what:<25} {ms:>8,.1f} ms   {ratio} ({said})", flush=True)


def near(vacancy: Vacancy) -> object:
    return ranking(vacancy, LOCAL_TOP)


def far(vacancy: Vacancy) -> object:
    return ranking(vacancy, HOME_TOP)


def plain_way(whole: World) -> Answer:
    """Every woman's words against every need by RapidFuzz, the best of them summed up. Reading them is not counted."""
    hers: dict[int, list[str]] = {}
    with whole.app.app_context():
        words = dict(db.session.execute(sa.select(Concept.id, Concept.label_az)).all())
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
    number = sa.func.count()
    return db.session.execute(
        sa.select(MemberConcept.member_id, number)
        .join(Member, Member.id == MemberConcept.member_id)
        .where(MemberConcept.concept_id.in_(Judge(vacancy).telling.skills), MemberConcept.role == "skill")
        .where(Member.centre_id == vacancy.centre_id, Member.seeking != "business")
        .group_by(MemberConcept.member_id)
        .order_by(number.desc(), MemberConcept.member_id)
        .limit(HOME_TOP)
    ).all()


def exact(name: str, where: World, vacancy_ids: Sequence[int], limit: int) -> None:
    """How many of the lists are exactly those that ranking every woman gives."""
    same = 0
    with where.app.app_context():
        for vacancy_id in vacancy_ids:
            judge = Judge(db.session.get_one(Vacancy, vacancy_id))
            same += judge.best(limit) == judge.best_of_everybody(limit)
            db.session.rollback()
    print(f"{name:<11} {'exact':<25} {same} of {len(vacancy_ids)} lists equal the full ranking's", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
