"""Addresses of the places slice."""

from crm.places import views
from crm.web import blueprint as make

blueprint = make("places", [("GET", "/suggest", "suggest", views.suggest)])
