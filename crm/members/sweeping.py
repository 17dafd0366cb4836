"""All women of a centre compared with each other, in small steps with a count of how far it is; goes on where it stopped."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import and_, delete, func, insert, or_, select
from sqlalchemy.orm import aliased

from crm import background
from crm.accounts.models import User
from crm.background import Hold
from crm.db import now
from crm.extensions import db
from crm.members import keys
from crm.members.duplicate_models import LikelyPair, MemberKey, NotSame, Sweep
from crm.members.duplicates import CROWD, people
from crm.members.models import Member
from crm.members.same_woman import compare

#: Women compared in one step: how long others wait to write.
STEP = 250


def begin(*, centre_ids: Iterable[int], by: User | None = None) -> None:
    """One sweep for each centre that has none under way; it starts once the answer is given."""
    for centre_id in centre_ids:
        if db.session.scalar(select(Sweep.id).where(Sweep.centre_id == centre_id, Sweep.finished_at.is_(None))):
            continue
        total = db.session.scalar(select(func.count()).select_from(Member).where(Member.centre_id == centre_id)) or 0
        db.session.add(Sweep(centre_id=centre_id, by_id=by.id if by else None, total=total))
    db.session.flush()
    background.after_answer(go_on)


def go_on() -> None:
    """In the background, unless somebody is at it."""
    background.keep_on(Turn().step)


def go_on_if_stopped(sweeps: Collection[Sweep]) -> None:
    """After a process ended in the middle."""
    if any(one.finished_at is None and background.has_stopped(one) for one in sweeps):
        go_on()


@dataclass
class Turn:
    """One thread at work."""

    hold: Hold = field(default_factory=Hold)
    crowds: dict[int, set[tuple[str, str]]] = field(default_factory=dict)

    def step(self) -> bool:
        """The next few women; False when nothing is left or somebody else is at it."""
        sweep = self._take()
        if sweep is None:
            return False
        if not sweep.last_member_id and keys.fill(sweep.centre_id):
            return True
        if sweep.centre_id not in self.crowds:
            self.crowds[sweep.centre_id] = _crowds(sweep.centre_id)
        asked = select(Member.id).where(Member.centre_id == sweep.centre_id, Member.id > sweep.last_member_id)
        ids = db.session.scalars(asked.order_by(Member.id).limit(STEP)).all()
        if ids:
            sweep.found += keep(sweep.centre_id, ids, self.crowds[sweep.centre_id])
            sweep.last_member_id, sweep.done = ids[-1], min(sweep.done + len(ids), sweep.total)
        else:
            sweep.done, sweep.finished_at = sweep.total, now()
            self.hold.let_go(sweep)
        db.session.flush()
        return True

    def _take(self) -> Sweep | None:
        first = select(func.min(Sweep.id)).where(Sweep.finished_at.is_(None)).scalar_subquery()
        return self.hold.take(Sweep, Sweep.id == first)


def keep(centre_id: int, ids: Sequence[int], crowds: Collection[tuple[str, str]] = ()) -> int:
    """Finds anew who is likely the same as one of these women and has a smaller number. How many pairs."""
    db.session.execute(delete(LikelyPair).where(LikelyPair.other_id.in_(ids)))
    near = _sharing(ids, crowds)
    known = {
        one.id: one for one in people(select(Member.id).where(Member.id.in_({id for pair in near for id in pair})))
    }
    found = [
        {
            "centre_id": centre_id,
            "one_id": one,
            "other_id": other,
            "sure": likeness.sure,
            "reasons": [str(reason.value) for reason in likeness.reasons],
        }
        for one, other in sorted(near)
        if one in known and other in known and (likeness := compare(known[one], known[other])) is not None
    ]
    if found:
        db.session.execute(insert(LikelyPair), found)
    return len(found)


def _crowds(centre_id: int) -> set[tuple[str, str]]:
    """Keys that so many share that they say nothing."""
    asked = select(MemberKey.kind, MemberKey.key).where(MemberKey.centre_id == centre_id)
    many = asked.group_by(MemberKey.kind, MemberKey.key).having(func.count() > CROWD)
    return {(str(kind.value), key) for kind, key in db.session.execute(many)}


def _sharing(ids: Sequence[int], crowds: Collection[tuple[str, str]]) -> set[tuple[int, int]]:
    """(smaller number, one of these) of women who share a key, without those a person called two women."""
    rows = db.session.execute(
        select(MemberKey.id, MemberKey.kind, MemberKey.key).where(MemberKey.member_id.in_(ids))
    ).all()
    telling = [row_id for row_id, kind, key in rows if (str(kind.value), key) not in crowds]
    mine, theirs = aliased(MemberKey), aliased(MemberKey)
    same = and_(
        theirs.centre_id == mine.centre_id,
        theirs.kind == mine.kind,
        theirs.key == mine.key,
        theirs.member_id < mine.member_id,
    )
    asked = select(theirs.member_id, mine.member_id).join(theirs, same).where(mine.id.in_(telling)).distinct()
    near = {(one, other) for one, other in db.session.execute(asked)}
    pairs = select(NotSame.one_id, NotSame.other_id).where(or_(NotSame.one_id.in_(ids), NotSame.other_id.in_(ids)))
    return near - {(min(one, other), max(one, other)) for one, other in db.session.execute(pairs)}
