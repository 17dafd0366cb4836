"""How far it is by road, and how far she can go. Distances in kilometres; nothing about skills or hours."""

from math import asin, cos, radians, sin, sqrt

Place = tuple[float, float]

EARTH_DIAMETER_KM = 12742.0
ROAD_FACTOR = 1.25  # roads of the Aran plain against the straight line
DRIVEN_EXTRA_KM = 30.0  # how much further she gets when the employer drives
STRETCH = 1.4  # a limit said in round numbers gives a little: up to here it is worth a word with her
USUAL_LIMIT_KM = 30.0  # what most women name (bus, work each day): taken where she has named none
FARTHEST_KM = 80.0  # nobody travels further than this each day


def straight_km(a: Place, b: Place) -> float:
    """Great-circle distance of two (latitude, longitude) pairs in degrees (haversine)."""
    lat_a, lat_b = radians(a[0]), radians(b[0])
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin(radians(b[1] - a[1]) / 2) ** 2
    return EARTH_DIAMETER_KM * asin(min(1.0, sqrt(half)))


def road_km(a: Place, b: Place) -> float:
    """What the road between them is likely to measure."""
    return straight_km(a, b) * ROAD_FACTOR


def limit_km(said: float, *, driven: bool) -> float:
    """How far she can go for this opening: what she said, and more when the employer drives."""
    return said + DRIVEN_EXTRA_KM if driven else said
