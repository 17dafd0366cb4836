"""why a session was not held, so that it can be counted

Revision: 0011, after 0010.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

REASONS = ("no_time", "season", "no_road", "changed_mind", "we_could_not", "nobody_there", "other")
RULE = "ck_info_sessions_not_held_has_a_reason"


def upgrade() -> None:
    """What was told in words alone is another reason; the words stay beside it."""
    with op.batch_alter_table("info_sessions", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "not_held_why",
                sa.Enum(*REASONS, name="not_held_why", native_enum=False, length=40),
                nullable=True,
            )
        )
        batch_op.create_check_constraint(batch_op.f("ck_info_sessions_not_held_why"), _one_of())
        batch_op.drop_constraint(batch_op.f(RULE), type_="check")
    op.execute("UPDATE info_sessions SET not_held_why = 'other' WHERE state = 'not_held'")
    with op.batch_alter_table("info_sessions", schema=None) as batch_op:
        batch_op.create_check_constraint(batch_op.f(RULE), "state <> 'not_held' OR not_held_why IS NOT NULL")


def downgrade() -> None:
    with op.batch_alter_table("info_sessions", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f(RULE), type_="check")
    op.execute(
        "UPDATE info_sessions SET not_held_reason = not_held_why WHERE state = 'not_held' AND not_held_reason = ''"
    )
    with op.batch_alter_table("info_sessions", schema=None) as batch_op:
        batch_op.create_check_constraint(batch_op.f(RULE), "state <> 'not_held' OR not_held_reason <> ''")
        batch_op.drop_constraint(batch_op.f("ck_info_sessions_not_held_why"), type_="check")
        batch_op.drop_column("not_held_why")


def _one_of() -> str:
    return f"not_held_why IN ({', '.join(repr(one) for one in REASONS)})"
