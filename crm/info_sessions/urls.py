"""Addresses of the informational sessions."""

from crm.info_sessions import quick_views, views
from crm.web import blueprint as make

blueprint = make(
    "info_sessions",
    [
        ("GET", "/", "index", views.index),
        ("GET POST", "/new", "new", views.new),
        ("GET POST", "/quick", "quick", quick_views.quick),
        ("GET", "/<int:info_session_id>", "show", views.show),
        ("GET POST", "/<int:info_session_id>/edit", "edit", views.edit),
        ("GET POST", "/<int:info_session_id>/log", "log", views.log),
        ("POST", "/<int:info_session_id>/call-off", "call_off", views.call_off),
        ("POST", "/<int:info_session_id>/restore", "restore", views.restore),
    ],
)
