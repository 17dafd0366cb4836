"""Who has looked at her record or taken something of it away: by role and house, without a name, day by day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select

from crm.access import Role
from crm.accounts.models import User
from crm.audit.enums import Action
from crm.audit.models import AuditEntry
from crm.centres.models import Centre
from crm.db import now
from crm.forms import BAKU
from crm.i18n import _
from crm.members.models import Member
from crm.partners.models import Partner, PartnerUser

#: How far back she sees, and how many entries at most.
SHOWN_FOR, MOST = timedelta(days=365), 500
TOLD = (Action.LOOKED, Action.REVEALED, Action.EXPORTED)


@dataclass(frozen=True)
class Look:
    """What one side did on one day, however often. `a_list`: a list of many women, in which she may be."""

    day: date
    who: str
    icon: str
    words: str
    times: int


def entries(member: Member) -> Select[datetime, Action, int | None, Role, str, str]:
    """Of others, not her own; the newest first. Lists saved as a file count where their reader could see her."""
    here = or_(User.centre_id == member.centre_id, User.role == Role.ADMINISTRATOR)
    a_list: ColumnElement[bool] = and_(
        AuditEntry.thing_id.is_(None), AuditEntry.action == Action.EXPORTED, here, AuditEntry.at > member.created_at
    )
    return (
        select(AuditEntry.at, AuditEntry.action, AuditEntry.thing_id, User.role, Centre.name, Partner.name)
        .join(User, User.id == AuditEntry.user_id)
        .outerjoin(Centre, Centre.id == User.centre_id)
        .outerjoin(PartnerUser, PartnerUser.user_id == User.id)
        .outerjoin(Partner, Partner.id == PartnerUser.partner_id)
        .where(
            AuditEntry.thing == Member.__tablename__,
            AuditEntry.action.in_(TOLD),
            or_(AuditEntry.thing_id == member.id, a_list),
            User.role != Role.MEMBER,
            AuditEntry.at > now() - SHOWN_FOR,
        )
        .order_by(AuditEntry.at.desc(), AuditEntry.id.desc())
        .limit(MOST)
    )


def by_day(found: Iterable[Any]) -> Iterator[tuple[date, list[Look]]]:
    """A day with its looks, each kind of one side once."""
    for day, of_day in groupby(found, key=lambda row: row[0].astimezone(BAKU).date()):
        counted: dict[tuple[str, str, str], int] = {}
        for _at, action, thing_id, role, centre, partner in of_day:
            key = (_who(role, centre, partner), *_did(action, thing_id is None))
            counted[key] = counted.get(key, 0) + 1
        yield day, [Look(day, who, icon, words, times) for (who, icon, words), times in counted.items()]


def _who(role: Role, centre: str | None, partner: str | None) -> str:
    if partner:
        return partner
    if role == Role.ADMINISTRATOR:
        return str(_("The administration of the centres"))
    return str(_("Your centre: %(centre)s", centre=centre)) if centre else str(_("The centres"))


def _did(action: Action, a_list: bool) -> tuple[str, str]:
    if a_list:
        return "people", str(_("saved a list of many women; you may be in it"))
    if action == Action.EXPORTED:
        return "printer", str(_("made a paper or a file about you"))
    if action == Action.REVEALED:
        return "shield-lock", str(_("opened a protected note about you, and wrote down why"))
    return "eye", str(_("looked at your record"))
