"""The words of the start page: each list's name, what it says when nothing is due, and what one can do instead."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from flask_babel.speaklater import LazyString

from crm.forms import BAKU
from crm.i18n import _, _l


@dataclass(frozen=True)
class Words:
    """`nothing` is said when the list is empty; `endpoint` and `instead` are the link beside it."""

    title: LazyString
    icon: str
    nothing: LazyString
    endpoint: str
    instead: LazyString


LISTS: Mapping[str, Words] = {
    "calls": Words(
        _l("Please call"),
        "telephone",
        _l("Every message got through."),
        "messages.index",
        _l("Messages"),
    ),
    "sessions": Words(
        _l("Sessions today"),
        "chat-square-text",
        _l("No visit today."),
        "info_sessions.new",
        _l("Plan a session"),
    ),
    "invitations": Words(
        _l("Invitations"),
        "envelope",
        _l("No owner waits for us, and none keeps us waiting."),
        "info_sessions.index",
        _l("Sessions"),
    ),
    "promises": Words(
        _l("Promises due"),
        "calendar-event",
        _l("No promise is due this week."),
        "partners.promises",
        _l("All promises"),
    ),
    "steps": Words(
        _l("Next steps with partners"),
        "shop",
        _l("Nothing is due with the partners."),
        "partners.index",
        _l("Partners"),
    ),
    "session_steps": Words(
        _l("Next steps before a session"),
        "chat-square-text",
        _l("Nothing is due before the sessions."),
        "info_sessions.index",
        _l("Sessions"),
    ),
    "vacancy_steps": Words(
        _l("Next steps with vacancies"),
        "briefcase",
        _l("Nothing is due with the vacancies."),
        "vacancies.index",
        _l("Vacancies"),
    ),
    "agreements": Words(
        _l("Agreements that end"),
        "journal-text",
        _l("No agreement ends this month."),
        "partners.index",
        _l("Partners"),
    ),
    "women": Words(
        _l("From the women"),
        "people",
        _l("Every woman has answered."),
        "vacancies.index",
        _l("See who fits a vacancy"),
    ),
    "owners": Words(
        _l("From the owners"),
        "shop",
        _l("No owner owes an answer."),
        "referrals.index",
        _l("Introductions"),
    ),
    "requests": Words(
        _l("Women ask us for something"),
        "chat-left-quote",
        _l("No woman waits for us."),
        "members.index",
        _l("Women"),
    ),
    "talks": Words(
        _l("They said yes to an offer"),
        "gift",
        _l("Nobody waits to be introduced."),
        "offers.index",
        _l("Offers"),
    ),
    "approvals": Words(
        _l("Vacancies to approve"),
        "check2",
        _l("No vacancy waits for you."),
        "vacancies.new",
        _l("Write down a vacancy"),
    ),
    "stale": Words(
        _l("Openings to ask about"),
        "telephone",
        _l("Every open vacancy is fresh."),
        "vacancies.index",
        _l("Vacancies"),
    ),
    "openings": Words(
        _l("Openings that need women"),
        "briefcase",
        _l("There are women on the way to every opening."),
        "vacancies.new",
        _l("Write down a vacancy"),
    ),
}


def greeting(name: str) -> str:
    """By the clock in Baku."""
    hour = datetime.now(BAKU).hour
    if 5 <= hour < 11:
        return str(_("Good morning, %(name)s", name=name))
    if hour >= 18 or hour < 5:
        return str(_("Good evening, %(name)s", name=name))
    return str(_("Good day, %(name)s", name=name))
