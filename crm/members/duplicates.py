"""Who of a centre's women may be the same as this one. What is compared and how it is judged: same_woman.py."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, delete, or_, select, union_all

from crm.extensions import db
from crm.members import keys
from crm.members.duplicate_models import LikelyPair, MemberKey, NotSame
from crm.members.models import Member
from crm.members.same_woman import Likeness, Person, compare

#: More women with one key say nothing any more: the telephone of an office, "0000000".
CROWD = 400


@dataclass(frozen=True)
class Found:
    """A woman who is stored already, and why she may be the same."""

    member_id: int
    likeness: Likeness


def find(*, centre_id: int, values: Mapping[str, Any], except_ids: Collection[int] = ()) -> list[Found]:
    """Women of the centre who may be the one described, surest first. `values`: fields of a member by name, any may be
    missing: first_name, last_name, father_name, birth_year, settlement_id, phone, second_phone, email, fin_digest."""
    return found_for(keys.person(values), centre_id=centre_id, except_ids=except_ids)


def find_for(member: Member) -> list[Found]:
    """The same for a stored woman; whom a person called another woman is left out."""
    return found_for(
        keys.person_of(member), centre_id=member.centre_id, except_ids={member.id, *others_than(member.id)}
    )


def found_for(one: Person, *, centre_id: int, except_ids: Collection[int] = ()) -> list[Found]:
    if not one.first:
        return []
    near = [
        Found(other.id, likeness)
        for other in people(_sharing(centre_id, one))
        if other.id not in except_ids and (likeness := compare(one, other)) is not None
    ]
    return sorted(near, key=lambda found: (not found.likeness.sure, -len(found.likeness.reasons), found.member_id))


def keep_pairs(member: Member) -> None:
    """Whom she is likely the same as, found anew: for the list of pairs."""
    forget_pairs(member.id)
    db.session.add_all(
        LikelyPair(
            centre_id=member.centre_id,
            one_id=min(member.id, found.member_id),
            other_id=max(member.id, found.member_id),
            sure=found.likeness.sure,
            reasons=[str(reason.value) for reason in found.likeness.reasons],
        )
        for found in find_for(member)
    )
    db.session.flush()


def forget_pairs(*member_ids: int) -> None:
    of_them = or_(LikelyPair.one_id.in_(member_ids), LikelyPair.other_id.in_(member_ids))
    db.session.execute(delete(LikelyPair).where(of_them))


def others_than(member_id: int) -> set[int]:
    """Ids of women of whom a person said that they are somebody else."""
    pairs = select(NotSame.one_id, NotSame.other_id).where(
        or_(NotSame.one_id == member_id, NotSame.other_id == member_id)
    )
    return {other for pair in db.session.execute(pairs) for other in pair if other != member_id}


def _sharing(centre_id: int, one: Person) -> Select[Any]:
    """Ids, through the index one key after the other: an OR over pairs makes SQLite read the whole centre."""
    each = [
        select(
            select(MemberKey.member_id)
            .where(MemberKey.centre_id == centre_id, MemberKey.kind == kind, MemberKey.key == key)
            .limit(CROWD)
            .subquery()
        )
        for kind, key in sorted(one.keys())
    ]
    return select(union_all(*each).subquery())


def people(ids: Select[Any]) -> Iterable[Person]:
    """As they are compared, of these ids."""
    asked = select(Member.id, *(getattr(Member, name) for name in keys.compared())).where(Member.id.in_(ids))
    for row in db.session.execute(asked).mappings():
        yield keys.person(row, row["id"])
