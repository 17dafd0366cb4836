"""the UID of a session in calendars stands on its row, so that it outlives a change of the program's address

Earlier sessions keep the one that was given out under the address set today.

Revision: 0016, after 0015.
"""

from urllib.parse import urlsplit

import sqlalchemy as sa
from alembic import op
from flask import current_app

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("info_sessions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("calendar_uid", sa.String(length=300), nullable=True))
    config = current_app.extensions.get("config")
    host = urlsplit(str(config.base_url if config else "")).hostname or "korpu.invalid"
    sessions = sa.table("info_sessions", sa.column("id", sa.Integer), sa.column("calendar_uid", sa.String))
    given = sa.literal("info-session-") + sa.cast(sessions.c.id, sa.String) + sa.literal(f"@{host}")
    op.execute(sessions.update().values(calendar_uid=given))
    with op.batch_alter_table("info_sessions", schema=None) as batch_op:
        batch_op.alter_column("calendar_uid", existing_type=sa.String(length=300), nullable=False)
        batch_op.create_unique_constraint(batch_op.f("uq_info_sessions_calendar_uid"), ["calendar_uid"])


def downgrade() -> None:
    with op.batch_alter_table("info_sessions", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_info_sessions_calendar_uid"), type_="unique")
        batch_op.drop_column("calendar_uid")
