"""Addresses of the start page and of its lists in full."""

from crm.today import views
from crm.web import blueprint as make

blueprint = make(
    "today",
    [
        ("GET", "/", "index", views.index),
        ("GET", "/more", "more", views.more),
        ("GET", "/<list_name>", "whole", views.whole),
    ],
)
