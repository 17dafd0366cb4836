"""Addresses of the partners slice."""

from crm.partners import ledger_views, list_views, people_views, promise_views, views, window_views
from crm.web import blueprint as make

blueprint = make(
    "partners",
    [
        ("GET", "/", "index", list_views.index),
        ("GET", "/board", "board", list_views.board),
        ("GET", "/map", "map", list_views.on_map),
        ("GET", "/list.<shape>", "download", list_views.download),
        ("GET POST", "/new", "new", views.new),
        ("GET", "/promises", "promises", promise_views.index),
        ("GET", "/promises.<shape>", "promises_file", promise_views.download),
        ("GET", "/promises/kept", "promises_kept", promise_views.kept),
        ("GET", "/<int:partner_id>", "show", views.show),
        ("GET POST", "/<int:partner_id>/edit", "edit", views.edit),
        ("GET POST", "/<int:partner_id>/stage", "stage", views.stage),
        ("POST", "/<int:partner_id>/resume", "resume", views.resume),
        ("GET POST", "/<int:partner_id>/next-step", "next_step", views.next_step),
        ("GET POST", "/<int:partner_id>/contacts/new", "new_contact", people_views.new_contact),
        ("GET POST", "/<int:partner_id>/contacts/<int:contact_id>", "contact", people_views.contact),
        ("GET POST", "/<int:partner_id>/access", "access", people_views.access),
        ("POST", "/<int:partner_id>/access/<int:user_id>/password", "renew_password", people_views.renew_password),
        ("POST", "/<int:partner_id>/access/<int:user_id>/switch", "switch_access", people_views.switch_access),
        ("GET POST", "/<int:partner_id>/promises/new", "new_promise", ledger_views.new_promise),
        ("GET", "/<int:partner_id>/promises/<int:commitment_id>/message", "promise_message", promise_views.message),
        ("GET POST", "/<int:partner_id>/promises/<int:commitment_id>/vacancy", "tie_promise", promise_views.tie),
        ("POST", "/<int:partner_id>/promises/<int:commitment_id>/settle", "settle", ledger_views.settle),
        ("POST", "/<int:partner_id>/promises/<int:commitment_id>/reopen", "reopen", ledger_views.reopen),
        ("GET POST", "/<int:partner_id>/windows", "windows", window_views.tell),
        ("GET", "/<int:partner_id>/windows/link", "window_link", window_views.show_link),
        ("POST", "/<int:partner_id>/windows/link/call-back", "call_links_back", window_views.call_back),
        ("GET POST", "/windows/<token>", "owner_windows", window_views.owner),
        ("GET", "/windows/<token>/thanks", "owner_thanks", window_views.thanks),
        ("POST", "/windows/<token>/renew", "renew_link", window_views.renew),
        ("GET POST", "/<int:partner_id>/assessments/new", "assess", ledger_views.assess),
        ("GET POST", "/<int:partner_id>/grants/new", "hand_over", ledger_views.hand_over),
        ("GET POST", "/<int:partner_id>/start-up", "founder", ledger_views.founder),
    ],
)
