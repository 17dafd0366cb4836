"""The areas of the sketch: every point lies in its own, no two overlap."""

from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from crm.places.cells import cells

NUMBER = st.integers(0, 400).map(float)
POINTS = st.lists(st.tuples(NUMBER, NUMBER), min_size=1, max_size=12, unique=True)


@given(POINTS)
def test_a_corner_of_an_area_is_nearest_to_its_own_centre_and_within_reach(points: list[tuple[float, float]]) -> None:
    for here, area in zip(points, cells(points, 50), strict=True):
        assert len(area) >= 3
        for x, y in area:
            mine = hypot(x - here[0], y - here[1])
            assert mine <= 50 + 1e-6
            assert all(mine <= hypot(x - other[0], y - other[1]) + 1e-6 for other in points)
