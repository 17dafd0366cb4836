"""Addresses of the accounts slice."""

from crm.accounts import account_views, signing, views
from crm.web import blueprint as make

blueprint = make(
    "accounts",
    [
        ("GET POST", "/sign-in", "sign_in", views.sign_in),
        ("POST", "/sign-out", "sign_out", views.sign_out),
        ("GET", "/account", "account", account_views.account),
        ("POST", "/account/language", "set_language", account_views.set_language),
        ("GET POST", "/account/password", "own_password", account_views.own_password),
        ("POST", "/account/sign-ins/end", "end_other_sign_ins", account_views.end_other_sign_ins),
        ("POST", "/account/sign-ins/<int:sign_in_id>/end", "end_sign_in", account_views.end_sign_in),
    ],
    prefix="",
)
signing.connect()
