"""The examples show the figures of the project review, counted from their records."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from crm import create_app
from crm.centres.models import Centre
from crm.demo.load import is_empty
from crm.extensions import db
from tests import factories
from tests.conftest import config_for

FIGURES = {"OP1": 638, "OC5": 42, "OC4": 28, "OC1": 78, "OP2": 355, "OC2": 377, "OP3": 16, "OP4": 3}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder = tmp_path_factory.mktemp("demo")
    app = create_app(config_for(f"sqlite:///{folder / 'demo.db'}", folder))
    with app.app_context():
        db.create_all()
    assert app.test_cli_runner().invoke(args=["demo", "load"]).exit_code == 0
    yield app
    with app.app_context():
        db.session.remove()
        for engine in db.engines.values():
            engine.dispose()


def test_examples_give_the_figures_of_the_review(demo: Flask) -> None:
    answer = demo.test_cli_runner().invoke(args=["results", "report", "--format", "json"])
    report = json.loads(answer.stdout)
    found = {one["code"]: one for one in report["indicators"]}
    assert {code: found[code]["value"] for code in FIGURES} == FIGURES
    assert found["OP5"]["parts"]["companies"] == 8
    assert found["OP8"]["parts"]["hires"] == 8
    assert found["OC1"]["parts"]["referral"] == 0
    assert report["reconciliation"]["total"] == 28 + 42 + 8


def test_everybody_in_the_examples_can_sign_in(demo: Flask) -> None:
    users = json.loads(demo.test_cli_runner().invoke(args=["demo", "logins", "--json"]).stdout)["users"]
    roles = sorted(user["role"] for user in users)
    assert roles == ["administrator", "member", "member", "observer", "partner", "partner", "staff", "staff"]
    assert len({user["name"] for user in users}) == len(users)
    for user in users:
        answer = factories.post(demo.test_client(), "/sign-in", login=user["login"], password=user["password"])
        assert answer.status_code == 303, user


def test_second_load_is_refused_and_an_empty_start_says_nothing(demo: Flask) -> None:
    runner = demo.test_cli_runner()
    assert runner.invoke(args=["demo", "load"]).exit_code == 1
    quiet = runner.invoke(args=["demo", "load", "--if-empty"])
    assert (quiet.exit_code, quiet.output) == (0, "")


def test_database_with_real_people_is_left_alone(tmp_path: Path) -> None:
    app = create_app(config_for(f"sqlite:///{tmp_path / 'real.db'}", tmp_path))
    with app.app_context():
        db.create_all()
        db.session.add(Centre(name="Real"))
        db.session.commit()
        assert not is_empty()
    answer = app.test_cli_runner().invoke(args=["demo", "load"])
    assert answer.exit_code == 1 and "CRM_DATABASE_URL" in answer.output
    with app.app_context():
        db.session.remove()
        for engine in db.engines.values():
            engine.dispose()
