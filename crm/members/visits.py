"""When a woman last looked at her own pages, or was last helped at the centre: what came since is new to her."""

from datetime import date

from sqlalchemy import Select, func, or_, select, update

from crm.extensions import db
from crm.forms import today
from crm.members.models import MemberUser, Service


def of_member(member_id: int) -> Select[MemberUser]:
    return select(MemberUser).where(MemberUser.member_id == member_id)


def last_service_on(member_id: int) -> Select[date]:
    return select(func.max(Service.given_on)).where(Service.member_id == member_id)


def seen_until(signs_in: MemberUser | None) -> date | None:
    """The day of her visit before this one: all day long the same things are new. None on her first day."""
    if signs_in is None:
        return None
    return signs_in.visited_before_on if signs_in.visited_on == today() else signs_in.visited_on


def last_here(signs_in: MemberUser | None, last_service: date | None) -> date | None:
    """For staff: the last day on which she could hear of anything, on her own pages or at the centre."""
    days = [day for day in (signs_in.visited_on if signs_in else None, last_service) if day]
    return max(days, default=None)


def keep_visit(member_id: int) -> None:
    """Notes today, once; the day before it stays known."""
    on = today()
    first_today = or_(MemberUser.visited_on.is_(None), MemberUser.visited_on < on)
    db.session.execute(
        update(MemberUser)
        .where(MemberUser.member_id == member_id, first_today)
        .values(visited_before_on=MemberUser.visited_on, visited_on=on)
    )
