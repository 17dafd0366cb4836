"""when her data goes

Revision: 0024, after 0023.
"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "retention_rules",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("centre_id", sa.Integer(), nullable=False),
        sa.Column("months_without_contact", sa.Integer(), nullable=True),
        sa.Column("months_after_leaving", sa.Integer(), nullable=True),
        sa.Column("months_without_consent", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "months_after_leaving IS NULL OR months_after_leaving BETWEEN 1 AND 600",
            name=op.f("ck_retention_rules_months_after_leaving_in_range"),
        ),
        sa.CheckConstraint(
            "months_without_consent IS NULL OR months_without_consent BETWEEN 1 AND 600",
            name=op.f("ck_retention_rules_months_without_consent_in_range"),
        ),
        sa.CheckConstraint(
            "months_without_contact IS NULL OR months_without_contact BETWEEN 1 AND 600",
            name=op.f("ck_retention_rules_months_without_contact_in_range"),
        ),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_retention_rules_centre_id_centres")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retention_rules")),
        sa.UniqueConstraint("centre_id", name=op.f("uq_retention_rules_centre_id")),
    )
    op.create_table(
        "erasure_requests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("centre_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column(
            "reason",
            sa.Enum(
                "she_asked",
                "no_contact",
                "left",
                "never_agreed",
                name="reason",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("undone_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("due_on >= asked_on", name=op.f("ck_erasure_requests_due_after_asked")),
        sa.ForeignKeyConstraint(
            ["by_id"], ["users.id"], name=op.f("fk_erasure_requests_by_id_users"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_erasure_requests_centre_id_centres")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_erasure_requests_member_id_members"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure_requests")),
    )
    with op.batch_alter_table("erasure_requests", schema=None) as batch_op:
        batch_op.create_index("ix_erasure_requests_centre_id_due_on", ["centre_id", "due_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_erasure_requests_member_id"), ["member_id"], unique=False)

    with op.batch_alter_table("members", schema=None) as batch_op:
        batch_op.add_column(sa.Column("erased_on", sa.Date(), nullable=True))
        batch_op.create_index(batch_op.f("ix_members_erased_on"), ["erased_on"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("members", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_members_erased_on"))
        batch_op.drop_column("erased_on")

    with op.batch_alter_table("erasure_requests", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_erasure_requests_member_id"))
        batch_op.drop_index("ix_erasure_requests_centre_id_due_on")

    op.drop_table("erasure_requests")
    op.drop_table("retention_rules")
