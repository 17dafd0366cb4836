"""How well women registered twice are found, and how fast: a generated file with independent noise, SQLite and PostgreSQL.

Wanted: of the pairs found .95 right, of the true pairs .90 found; one woman among 100,000 under 50 ms; all 100,000
compared in under five minutes."""

import argparse
import random
import tempfile
import time
import uuid
from pathlib import Path
from statistics import median, quantiles

import sqlalchemy as sa

from bench._registered_twice import Town
from bench._worlds import _config, server
from crm import create_app
from crm.background import once
from crm.centres.models import Centre
from crm.db import now
from crm.extensions import db
from crm.forms import today
from crm.members import duplicates, keys, names, sweeping
from crm.members.duplicate_models import LikelyPair
from crm.members.enums import Seeking
from crm.members.models import Member
from crm.places.models import Settlement
from crm.places.operations import load_places
from tests.postgres import binaries

#: A centre of a few rayons, and all of the country in one.
CENTRE, CENTRE_PLACES, COUNTRY = 5_000, 60, 100_000
BLOCK, ASKED = 5_000, 200


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench duplicates", description=__doc__)
    parser.add_argument("--women", type=int, default=COUNTRY, help="of the large file")
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    parser.add_argument(
        "--missed", type=int, default=0, help="show so many missed pairs and false ones of the small file"
    )
    options = parser.parse_args(argv)
    for name in ("sqlite", "postgresql"):
        if options.only not in (None, name):
            continue
        if name == "postgresql" and binaries() is None:
            print("postgresql   not installed here, not measured")
            continue
        with server(name) as database:
            _measure(name, database("centre"), CENTRE, options.missed)
            _measure(name, database("country"), options.women, 0)
    return 0


def _measure(name: str, url: str, women: int, shown: int) -> None:
    with tempfile.TemporaryDirectory(prefix="korpu-bench-") as folder:
        app = create_app(_config(url, Path(folder)))
        with app.app_context():
            db.create_all()
            load_places()
            centre = Centre(name="Bench")
            db.session.add(centre)
            db.session.commit()
            places = list(db.session.scalars(sa.select(Settlement.id).order_by(Settlement.id)))
            if women <= CENTRE:
                places = places[:CENTRE_PLACES]
            town = Town(women, places)
            ids = _stored(town, centre.id)
            taken = _swept(centre.id)
            _quality(f"{name:<12} {women:>7,} women", town, ids, shown)
            print(f"{name:<12} {women:>7,} women  all compared in {taken:.1f} s (wanted under 300)", flush=True)
            _one(f"{name:<12} {women:>7,} women", town, centre.id)
            db.session.remove()
            db.engine.dispose()


def _stored(town: Town, centre_id: int) -> list[int]:
    same = {
        "centre_id": centre_id,
        "joined_on": today(),
        "seeking": Seeking.JOB,
        "created_at": now(),
        "updated_at": now(),
    }
    for start in range(0, len(town.rows), BLOCK):
        block = [
            {
                **row,
                **same,
                "public_id": uuid.uuid4(),
                "version": 1,
                "search_text": names.search_text(
                    row["first_name"], row["last_name"], row["father_name"], row["phone"], None
                ),
            }
            for row in town.rows[start : start + BLOCK]
        ]
        db.session.execute(sa.insert(Member), block)
        db.session.commit()
    ids = list(db.session.scalars(sa.select(Member.id).order_by(Member.id)))
    db.session.rollback()
    while once(lambda: bool(keys.fill(centre_id))):
        pass
    return ids


def _swept(centre_id: int) -> float:
    once(lambda: bool(sweeping.begin(centre_ids=[centre_id])))
    turn, started = sweeping.Turn(), time.perf_counter()
    while once(turn.step):
        pass
    return time.perf_counter() - started


def _quality(label: str, town: Town, ids: list[int], shown: int) -> None:
    place = {member_id: at for at, member_id in enumerate(ids)}
    found = {
        (place[one], place[other]): (sure, reasons)
        for one, other, sure, reasons in db.session.execute(
            sa.select(LikelyPair.one_id, LikelyPair.other_id, LikelyPair.sure, LikelyPair.reasons)
        )
    }
    for title, pairs in (("all", set(found)), ("sure", {pair for pair, said in found.items() if said[0]})):
        right = len(pairs & town.same)
        print(
            f"{label}  {title:<5} precision {right / max(len(pairs), 1):.3f} (.95)  recall {right / len(town.same):.3f} (.90)"
            f"  of {len(town.same)} true pairs {right} found, {len(pairs) - right} false",
            flush=True,
        )
    chance = random.Random(1)
    for title, pairs in (("missed", sorted(town.same - set(found))), ("false", sorted(set(found) - town.same))):
        for one, other in chance.sample(pairs, min(shown, len(pairs))):
            print(
                title, *(list(town.rows[at].values()) for at in (one, other)), found.get((one, other), ""), sep="\n   "
            )


def _one(label: str, town: Town, centre_id: int) -> None:
    """A woman who is about to be stored, among all."""
    taken = []
    for row in random.Random(2).sample(town.rows, ASKED):
        started = time.perf_counter()
        duplicates.find(centre_id=centre_id, values=row)
        taken.append((time.perf_counter() - started) * 1000)
        db.session.rollback()
    print(
        f"{label}  one found in {median(taken):.1f} ms, 95 of 100 in {quantiles(taken, n=20)[-1]:.1f} ms (wanted under 50)",
        flush=True,
    )
