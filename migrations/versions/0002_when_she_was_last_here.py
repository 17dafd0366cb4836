"""The days on which a woman last looked at her own pages.

Revision: 0002, after 0001.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("member_users") as members:
        members.add_column(sa.Column("visited_on", sa.Date(), nullable=True))
        members.add_column(sa.Column("visited_before_on", sa.Date(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("member_users") as members:
        members.drop_column("visited_before_on")
        members.drop_column("visited_on")
