"""Addresses of the vacancies slice."""

from crm.vacancies import views, wording_views
from crm.web import blueprint as make

blueprint = make(
    "vacancies",
    [
        ("GET", "/", "index", views.index),
        ("GET", "/list.<shape>", "download", views.download),
        ("GET POST", "/new", "new", views.new),
        ("POST", "/read", "read", views.read),
        ("GET", "/concepts", "concepts", views.concepts),
        ("GET", "/<int:vacancy_id>", "show", views.show),
        ("GET POST", "/<int:vacancy_id>/edit", "edit", views.edit),
        ("GET POST", "/<int:vacancy_id>/needs", "needs", views.needs),
        ("GET POST", "/<int:vacancy_id>/next-step", "next_step", views.next_step),
        ("GET POST", "/<int:vacancy_id>/wording", "wording", wording_views.wording),
        ("POST", "/<int:vacancy_id>/wording/let-be", "let_wording_be", wording_views.let_be),
        ("POST", "/<int:vacancy_id>/publish", "publish", views.publish),
        ("POST", "/<int:vacancy_id>/still-open", "confirm_open", views.confirm_open),
        ("POST", "/<int:vacancy_id>/fill", "fill", views.fill),
        ("GET POST", "/<int:vacancy_id>/closing", "close", views.close),
        ("GET POST", "/<int:vacancy_id>/send-back", "send_back", views.send_back),
    ],
)
