"""Addresses of the public jobs."""

from crm.jobs import views
from crm.web import blueprint as make

blueprint = make(
    "jobs",
    [
        ("GET", "/", "index", views.index),
        ("GET", "/feed.xml", "feed", views.feed),
        ("GET", "/<uuid:public_id>", "show", views.show),
    ],
)
