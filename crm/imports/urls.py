"""Addresses of the imports."""

from crm.imports import row_views, views
from crm.web import blueprint as make

blueprint = make(
    "imports",
    [
        ("GET", "/", "index", views.index),
        ("GET POST", "/new", "new", views.new),
        ("GET", "/<int:run_id>", "show", views.show),
        ("POST", "/<int:run_id>/take", "take", views.take),
        ("POST", "/<int:run_id>/throw-away", "throw_away", views.throw_away),
        ("GET", "/<int:run_id>/progress", "progress", row_views.progress),
        ("POST", "/<int:run_id>/revert", "revert", row_views.revert),
        ("GET POST", "/<int:run_id>/rows/<int:row_id>", "row", row_views.row),
        ("POST", "/<int:run_id>/rows/<int:row_id>/decide", "decide", row_views.decide),
    ],
)
