"""keys women are compared by, pairs found and decided, merges and their journal

Revision: 0017, after 0016.
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "likely_pairs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("centre_id", sa.Integer(), nullable=False),
        sa.Column("one_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("sure", sa.Boolean(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("one_id <> other_id", name=op.f("ck_likely_pairs_two_records")),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_likely_pairs_centre_id_centres")),
        sa.ForeignKeyConstraint(
            ["one_id"], ["members.id"], name=op.f("fk_likely_pairs_one_id_members"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["members.id"], name=op.f("fk_likely_pairs_other_id_members"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_likely_pairs")),
        sa.UniqueConstraint("one_id", "other_id", name=op.f("uq_likely_pairs_one_id_other_id")),
    )
    with op.batch_alter_table("likely_pairs", schema=None) as batch_op:
        batch_op.create_index("ix_likely_pairs_centre_id_sure", ["centre_id", "sure"], unique=False)
        batch_op.create_index(batch_op.f("ix_likely_pairs_other_id"), ["other_id"], unique=False)

    op.create_table(
        "member_keys",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("centre_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "document",
                "phone",
                "email",
                "name_and_year",
                "names_and_place",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_member_keys_centre_id_centres")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_member_keys_member_id_members"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member_keys")),
    )
    with op.batch_alter_table("member_keys", schema=None) as batch_op:
        batch_op.create_index("ix_member_keys_centre_id_kind_key", ["centre_id", "kind", "key"], unique=False)
        batch_op.create_index(batch_op.f("ix_member_keys_member_id"), ["member_id"], unique=False)

    op.create_table(
        "merges",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("centre_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("gone_id", sa.Integer(), nullable=False),
        sa.Column("merged_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("journal", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_merges_by_id_users")),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_merges_centre_id_centres")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_merges_member_id_members"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merges")),
    )
    with op.batch_alter_table("merges", schema=None) as batch_op:
        batch_op.create_index("ix_merges_centre_id_merged_at", ["centre_id", "merged_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_merges_gone_id"), ["gone_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_merges_member_id"), ["member_id"], unique=False)

    op.create_table(
        "not_same",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("one_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("one_id <> other_id", name=op.f("ck_not_same_two_women")),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_not_same_by_id_users")),
        sa.ForeignKeyConstraint(
            ["one_id"], ["members.id"], name=op.f("fk_not_same_one_id_members"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["members.id"], name=op.f("fk_not_same_other_id_members"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_not_same")),
        sa.UniqueConstraint("one_id", "other_id", name=op.f("uq_not_same_one_id_other_id")),
    )
    with op.batch_alter_table("not_same", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_not_same_other_id"), ["other_id"], unique=False)

    op.create_table(
        "sweeps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("centre_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_member_id", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("found", sa.Integer(), nullable=False),
        sa.Column("busy_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_sweeps_by_id_users")),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_sweeps_centre_id_centres")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sweeps")),
    )
    with op.batch_alter_table("sweeps", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sweeps_centre_id"), ["centre_id"], unique=False)

    _fill_keys()


def _fill_keys() -> None:
    """Women who are stored already are found too."""
    connection = op.get_bind()
    columns = "id, centre_id, first_name, last_name, father_name, birth_year, settlement_id, phone, email"
    women = connection.execute(sa.text(f"SELECT {columns} FROM members")).mappings().all()  # noqa: S608
    if not women:
        return
    from crm.members.keys import rows  # the keys as the program makes them: a new way of making them fills them anew

    table = sa.table("member_keys", *(sa.column(name) for name in ("member_id", "centre_id", "kind", "key")))
    for start in range(0, len(women), 2_000):
        some = [row for one in women[start : start + 2_000] for row in rows(dict(one))]
        connection.execute(sa.insert(table), [{**row, "kind": row["kind"].value} for row in some])


def downgrade() -> None:
    with op.batch_alter_table("sweeps", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sweeps_centre_id"))

    op.drop_table("sweeps")
    with op.batch_alter_table("not_same", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_not_same_other_id"))

    op.drop_table("not_same")
    with op.batch_alter_table("merges", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_merges_member_id"))
        batch_op.drop_index(batch_op.f("ix_merges_gone_id"))
        batch_op.drop_index("ix_merges_centre_id_merged_at")

    op.drop_table("merges")
    with op.batch_alter_table("member_keys", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_member_keys_member_id"))
        batch_op.drop_index("ix_member_keys_centre_id_kind_key")

    op.drop_table("member_keys")
    with op.batch_alter_table("likely_pairs", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_likely_pairs_other_id"))
        batch_op.drop_index("ix_likely_pairs_centre_id_sure")

    op.drop_table("likely_pairs")
