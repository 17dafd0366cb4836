"""the next step of a vacancy, with its day

Revision: 0012, after 0011.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("vacancies", schema=None) as batch_op:
        batch_op.add_column(sa.Column("next_step", sa.String(length=200), server_default="", nullable=False))
        batch_op.add_column(sa.Column("next_step_due", sa.Date(), nullable=True))
        batch_op.create_index(batch_op.f("ix_vacancies_next_step_due"), ["next_step_due"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("vacancies", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_vacancies_next_step_due"))
        batch_op.drop_column("next_step_due")
        batch_op.drop_column("next_step")
