"""Addresses of the referrals slice."""

from crm.referrals import views
from crm.web import blueprint as make

blueprint = make(
    "referrals",
    [
        ("GET", "/", "index", views.index),
        ("GET", "/list.<shape>", "download", views.download),
        ("POST", "/start", "start", views.start),
        ("GET POST", "/placements/new", "new_placement", views.new_placement),
        ("GET", "/<int:referral_id>", "show", views.show),
        ("POST", "/<int:referral_id>/ask", "ask", views.ask),
        ("GET POST", "/<int:referral_id>/answer", "answer", views.answer),
        ("POST", "/<int:referral_id>/introduce", "introduce", views.introduce),
        ("POST", "/<int:referral_id>/interviewed", "interviewed", views.interviewed),
        ("GET POST", "/<int:referral_id>/hire", "hire", views.hire),
        ("GET POST", "/<int:referral_id>/decline", "decline", views.decline),
    ],
)
