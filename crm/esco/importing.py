"""ESCO's files into the tables, batch by batch. Repeatable: a second run changes nothing."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Select, delete, insert, select, update

from crm.esco import files
from crm.esco.enums import RelationKind
from crm.esco.models import LONGEST_NAME, EscoConcept, EscoLabel, EscoRelation
from crm.extensions import db
from crm.skills.fold import match_key

BATCH = 500
#: Batches between two words of progress.
QUIET = 10
T = TypeVar("T")


@dataclass
class Loaded:
    """What a run changed."""

    concepts: int = 0
    names: int = 0
    removed: int = 0
    relations: int = 0


def load(folder: Path, say: Callable[[str], None]) -> Loaded:
    """Every file found in `folder`. Raises files.WrongFolder."""
    done = Loaded()
    for path in files.concept_files(folder):
        for number, rows in enumerate(batches(files.read_concepts(path)), 1):
            _load_names(rows, _load_concepts(rows, done), done)
            if number % QUIET == 0:
                say(f"{path.name}: {number * BATCH} rows …")
        say(f"{path.name}: read")
    ids = _ids(select(EscoConcept.uri, EscoConcept.id))
    for path in files.relation_files(folder):
        for pairs in batches(files.read_relations(path)):
            _load_relations(pairs, ids, done)
        say(f"{path.name}: read")
    db.session.expire_all()
    return done


def _load_concepts(rows: list[files.Row], done: Loaded) -> dict[str, int]:
    """URI -> id, after adding those that are new."""
    by_uri = {row.uri: row for row in rows}
    asked = select(EscoConcept.uri, EscoConcept.isco).where(EscoConcept.uri.in_(by_uri))
    known = dict(db.session.execute(asked).all())
    new = [
        {"uri": row.uri, "occupation": row.occupation, "isco": row.isco}
        for row in by_uri.values()
        if row.uri not in known
    ]
    if new:
        db.session.execute(insert(EscoConcept), new)
        done.concepts += len(new)
    for uri, isco in known.items():
        if by_uri[uri].isco and by_uri[uri].isco != isco:
            db.session.execute(update(EscoConcept).where(EscoConcept.uri == uri).values(isco=by_uri[uri].isco))
    return _ids(select(EscoConcept.uri, EscoConcept.id).where(EscoConcept.uri.in_(by_uri)))


def _load_names(rows: list[files.Row], ids: dict[str, int], done: Loaded) -> None:
    """The names of these concepts in the file's language become exactly those of the file."""
    wanted = {
        (ids[row.uri], name[:LONGEST_NAME]): (row, name == row.names[0]) for row in rows for name in reversed(row.names)
    }
    there = select(EscoLabel.id, EscoLabel.esco_id, EscoLabel.text, EscoLabel.preferred)
    there = there.where(EscoLabel.esco_id.in_(ids.values()), EscoLabel.language == rows[0].language)
    gone = []
    for label_id, esco_id, text, preferred in db.session.execute(there).all():
        if (esco_id, text) in wanted and wanted[esco_id, text][1] == preferred:
            del wanted[esco_id, text]
        else:
            gone.append(label_id)
    for part in batches(gone):
        db.session.execute(delete(EscoLabel).where(EscoLabel.id.in_(part)))
    done.removed += len(gone)
    new = [
        {
            "esco_id": esco_id,
            "language": row.language,
            "text": text,
            "match_key": match_key(text)[:LONGEST_NAME],
            "preferred": preferred,
        }
        for (esco_id, text), (row, preferred) in wanted.items()
    ]
    if new:
        db.session.execute(insert(EscoLabel), new)
        done.names += len(new)


def _load_relations(pairs: Iterable[files.Relation], ids: dict[str, int], done: Loaded) -> None:
    wanted = {
        (ids[one], ids[other], RelationKind(kind)): None
        for one, other, kind in pairs
        if one in ids and other in ids and one != other
    }
    there = select(EscoRelation.esco_id, EscoRelation.other_id, EscoRelation.kind)
    there = there.where(EscoRelation.esco_id.in_({one for one, _, _ in wanted}))
    known = {(one, other, kind) for one, other, kind in db.session.execute(there).all()}
    new = [
        {"esco_id": one, "other_id": other, "kind": kind}
        for one, other, kind in wanted
        if (one, other, kind) not in known
    ]
    if new:
        db.session.execute(insert(EscoRelation), new)
        done.relations += len(new)


def _ids(asked: Select[str, int]) -> dict[str, int]:
    return dict(db.session.execute(asked).all())


def batches(rows: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    rest = iter(rows)
    while batch := list(islice(rest, size)):
        yield batch
