"""The records behind a figure, as a statement of those this user may see, and what kind of record they are."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from crm.accounts.models import User
from crm.events.models import EventBooth
from crm.members.models import Member
from crm.referrals.models import Referral
from crm.results import left_out, partnership, queries, women
from crm.results.scope import Scope
from crm.vacancies import queries as vacancy_queries
from crm.vacancies.models import Vacancy

#: (kind of record, statement); the kind names the template's way to show a row.
Behind = tuple[str, Any]


def records(user: User, code: str, part: str | None, scope: Scope) -> Behind:
    """Raises KeyError for a code nobody counts."""
    if code in women.PEOPLE:
        return "women", queries.women_behind(user, women.PEOPLE[code](scope), part if part in women.ROUTES else None)
    others: dict[str, Callable[[], Behind]] = {
        "OC4": lambda: ("partners", queries.partners_behind(user, partnership.startups(scope))),
        "OP3": lambda: ("partners", queries.partners_behind(user, partnership.stronger_organisations(scope))),
        "OP4": lambda: ("centres", queries.centres_behind(user, partnership.registered_centres(scope))),
        "OP5": lambda: _visits(user, part, scope),
        "OP6": lambda: ("partners", queries.partners_behind(user, partnership.promising_partners(scope))),
        "OP7": lambda: ("promises", queries.promises_behind(user, partnership.due_promises(scope))),
        "OP8": lambda: _fair(user, part, scope),
        "OP10": lambda: ("vacancies", queries.vacancies_behind(user, partnership.corrected_texts(scope))),
        "OP9": lambda: ("grants", queries.grants_behind(user, partnership.grants(scope))),
    }
    return others[code]()


def _visits(user: User, part: str | None, scope: Scope) -> Behind:
    if part == "companies":
        return "partners", queries.partners_behind(user, partnership.visited_partners(scope))
    return "sessions", queries.sessions_behind(user, partnership.held_sessions(scope))


def _fair(user: User, part: str | None, scope: Scope) -> Behind:
    here = partnership.fairs(scope)
    if part in ("employers", "vacancies"):
        tables = select(EventBooth.partner_id).where(EventBooth.event_id.in_(here))
        return "partners", queries.partners_behind(user, tables)
    if part in ("slips", "interviews"):
        slips = _on_slips(scope).where(Referral.event_id.in_(here))
        if part == "interviews":
            slips = slips.where(partnership.was_interviewed())
        return "women", queries.women_behind(user, slips)
    return "women", queries.women_behind(user, partnership.fair_hires(scope))


def _on_slips(scope: Scope) -> Any:
    return (
        select(Referral.member_id.label("member_id"))
        .join(Member, Member.id == Referral.member_id)
        .where(scope.of_women())
    )


def left_out_records(user: User, group: str, scope: Scope) -> Behind:
    """Raises KeyError for an unknown group."""
    ids = left_out.GROUPS[group](scope)
    if group == "openings_without_anybody":
        open_ones = vacancy_queries.visible_to(user).where(Vacancy.id.in_(ids))
        shown = joinedload(Vacancy.partner)
        return "vacancies", open_ones.options(shown).order_by(Vacancy.published_on, Vacancy.id)
    if group == "partners_without_session":
        return "partners", queries.partners_behind(user, ids)
    return "women", queries.visible_to(user).where(Member.id.in_(ids)).order_by(Member.joined_on, Member.id)
