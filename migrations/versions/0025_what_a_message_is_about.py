"""what a message is about, that somebody rang instead, and ways a person at a partner has switched off

Revision: 0025, after 0024.
"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

STATES = ("waiting", "sending", "sent", "failed", "call")
CHANNELS = ("email", "sms")
ABOUT = (
    ("contact_id", "contacts", "SET NULL"),
    ("info_session_id", "info_sessions", "CASCADE"),
    ("commitment_id", "commitments", "CASCADE"),
    ("referral_id", "referrals", "CASCADE"),
)


def upgrade() -> None:
    with op.batch_alter_table("messages", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_messages_state"), type_="check")
        batch_op.drop_constraint(op.f("ck_messages_channel"), type_="check")
    with op.batch_alter_table("messages", schema=None) as batch_op:
        batch_op.create_check_constraint(op.f("ck_messages_state"), sa.column("state").in_((*STATES, "called")))
        batch_op.create_check_constraint(op.f("ck_messages_channel"), sa.column("channel").in_((*CHANNELS, "whatsapp")))
        batch_op.add_column(sa.Column("attachment", sa.Text(), nullable=False, server_default=""))
        for column, table, gone in ABOUT:
            batch_op.add_column(sa.Column(column, sa.Integer(), nullable=True))
            batch_op.create_index(batch_op.f(f"ix_messages_{column}"), [column], unique=False)
            name = batch_op.f(f"fk_messages_{column}_{table}")
            batch_op.create_foreign_key(name, table, [column], ["id"], ondelete=gone)
    with op.batch_alter_table("messages", schema=None) as batch_op:
        batch_op.alter_column("attachment", server_default=None)
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        for column in ("may_email", "may_sms"):
            batch_op.add_column(sa.Column(column, sa.Boolean(), nullable=False, server_default=sa.true()))
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        for column in ("may_email", "may_sms"):
            batch_op.alter_column(column, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.drop_column("may_sms")
        batch_op.drop_column("may_email")
    op.execute("DELETE FROM messages WHERE channel = 'whatsapp'")
    op.execute("UPDATE messages SET state = 'call' WHERE state = 'called'")
    with op.batch_alter_table("messages", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_messages_state"), type_="check")
        batch_op.drop_constraint(op.f("ck_messages_channel"), type_="check")
        for column, table, _gone in ABOUT:
            batch_op.drop_constraint(batch_op.f(f"fk_messages_{column}_{table}"), type_="foreignkey")
            batch_op.drop_index(batch_op.f(f"ix_messages_{column}"))
            batch_op.drop_column(column)
        batch_op.drop_column("attachment")
    with op.batch_alter_table("messages", schema=None) as batch_op:
        batch_op.create_check_constraint(op.f("ck_messages_state"), sa.column("state").in_(STATES))
        batch_op.create_check_constraint(op.f("ck_messages_channel"), sa.column("channel").in_(CHANNELS))
