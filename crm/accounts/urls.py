"""Addresses of the accounts slice."""

from crm.accounts import account_views, filter_views, signing, user_views, views
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
        ("POST", "/account/lists", "keep_list", filter_views.keep),
        ("POST", "/account/lists/<int:filter_id>/remove", "remove_list", filter_views.remove),
        ("GET", "/users", "users", user_views.users),
        ("GET POST", "/users/new", "new_user", user_views.new_user),
        ("GET", "/users/<int:user_id>", "user", user_views.user),
        ("GET POST", "/users/<int:user_id>/edit", "edit_user", user_views.edit_user),
        ("GET POST", "/users/<int:user_id>/password", "new_password", user_views.new_password),
        ("GET POST", "/users/<int:user_id>/switch", "switch_user", user_views.switch_user),
        ("POST", "/users/<int:user_id>/sign-ins/end", "end_user_sign_ins", user_views.end_user_sign_ins),
        (
            "POST",
            "/users/<int:user_id>/sign-ins/<int:sign_in_id>/end",
            "end_user_sign_in",
            user_views.end_user_sign_in,
        ),
    ],
    prefix="",
)
signing.connect()
