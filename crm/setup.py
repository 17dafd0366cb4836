"""The steps of create_app that need more than a line: settings, extensions, templates, slices, static files."""

from datetime import datetime
from importlib import import_module

from flask import Flask, request
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from flask_login import current_user
from flask_wtf.csrf import generate_csrf
from jinja2 import StrictUndefined
from werkzeug.local import LocalProxy
from werkzeug.middleware.proxy_fix import ProxyFix
from whitenoise import WhiteNoise

from crm import formats
from crm.access import can
from crm.accounts.queries import WORKING_DAY
from crm.assets import load_manifest, static_url, whitenoise_options
from crm.centres.queries import holds_examples
from crm.config import ROOT, Config
from crm.db import now
from crm.extensions import babel, csrf, db, htmx, limiter, login_manager, migrate
from crm.forms import blank_form
from crm.i18n import LANGUAGES, choose_language, in_language, language

SLICES = (
    "accounts",
    "centres",
    "places",
    "partners",
    "info_sessions",
    "members",
    "papers",
    "skills",
    "esco",
    "vacancies",
    "wording",
    "offers",
    "matching",
    "referrals",
    "events",
    "results",
    "imports",
    "audit",
    "backup",
    "handover",
    "messages",
    "today",
    "portal",
    "my",
    "jobs",
    "public",
    "start",
    "offline",
    "api",
)


class SessionInterface(SecureCookieSessionInterface):
    """The cookie is Secure whenever the person came over TLS; it outlives the browser only where `permanent` is set."""

    def get_expiration_time(self, app: Flask, session: SessionMixin) -> datetime | None:
        return now() + WORKING_DAY if session.permanent else None

    def get_cookie_secure(self, app: Flask) -> bool:
        return request.is_secure or str(app.config["PREFERRED_URL_SCHEME"]) == "https"


def configure(app: Flask, config: Config) -> None:
    app.config.from_mapping(config.flask_settings())
    app.config["PREFERRED_URL_SCHEME"] = config.base_url.split(":", 1)[0]
    app.extensions["config"] = config
    app.session_interface = SessionInterface()
    config.instance.mkdir(mode=0o700, parents=True, exist_ok=True)
    if config.trusted_proxies:
        hops = config.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]


def connect_extensions(app: Flask) -> None:
    db.init_app(app)
    migrate.init_app(app, db, directory=str(ROOT / "migrations"), render_as_batch=True)
    login_manager.init_app(app)
    htmx.init_app(app)
    csrf.init_app(app)
    babel.init_app(app, locale_selector=choose_language)
    limiter.init_app(app)


def shape_templates(app: Flask) -> None:
    """Strict templates: an undefined name is an error, not an empty place."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(can=can, in_language=in_language, csrf_token=generate_csrf, blank_form=blank_form)
    app.jinja_env.filters.update(formats.FILTERS)

    @app.context_processor
    def shared() -> dict[str, object]:
        languages = [(code, name, short) for code, (name, short) in LANGUAGES.items()]
        return {
            "locale": language(),
            "languages": languages,
            "current_user": current_user,
            "is_demo": LocalProxy(holds_examples),  # asked only by pages that say so
            "in_examples": app.extensions["config"].examples,
        }


def register_slices(app: Flask) -> None:
    """Each slice with pages has `urls.py` with its `blueprint`; models are imported so that metadata is whole."""
    for name in SLICES:
        for part in ("models", "urls"):
            if (ROOT / "crm" / name / f"{part}.py").exists():
                module = import_module(f"crm.{name}.{part}")
                if part == "urls":
                    app.register_blueprint(module.blueprint)


def serve_static(app: Flask) -> None:
    manifest = load_manifest()
    app.jinja_env.globals["asset"] = lambda name: static_url(manifest, name)
    app.wsgi_app = WhiteNoise(app.wsgi_app, **whitenoise_options())  # type: ignore[method-assign]
