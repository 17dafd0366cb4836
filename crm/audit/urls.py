"""Addresses of the audit slice."""

from crm.audit import views
from crm.web import blueprint as make

blueprint = make(
    "audit",
    [
        ("GET", "/", "index", views.index),
        ("GET", "/export.csv", "download", views.download),
    ],
)
