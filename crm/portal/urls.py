"""Addresses of what a partner sees when signed in."""

from crm.portal import views
from crm.web import blueprint as make

blueprint = make(
    "portal",
    [
        ("GET", "/", "index", views.index),
        ("GET POST", "/new", "new", views.new),
    ],
)
