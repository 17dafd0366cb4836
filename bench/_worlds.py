"""Databases of invented women that are thrown away afterwards, and what a ranking in one of them takes."""

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_urlsafe
from statistics import median

import sqlalchemy as sa
from flask import Flask

from bench._crowd import Crowd, openings
from crm import create_app
from crm.config import Config
from crm.extensions import db
from crm.matching import queries
from crm.vacancies.models import Vacancy
from tests.postgres import cluster, fresh_database

Answer = Callable[[Vacancy], object]


@dataclass(frozen=True)
class World:
    """One database, and the ids of vacancies in it: for one rayon and its neighbours, and done at home."""

    app: Flask
    women: int
    local: Sequence[int]
    home: Sequence[int]

    def takes(self, vacancy_id: int, answer: Answer) -> float:
        """Milliseconds of one answer in a session of its own."""
        with self.app.app_context():
            asked = sa.select(Vacancy).where(Vacancy.id == vacancy_id).options(*queries.shown())
            vacancy = db.session.scalars(asked).one()
            started = time.perf_counter()
            answer(vacancy)
            return (time.perf_counter() - started) * 1000


@dataclass(frozen=True)
class Pair:
    """Medians over the vacancies, in milliseconds; `times`: how many times as long the second takes as the first."""

    first: float
    second: float
    times: float


def compared(
    one: World, first: Answer, other: World, second: Answer, vacancies: Sequence[int], turns: int, slow: bool = False
) -> Pair:
    """The best of several turns of each, taken alternately, so that both meet the same load of the machine. Of a `slow`
    second one turn is enough: it takes seconds, beside which a new connection (some 70 ms) is nothing."""
    both = []
    for vacancy in vacancies:
        ours, theirs = [], []
        for turn in range(turns):
            ours.append(one.takes(vacancy, first))
            if not slow or turn == 0:
                theirs.append(other.takes(vacancy, second))
        both.append((min(ours), min(theirs)))
    return Pair(
        median(ours for ours, _ in both),
        median(theirs for _, theirs in both),
        median(theirs / ours for ours, theirs in both),
    )


@contextmanager
def server(name: str) -> Iterator[Callable[[str], str]]:
    """What gives the URL of an empty database by its name."""
    if name == "sqlite":
        with tempfile.TemporaryDirectory(prefix="korpu-bench-") as folder:
            yield lambda name: f"sqlite:///{folder}/{name}.db"
    else:
        with cluster() as prefix:
            yield lambda name: fresh_database(prefix, name)


@contextmanager
def world(url: str, *, women: int, elsewhere: int = 0, vacancies: int) -> Iterator[World]:
    """`women` all over the country, and so many more out of reach of the local vacancies."""
    with tempfile.TemporaryDirectory(prefix="korpu-bench-") as folder:
        app = create_app(_config(url, Path(folder)))
        with app.app_context():
            crowd = Crowd.prepared()
            crowd.grow(women, elsewhere=False)
            if elsewhere:
                crowd.grow(elsewhere, elsewhere=True)
            local, home = (openings(crowd, vacancies, at_home=at_home) for at_home in (False, True))
        try:
            yield World(app, women + elsewhere, local, home)
        finally:
            with app.app_context():
                db.engine.dispose()


def _config(url: str, folder: Path) -> Config:
    return Config(
        secret_key=token_urlsafe(36),
        encryption_keys=(bytes(range(32)),),
        database_url=url,
        instance=folder,
        testing=True,
    )
