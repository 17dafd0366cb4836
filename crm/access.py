"""Who may do what: roles, one map of permissions, the declaration on each view, the guard and the one decision."""

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from flask import Flask, abort, current_app, request
from flask_login import current_user
from sqlalchemy import Select, false

from crm.extensions import login_manager
from crm.i18n import LabelledEnum, _l

if TYPE_CHECKING:
    from crm.accounts.models import User

View = TypeVar("View", bound=Callable[..., Any])
Statement = TypeVar("Statement", bound=Select[*tuple[Any, ...]])


class Role(LabelledEnum):
    ADMINISTRATOR = "administrator", _l("Administrator")
    STAFF = "staff", _l("Centre staff")
    OBSERVER = "observer", _l("Observer")
    PARTNER = "partner", _l("Partner")
    MEMBER = "member", _l("Member")


class Permission(StrEnum):
    """`<thing>:<action>`. What it lets a person do stands in PERMISSIONS below."""

    TODAY_SEE = "today:see"
    PARTNERS_READ = "partners:read"
    PARTNERS_WRITE = "partners:write"
    INFO_SESSIONS_READ = "info_sessions:read"
    INFO_SESSIONS_WRITE = "info_sessions:write"
    MEMBERS_READ = "members:read"
    MEMBERS_WRITE = "members:write"
    MEMBERS_REVEAL = "members:reveal"
    SKILLS_READ = "skills:read"
    SKILLS_WRITE = "skills:write"
    SKILLS_MERGE = "skills:merge"
    VACANCIES_READ = "vacancies:read"
    VACANCIES_WRITE = "vacancies:write"
    OFFERS_READ = "offers:read"
    OFFERS_WRITE = "offers:write"
    MATCHES_SEE = "matches:see"
    REFERRALS_READ = "referrals:read"
    REFERRALS_WRITE = "referrals:write"
    EVENTS_READ = "events:read"
    EVENTS_WRITE = "events:write"
    RESULTS_READ = "results:read"
    RESULTS_PEOPLE = "results:people"
    RESULTS_TARGETS = "results:targets"
    IMPORTS_RUN = "imports:run"
    AUDIT_READ = "audit:read"
    CENTRES_READ = "centres:read"
    CENTRES_WRITE = "centres:write"
    USERS_MANAGE = "users:manage"
    PORTAL_USE = "portal:use"
    MY_USE = "my:use"
    ACCOUNT_USE = "account:use"
    API_USE = "api:use"


_STAFF = frozenset({Role.ADMINISTRATOR, Role.STAFF})
_ADMIN = frozenset({Role.ADMINISTRATOR})
_OFFICE = _STAFF | {Role.OBSERVER}
_EVERYBODY = frozenset(Role)

#: Read it aloud: this thing may be done by these roles. Which rows they see is a second question (`visible_to`).
PERMISSIONS: dict[Permission, frozenset[Role]] = {
    Permission.TODAY_SEE: _STAFF,
    Permission.PARTNERS_READ: _STAFF,
    Permission.PARTNERS_WRITE: _STAFF,
    Permission.INFO_SESSIONS_READ: _STAFF,
    Permission.INFO_SESSIONS_WRITE: _STAFF,
    Permission.MEMBERS_READ: _STAFF,
    Permission.MEMBERS_WRITE: _STAFF,
    Permission.MEMBERS_REVEAL: _STAFF,
    Permission.SKILLS_READ: _STAFF,
    Permission.SKILLS_WRITE: _STAFF,
    Permission.SKILLS_MERGE: _ADMIN,
    Permission.VACANCIES_READ: _STAFF,
    Permission.VACANCIES_WRITE: _STAFF,
    Permission.OFFERS_READ: _STAFF,
    Permission.OFFERS_WRITE: _STAFF,
    Permission.MATCHES_SEE: _STAFF,
    Permission.REFERRALS_READ: _STAFF,
    Permission.REFERRALS_WRITE: _STAFF,
    Permission.EVENTS_READ: _STAFF,
    Permission.EVENTS_WRITE: _STAFF,
    Permission.RESULTS_READ: _OFFICE,
    Permission.RESULTS_PEOPLE: _STAFF,
    Permission.RESULTS_TARGETS: _ADMIN,
    Permission.IMPORTS_RUN: _STAFF,
    Permission.AUDIT_READ: _ADMIN,
    Permission.CENTRES_READ: _STAFF,
    Permission.CENTRES_WRITE: _ADMIN,
    Permission.USERS_MANAGE: _ADMIN,
    Permission.PORTAL_USE: frozenset({Role.PARTNER}),
    Permission.MY_USE: frozenset({Role.MEMBER}),
    Permission.ACCOUNT_USE: _EVERYBODY,
    Permission.API_USE: _OFFICE | {Role.PARTNER},
}

PUBLIC = "public"


def may(permission: Permission) -> Callable[[View], View]:
    """Declares what a view needs. It decides nothing: `decide` does, before every request."""

    def declare(view: View) -> View:
        view.access = permission  # type: ignore[attr-defined]  # a mark on the function, read by `decide`
        return view

    return declare


def public(view: View) -> View:
    """Declares a view that anybody may open, signed in or not."""
    view.access = PUBLIC  # type: ignore[attr-defined]  # as above
    return view


def declared(view: Callable[..., Any] | None) -> Permission | str | None:
    return getattr(view, "access", None)


def allowed(user: Any, permission: Permission) -> bool:
    return bool(user.is_authenticated) and user.role in PERMISSIONS[permission]


def can(permission: str) -> bool:
    """For templates: may the person who looks do this?"""
    return allowed(current_user, Permission(permission))


def guard(app: Flask) -> None:
    """Runs last in create_app: an endpoint without a declaration stops the start."""
    bare = sorted(name for name, view in app.view_functions.items() if declared(view) is None)
    if bare:
        raise RuntimeError(f"endpoints without @may or @public: {', '.join(bare)}")
    app.before_request(decide)


def decide() -> Any:
    """The one decision: unknown addresses go on to 404, undeclared endpoints are refused."""
    if request.endpoint is None:
        return None
    needs = declared(current_app.view_functions.get(request.endpoint))
    if needs == PUBLIC:
        return None
    if not isinstance(needs, Permission):
        abort(403)
    if not current_user.is_authenticated:
        return login_manager.unauthorized()
    if not allowed(current_user, needs):
        abort(403)
    return None


def own_centre(statement: Statement, centre_id: Any, user: "User") -> Statement:
    """Rows of the user's own centre; every centre for the administrator; nothing for anybody else."""
    if user.role == Role.ADMINISTRATOR:
        return statement
    if user.role == Role.STAFF and user.centre_id is not None:
        return statement.where(centre_id == user.centre_id)
    return statement.where(false())
