"""Addresses of the vocabulary."""

from crm.skills import views
from crm.web import blueprint as make

blueprint = make(
    "skills",
    [
        ("GET", "/", "index", views.index),
        ("GET", "/suggest", "suggest", views.suggest),
        ("GET", "/unknown", "unknown", views.unknown),
        ("POST", "/unknown/<int:phrase_id>/attach", "attach", views.attach),
        ("POST", "/unknown/<int:phrase_id>/dismiss", "dismiss", views.dismiss),
        ("GET", "/<int:concept_id>", "show", views.show),
        ("POST", "/<int:concept_id>/forms", "add_form", views.add_form),
    ],
)
