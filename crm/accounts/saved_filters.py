"""Lists as somebody narrowed them, kept under a name: one's own, on every list that is named here."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

from flask import url_for
from sqlalchemy import Select, func, select

from crm.access import Permission, allowed
from crm.accounts.models import SavedFilter, User
from crm.accounts.queries import saved_filters_visible_to
from crm.extensions import db

#: The lists that can be kept, and what one may do who opens them.
LISTS: dict[str, Permission] = {
    "partners.index": Permission.PARTNERS_READ,
    "partners.board": Permission.PARTNERS_READ,
    "partners.map": Permission.PARTNERS_READ,
    "members.index": Permission.MEMBERS_READ,
    "vacancies.index": Permission.VACANCIES_READ,
}
#: Of one list; who needs more removes one.
MOST = 20
#: In an address, but no part of how a list is narrowed.
NOT_KEPT = frozenset({"page", "endpoint"})


@dataclass(frozen=True)
class Kept:
    id: int
    name: str
    url: str


class TooMany(Exception):
    """There are as many kept lists as there is room for."""


def filters_of(user: User, section: str) -> Select[SavedFilter]:
    """Those of one section, such as "partners", in the order they were kept."""
    there = SavedFilter.endpoint.startswith(f"{section}.", autoescape=True)
    return saved_filters_visible_to(user).where(there).order_by(SavedFilter.id)


def narrowing(query: str) -> dict[str, str]:
    """What narrows a list, of the query of its address."""
    pairs = parse_qsl(query.lstrip("?")[:1000])
    return {name: text for name, text in pairs if text and name not in NOT_KEPT and not name.startswith("_")}


def kept_lists(user: User, section: str = "") -> list[Kept]:
    """For the page of a list: what was kept, each with its address. Of all lists for whom none is named."""
    kept = filters_of(user, section) if section else saved_filters_visible_to(user).order_by(SavedFilter.id)
    mine = [one for one in db.session.scalars(kept) if allowed(user, LISTS[one.endpoint])]
    return [Kept(one.id, one.name, _address(one)) for one in mine]


def _address(kept: SavedFilter) -> str:
    arguments: dict[str, Any] = {**narrowing(kept.query)}
    return url_for(kept.endpoint, **arguments)


def keep(*, user: User, endpoint: str, name: str, query: str) -> SavedFilter:
    """A second of the same name takes the place of the first. Raises PermissionError and TooMany."""
    if endpoint not in LISTS or not allowed(user, LISTS[endpoint]):
        raise PermissionError
    section = filters_of(user, endpoint.split(".")[0])
    kept = db.session.scalar(section.where(SavedFilter.name == name))
    if kept is None:
        if (db.session.scalar(select(func.count()).select_from(section.subquery())) or 0) >= MOST:
            raise TooMany
        kept = SavedFilter(user_id=user.id, name=name)
        db.session.add(kept)
    kept.endpoint, kept.query = endpoint, urlencode(narrowing(query))[:1000]
    db.session.flush()
    return kept


def remove(*, kept: SavedFilter) -> None:
    db.session.delete(kept)
    db.session.flush()
