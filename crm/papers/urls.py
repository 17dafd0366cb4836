"""Addresses of papers that staff makes for a woman. Her own are at /my."""

from crm.papers import card_views, cv_views
from crm.web import blueprint as make

blueprint = make(
    "papers",
    [
        ("GET", "/members/<int:member_id>/card", "card", card_views.card),
        ("GET", "/members/<int:member_id>/card.pdf", "card_pdf", card_views.card_pdf),
        ("GET POST", "/members/<int:member_id>/cv", "cv", cv_views.choose),
        ("GET", "/members/<int:member_id>/cv.pdf", "cv_pdf", cv_views.pdf),
        ("GET", "/members/cards.pdf", "new_cards", card_views.new_cards),
    ],
    prefix="",
)
