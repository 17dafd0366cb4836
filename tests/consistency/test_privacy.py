"""What no page may show, what no page may do: found by asking for all of them."""

from dataclasses import replace

import pytest
from flask import Flask

from tests.consistency.walk import IGNORED, Visit, addresses, ask, visitors
from tests.consistency.world import HER_NAME, HER_PHONE, HER_SECRET, build

pytestmark = pytest.mark.parametrize("whole_app", ["sqlite"], indirect=True)

#: Everybody but herself, her centre, the administrator, and the partner she agreed to be shown to.
STRANGERS = {"anonymous", "other_staff", "observer", "other_partner", "other_member"}


def test_no_stranger_reads_her_name_or_phone(visits: list[Visit]) -> None:
    digits = HER_PHONE.replace(" ", "")
    told = [
        f"{visit.method} {visit.url} as {visit.role}"
        for visit in visits
        if visit.role in STRANGERS
        and (HER_NAME in visit.text or HER_PHONE in visit.text or digits in visit.text.replace(" ", ""))
    ]
    assert told == []
    assert any(HER_NAME in visit.text for visit in visits if visit.role == "staff")


def test_a_protected_note_stands_on_no_page_until_somebody_says_why(visits: list[Visit]) -> None:
    assert [f"{visit.method} {visit.url} as {visit.role}" for visit in visits if HER_SECRET in visit.text] == []


def test_no_form_is_taken_without_its_token(app: Flask) -> None:
    world = build()
    accepted = [
        f"{rule.endpoint} as {visitor.role}"
        for visitor in visitors(app, world)
        if visitor.role in ("staff", "partner", "member", "administrator")
        for rule in app.url_map.iter_rules()
        if "POST" in (rule.methods or set()) - IGNORED
        for url in addresses(app, world, rule)
        if ask(app, replace(visitor, token=""), "POST", url).status_code not in (400, 403)
    ]
    assert accepted == []


def test_looking_at_a_page_changes_nothing_but_the_record_of_looks_and_of_her_last_visit(visits: list[Visit]) -> None:
    changed = [
        f"{visit.url} as {visit.role}: {statement}"
        for visit in visits
        if visit.method == "GET"
        for statement in visit.wrote
        if not statement.startswith(("INSERT INTO audit_entries", "UPDATE member_users SET visited_"))
    ]
    assert changed == []
    assert any(visit.wrote for visit in visits if visit.method == "GET")
