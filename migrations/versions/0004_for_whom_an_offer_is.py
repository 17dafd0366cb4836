"""for whom an offer is, and how far each woman is with one

Revision: 0004, after 0003.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "offer_talks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("centre_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("offer_id", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "asked",
                "agreed",
                "introduced",
                "received",
                "declined",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("state_since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("public_id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_offer_talks_centre_id_centres")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_offer_talks_member_id_members"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["offer_id"], ["offers.id"], name=op.f("fk_offer_talks_offer_id_offers")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer_talks")),
        sa.UniqueConstraint("member_id", "offer_id", name=op.f("uq_offer_talks_member_id_offer_id")),
        sa.UniqueConstraint("public_id", name=op.f("uq_offer_talks_public_id")),
    )
    with op.batch_alter_table("offer_talks") as batch_op:
        batch_op.create_index("ix_offer_talks_centre_id_state", ["centre_id", "state"], unique=False)
        batch_op.create_index(batch_op.f("ix_offer_talks_offer_id"), ["offer_id"], unique=False)

    with op.batch_alter_table("offers") as offers:
        offers.add_column(sa.Column("amount_min", sa.Numeric(precision=12, scale=2), nullable=True))
        offers.add_column(sa.Column("stage", sa.String(length=40), nullable=True))
        offers.add_column(sa.Column("rayon_id", sa.Integer(), nullable=True))
        offers.create_index(op.f("ix_offers_rayon_id"), ["rayon_id"])
        offers.create_foreign_key(op.f("fk_offers_rayon_id_rayons"), "rayons", ["rayon_id"], ["id"])
        offers.create_check_constraint(op.f("ck_offers_stage"), "stage IN ('idea', 'running')")
        offers.create_check_constraint(op.f("ck_offers_least_not_negative"), "amount_min IS NULL OR amount_min >= 0")
        offers.create_check_constraint(
            op.f("ck_offers_amounts_in_order"), "amount_min IS NULL OR amount_max IS NULL OR amount_min <= amount_max"
        )


def downgrade() -> None:
    with op.batch_alter_table("offers") as offers:
        for rule in ("amounts_in_order", "least_not_negative", "stage"):
            offers.drop_constraint(op.f(f"ck_offers_{rule}"), type_="check")
        offers.drop_constraint(op.f("fk_offers_rayon_id_rayons"), type_="foreignkey")
        offers.drop_index(op.f("ix_offers_rayon_id"))
        offers.drop_column("rayon_id")
        offers.drop_column("stage")
        offers.drop_column("amount_min")
    op.drop_table("offer_talks")
