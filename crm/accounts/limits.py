"""How often somebody may guess at a password."""

from flask import Response, current_app

FAILED = 422


def sign_in_limit() -> str:
    return str(current_app.extensions["config"].sign_in_limit)


def failed(response: Response) -> bool:
    """Only what failed counts."""
    return response.status_code == FAILED
