"""Addresses of the centres slice."""

from crm.centres import views
from crm.web import blueprint as make

blueprint = make(
    "centres",
    [
        ("GET", "/", "index", views.index),
        ("GET POST", "/new", "new", views.new),
        ("GET", "/<int:centre_id>", "show", views.show),
        ("GET POST", "/<int:centre_id>/edit", "edit", views.edit),
    ],
)
