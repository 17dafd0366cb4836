"""Addresses of the outbox."""

from crm.messages import views
from crm.web import blueprint as make

blueprint = make(
    "messages",
    [
        ("GET", "/", "index", views.index),
        ("POST", "/<int:message_id>/called", "called", views.called),
        ("POST", "/call-back/<int:member_id>", "ask_to_call", views.ask_to_call),
    ],
)
