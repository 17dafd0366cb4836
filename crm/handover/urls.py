"""Addresses of the hand-over."""

from crm.handover import views
from crm.web import blueprint as make

blueprint = make(
    "handover",
    [
        ("GET", "/", "index", views.index),
        ("GET POST", "/<int:person_id>", "person", views.person),
        ("POST", "/<int:hand_over_id>/undo", "undo", views.undo),
    ],
)
