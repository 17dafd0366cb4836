"""The figures are counted from records, each person once, within the period and the centre asked for."""

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from flask import Flask

from crm.events.enums import EventKind, Participation
from crm.events.models import EventBooth, EventParticipant
from crm.extensions import db
from crm.forms import BAKU
from crm.info_sessions.enums import SessionState
from crm.members.models import Member
from crm.partners.enums import CommitmentKind, CommitmentState, PartnerKind
from crm.partners.models import Commitment, Partner, StartupGrant
from crm.referrals.enums import ContractType
from crm.referrals.models import Placement
from crm.results.models import IndicatorTarget
from tests import factories

Report = Callable[..., dict[str, Any]]


@pytest.fixture
def report(app: Flask) -> Report:
    """`report("--from", "2026-01-01")` runs the command; gives figures by code and the reconciliation."""

    def run(*options: str) -> dict[str, Any]:
        db.session.commit()
        result = app.test_cli_runner().invoke(args=["results", "report", "--format", "json", *options])
        assert result.exit_code == 0, result.output
        data = json.loads(result.stdout)
        return {"reconciliation": data["reconciliation"]} | {line["code"]: line for line in data["indicators"]}

    return run


def hire(member: Member, partner: Partner, started_on: date = date(2026, 3, 2), **more: Any) -> None:
    contract = ContractType.PERMANENT
    factories.save(
        Placement(
            centre_id=member.centre_id, member=member, partner=partner, started_on=started_on, contract=contract, **more
        )
    )


def startup_of(founder: Member) -> Partner:
    made: Partner = factories.partner(
        kind=PartnerKind.STARTUP, founder=founder, founded_on=date(2026, 2, 1), centre=founder.centre
    )
    return made


def test_donor_counts_a_woman_on_several_routes_once_on_the_first(report: Report) -> None:
    founder, worker, visitor = (factories.member(name) for name in ("Aygün", "Lalə", "Nigar"))
    startup, factory = startup_of(founder), factories.partner(kind=PartnerKind.COMPANY)
    fair = factories.event(EventKind.JOB_FAIR)
    hire(worker, startup)
    hire(worker, factory, event=fair)
    hire(founder, factory)
    hire(founder, startup)  # she works in her own start-up: no hire
    hire(visitor, factory, event=fair)

    found = report()
    assert found["reconciliation"] == {
        "own_startup": 1,
        "hired_by_startup": 1,
        "job_fair": 1,
        "referral": 0,
        "total": 3,
        "overlap": 2,
    }
    assert (found["OC1"]["value"], found["OC4"]["value"], found["OC5"]["value"]) == (3, 1, 1)
    assert found["OC1"]["disaggregation"]["centre"] == {"Sabirabad": 3}
    assert found["OP8"]["parts"]["hires"] == found["OP8"]["value"] == 2


def test_hire_at_an_ordinary_company_raises_livelihoods_by_one_by_referral(report: Report) -> None:
    woman = factories.member()
    before = report()["OC1"]
    hire(woman, factories.partner(kind=PartnerKind.COMPANY))
    after = report()
    assert after["OC1"]["value"] == before["value"] + 1
    assert after["reconciliation"]["referral"] == before["parts"]["referral"] + 1
    assert after["OC2"]["value"] == 1


def test_participant_counts_once_and_only_where_she_was(report: Report) -> None:
    woman = factories.member()
    for kind, came in (
        (EventKind.TRAINING, Participation.CAME),
        (EventKind.AWARENESS, Participation.CAME),
        (EventKind.WORKSHOP, Participation.ABSENT),
        (EventKind.JOB_FAIR, Participation.CAME),
    ):
        factories.save(EventParticipant(event=factories.event(kind), member=woman, participation=came))
    found = report()
    assert found["OP2"]["parts"] == {"persons": 1, "attendances": 2}
    assert (found["OP1"]["value"], found["OC2"]["value"], found["OC1"]["value"]) == (1, 1, 0)


def test_partners_promises_fairs_and_grants_are_counted_by_their_rules(report: Report) -> None:
    host, guest = factories.partner(kind=PartnerKind.BANK), factories.partner(kind=PartnerKind.COMPANY)
    held = factories.info_session(host, state=SessionState.HELD, starts_at=datetime(2026, 3, 1, 10, tzinfo=BAKU))
    factories.info_session(guest)  # only planned
    for kept_on, due_on in ((date(2026, 4, 1), date(2026, 4, 2)), (date(2026, 9, 1), date(2026, 6, 1))):
        factories.save(
            Commitment(
                partner=host,
                info_session_id=held.id,
                kind=CommitmentKind.VACANCY,
                made_on=date(2026, 3, 1),
                due_on=due_on,
                state=CommitmentState.KEPT,
                settled_on=kept_on,
            )
        )
    fair = factories.event(EventKind.JOB_FAIR)
    factories.save(EventBooth(event=fair, partner=host, places_offered=3))
    factories.save(EventBooth(event=fair, partner=guest, places_offered=4))
    startup = startup_of(factories.member())
    factories.save(
        StartupGrant(partner=startup, item="Sewing machine", value_azn=1200, handed_over_on=date(2026, 3, 5))
    )

    found = report()
    assert found["OP5"]["parts"] == {"sessions": 1, "companies": 1}
    assert found["OP6"]["value"] == 1
    assert (found["OP7"]["value"], found["OP7"]["numerator"], found["OP7"]["denominator"]) == (50.0, 1, 2)
    assert (found["OP8"]["parts"]["employers"], found["OP8"]["parts"]["vacancies"]) == (2, 7)
    assert found["OP9"]["parts"] == {"grants": 1, "azn": 1200}
    assert report("--to", "2026-01-31")["OP7"]["value"] is None  # nothing was due by then


def test_period_and_centre_narrow_the_figures(report: Report) -> None:
    here, there = factories.centre("Sabirabad"), factories.centre("Neftçala")
    company = factories.partner(kind=PartnerKind.COMPANY)
    hire(factories.member(centre=here), company, date(2026, 1, 31))
    hire(factories.member(centre=there), company, date(2026, 2, 1))
    assert report()["OC1"]["value"] == 2
    assert report("--to", "2026-01-31")["OC1"]["value"] == 1
    assert report("--from", "2026-02-01", "--to", "2026-02-01")["OC1"]["value"] == 1
    assert report("--centre", "Neftçala")["OC1"]["disaggregation"]["centre"] == {"Neftçala": 1}
    assert report("--centre", "Neftchala")["OC1"]["disaggregation"]["centre"] == {"Neftçala": 1}


def test_newest_target_is_in_force_and_the_baseline_comes_from_the_framework(report: Report) -> None:
    for target, day in ((50, date(2025, 1, 1)), (80, date(2026, 1, 1))):
        factories.save(IndicatorTarget(code="OC1", target=target, set_on=day, reason="agreed"))
    found = report()
    assert (found["OC1"]["baseline"], found["OC1"]["target"]) == (0, 80)
    assert (found["OP4"]["baseline"], found["OP7"]["baseline"], found["OP1"]["target"]) == (2, None, None)


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (["--from", "31.01.2026"], "not a date"),
        (["--from", "2026-02-01", "--to", "2026-01-01"], "after"),
        (["--centre", "Nowhere"], "no such centre"),
    ],
)
def test_wrong_options_are_explained(app: Flask, options: list[str], word: str) -> None:
    result = app.test_cli_runner().invoke(args=["results", "report", "--format", "json", *options])
    assert (result.exit_code, result.stdout) == (1, "")
    assert word in result.stderr
