"""Addresses of the results slice."""

from crm.results import lesson_views, views
from crm.web import blueprint as make

blueprint = make(
    "results",
    [
        ("GET", "/", "index", views.index),
        ("GET", "/left-out/<group>", "missing", views.missing),
        ("GET", "/suggestions", "suggestions", views.suggestions),
        ("GET", "/lessons", "lessons", lesson_views.index),
        ("GET", "/lessons.<shape>", "lessons_download", lesson_views.download),
        ("GET", "/report.<shape>", "download", views.download),
        ("GET", "/<code>", "show", views.show),
        ("GET", "/<code>/people", "people", views.people),
        ("GET POST", "/<code>/target", "target", views.target),
    ],
)
