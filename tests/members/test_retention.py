"""Whose time is over by the rules of her centre is announced, and spared when there was contact since."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from crm.db import now
from crm.extensions import db
from crm.forms import today
from crm.members import operations
from crm.members.enums import Purpose, ServiceKind
from crm.members.erasures import undo_erasure
from crm.members.models import Member
from crm.members.retention import months_before, run, set_rules
from crm.members.retention_models import ErasureReason, ErasureRequest
from tests import factories

LONG_AGO = date(2020, 1, 1)


def long_known(**more: Any) -> Member:
    return factories.member(joined_on=LONG_AGO, created_at=now() - timedelta(days=2000), **more)


def asked_for() -> dict[int, ErasureReason]:
    return {one.member_id: one.reason for one in db.session.scalars(select(ErasureRequest))}


def test_each_rule_announces_whom_it_means_and_nobody_of_another_centre(app: Flask) -> None:
    silent = long_known(agrees_to=())
    left = long_known(agrees_to=())
    factories.consent(left, Purpose.SERVICES, given_on=LONG_AGO, withdrawn_on=date(2021, 1, 1))
    served = long_known(agrees_to=())
    operations.add_service(member=served, kind=next(iter(ServiceKind)), given_on=today())
    long_known(agrees_to=(), centre=factories.centre("Lerik"))
    factories.member(joined_on=LONG_AGO, agrees_to=())  # written in only now
    assert run(dry_run=False) == [], "a centre that decided nothing keeps everybody"
    set_rules(centre=factories.centre(), months_without_contact=24, months_after_leaving=12)
    assert [one.announced for one in run(dry_run=True)] == [2] and asked_for() == {}
    run(dry_run=False)
    assert asked_for() == {silent.id: ErasureReason.NO_CONTACT, left.id: ErasureReason.LEFT}
    assert run(dry_run=False) == [], "announced once"


@pytest.mark.parametrize("contact", [True, False])
def test_contact_in_the_days_of_grace_spares_her(app: Flask, contact: bool) -> None:
    she = long_known(agrees_to=())
    set_rules(centre=factories.centre(), months_without_contact=24)
    run(dry_run=False)
    asked = db.session.scalars(select(ErasureRequest)).one()
    asked.asked_on, asked.due_on = today() - timedelta(days=30), today()
    if contact:
        operations.add_service(member=she, kind=next(iter(ServiceKind)), given_on=today())
    (done,) = run(dry_run=False)
    assert (done.spared, done.erased) == (int(contact), int(not contact))
    assert (db.session.get_one(Member, she.id).erased_on is None) == contact


def test_undone_she_is_not_announced_again_the_next_night(app: Flask) -> None:
    long_known(agrees_to=())
    set_rules(centre=factories.centre(), months_without_contact=24)
    run(dry_run=False)
    undo_erasure(asked=db.session.scalars(select(ErasureRequest)).one())
    assert run(dry_run=False) == []


def test_months_are_counted_back_by_the_calendar() -> None:
    assert months_before(date(2026, 3, 31), 1) == date(2026, 2, 28)
    assert months_before(datetime(2026, 1, 15).date(), 13) == date(2024, 12, 15)
