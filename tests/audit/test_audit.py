"""The administrator reads who did what, finds it again, and takes it along as a file."""

import csv
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from crm.access import Role
from crm.accounts.models import User
from crm.audit.enums import Action
from crm.audit.models import AuditEntry
from crm.audit.operations import record_changes
from crm.extensions import db
from crm.forms import today
from crm.members.enums import Category
from crm.members.models import SpecialNote
from tests import factories
from tests.counting import queries


@pytest.fixture
def admin(sign_in: Callable[[User], FlaskClient]) -> FlaskClient:
    return sign_in(factories.user(Role.ADMINISTRATOR, name="Leyla Əliyeva"))


def entry(thing: Any, action: Action = Action.CHANGED, by: User | None = None, **more: Any) -> AuditEntry:
    made: AuditEntry = factories.save(
        AuditEntry(
            action=action,
            thing=thing.__tablename__,
            thing_id=thing.id,
            user_id=by.id if by else None,
            user_name=by.name if by else "",
            **more,
        )
    )
    db.session.commit()
    return made


def listed(browser: FlaskClient, **asked: Any) -> str:
    page = browser.get("/audit", query_string=asked)
    assert page.status_code == 200, page.text
    return page.text.split('id="audit-list"', 1)[1]


def test_change_reads_as_a_sentence_with_a_link_to_the_record(admin: FlaskClient) -> None:
    partner = factories.partner("Kür Balıq")
    rayon = factories.settlement("Biləsuvar").rayon_id
    changes = {"stage": ["new", "contacted"], "rayon_id": [None, rayon], "next_step_due": [None, "2026-03-02"]}
    entry(partner, by=factories.user(name="Aysel Quliyeva"), changes=changes)
    page = listed(admin)
    assert "Aysel Quliyeva" in page
    assert f'href="/partners/{partner.id}"' in page
    assert "Kür Balıq" in page
    assert "→ Biləsuvar" in page
    assert "rayon_id" not in page
    assert "2 mar 2026" in page


def test_sign_in_says_who_came(admin: FlaskClient) -> None:
    row = listed(admin, action="signed_in").split("</tr>")[1]
    assert row.count("Leyla Əliyeva") == 2


def test_administrator_finds_entries_by_who_what_and_when(admin: FlaskClient) -> None:
    aysel = factories.user(name="Aysel Quliyeva")
    woman, partner = factories.member("Zərifə", "Həsənova"), factories.partner("Kür Balıq")
    entry(woman, Action.LOOKED, aysel)
    entry(partner, Action.CREATED, at=datetime(2026, 1, 15, 21, 0, tzinfo=UTC))

    def found(**asked: Any) -> set[str]:
        page = listed(admin, **asked)
        return {name for name in ("Zərifə", "Kür Balıq") if name in page}

    assert found() == {"Zərifə", "Kür Balıq"}
    assert found(q="quliyeva") == {"Zərifə"}
    assert found(q="zerife") == {"Zərifə"}
    assert found(q="qadın") == {"Zərifə"}
    assert found(q="kur baliq") == {"Kür Balıq"}
    assert found(action="looked") == {"Zərifə"}
    assert found(thing="partners") == {"Kür Balıq"}
    assert found(user=aysel.id) == {"Zərifə"}
    assert found(thing="members", id=woman.id) == {"Zərifə"}
    assert found(to="2026-01-31") == {"Kür Balıq"}
    # 21:00 in Greenwich is already the next day in Baku.
    assert found(**{"from": "2026-01-16", "to": "2026-01-16"}) == {"Kür Balıq"}
    assert found(to="2026-01-15") == set()
    assert found(**{"from": (today() + timedelta(days=1)).isoformat()}) == set()
    assert found(action="nonsense", thing="users; drop", **{"from": "yesterday"}) == {"Zərifə", "Kür Balıq"}


def test_file_holds_what_was_asked_for_and_taking_it_is_noted(admin: FlaskClient) -> None:
    entry(factories.member("Zərifə", "Həsənova"), Action.LOOKED)
    entry(factories.partner("=Kür Balıq"), changes={"name": ["=1+1", "=HYPERLINK()"]})
    answer = admin.get("/audit/export.csv?thing=partners")
    assert answer.mimetype == "text/csv"
    rows = list(csv.reader(StringIO(answer.text.removeprefix("\ufeff"))))
    assert len(rows) == 2
    assert "Kür Balıq" in rows[1][3]
    assert not any(cell.startswith("=") for cell in rows[1])
    noted = db.session.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()[-1]
    assert (noted.action, noted.user_name) == (Action.EXPORTED, "Leyla Əliyeva")
    assert noted.changes == {"rows": 1, "filters": "thing=partners"}


def test_what_is_protected_never_stands_in_the_audit(admin: FlaskClient) -> None:
    woman = factories.member()
    note = factories.save(SpecialNote(member_id=woman.id, category=Category.HEALTH, text="the old secret"))
    db.session.commit()
    note.text = "the new secret"
    record_changes(note)
    entry(note, changes={"text": ["a leaked secret", None]})
    for page in (listed(admin), admin.get("/audit/export.csv").text):
        assert "secret" not in page
    noted = db.session.scalars(select(AuditEntry).where(AuditEntry.thing == "special_notes")).first()
    assert noted and noted.changes == {"text": ["…", "…"]}


def test_record_that_is_gone_keeps_its_entry(admin: FlaskClient) -> None:
    woman = factories.member("Zərifə", agrees_to=())
    entry(woman, Action.CREATED)
    entry(factories.centre(), Action.CHANGED, changes={"kind": ["a kind of earlier", "ngo"], "unheard_of": [1, 2]})
    db.session.delete(woman)
    db.session.commit()
    page = listed(admin)
    assert "№" in page
    assert "a kind of earlier" in page
    assert "unheard of: 1 → 2" in page


def test_only_the_administrator_reads_the_audit(staff: FlaskClient) -> None:
    for address in ("/audit", "/audit/export.csv"):
        assert staff.get(address).status_code == 403


def test_list_reads_the_same_number_of_times_however_many_entries(admin: FlaskClient) -> None:
    counts = []
    for number in (1, 5):
        for _ in range(number):
            entry(factories.member(), changes={"centre_id": [None, factories.centre().id]})
            entry(factories.partner())
        with queries() as one:
            admin.get("/audit")
        counts.append(one.number)
    assert counts[0] == counts[1]
