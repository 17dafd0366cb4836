"""What a person decides about two records that look like one woman."""

from collections.abc import Iterable

from sqlalchemy import delete, or_, select

from crm.accounts.models import User
from crm.audit.enums import Action
from crm.audit.operations import record
from crm.extensions import db
from crm.members.duplicate_models import LikelyPair, NotSame
from crm.members.models import Member


def say_two_women(*, one: Member, other: Member, by: User | None = None) -> None:
    """Remembered, so that nobody asks again. Saying it twice is no mistake."""
    low, high = sorted((one.id, other.id))
    if not db.session.scalar(select(NotSame.id).where(_between(NotSame, low, high))):
        db.session.add(NotSame(one_id=low, other_id=high, by_id=by.id if by else None))
        record(Action.CHANGED, one, not_the_same_as=other.id)
    db.session.execute(delete(LikelyPair).where(_between(LikelyPair, low, high)))
    db.session.flush()


def say_another(*, member: Member, than: Iterable[Member], by: User | None = None) -> None:
    """She was registered though others look like her: a person saw them and said so."""
    for other in than:
        say_two_women(one=member, other=other, by=by)


def _between(model: type[NotSame] | type[LikelyPair], low: int, high: int):  # type: ignore[no-untyped-def]  # an SQL condition
    both = (low, high)
    return or_(
        (model.one_id == both[0]) & (model.other_id == both[1]),
        (model.one_id == both[1]) & (model.other_id == both[0]),
    )
