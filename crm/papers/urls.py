"""Addresses of papers that staff makes for a woman. Her own are at /my."""

from crm.papers import card_views
from crm.web import blueprint as make

blueprint = make(
    "papers",
    [
        ("GET", "/members/<int:member_id>/card", "card", card_views.card),
        ("GET", "/members/<int:member_id>/card.pdf", "card_pdf", card_views.card_pdf),
        ("GET", "/members/cards.pdf", "new_cards", card_views.new_cards),
    ],
    prefix="",
)
