"""What happens instead of the application when a setting is refused: one clear line, and a doctor who still answers."""

import os
import sys

from flask import Flask

from crm import create_app
from crm.assets import AssetError
from crm.cli import doctor, say
from crm.config import ConfigError


def app_or_reason() -> Flask:
    """The application. A command ends with the reason where it cannot be made; `flask doctor` alone goes on.

    A server gets the exception itself: gunicorn starts a process anew for ever that merely ends."""
    try:
        return create_app()
    except (ConfigError, AssetError, OSError) as refused:
        if os.environ.get("FLASK_RUN_FROM_CLI") != "true":
            raise
        if "doctor" in sys.argv:
            return _only_the_doctor()
        say(f"{refused} (All settings at once: python3 run.py flask doctor)")
        raise SystemExit(1) from None


def _only_the_doctor() -> Flask:
    app = Flask("crm", static_folder=None)
    app.cli.add_command(doctor.command)
    return app
