"""What the makers of examples share: chance by seed, days counted from today, the three centres, fast inserts."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from sqlalchemy import insert, select

from crm.centres.enums import CentreKind
from crm.centres.models import Centre
from crm.demo.trades import Trade
from crm.extensions import db
from crm.forms import BAKU, today
from crm.places.models import Rayon, Settlement

#: Name, rayon, share of the members, year of registration as a local NGO.
CENTRES = (
    ("Sabirabad", "Sabirabad", 0.4, 2012),
    ("Neftçala", "Neftçala", 0.35, 2013),
    ("Biləsuvar", "Biləsuvar", 0.25, 2024),
)


@dataclass(slots=True)
class Woman:
    """What the later makers need to know of a member."""

    id: int
    centre: int
    trade: Trade
    concepts: frozenset[int]
    joined_on: date


@dataclass
class World:
    """`centres` and `places` (settlements, towns first) are in the order of CENTRES."""

    rng: Random
    members: int
    today: date = field(default_factory=today)
    centres: list[Centre] = field(default_factory=list)
    places: list[list[Settlement]] = field(default_factory=list)
    women: list[Woman] = field(default_factory=list)

    def share(self, of_638: int) -> int:
        """A figure of the review, scaled to the number of members asked for."""
        return of_638 if self.members == 638 else round(of_638 * self.members / 638)

    def day(self, ago: int) -> date:
        return self.today - timedelta(days=ago)

    def moment(self, ago: int, hour: int, minute: int = 0) -> datetime:
        return datetime.combine(self.day(ago), time(hour, minute), tzinfo=BAKU)

    def public_id(self) -> uuid.UUID:
        return uuid.UUID(int=self.rng.getrandbits(128), version=4)


def found_centres(world: World) -> None:
    for name, rayon_name, _share, year in CENTRES:
        rayon = db.session.scalars(select(Rayon).where(Rayon.name_az == rayon_name)).one()
        centre = Centre(
            name=name,
            kind=CentreKind.WRC,
            rayon=rayon,
            address=f"{name}, Heydər Əliyev Mərkəzi, 2-ci mərtəbə",
            phone="+994 50 000 00 00",
            registered_on=date(year, 5, 14),
            registry_number=f"QHT-{year}-{rayon.id:03}",
        )
        db.session.add(centre)
        world.centres.append(centre)
        places = db.session.scalars(select(Settlement).where(Settlement.rayon_id == rayon.id).order_by(Settlement.id))
        world.places.append(sorted(places, key=lambda place: place.point is None))
    db.session.flush()


def insert_rows(model: Any, rows: Sequence[dict[str, Any]]) -> list[int]:
    """Many rows at once; returns their ids in the order of the rows."""
    ids: list[int] = []
    for start in range(0, len(rows), 1000):
        statement = insert(model).returning(model.id, sort_by_parameter_order=True)
        ids += db.session.scalars(statement, rows[start : start + 1000])
    return ids
