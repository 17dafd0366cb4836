"""the signed list of a session, and links that are called back

Revision: 0009, after 0008.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("info_sessions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("sheet_id", sa.Integer(), nullable=True))
        batch_op.create_unique_constraint(batch_op.f("uq_info_sessions_sheet_id"), ["sheet_id"])
        batch_op.create_foreign_key(
            batch_op.f("fk_info_sessions_sheet_id_stored_files"), "stored_files", ["sheet_id"], ["id"]
        )
    with op.batch_alter_table("invitations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("links_number", sa.Integer(), server_default="0", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("invitations", schema=None) as batch_op:
        batch_op.drop_column("links_number")
    with op.batch_alter_table("info_sessions", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_info_sessions_sheet_id_stored_files"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("uq_info_sessions_sheet_id"), type_="unique")
        batch_op.drop_column("sheet_id")
