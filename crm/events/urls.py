"""Addresses of the events slice."""

from crm.events import views
from crm.web import blueprint as make

blueprint = make(
    "events",
    [
        ("GET", "/", "index", views.index),
        ("GET", "/list.<shape>", "download", views.download),
        ("GET POST", "/new", "new", views.new),
        ("GET", "/<int:event_id>", "show", views.show),
        ("GET POST", "/<int:event_id>/edit", "edit", views.edit),
        ("POST", "/<int:event_id>/women", "add_woman", views.add_woman),
        ("POST", "/<int:event_id>/women/<int:participant_id>/take-off", "take_off", views.take_off),
        ("POST", "/<int:event_id>/attendance", "attendance", views.attendance),
        ("POST", "/<int:event_id>/tables", "booth", views.booth),
    ],
)
