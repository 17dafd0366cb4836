"""Addresses of the accounts slice."""

from crm.accounts import signing, views
from crm.web import blueprint as make

blueprint = make(
    "accounts",
    [
        ("GET POST", "/sign-in", "sign_in", views.sign_in),
        ("POST", "/sign-out", "sign_out", views.sign_out),
    ],
    prefix="",
)
signing.connect()
