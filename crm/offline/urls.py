"""Addresses of the phone without signal. The worker stands at the root, or it could not serve the whole site."""

from crm.offline import kept, views
from crm.web import blueprint as make

blueprint = make(
    "offline",
    [
        ("GET", "/offline", "index", views.index),
        ("GET", "/offline/who", "who", views.who),
        ("GET", "/service-worker.js", "worker", views.service_worker),
        ("GET", "/manifest.webmanifest", "manifest", views.manifest),
    ],
    prefix="",
)
blueprint.after_app_request(kept.mark)
blueprint.app_context_processor(kept.for_templates)
