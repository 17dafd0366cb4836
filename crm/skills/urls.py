"""Addresses of the vocabulary."""

from crm.skills import concept_views, merge_views, phrase_views, views
from crm.web import blueprint as make

blueprint = make(
    "skills",
    [
        ("GET", "/", "index", views.index),
        ("GET", "/list.<shape>", "download", views.download),
        ("GET", "/suggest", "suggest", views.suggest),
        ("GET", "/progress", "progress", concept_views.progress),
        ("GET POST", "/new", "new", concept_views.new),
        ("GET", "/unknown", "unknown", phrase_views.unknown),
        ("POST", "/unknown/<int:phrase_id>/attach", "attach", phrase_views.attach),
        ("POST", "/unknown/<int:phrase_id>/dismiss", "dismiss", phrase_views.dismiss),
        ("POST", "/unknown/<int:phrase_id>/take-up-again", "take_up_again", phrase_views.take_up_again),
        ("GET", "/<int:concept_id>", "show", views.show),
        ("POST", "/<int:concept_id>/forms", "add_form", concept_views.add_form),
        ("GET POST", "/<int:concept_id>/edit", "edit", concept_views.edit),
        ("GET POST", "/<int:concept_id>/words", "words", concept_views.words),
        ("GET POST", "/<int:concept_id>/neighbours", "neighbours", concept_views.neighbours),
        ("GET POST", "/<int:concept_id>/merge", "merge", merge_views.merge),
    ],
)
