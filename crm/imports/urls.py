"""Addresses of the imports."""

from crm.imports import views
from crm.web import blueprint as make

blueprint = make(
    "imports",
    [
        ("GET", "/", "index", views.index),
        ("GET POST", "/new", "new", views.new),
        ("GET", "/<int:run_id>", "show", views.show),
        ("POST", "/<int:run_id>/take", "take", views.take),
        ("POST", "/<int:run_id>/throw-away", "throw_away", views.throw_away),
    ],
)
