"""Addresses of a woman's own pages."""

from crm.my import views
from crm.web import blueprint as make

blueprint = make(
    "my",
    [
        ("GET", "/", "index", views.index),
        ("POST", "/<uuid:public_id>", "answer", views.answer),
    ],
)
