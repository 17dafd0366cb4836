"""Addresses of the API, and of the page where its tokens are made."""

from crm.api import token_views, views
from crm.web import blueprint as make

blueprint = make(
    "api",
    [
        ("GET", "/v1/openapi.json", "openapi", views.openapi),
        ("GET", "/v1/vacancies", "vacancies", views.vacancies),
        ("GET", "/v1/vacancies/<uuid:public_id>", "vacancy", views.vacancy),
        ("GET", "/v1/partners", "partners", views.partners),
        ("GET", "/v1/partners/<uuid:public_id>", "partner", views.partner),
        ("GET", "/v1/results", "results", views.results),
        ("GET POST", "/tokens", "tokens", token_views.index),
        ("POST", "/tokens/<int:token_id>/end", "end_token", token_views.end),
    ],
)
