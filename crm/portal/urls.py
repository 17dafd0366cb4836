"""Addresses of what a partner sees when signed in. `introductions` are women who agreed to be known."""

from crm.portal import candidate_views, offer_views, views
from crm.web import blueprint as make

blueprint = make(
    "portal",
    [
        ("GET", "/", "index", views.index),
        ("GET POST", "/new", "new", views.new),
        ("POST", "/read", "read", views.read),
        ("GET", "/offers/<uuid:open_offer_id>", "offer", offer_views.show),
        ("GET", "/<uuid:public_id>", "show", views.show),
        ("POST", "/<uuid:public_id>/proposed-text", "use_proposed", views.use_proposed),
        ("GET POST", "/<uuid:public_id>/edit", "edit", views.edit),
        ("POST", "/<uuid:public_id>/needs", "needs", views.needs),
        ("GET POST", "/<uuid:public_id>/closing", "close", views.close),
        ("POST", "/<uuid:public_id>/candidates/<int:number>/meet", "meet", candidate_views.meet),
        ("GET POST", "/introductions/<uuid:public_id>/interviewed", "interviewed", candidate_views.interviewed),
        ("GET POST", "/introductions/<uuid:public_id>/hired", "hired", candidate_views.hired),
        ("GET POST", "/introductions/<uuid:public_id>/declined", "declined", candidate_views.declined),
        ("POST", "/introductions/<uuid:public_id>/not-met", "not_met", candidate_views.not_met),
    ],
)
