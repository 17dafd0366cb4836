"""Who gets which answer where. A change of access shows as a changed line of access_matrix.txt (see kept.py)."""

from collections import defaultdict

import pytest
from flask import Flask

from crm.access import PUBLIC, declared
from tests.consistency.kept import check
from tests.consistency.walk import Visit, missing
from tests.consistency.world import SHARED, build

GONE = 404
#: Pages of one opening for every woman who signs in: what is open is public (`/jobs`).
FOR_EVERY_MEMBER = {"my.job", "my.wish"}
#: The same answers come from both databases.
on_sqlite = pytest.mark.parametrize("whole_app", ["sqlite"], indirect=True)


def matrix(visits: list[Visit]) -> str:
    roles = list(dict.fromkeys(visit.role for visit in visits))
    answers: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for visit in visits:
        answers[f"{visit.endpoint:<30} {visit.method:<4}"][visit.role] = visit.status
    head = f"{'endpoint':<30} {'':<4}" + "".join(f" {role:>13}" for role in roles)
    lines = [name + "".join(f" {answers[name].get(role, '-'):>13}" for role in roles) for name in sorted(answers)]
    return "\n".join([head, *lines]) + "\n"


@on_sqlite
def test_the_world_has_a_record_for_every_address(app: Flask) -> None:
    world = build()
    assert [
        f"{rule.endpoint}: {missing(world, rule)}" for rule in app.url_map.iter_rules() if missing(world, rule)
    ] == []


@on_sqlite
def test_everybody_gets_the_answers_that_are_written_down(visits: list[Visit]) -> None:
    check("access_matrix.txt", matrix(visits))


def test_no_empty_form_breaks_anything(visits: list[Visit]) -> None:
    broken = [f"{visit.method} {visit.url} as {visit.role}: {visit.text}" for visit in visits if visit.status == 500]
    assert broken == []


@on_sqlite
def test_a_record_of_another_centre_does_not_exist_for_its_staff(app: Flask, visits: list[Visit]) -> None:
    assert _reached_by_others(app, visits, "staff", "other_staff") == []


@on_sqlite
def test_a_record_of_another_company_does_not_exist_for_a_partner(app: Flask, visits: list[Visit]) -> None:
    assert _reached_by_others(app, visits, "partner", "other_partner") == []


@on_sqlite
def test_a_record_of_another_woman_does_not_exist_for_a_member(app: Flask, visits: list[Visit]) -> None:
    assert _reached_by_others(app, visits, "member", "other_member") == []


@on_sqlite
def test_who_is_not_signed_in_is_sent_to_sign_in_everywhere_else(app: Flask, visits: list[Visit]) -> None:
    public = {name for name, view in app.view_functions.items() if declared(view) == PUBLIC}
    signed_out = [visit for visit in visits if visit.role == "anonymous" and visit.endpoint not in public]
    assert {visit.endpoint for visit in signed_out if visit.status != 302} == set()


def _reached_by_others(app: Flask, visits: list[Visit], owner: str, other: str) -> list[str]:
    """Endpoints of records that their owner may open and the other gets anything but 404 from."""
    of_records = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.arguments - SHARED
        and rule.endpoint not in FOR_EVERY_MEMBER
        and declared(app.view_functions[rule.endpoint]) != PUBLIC
    }
    own = {
        (visit.endpoint, visit.method) for visit in visits if visit.role == owner and visit.status not in (403, GONE)
    }
    return [
        f"{visit.method} {visit.url} ({visit.endpoint}): {visit.status}"
        for visit in visits
        if visit.role == other
        and visit.endpoint in of_records
        and (visit.endpoint, visit.method) in own
        and visit.status != GONE
    ]
