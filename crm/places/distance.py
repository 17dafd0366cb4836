"""Distances between points on the map. Pure; roads and travel times do not live here."""

from math import asin, cos, radians, sin, sqrt

#: (latitude, longitude) in degrees.
Point = tuple[float, float]

EARTH_DIAMETER_KM = 2 * 6371.0088


def km_between(one: Point, other: Point) -> float:
    """Kilometres in a straight line (haversine on a sphere: within half a per cent at our latitudes)."""
    lat, other_lat = radians(one[0]), radians(other[0])
    half_lat = sin((other_lat - lat) / 2) ** 2
    half_lon = sin(radians(other[1] - one[1]) / 2) ** 2
    return EARTH_DIAMETER_KM * asin(sqrt(min(1.0, half_lat + cos(lat) * cos(other_lat) * half_lon)))


#: Azerbaijan with a little margin: what lies outside is a slip of the pen, not a village.
SOUTH, NORTH, WEST, EAST = 38.2, 42.1, 44.5, 51.2


def as_point(lat: object, lon: object) -> Point | None:
    """The point of two numbers (or texts of numbers) in Azerbaijan, or None: half a point is no point."""
    try:
        point = float(str(lat).replace(",", ".")), float(str(lon).replace(",", "."))
    except ValueError:
        return None
    return point if SOUTH <= point[0] <= NORTH and WEST <= point[1] <= EAST else None
