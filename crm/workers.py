"""What gunicorn's workers do beside answering: read by `--config python:crm.workers`."""

from typing import Any

from flask import Flask

from crm import beside


def post_worker_init(worker: Any) -> None:
    """Each worker sends; none sends what another has taken up."""
    if isinstance(worker.wsgi, Flask):
        beside.begin(worker.wsgi)
