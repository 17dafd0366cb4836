"""Addresses of ESCO's links."""

from crm.esco import views
from crm.web import blueprint as make

blueprint = make(
    "esco",
    [
        ("GET", "/", "index", views.index),
        ("GET POST", "/skills/<int:concept_id>", "skill", views.skill),
        ("POST", "/proposals/<int:proposal_id>/accept", "accept", views.accept),
        ("POST", "/proposals/<int:proposal_id>/refuse", "refuse", views.refuse),
        ("POST", "/<int:esco_id>/unlink", "unlink", views.unlink),
    ],
)
