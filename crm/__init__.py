"""Körpü, the partnership and job-matching CRM of Women's Resource Centres: the app factory, a list of named steps."""

from flask import Flask

from crm import access, cli, errors, examples, headers, navigation, web
from crm.config import ROOT, Config
from crm.setup import configure, connect_extensions, register_slices, serve_static, shape_templates


def create_app(config: Config | None = None) -> Flask:
    """The WSGI application. Raises ConfigError for a missing or weak setting, RuntimeError for an undeclared view."""
    app = Flask("crm", root_path=str(ROOT / "crm"), template_folder=str(ROOT / "templates"), static_folder=None)
    configure(app, config or Config.from_environment())
    connect_extensions(app)
    web.init_app(app)
    shape_templates(app)
    headers.init_app(app)
    errors.init_app(app)
    register_slices(app)
    navigation.init_app(app)
    cli.init_app(app)
    examples.stand_in_front(app, create_app)
    serve_static(app)
    access.guard(app)
    return app
