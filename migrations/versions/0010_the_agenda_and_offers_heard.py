"""ready topics of a session, and offers heard in one

Revision: 0010, after 0009.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("info_sessions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("agenda", sa.JSON(), server_default="[]", nullable=False))
    with op.batch_alter_table("offers", schema=None) as batch_op:
        batch_op.add_column(sa.Column("info_session_id", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_offers_info_session_id"), ["info_session_id"])
        batch_op.create_foreign_key(
            batch_op.f("fk_offers_info_session_id_info_sessions"), "info_sessions", ["info_session_id"], ["id"]
        )
        batch_op.drop_constraint(batch_op.f("ck_offers_state"), type_="check")
        batch_op.create_check_constraint(batch_op.f("ck_offers_state"), "state IN ('draft', 'open', 'closed')")


def downgrade() -> None:
    op.execute("UPDATE offers SET state = 'closed' WHERE state = 'draft'")
    with op.batch_alter_table("offers", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_offers_state"), type_="check")
        batch_op.create_check_constraint(batch_op.f("ck_offers_state"), "state IN ('open', 'closed')")
        batch_op.drop_constraint(batch_op.f("fk_offers_info_session_id_info_sessions"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_offers_info_session_id"))
        batch_op.drop_column("info_session_id")
    with op.batch_alter_table("info_sessions", schema=None) as batch_op:
        batch_op.drop_column("agenda")
