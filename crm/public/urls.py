"""Addresses anybody may open."""

from crm.public import views
from crm.web import blueprint as make

blueprint = make(
    "public",
    [
        ("GET", "/", "index", views.index),
        ("GET", "/language/<code>", "language", views.switch_language),
        ("GET", "/healthz", "healthz", views.healthz),
        ("GET", "/readyz", "readyz", views.readyz),
    ],
    prefix="",
)
