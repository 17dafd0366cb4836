"""Reading places: rayons, settlements by name in any language and spelling. Places are public: everybody sees all."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVarTuple

from rapidfuzz import fuzz, process
from sqlalchemy import Select, case, or_, select
from sqlalchemy.orm import joinedload

from crm.extensions import db
from crm.places.models import Rayon, Settlement
from crm.places.names import is_centre, keys_in, keys_of, name_key, split_label, written

Columns = TypeVarTuple("Columns")

#: Likeness of two keys, 0 to 100, from which one may be a slip of the other.
ALIKE = 75


def settlements() -> Select[Settlement]:
    """All settlements, each with its rayon, in one query."""
    return select(Settlement).options(joinedload(Settlement.rayon)).order_by(Settlement.name_az, Settlement.id)


def rayons() -> Select[Rayon]:
    return select(Rayon).order_by(Rayon.name_az)


def settlement_with_rayon(settlement_id: int) -> Settlement | None:
    return db.session.scalar(settlements().where(Settlement.id == settlement_id))


def rayons_named(text: str) -> list[Rayon]:
    """The rayons a text may mean, by exact folded name: two for "Şəki" (rayon and city), else by likeness."""
    keys = set(keys_of(text)) - {""}
    if not keys:
        return []
    everyone = db.session.scalars(rayons()).all()
    exact = [rayon for rayon in everyone if keys & set(keys_in(rayon.search_text))]
    if exact:
        return exact
    found = _alike(keys, ((rayon.id, rayon.search_text) for rayon in everyone), 85)
    best = {rayon_id for rayon_id, score in found.items() if score == max(found.values())}
    return [rayon for rayon in everyone if rayon.id in best]


def settlements_named(text: str, rayon_ids: Sequence[int] | None = None) -> list[Settlement]:
    """The settlements called exactly so, spelling folded; letter by letter wins, then their own name over old names."""
    keys = set(keys_of(text)) - {""}
    if not keys:
        return []
    statement = settlements().where(or_(*(Settlement.search_text.like(f"%|{key}|%") for key in keys)))
    if rayon_ids is not None:
        statement = statement.where(Settlement.rayon_id.in_(rayon_ids))
    found = list(db.session.scalars(statement))
    letters = " ".join(text.split()).casefold()
    exact = [one for one in found if letters in (name.casefold() for name in written(one))]
    gentle = name_key(text)
    own = [one for one in found if gentle in map(name_key, written(one))]
    return exact or own or found


def settlements_meant(text: str) -> list[Settlement]:
    """What was typed into a place field: one settlement when it is clear, several when not, none when unknown.

    A rayon may follow after a comma. A town its rayon is named after wins over villages of that name elsewhere."""
    name, rayon = split_label(text)
    near = rayons_named(rayon) if rayon else None
    if near == []:
        return []
    found = settlements_named(name, None if near is None else [one.id for one in near])
    centres = [one for one in found if is_centre(one)]
    return centres if len(centres) == 1 and not rayon else found


def settlements_like(text: str, limit: int = 10) -> list[Settlement]:
    """Suggestions while one types: beginnings first, then names with the words inside, then slips of the pen."""
    name, rayon = split_label(text)
    keys = sorted(set(keys_of(name)) - {""})
    if not keys:
        return []
    near = [one.id for one in rayons_named(rayon)] if len(rayon) > 2 else []
    starts = or_(*(Settlement.search_text.like(f"%|{key}%") for key in keys))
    inside = or_(*(Settlement.search_text.like(f"%{key}%") for key in keys))
    statement = _within(settlements(), near).order_by(None).where(inside)
    rank = case((starts, 0), else_=1)
    found = db.session.scalars(statement.order_by(rank, *_weight()).limit(limit)).all()
    return list(found) or _slips(keys, near, limit)


def _slips(keys: Iterable[str], near: Sequence[int], limit: int) -> list[Settlement]:
    statement = _within(select(Settlement.id, Settlement.search_text), near)
    scores = _alike(keys, db.session.execute(statement), ALIKE)
    # A slip has one or two likely readings; what is much less like than the best is noise.
    likely = [settlement_id for settlement_id, score in scores.items() if score > max(scores.values()) - 12]
    best = sorted(likely, key=lambda settlement_id: -scores[settlement_id])[:limit]
    found = db.session.scalars(settlements().where(Settlement.id.in_(best))).all()
    return sorted(found, key=lambda one: (-scores[one.id], -(one.population or 0)))


def _alike(keys: Iterable[str], texts: Iterable[tuple[int, str]], least: int) -> dict[int, float]:
    """Ids whose nearest key is at least so much like one of `keys`, with that likeness."""
    pairs = [(row_id, key) for row_id, text in texts for key in keys_in(text)]
    scores: dict[int, float] = {}
    for wanted in keys:
        choices = [key for _, key in pairs]
        for _, score, place in process.extract(wanted, choices, scorer=fuzz.ratio, score_cutoff=least, limit=200):
            row_id = pairs[place][0]
            scores[row_id] = max(score, scores.get(row_id, 0))
    return scores


def alike_in(text: str, rayon_ids: Sequence[int], least: int = ALIKE) -> dict[int, float]:
    """Settlements of these rayons that may be meant by a misspelt name: id and likeness."""
    statement = _within(select(Settlement.id, Settlement.search_text), rayon_ids)
    return _alike(set(keys_of(text)) - {""}, db.session.execute(statement), least)


def _within(statement: Select[*Columns], rayon_ids: Sequence[int]) -> Select[*Columns]:
    return statement.where(Settlement.rayon_id.in_(rayon_ids)) if rayon_ids else statement


def _weight() -> tuple[Any, ...]:
    return (Settlement.population.is_(None), Settlement.population.desc(), Settlement.name_az, Settlement.id)
