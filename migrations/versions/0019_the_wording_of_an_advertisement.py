"""the wording of an advertisement: as first written, what was corrected, why some is let be

Revision: 0019, after 0018.
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("vacancies", schema=None) as batch_op:
        batch_op.add_column(sa.Column("first_text", sa.String(length=5000), server_default="", nullable=False))
        batch_op.add_column(sa.Column("corrected_kinds", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("corrected_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("wording_reason", sa.String(length=500), server_default="", nullable=False))
        batch_op.create_index(batch_op.f("ix_vacancies_corrected_on"), ["corrected_on"], unique=False)
    # What stands there today is the first text we know of.
    op.execute("UPDATE vacancies SET first_text = text")


def downgrade() -> None:
    with op.batch_alter_table("vacancies", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_vacancies_corrected_on"))
        for name in ("wording_reason", "corrected_on", "corrected_kinds", "first_text"):
            batch_op.drop_column(name)
