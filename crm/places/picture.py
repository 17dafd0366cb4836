"""A sketch of the country: the area of each rayon, a dot in it, how large it is, where its name finds room.

Pure: no database. Only our own list of rayon centres is known, no borders; the areas follow from it (cells.py)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians, sqrt

from crm.places.cells import cells
from crm.places.models import Rayon

#: Measures of the drawing; names are as large as a phone needs them.
WIDTH, MARGIN = 720, 50
LETTER, LINE = 15.5, 30
SMALLEST, LARGEST, EMPTY = 13, 34, 4
#: Half the width of a rayon that has no neighbour.
REACH = 46
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Dot:
    """`name_at` is (x, y, anchor) where the name is written, None where there is no room for it. `area`: the corners
    of the rayon's area, as SVG takes them."""

    rayon: Rayon
    number: int
    x: float
    y: float
    radius: float
    name_at: tuple[float, float, str] | None
    area: str


@dataclass(frozen=True)
class Picture:
    width: int
    height: int
    dots: Sequence[Dot]


def drawn(rayons: Sequence[Rayon], numbers: Mapping[int, int], names: Mapping[int, str]) -> Picture:
    """`numbers` and `names` by the id of a rayon. The largest are drawn last and named first."""
    placed = [(one, one.lat, one.lon) for one in rayons if one.lat is not None and one.lon is not None]
    if not placed:
        return Picture(WIDTH, WIDTH, ())
    south, north = min(lat for _, lat, _ in placed), max(lat for _, lat, _ in placed)
    west, east = min(lon for *_, lon in placed), max(lon for *_, lon in placed)
    narrower = cos(radians((south + north) / 2))
    scale = (WIDTH - 2 * MARGIN) / max((east - west) * narrower, 0.1)
    points = {
        one.id: (MARGIN + (lon - west) * narrower * scale, MARGIN + (north - lat) * scale) for one, lat, lon in placed
    }
    areas = dict(zip(points, cells(list(points.values()), REACH), strict=True))
    most = max(numbers.values(), default=1)
    sizes = {one.id: _radius(numbers.get(one.id, 0), most) for one, *_ in placed}
    order = sorted((one for one, *_ in placed), key=lambda one: (-numbers.get(one.id, 0), one.id))
    taken: list[Box] = [_round(points[one.id], sizes[one.id]) for one in order if numbers.get(one.id)]
    dots = []
    for one in order:
        at = _name_at(points[one.id], sizes[one.id], names[one.id], taken) if numbers.get(one.id) else None
        x, y = points[one.id]
        dots.append(Dot(one, numbers.get(one.id, 0), _tenth(x), _tenth(y), sizes[one.id], at, _corners(areas[one.id])))
    return Picture(WIDTH, round(2 * MARGIN + (north - south) * scale), dots[::-1])


def _radius(number: int, most: int) -> float:
    """The area grows with the number."""
    return _tenth(SMALLEST + (LARGEST - SMALLEST) * sqrt(number / most)) if number else EMPTY


def _name_at(point: tuple[float, float], radius: float, name: str, taken: list[Box]) -> tuple[float, float, str] | None:
    """Right, left, below or above the dot, wherever nothing is in the way."""
    (x, y), length, gap = point, len(name) * LETTER, radius + 6
    for left, top, at in (
        (x + gap, y - LINE / 2, (x + gap, y + LINE / 3, "start")),
        (x - gap - length, y - LINE / 2, (x - gap, y + LINE / 3, "end")),
        (x - length / 2, y + gap - 6, (x, y + gap + LINE * 0.65, "middle")),
        (x - length / 2, y - gap - LINE + 4, (x, y - gap - 4, "middle")),
    ):
        box = (left, top, left + length, top + LINE)
        if left > 0 and box[2] < WIDTH and not any(_touch(box, other) for other in taken):
            taken.append(box)
            return _tenth(at[0]), _tenth(at[1]), at[2]
    return None


def _round(point: tuple[float, float], radius: float) -> Box:
    return point[0] - radius, point[1] - radius, point[0] + radius, point[1] + radius


def _corners(area: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{_tenth(x)},{_tenth(y)}" for x, y in area)


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _tenth(number: float) -> float:
    return round(number, 1)
