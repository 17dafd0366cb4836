"""The keys women are compared by, kept true at each save of a woman, whoever saves her."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, event, insert, inspect, select

from crm.extensions import db
from crm.members.duplicate_models import MemberKey
from crm.members.models import Member
from crm.members.same_woman import Person

#: What a person is compared by: where it stands in her record.
COLUMNS = (
    "first_name", "last_name", "father_name", "birth_year", "settlement_id", "phone", "email",
)  # fmt: skip
#: Filled by other parts of her record where they are there.
FURTHER = ("second_phone", "fin_digest")
BATCH = 2_000


def compared() -> tuple[str, ...]:
    """The columns of a woman's record that are read to compare her."""
    return (*COLUMNS, *(name for name in FURTHER if name in Member.__table__.columns))


def person(values: Any, id: int = 0) -> Person:
    """`values`: a mapping of `compared()`, of which any may be missing."""
    given = {name: values.get(name) for name in COLUMNS if name != "phone"}
    given["first_name"] = given["first_name"] or ""
    return Person.of(
        id=id,
        phones=(values.get("phone"), values.get("second_phone")),
        document=values.get("fin_digest"),
        **given,
    )


def person_of(member: Member) -> Person:
    return person({name: getattr(member, name) for name in compared()}, member.id)


def fill(centre_id: int | None = None) -> int:
    """Keys for women who have none: those who came in by the ten thousand. How many that were."""
    bare = ~select(MemberKey.id).where(MemberKey.member_id == Member.id).exists()
    asked = select(Member.id, Member.centre_id, *(getattr(Member, name) for name in compared())).where(
        bare, Member.erased_on.is_(None)
    )
    if centre_id is not None:
        asked = asked.where(Member.centre_id == centre_id)
    women = db.session.execute(asked.limit(BATCH)).mappings().all()
    made = [row for one in women for row in rows(dict(one))]
    if made:
        db.session.execute(insert(MemberKey), made)
    return len(women)


def rows(woman: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The keys of one woman. `woman`: id, centre_id and what `compared()` names, where it is known."""
    hers = {"member_id": woman["id"], "centre_id": woman["centre_id"]}
    return [{**hers, "kind": kind, "key": key} for kind, key in sorted(person(woman).keys())]


@event.listens_for(Member, "after_insert")
def _first_keys(_mapper: object, connection: Connection, member: Member) -> None:
    woman = {name: getattr(member, name) for name in ("id", "centre_id", *compared())}
    connection.execute(insert(MemberKey), rows(woman))


@event.listens_for(Member, "after_update")
def _new_keys(_mapper: object, connection: Connection, member: Member) -> None:
    state = inspect(member)
    if any(state.attrs[name].history.has_changes() for name in ("centre_id", *compared())):
        connection.execute(delete(MemberKey).where(MemberKey.member_id == member.id))
        _first_keys(_mapper, connection, member)
