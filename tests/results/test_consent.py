"""Reports count only women who agreed to it, and say how many they leave out; taking it back counts at once."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from python_calamine import load_workbook

from crm.access import Role
from crm.accounts.models import User
from crm.events.enums import EventKind, Participation
from crm.events.models import EventParticipant
from crm.extensions import db
from crm.forms import today
from crm.members.consents import withdraw_consent
from crm.members.enums import Purpose
from crm.members.models import Member
from crm.partners.enums import PartnerKind
from crm.referrals.enums import ContractType
from crm.referrals.models import Placement
from tests import factories


@pytest.fixture
def report(app: Flask) -> Callable[..., dict[str, Any]]:
    def run(*options: str) -> dict[str, Any]:
        db.session.commit()
        said = app.test_cli_runner().invoke(args=["results", "report", "--format", "json", *options])
        assert said.exit_code == 0, repr(said.exception) + said.stderr
        data: dict[str, Any] = json.loads(said.stdout)
        return data | {line["code"]: line for line in data["indicators"]}

    return run


def busy(name: str, **more: Any) -> Member:
    """She was at a training and at a job fair, where she found work: a bit of every figure about women."""
    woman = factories.member(name, **more)
    for kind in (EventKind.TRAINING, EventKind.JOB_FAIR):
        event = factories.event(kind, centre=woman.centre)
        factories.save(EventParticipant(event=event, member=woman, participation=Participation.CAME))
    factories.save(
        Placement(
            centre_id=woman.centre_id,
            member=woman,
            partner=factories.partner(kind=PartnerKind.COMPANY),
            started_on=date(2026, 3, 2),
            contract=ContractType.PERMANENT,
            event=event,
        )
    )
    return woman


def test_report_leaves_out_who_did_not_agree_and_says_how_many(report: Callable[..., dict[str, Any]]) -> None:
    busy("Aygün")
    busy("Lalə", agrees_to=())
    busy("Nigar", agrees_to=(Purpose.SERVICES,))
    found = report()
    assert found["left_out_without_consent"] == 2
    for code in ("OC1", "OC2", "OP1", "OP2"):
        assert (found[code]["value"], found[code]["left_out_without_consent"]) == (1, 2), code
    assert found["OP2"]["parts"] == {"persons": 1, "attendances": 1}
    assert found["OP8"]["parts"]["hires"] == 1
    assert found["reconciliation"]["job_fair"] == found["reconciliation"]["total"] == 1
    assert report("--centre", "Sabirabad")["left_out_without_consent"] == 2
    assert report("--to", "2025-12-31")["left_out_without_consent"] == 0


def test_taking_it_back_and_its_end_leave_her_out_at_once(report: Callable[..., dict[str, Any]]) -> None:
    one, other = busy("Aygün"), busy("Lalə", agrees_to=())
    consent = factories.consent(other, Purpose.REPORTS, valid_until=today())
    assert report()["OC1"]["value"] == 2
    withdraw_consent(member=one, purpose=Purpose.REPORTS)
    assert report()["OC1"]["value"] == 1
    consent.valid_until = today() - timedelta(days=1)
    assert report()["OC1"]["value"] == 0


def test_pages_and_files_say_how_many_and_name_nobody_who_is_not_counted(
    staff: FlaskClient, sign_in: Callable[[User], FlaskClient], tmp_path: Any
) -> None:
    busy("Aygün")
    busy("Zərnigar", agrees_to=())
    observer = sign_in(factories.user(Role.OBSERVER))
    assert "Sayılmayıb: hesabatlara razılıq verməyən 1 qadın" in observer.get("/results").text
    for path in ("OC1", "OC2", "OP1", "OP2", "OP8", "OP8?part=hires"):
        code, _, rest = path.partition("?")
        people = staff.get(f"/results/{code}/people?{rest}").text
        assert "Aygün" in people, path
        assert "Zərnigar" not in people, path
    missing = staff.get("/results/left-out/not_in_reports").text
    assert "Zərnigar" in missing
    assert "Aygün" not in missing
    file = tmp_path / "results.xlsx"
    file.write_bytes(observer.get("/results/report.xlsx").data)
    first = load_workbook(file).get_sheet_by_index(0).to_python()
    assert "1" in first[1][0]
    assert {row[0]: row[-1] for row in first}["OC1"] == 1
