"""Addresses of the first page."""

from crm.start import removal_views, views
from crm.web import blueprint as make

blueprint = make(
    "start",
    [
        ("GET", "/", "index", views.index),
        ("GET POST", "/empty", "empty", views.empty),
        ("GET POST", "/examples", "examples", views.examples),
        ("POST", "/examples/sign-in", "sign_in_as", views.sign_in_as),
        ("POST", "/examples/leave", "leave", views.leave),
        ("GET POST", "/examples/remove", "remove_examples", removal_views.remove_examples),
        ("GET POST", "/clear", "clear", removal_views.clear),
    ],
)
blueprint.before_app_request(views.lead_to_start)
