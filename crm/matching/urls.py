"""Addresses of the suggestions: below the vacancy and below the woman they are for."""

from crm.matching import views
from crm.web import blueprint as make

blueprint = make(
    "matching",
    [
        ("GET", "/vacancies/<int:vacancy_id>/matches", "for_vacancy", views.for_vacancy),
        ("GET", "/members/<int:member_id>/matches", "for_member", views.for_member),
        ("GET", "/members/<int:member_id>/like-her", "like_her", views.like_her),
    ],
    prefix="",
)
