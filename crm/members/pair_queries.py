"""Pairs that may be one woman, as those may see them who may see both; sweeps; merges that stand behind her record."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Select, exists, func, or_, select
from sqlalchemy.orm import aliased, joinedload

from crm import access
from crm.accounts.models import User
from crm.db import now
from crm.members.duplicate_models import LikelyPair, Merge, Sweep
from crm.members.models import Member
from crm.members.queries import visible_to
from crm.skills.fold import search_key

#: How long the page says that a sweep has ended.
A_MOMENT = timedelta(minutes=10)


@dataclass(frozen=True)
class PairFilters:
    search: str = ""
    sure: bool | None = None

    @property
    def any(self) -> bool:
        return bool(self.search) or self.sure is not None


def pairs(user: User, asked: PairFilters) -> Select[LikelyPair]:
    """Surest first."""
    shown = [joinedload(side).joinedload(Member.settlement) for side in (LikelyPair.one, LikelyPair.other)]
    one, other = aliased(Member), aliased(Member)
    statement = (
        _seen(user)
        .join(one, one.id == LikelyPair.one_id)
        .join(other, other.id == LikelyPair.other_id)
        .options(*shown)
        .order_by(LikelyPair.sure.desc(), LikelyPair.id)
    )
    for word in search_key(asked.search).split():
        held = [side.search_text.contains(word, autoescape=True) for side in (one, other)]
        statement = statement.where(or_(*held))
    return statement if asked.sure is None else statement.where(LikelyPair.sure == asked.sure)


def pair_count(user: User) -> Select[int]:
    return select(func.count()).select_from(_seen(user).subquery())


def _seen(user: User) -> Select[LikelyPair]:
    """One and the other is a woman this person may see."""
    statement = access.own_centre(select(LikelyPair), LikelyPair.centre_id, user)
    for side in (LikelyPair.one_id, LikelyPair.other_id):
        statement = statement.where(side.in_(visible_to(user).with_only_columns(Member.id)))
    return statement


def pair_of(user: User, one_id: int, other_id: int) -> Select[LikelyPair]:
    both = {one_id, other_id}
    return _seen(user).where(LikelyPair.one_id.in_(both), LikelyPair.other_id.in_(both))


def sweeps(user: User) -> Select[Sweep]:
    """Under way, or ended a moment ago: the newest of each centre."""
    later = aliased(Sweep)
    newer = exists().where(later.centre_id == Sweep.centre_id, later.id > Sweep.id)
    recent = or_(Sweep.finished_at.is_(None), Sweep.finished_at > now() - A_MOMENT)
    return access.own_centre(select(Sweep).where(recent, ~newer), Sweep.centre_id, user).order_by(Sweep.id)


def last_sweep(user: User) -> Select[Sweep]:
    ended = access.own_centre(select(Sweep).where(Sweep.finished_at.is_not(None)), Sweep.centre_id, user)
    return ended.order_by(Sweep.finished_at.desc()).limit(1)


def merges_of(user: User, member_id: int) -> Select[Merge]:
    """What her record was made of, newest first, as long as it was not undone."""
    hers = visible_to(user).where(Member.id == member_id).with_only_columns(Member.id)
    stand = select(Merge).where(Merge.member_id.in_(hers), Merge.undone_at.is_(None))
    return stand.options(joinedload(Merge.by)).order_by(Merge.id.desc())


def those(user: User, ids: Collection[int]) -> Select[Member]:
    return visible_to(user).where(Member.id.in_(ids)).options(joinedload(Member.settlement))
