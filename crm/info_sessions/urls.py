"""Addresses of the informational sessions."""

from crm.info_sessions import compose_views, invite_views, owner_views, quick_views, sheet_views, step_views, views
from crm.web import blueprint as make

blueprint = make(
    "info_sessions",
    [
        ("GET", "/", "index", views.index),
        ("GET", "/list.<shape>", "download", views.download),
        ("GET POST", "/new", "new", views.new),
        ("GET POST", "/quick", "quick", quick_views.quick),
        ("GET POST", "/compose", "compose", compose_views.compose),
        ("GET", "/day", "day", compose_views.day),
        ("GET", "/<int:info_session_id>", "show", views.show),
        ("GET POST", "/<int:info_session_id>/edit", "edit", views.edit),
        ("GET POST", "/<int:info_session_id>/next-step", "next_step", step_views.next_step),
        ("GET POST", "/<int:info_session_id>/log", "log", views.log),
        ("GET POST", "/<int:info_session_id>/invitation", "invite", invite_views.invite),
        ("POST", "/<int:info_session_id>/invitation/handled", "handled", invite_views.handled),
        ("POST", "/<int:info_session_id>/invitation/call-back", "call_back", invite_views.call_back),
        ("GET POST", "/<int:info_session_id>/sheet", "sheet", sheet_views.keep),
        ("GET", "/<int:info_session_id>/sheet/file", "sheet_file", sheet_views.take),
        ("GET", "/<int:info_session_id>/session.ics", "calendar", invite_views.calendar),
        ("GET", "/invitation/<token>", "owner", owner_views.owner),
        ("POST", "/invitation/<token>/answer", "pick", owner_views.pick),
        ("POST", "/invitation/<token>/renew", "renew_invitation", owner_views.renew),
        ("GET", "/invitation/<token>/session.ics", "owner_calendar", owner_views.owner_calendar),
        ("GET POST", "/<int:info_session_id>/call-off", "call_off", views.call_off),
        ("POST", "/<int:info_session_id>/restore", "restore", views.restore),
    ],
)
