"""The navigation each role sees, in the order of the phone's bottom bar."""

from dataclasses import dataclass

from flask import Flask, request, url_for
from flask_babel.speaklater import LazyString
from flask_login import current_user

from crm.access import Permission, allowed
from crm.i18n import _l

#: permission, endpoint, text, icon
ENTRIES: tuple[tuple[Permission, str, LazyString, str], ...] = (
    (Permission.TODAY_SEE, "today.index", _l("Today"), "sun"),
    (Permission.PARTNERS_READ, "partners.index", _l("Partners"), "shop"),
    (Permission.MEMBERS_READ, "members.index", _l("Women"), "people"),
    (Permission.VACANCIES_READ, "vacancies.index", _l("Vacancies"), "briefcase"),
    (Permission.INFO_SESSIONS_READ, "info_sessions.index", _l("Sessions"), "chat-square-text"),
    (Permission.REFERRALS_READ, "referrals.index", _l("Introductions"), "signpost"),
    (Permission.OFFERS_READ, "offers.index", _l("Offers"), "gift"),
    (Permission.EVENTS_READ, "events.index", _l("Events"), "calendar-event"),
    (Permission.MEMBERS_READ, "messages.index", _l("Messages"), "envelope"),
    (Permission.RESULTS_READ, "results.index", _l("Results"), "bar-chart"),
    (Permission.SKILLS_READ, "skills.index", _l("Skills"), "tags"),
    (Permission.IMPORTS_RUN, "imports.index", _l("Import"), "upload"),
    (Permission.CENTRES_READ, "centres.index", _l("Centres"), "house-heart"),
    (Permission.USERS_MANAGE, "accounts.users", _l("People and access"), "person-gear"),
    (Permission.AUDIT_READ, "audit.index", _l("Who did what"), "journal-text"),
    (Permission.PORTAL_USE, "portal.index", _l("My openings"), "briefcase"),
    (Permission.MY_USE, "my.index", _l("For me"), "house-heart"),
)


#: The page of all sections belongs to no one of them.
MORE = "today.more"
#: Where the roles start; the first that a person may open is hers.
HOMES = ("today.index", "results.index", "portal.index", "my.index")


@dataclass(frozen=True)
class Entry:
    label: LazyString
    url: str
    icon: str
    active: bool


def entries() -> list[Entry]:
    return [
        Entry(text, url_for(endpoint), icon, is_here(url_for(endpoint)))
        for permission, endpoint, text, icon in ENTRIES
        if allowed(current_user, permission)
    ]


def is_here(url: str) -> bool:
    """Is the page that is shown this one, or one below it?"""
    here = request.script_root + request.path
    return request.endpoint != MORE and f"{here.rstrip('/')}/".startswith(f"{url.rstrip('/')}/")


def home_url() -> str:
    """The start page of whoever looks: today, the results, my openings, for me, or the public page."""
    if not current_user.is_authenticated:
        return url_for("public.index")
    for permission, endpoint, _text, _icon in ENTRIES:
        if endpoint in HOMES and allowed(current_user, permission):
            return url_for(endpoint)
    return url_for("public.index")


def init_app(app: Flask) -> None:
    @app.context_processor
    def navigation() -> dict[str, object]:
        return {"navigation": entries(), "home_url": home_url()}
