"""how she is reached safely, and who must never see her

Revision: 0015, after 0014.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "safe_contacts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column(
            "whose",
            sa.Enum("hers", "shared", "other", name="whose", native_enum=False, create_constraint=True, length=40),
            nullable=True,
        ),
        sa.Column("whose_words", sa.String(length=100), nullable=False),
        sa.Column("days", sa.String(length=7), nullable=False),
        sa.Column("hour_from", sa.Integer(), nullable=False),
        sa.Column("hour_until", sa.Integer(), nullable=False),
        sa.Column("may_answer", sa.String(length=200), nullable=False),
        sa.Column("may_write", sa.Boolean(), nullable=True),
        sa.Column("may_leave_word", sa.Boolean(), nullable=True),
        sa.Column("code_word", sa.LargeBinary(), nullable=True),
        sa.Column("avoid", sa.LargeBinary(), nullable=True),
        sa.Column(
            "language",
            sa.Enum("az", "ru", "en", name="language", native_enum=False, create_constraint=True, length=40),
            nullable=True,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "hour_from >= 0 AND hour_until <= 24 AND hour_from < hour_until",
            name=op.f("ck_safe_contacts_hours_in_order"),
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_safe_contacts_member_id_members"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_safe_contacts")),
        sa.UniqueConstraint("member_id", name=op.f("uq_safe_contacts_member_id")),
    )
    op.create_table(
        "member_hidings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=True),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(partner_id IS NOT NULL AND user_id IS NULL) OR (partner_id IS NULL AND contact_id IS NULL AND user_id IS NOT NULL)",
            name=op.f("ck_member_hidings_from_one"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name=op.f("fk_member_hidings_contact_id_contacts"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_member_hidings_member_id_members"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partners.id"], name=op.f("fk_member_hidings_partner_id_partners"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_member_hidings_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member_hidings")),
    )
    with op.batch_alter_table("member_hidings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_member_hidings_contact_id"), ["contact_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_member_hidings_member_id"), ["member_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_member_hidings_partner_id"), ["partner_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_member_hidings_user_id"), ["user_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("member_hidings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_member_hidings_user_id"))
        batch_op.drop_index(batch_op.f("ix_member_hidings_partner_id"))
        batch_op.drop_index(batch_op.f("ix_member_hidings_member_id"))
        batch_op.drop_index(batch_op.f("ix_member_hidings_contact_id"))

    op.drop_table("member_hidings")
    op.drop_table("safe_contacts")
