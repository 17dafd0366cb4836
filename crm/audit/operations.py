"""Writing audit entries: changes in the transaction of the change, looks after the read (web.py writes them)."""

from typing import Any

from flask import g, has_request_context
from flask_login import current_user
from sqlalchemy import inspect

from crm.audit.enums import Action
from crm.audit.models import AuditEntry
from crm.db import EncryptedText
from crm.extensions import db

#: Never written to the audit: internals, and texts whose content is protected elsewhere.
SILENT = frozenset(
    {"id", "public_id", "created_at", "updated_at", "version", "search_text", "search_name", "password_hash", "edited"}
)


def record(action: Action, thing: Any, **changes: Any) -> None:
    """Adds an entry about a flushed record in the running transaction."""
    db.session.add(_entry(action, thing, changes))


def record_changes(thing: Any) -> None:
    """Adds an entry with every changed column of a dirty record, old and new. Call before the flush."""
    changes = {}
    for attribute in inspect(thing).mapper.column_attrs:
        if attribute.key in SILENT:
            continue
        history = inspect(thing).attrs[attribute.key].history
        if history.has_changes() and (history.deleted or history.added):
            old, new = (list(history.deleted) or [None])[0], (list(history.added) or [None])[0]
            if old != new:
                secret = isinstance(attribute.columns[0].type, EncryptedText)
                changes[attribute.key] = ["…", "…"] if secret else [_plain(old), _plain(new)]
    if changes:
        record(Action.CHANGED, thing, **changes)


def note_look(thing: Any, action: Action = Action.LOOKED, **changes: Any) -> None:
    """Notes a look at personal data during a GET; the edge writes it after the read."""
    g.setdefault("looks", []).append(_entry(action, thing, changes))


def _entry(action: Action, thing: Any, changes: dict[str, Any]) -> AuditEntry:
    user = current_user if has_request_context() and current_user and current_user.is_authenticated else None
    return AuditEntry(
        user_id=user.id if user else None,
        user_name=user.name if user else "",
        centre_id=getattr(thing, "centre_id", None),
        action=action,
        thing=thing.__tablename__,
        thing_id=thing.id,
        changes=changes,
    )


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)
