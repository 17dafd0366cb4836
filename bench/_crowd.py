"""A crowd of invented women in a database of its own, and openings for them: what the speed of matching is tried on."""

import random
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import accumulate, count
from typing import Any, cast

import sqlalchemy as sa

from crm.centres.models import Centre
from crm.db import now
from crm.extensions import db
from crm.matching.queries import near
from crm.members.models import Member, MemberConcept
from crm.partners.models import Partner
from crm.places.models import Rayon, Settlement
from crm.places.operations import load_places
from crm.skills.models import Concept
from crm.skills.operations import load_vocabulary
from crm.vacancies.enums import Hours, Importance, VacancyState
from crm.vacancies.models import Vacancy, VacancyNeed

HERE = "Sabirabad"
#: Out of these women one lives nowhere known.
NOWHERE = 100
SKILLS = (3, 12)  # at least, at most; 7.5 on the average
BLOCK = 20_000
#: Built again when the crowd is in: so it comes in many times faster.
INDEXES = (
    "ix_members_centre_id_id", "ix_members_centre_id_search_text", "ix_members_centre_id_settlement_id",
    "ix_members_settlement_id", "ix_member_concepts_concept_id_role_member_id",
)  # fmt: skip


@dataclass
class Crowd:
    """The settlements within reach of HERE and all others, the concepts by group, the next free number."""

    rng: random.Random
    centre_id: int
    close: list[int]
    elsewhere: list[int]
    groups: dict[str, list[int]]
    numbers: Iterator[int]
    concept_numbers: Iterator[int]

    @classmethod
    def prepared(cls) -> "Crowd":
        db.create_all()
        load_places()
        load_vocabulary()
        centre = Centre(name="Bench")
        db.session.add(centre)
        db.session.commit()
        here = settlement(HERE)
        reach = near((here.lat or 0.0, here.lon or 0.0))
        known = sa.select(Settlement.id).where(Settlement.lat.is_not(None))
        close = list(db.session.scalars(known.where(reach)))
        others = list(db.session.scalars(known.where(~reach)))
        groups: dict[str, list[int]] = {}
        for concept in db.session.scalars(sa.select(Concept).order_by(Concept.id)):
            groups.setdefault(concept.group, []).append(concept.id)
        return cls(random.Random(5), centre.id, close, others, groups, count(1), count(1))

    def grow(self, women: int, *, elsewhere: bool) -> None:
        """So many women more, all over the country or only where nobody travels to HERE from."""
        db.session.rollback()
        places = self.elsewhere if elsewhere else self.close + self.elsewhere
        indexes = [one for table in (Member, MemberConcept) for one in table.__table__.indexes if one.name in INDEXES]
        for index in indexes:
            index.drop(db.engine)
        while women > 0:
            block = min(women, BLOCK)
            self._add(block, places, elsewhere=elsewhere)
            women -= block
        for index in indexes:
            index.create(db.engine)
        with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("ANALYZE" if is_sqlite() else "VACUUM ANALYZE members, member_concepts")

    def _add(self, women: int, places: Sequence[int], *, elsewhere: bool) -> None:
        members: list[tuple[Any, ...]] = []
        concepts: list[tuple[Any, ...]] = []
        for number in (next(self.numbers) for _ in range(women)):
            members.append(self._woman(number, places, elsewhere))
            for concept, role, level in self._concepts():
                concepts.append((next(self.concept_numbers), number, concept, role, "text", "", 1.0, level))
        copy(Member.__table__, list(CONSTANT | dict.fromkeys(HERS)), members)
        copy(MemberConcept.__table__, CONCEPT_COLUMNS, concepts)

    def _woman(self, number: int, places: Sequence[int], elsewhere: bool) -> tuple[Any, ...]:
        rng = self.rng
        nowhere = not elsewhere and rng.randrange(NOWHERE) == 0
        hers = (
            number,
            self.centre_id,
            f"{number:032x}",
            None if nowhere else rng.choice(places),
            rng.choices(("job", "both", "business"), (70, 15, 15))[0],
            rng.choices(("full", "part", "morning", "home", None), (45, 20, 15, 5, 15))[0],
            rng.choice((True, False, False, None)),
            rng.choice((True, False, None)),
            rng.choice((5, 10, 20, 30, 40, None)),
            rng.choice(("bus", "car", "none", None)),
            rng.choice((None, None, 300, 350, 400, 450, 500, 600)),
        )
        return (*CONSTANT.values(), *hers)

    def _concepts(self) -> Iterator[tuple[int, str, int | None]]:
        """Mostly of two groups, the common ones much oftener than the others; one or two wishes among them."""
        names = list(self.groups)
        mine = self.rng.choices(names, [len(self.groups[name]) for name in names], k=2)
        number = self.rng.randint(*SKILLS)
        held = set()
        for _ in range(number):
            group = self.groups[self.rng.choice(mine) if self.rng.random() < 0.8 else self.rng.choice(names)]
            held.add(self.rng.choices(group, cum_weights=_skewed(len(group)))[0])
        yield from ((concept, "skill", self.rng.choice((None, None, None, 1, 2, 3))) for concept in sorted(held))
        if self.rng.random() < 0.6:
            yield self.rng.choice(self.groups[mine[0]]), "wish", None


