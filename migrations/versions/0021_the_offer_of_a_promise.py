"""the offer that came of a promise

Revision: 0021, after 0020.
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("commitments", schema=None) as batch_op:
        batch_op.add_column(sa.Column("offer_id", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_commitments_offer_id"), ["offer_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_commitments_offer_id_offers"), "offers", ["offer_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("commitments", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_commitments_offer_id_offers"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_commitments_offer_id"))
        batch_op.drop_column("offer_id")
