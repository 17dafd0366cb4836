"""Addresses of the members slice. Her matches are at /members/<id>/matches, in the matching slice."""

from crm.members import access_views, consent_views, hiding_views, preview_views, safe_views, special_views, views
from crm.web import blueprint as make

blueprint = make(
    "members",
    [
        ("GET", "/", "index", views.index),
        ("GET", "/list.<shape>", "download", views.download),
        ("GET POST", "/new", "new", views.new),
        ("POST", "/read-skills", "read_skills", views.read_skills),
        ("GET", "/<int:member_id>", "show", views.show),
        ("GET POST", "/<int:member_id>/edit", "edit", views.edit),
        ("GET POST", "/<int:member_id>/skills", "concepts", views.concepts),
        ("GET POST", "/<int:member_id>/services/new", "add_service", views.add_service),
        ("GET POST", "/<int:member_id>/consents/new", "give_consent", consent_views.give),
        ("POST", "/<int:member_id>/consents/withdraw", "withdraw_consent", consent_views.withdraw),
        ("GET POST", "/<int:member_id>/safe-contact", "safe_contact", safe_views.edit),
        ("GET POST", "/<int:member_id>/hidings", "hidings", hiding_views.index),
        ("POST", "/<int:member_id>/hidings/<int:hiding_id>/remove", "remove_hiding", hiding_views.remove),
        ("GET", "/<int:member_id>/consents/sheet.pdf", "consent_sheet", consent_views.sheet),
        ("GET", "/<int:member_id>/consents/<int:consent_id>", "consent_then", consent_views.words_then),
        ("GET", "/<int:member_id>/consents/<int:consent_id>/scan", "consent_scan", consent_views.scan),
        ("GET", "/<int:member_id>/preview", "preview", preview_views.show),
        ("GET", "/<int:member_id>/special", "special", special_views.index),
        ("POST", "/<int:member_id>/special/new", "write_special", special_views.write),
        ("GET POST", "/<int:member_id>/special/<int:note_id>", "change_special", special_views.change),
        ("POST", "/<int:member_id>/special/<int:note_id>/reveal", "reveal_special", special_views.reveal),
        ("POST", "/<int:member_id>/special/<int:note_id>/erase", "erase_special", special_views.erase),
        ("GET POST", "/<int:member_id>/access", "access", access_views.access),
        ("POST", "/<int:member_id>/access/renew", "renew_password", access_views.renew),
        ("POST", "/<int:member_id>/access/switch", "switch_access", access_views.switch),
    ],
)