HERS = (
    "id", "centre_id", "public_id", "settlement_id", "seeking", "availability", "night_ok", "weekend_ok",
    "max_distance_km", "transport", "min_pay",
)  # fmt: skip
CONSTANT: dict[str, Any] = {
    "created_at": now(), "updated_at": now(), "version": 1, "first_name": "Qadın", "last_name": "", "father_name": "",
    "search_text": "qadin", "phone": "", "email": "", "contact_note": "", "joined_on": date(2026, 1, 1),
    "skills_text": "", "experience_text": "", "wish_text": "", "constraints_text": "", "idea_text": "",
    "equipment_text": "",
}  # fmt: skip
CONCEPT_COLUMNS = ["id", "member_id", "concept_id", "role", "source", "words", "confidence", "level"]


@cache
def _skewed(number: int) -> list[float]:
    """Cumulated weights 1, 1/2, 1/3 ..."""
    return list(accumulate(1 / place for place in range(1, number + 1)))


def is_sqlite() -> bool:
    return db.engine.dialect.name == "sqlite"


def copy(table: Any, columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """Past the ORM: a million women come in minutes."""
    names = ", ".join(columns)
    connection = db.engine.raw_connection()
    try:
        if is_sqlite():
            driver = cast(sqlite3.Connection, connection.driver_connection)
            driver.execute("BEGIN")
            marks = ", ".join("?" * len(columns))
            driver.executemany(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", _plain(rows))  # noqa: S608
            driver.execute("COMMIT")
        else:
            with connection.cursor() as cursor, cursor.copy(f"COPY {table.name} ({names}) FROM STDIN") as out:
                for row in rows:
                    out.write_row(row)
            connection.commit()
    finally:
        connection.close()


def _plain(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    return (tuple(str(value) if hasattr(value, "isoformat") else value for value in row) for row in rows)


def settlement(name: str) -> Settlement:
    found = db.session.scalars(
        sa.select(Settlement).join(Rayon).where(Settlement.name_az == name, Settlement.lat.is_not(None))
    ).first()
    if found is None:
        raise LookupError(f"no settlement {name} with coordinates")
    return found


def openings(crowd: Crowd, number: int, *, at_home: bool) -> list[int]:
    """Ids of invented vacancies: two to four needs of one trade, and often one that would be nice to have."""
    rng = random.Random(11)
    partner = Partner(centre_id=crowd.centre_id, name="Bench", search_name="bench", stage_since=date(2026, 1, 1))
    trades = [name for name, concepts in crowd.groups.items() if len(concepts) >= 10 and name != "licence"]
    made = []
    for turn in range(number):
        trade = crowd.groups[trades[turn % len(trades)]]
        needs = []
        while len(needs) < 3 + turn % 3:
            concept = rng.choices(trade, cum_weights=_skewed(len(trade)))[0]
            if concept not in needs:
                needs.append(concept)
        desired = needs[2 + turn % 2 :]
        made.append(
            Vacancy(
                centre_id=crowd.centre_id,
                partner=partner,
                title=f"Bench {turn}",
                state=VacancyState.OPEN,
                settlement=None if at_home else settlement(HERE),
                home_based=at_home,
                hours=Hours.HOME if at_home else rng.choice((Hours.FULL, Hours.PART, Hours.SHIFT_DAY)),
                weekend=bool(turn % 2),
                pay_max=450,
                needs=[
                    VacancyNeed(
                        concept_id=concept, importance=Importance.DESIRED if concept in desired else Importance.REQUIRED
                    )
                    for concept in needs
                ],
            )
        )
    db.session.add_all(made)
    db.session.commit()
    return [one.id for one in made]
