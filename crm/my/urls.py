"""Addresses of a woman's own pages."""

from crm.my import asking_views, cv_views, offer_views, own_views, pin_views, seen_views, views
from crm.web import blueprint as make

blueprint = make(
    "my",
    [
        ("GET", "/", "index", views.index),
        ("GET", "/<uuid:public_id>", "show", views.show),
        ("POST", "/<uuid:public_id>", "answer", views.answer),
        ("POST", "/<uuid:public_id>/undo", "undo", views.undo),
        ("POST", "/<uuid:public_id>/why", "why", views.why),
        ("GET", "/jobs/<uuid:job_id>", "job", own_views.job),
        ("POST", "/jobs/<uuid:job_id>", "wish", own_views.wish),
        ("POST", "/offers/<uuid:open_offer_id>", "answer_offer", offer_views.answer_offer),
        ("GET", "/<uuid:public_id>/seen", "seen_on_the_way", seen_views.way),
        ("GET", "/consents/<int:consent_id>/seen", "seen", seen_views.consent),
        ("GET POST", "/pin", "choose_pin", pin_views.choose_pin),
        ("GET", "/asked", "asked", asking_views.asked),
        ("GET POST", "/ask/<kind>", "ask", asking_views.ask),
        ("POST", "/asked/<int:request_id>/take-back", "take_back", asking_views.take_back),
        ("GET", "/who-looked", "who_looked", asking_views.who_looked),
        ("GET POST", "/cv", "cv", cv_views.choose),
        ("GET", "/cv.pdf", "cv_pdf", cv_views.pdf),
        ("GET", "/profile", "profile", own_views.profile),
        ("GET", "/consents", "consents", own_views.consents),
        ("GET POST", "/consents/<int:consent_id>", "withdraw", own_views.withdraw),
    ],
)
