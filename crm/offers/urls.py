"""Addresses of the offers slice."""

from crm.offers import talk_views, views
from crm.web import blueprint as make

blueprint = make(
    "offers",
    [
        ("GET", "/", "index", views.index),
        ("GET", "/list.<shape>", "download", views.download),
        ("GET POST", "/new", "new", views.new),
        ("GET", "/for-woman/<int:member_id>", "for_member", views.for_member),
        ("GET", "/<int:offer_id>", "show", views.show),
        ("GET POST", "/<int:offer_id>/edit", "edit", views.edit),
        ("POST", "/<int:offer_id>/close", "close", views.close),
        ("POST", "/<int:offer_id>/reopen", "reopen", views.reopen),
        ("POST", "/<int:offer_id>/women/<int:member_id>", "move", talk_views.move),
    ],
)
