"""what a guest of a small group answers by a link

Revision: 0013, after 0012.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("info_session_partners", schema=None) as batch_op:
        batch_op.add_column(sa.Column("coming", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("words", sa.String(length=500), server_default="", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("info_session_partners", schema=None) as batch_op:
        batch_op.drop_column("words")
        batch_op.drop_column("coming")
