"""rows of a list

Revision: 0026, after 0025.
"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


RULE = "ck_import_runs_state"


def upgrade() -> None:
    op.create_table(
        "import_rows",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("cells", sa.LargeBinary(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "undecided",
                "refused",
                "new",
                "same",
                "skipped",
                "created",
                "updated",
                "reverted",
                "kept",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "decision",
            sa.Enum("same", "new", "skip", name="decision", native_enum=False, create_constraint=True, length=40),
            nullable=True,
        ),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("withheld", sa.Integer(), nullable=False),
        sa.Column("known_id", sa.Integer(), nullable=True),
        sa.Column("known_line", sa.Integer(), nullable=True),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("undo", sa.LargeBinary(), nullable=True),
        sa.Column("version_after", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["known_id"], ["members.id"], name=op.f("fk_import_rows_known_id_members"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_import_rows_member_id_members"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["import_runs.id"], name=op.f("fk_import_rows_run_id_import_runs"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_rows")),
    )
    with op.batch_alter_table("import_rows", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_import_rows_known_id"), ["known_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_import_rows_member_id"), ["member_id"], unique=False)
        batch_op.create_index("ix_import_rows_run_id_line", ["run_id", "line"], unique=True)
        batch_op.create_index("ix_import_rows_run_id_state", ["run_id", "state"], unique=False)

    with op.batch_alter_table("import_runs", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f(RULE), type_="check")
        batch_op.create_check_constraint(batch_op.f(RULE), "state IN ('previewed', 'taking', 'done', 'reverted')")
        batch_op.add_column(sa.Column("titles", sa.JSON(), server_default="{}", nullable=False))
        batch_op.add_column(sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("busy_until", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Lists that wait for a decision go with their rows: the older program has no file to look through again."""
    op.execute("DELETE FROM import_runs WHERE id IN (SELECT run_id FROM import_rows) AND state = 'previewed'")
    op.execute("UPDATE import_runs SET state = 'done' WHERE state IN ('taking', 'reverted')")
    op.execute(
        """UPDATE import_runs SET report = '{"created": 0, "merged": 0, "withheld": 0, "needs_decision": [], "rejected": [], "sample": []}' WHERE id IN (SELECT run_id FROM import_rows)"""
    )
    with op.batch_alter_table("import_runs", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f(RULE), type_="check")
        batch_op.create_check_constraint(batch_op.f(RULE), "state IN ('previewed', 'done')")
        batch_op.drop_column("busy_until")
        batch_op.drop_column("taken_at")
        batch_op.drop_column("titles")

    with op.batch_alter_table("import_rows", schema=None) as batch_op:
        batch_op.drop_index("ix_import_rows_run_id_state")
        batch_op.drop_index("ix_import_rows_run_id_line")
        batch_op.drop_index(batch_op.f("ix_import_rows_member_id"))
        batch_op.drop_index(batch_op.f("ix_import_rows_known_id"))

    op.drop_table("import_rows")
