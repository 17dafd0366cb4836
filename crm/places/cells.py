"""The area of each rayon in a sketch: what lies nearer to its centre than to any other, and not too far away.

Pure geometry over points of a plane. These are no borders: nothing but the places of the centres is known."""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, hypot, pi, sin

Point = tuple[float, float]
#: Corners of the circle a cell is cut from.
CORNERS = 36


def cells(points: Sequence[Point], reach: float) -> list[list[Point]]:
    """One polygon a point, in their order (Voronoi cells, each within `reach` of its point). Of two points in the
    same place both get the same cell."""
    return [_cell(here, points, reach) for here in points]


def _cell(here: Point, points: Sequence[Point], reach: float) -> list[Point]:
    """A circle, cut along the line half-way to each neighbour."""
    angles = [2 * pi * corner / CORNERS for corner in range(CORNERS)]
    shape = [(here[0] + reach * cos(angle), here[1] + reach * sin(angle)) for angle in angles]
    for other in points:
        if 0 < hypot(other[0] - here[0], other[1] - here[1]) < 2 * reach:
            shape = _nearer_to(here, other, shape)
    return shape


def _nearer_to(here: Point, other: Point, shape: Sequence[Point]) -> list[Point]:
    """The part of a convex shape on this side of the line half-way (Sutherland and Hodgman's clipping)."""
    across = other[0] - here[0], other[1] - here[1]
    middle = (other[0] + here[0]) / 2, (other[1] + here[1]) / 2

    def beyond(point: Point) -> float:
        return (point[0] - middle[0]) * across[0] + (point[1] - middle[1]) * across[1]

    kept: list[Point] = []
    for start, end in pairwise([*shape, shape[0]]):
        first, second = beyond(start), beyond(end)
        if first <= 0:
            kept.append(start)
        if first * second < 0:
            part = first / (first - second)
            kept.append((start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1])))
    return kept
