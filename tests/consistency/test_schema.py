"""The migrations make exactly the tables of the models, on both databases; the tables keep the rules of the house."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from crm import create_app
from crm.extensions import db
from tests.conftest import config_for
from tests.consistency.kept import check
from tests.postgres import fresh_database

#: It imports all models.
pytestmark = pytest.mark.usefixtures("plain_app")

#: Facts all centres share, and rows that belong to no centre.
SHARED = {
    "concept_aliases",
    "concept_forms",
    "concept_neighbours",
    "concepts",
    "economic_regions",
    "esco_concepts",
    "esco_labels",
    "esco_proposals",
    "esco_relations",
    "indicator_targets",
    "installation",
    "rayons",
    "rereadings",
    "settlements",
    "sign_in_waits",
    "submissions",
    "unknown_phrases",
}
#: Tables that reach their centre through the row they belong to.
BELONGS_TO = {
    "agreements": "partners",
    "availabilities": "partners",
    "avoided_seasons": "availabilities",
    "capacity_assessments": "partners",
    "commitments": "partners",
    "stage_changes": "partners",
    "consents": "members",
    "contacts": "partners",
    "import_rows": "import_runs",
    "cv_choices": "members",
    "event_booths": "events",
    "event_participants": "events",
    "free_windows": "availabilities",
    "info_session_attendances": "info_sessions",
    "info_session_objections": "info_sessions",
    "info_session_partners": "info_sessions",
    "invitations": "info_sessions",
    "member_concepts": "members",
    "member_users": "members",
    "not_same": "members",
    "partner_sites": "partners",
    "partner_users": "partners",
    "phrase_sightings": "unknown_phrases",  # and to one woman or one vacancy, whose own centre alone reads it
    "proposed_times": "invitations",
    "referral_steps": "referrals",
    "pins": "users",
    "saved_filters": "users",
    "services": "members",
    "sign_in_sessions": "users",
    "api_tokens": "users",
    "safe_contacts": "members",
    "member_hidings": "members",
    "member_requests": "members",
    "special_notes": "members",
    "startup_grants": "partners",
    "vacancy_needs": "vacancies",
}
#: They only say who did it: nobody looks for rows by them, and users are switched off, not deleted.
WHO_DID_IT = {"approved_by_id", "by_id", "posted_by_id", "recorded_by_id", "set_by_id", "import_runs.user_id"}


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_app(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    """An app on a database without a single table."""
    url = f"sqlite:///{tmp_path / 'schema.db'}"
    if request.param == "postgresql":
        url = fresh_database(request.getfixturevalue("postgres_url"), "korpu_schema")
    app = create_app(config_for(url, tmp_path))
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def described() -> dict[str, Any]:
    """Every table of the database with its columns, keys, rules and indexes; the order of columns does not matter."""
    inspector = sa.inspect(db.engine)
    return {
        table: {
            "columns": {
                one["name"]: (str(one["type"]), one["nullable"], one["default"]) for one in inspector.get_columns(table)
            },
            "primary key": inspector.get_pk_constraint(table)["name"],
            "foreign keys": sorted(map(str, inspector.get_foreign_keys(table))),
            "unique": sorted(map(str, inspector.get_unique_constraints(table))),
            "rules": sorted(map(str, inspector.get_check_constraints(table))),
            "indexes": sorted(map(str, inspector.get_indexes(table))),
        }
        for table in inspector.get_table_names()
        if table != "alembic_version"
    }


def test_the_migrations_make_the_tables_of_the_models(empty_app: Flask) -> None:
    upgrade()
    migrated = described()
    downgrade(revision="base")
    assert described() == {}
    db.create_all()
    modelled = described()
    assert migrated.keys() == modelled.keys()
    assert [table for table in modelled if migrated[table] != modelled[table]] == []
    assert migrated == modelled


def test_the_migrations_can_be_undone_and_done_again(empty_app: Flask) -> None:
    upgrade()
    first = described()
    downgrade(revision="base")
    assert described() == {}
    upgrade()
    assert described() == first


def tables() -> list[sa.Table]:
    return sorted(db.metadata.tables.values(), key=lambda table: table.name)


def test_a_changed_table_shows_in_the_diff() -> None:
    parts = []
    for table in tables():
        parts.append(str(CreateTable(table).compile(dialect=sqlite.dialect())).strip() + ";\n")
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        parts += [f"{CreateIndex(index).compile(dialect=sqlite.dialect())};\n" for index in indexes]
    check("schema.txt", "\n".join("\n".join(map(str.rstrip, part.splitlines())) + "\n" for part in parts))


def test_every_rule_is_named_after_its_table() -> None:
    kinds = {
        "PrimaryKeyConstraint": "pk",
        "UniqueConstraint": "uq",
        "ForeignKeyConstraint": "fk",
        "CheckConstraint": "ck",
    }
    preparer = sqlite.dialect().identifier_preparer
    wrong = []
    for table in tables():
        for rule in table.constraints:
            name = preparer.format_constraint(rule)
            if not str(name).startswith(f"{kinds[type(rule).__name__]}_{table.name}"):
                wrong.append(f"{table.name}: {name}")
        wrong += [
            f"{table.name}: {one.name}" for one in table.indexes if not str(one.name).startswith(f"ix_{table.name}_")
        ]
    assert wrong == []


def test_every_foreign_key_can_be_followed_back_quickly() -> None:
    """The first column of an index, a unique rule or the key."""
    wrong = []
    for table in tables():
        keys = [*table.indexes, *(one for one in table.constraints if isinstance(one, sa.UniqueConstraint))]
        first = {next(iter(one.columns)).name for one in keys} | {next(iter(table.primary_key)).name}
        for column in table.columns:
            known = {column.name, f"{table.name}.{column.name}"} & WHO_DID_IT
            if column.foreign_keys and column.name not in first and not known:
                wrong.append(f"{table.name}.{column.name}")
    assert wrong == []


def test_every_row_of_a_centre_knows_its_centre() -> None:
    known = SHARED | set(BELONGS_TO) | {"centres"}
    own = {table.name for table in tables() if "centre_id" in table.columns}
    assert own & known == set()
    assert {table.name for table in tables()} - own == known


@pytest.mark.parametrize("child", BELONGS_TO)
def test_what_belongs_to_a_record_always_has_one(child: str) -> None:
    parent = BELONGS_TO[child]
    columns = [
        column
        for column in db.metadata.tables[child].columns
        if any(key.column.table.name == parent for key in column.foreign_keys)
    ]
    assert [column.name for column in columns if not column.nullable] != []
