"""photos as a purpose; in which language, before whom and on which paper she agreed

Revision: 0014, after 0013.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

RULE = "ck_consents_purpose"


def upgrade() -> None:
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.add_column(sa.Column("language", sa.String(length=5), server_default="", nullable=False))
        batch_op.add_column(sa.Column("witness", sa.String(length=200), server_default="", nullable=False))
        batch_op.add_column(sa.Column("typed_name", sa.String(length=200), server_default="", nullable=False))
        batch_op.add_column(sa.Column("scan_id", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_consents_scan_id"), ["scan_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_consents_scan_id_stored_files"), "stored_files", ["scan_id"], ["id"])
        batch_op.drop_constraint(batch_op.f(RULE), type_="check")
        batch_op.create_check_constraint(
            batch_op.f(RULE), "purpose IN ('services', 'reports', 'sharing', 'photos', 'special_categories')"
        )


def downgrade() -> None:
    """Consents to photos go: the older program knows no such purpose."""
    op.execute("DELETE FROM consents WHERE purpose = 'photos'")
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f(RULE), type_="check")
        batch_op.create_check_constraint(
            batch_op.f(RULE), "purpose IN ('services', 'reports', 'sharing', 'special_categories')"
        )
        batch_op.drop_constraint(batch_op.f("fk_consents_scan_id_stored_files"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_consents_scan_id"))
        batch_op.drop_column("scan_id")
        batch_op.drop_column("typed_name")
        batch_op.drop_column("witness")
        batch_op.drop_column("language")
